/** A drawing of the page as a file of its own: colours as they are seen, finding and sentence above; SVG, or PNG at twice the size. */
import { bold } from '#src/charts/panel.ts';
import { textLines, textWidth } from '#src/charts/text-width.ts';

const namespace = 'http://www.w3.org/2000/svg';
/** What style sheets decide on the page and a file has to say itself. */
const looks = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'paint-order', 'font-size', 'font-weight', 'font-family'] as const;
const margin = 16;
const [headingSize, headingLine] = [16, 23];
const [sentenceSize, sentenceLine] = [12, 18];

/** The drawing with its finding and the sentence that says what is shown in lines above it, as the text of an SVG file. */
export function svgFile(drawing: SVGSVGElement, finding: string, sentence: string): { readonly text: string; readonly width: number; readonly height: number } {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [...drawing.querySelectorAll('*')];
  for (const [index, element] of [...copy.querySelectorAll('*')].entries()) {
    const original = originals[index];
    if (original === undefined) continue;
    const style = getComputedStyle(original);
    for (const look of looks) {
      const value = style.getPropertyValue(look);
      if (value !== '') element.setAttribute(look, value);
    }
    element.removeAttribute('class');
  }
  for (const cursor of copy.querySelectorAll('path[d=""]')) cursor.remove();

  const { width, height } = drawing.viewBox.baseVal;
  const { color, fontFamily } = getComputedStyle(drawing);
  const lines = [
    ...textLines(finding, headingSize, width, measure(600, fontFamily)).map((text) => ({ text, size: headingSize, weight: 600, height: headingLine })),
    ...textLines(sentence, sentenceSize, width, measure(400, fontFamily)).map((text) => ({ text, size: sentenceSize, weight: 400, height: sentenceLine })),
  ];
  const above = lines.reduce((sum, line) => sum + line.height, headingLine / 2);
  const size = { width: width + 2 * margin, height: height + above + 2 * margin };
  const background = made('rect', { x: -margin, y: -above - margin, width: size.width, height: size.height, fill: getComputedStyle(document.body).backgroundColor });
  let baseline = -above;
  const heading = lines.map((line) => {
    baseline += line.height;
    const text = made('text', { x: 0, y: baseline - line.height / 4, fill: color, 'font-size': line.size, 'font-weight': line.weight, 'font-family': fontFamily });
    text.textContent = line.text;
    return text;
  });
  copy.prepend(background, ...heading);
  copy.setAttribute('viewBox', `${-margin} ${-above - margin} ${size.width} ${size.height}`);
  copy.setAttribute('width', String(size.width));
  copy.setAttribute('height', String(size.height));
  copy.removeAttribute('class');
  return { text: new XMLSerializer().serializeToString(copy), ...size };
}

/** Measures in the font of the page, which may be wider than a drawing reckons with; as a drawing does where the browser cannot. */
function measure(weight: number, family: string): (text: string, size: number) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (text, size) => {
    if (context === null) return textWidth(text, size) * (weight > 400 ? bold : 1);
    context.font = `${weight} ${size}px ${family}`;
    return context.measureText(text).width;
  };
}

function made(name: 'rect' | 'text', attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** The same as a PNG; null where the browser cannot draw it. */
export async function pngFile(file: ReturnType<typeof svgFile>): Promise<Blob | null> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(file.text)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(file.width * 2);
  canvas.height = Math.round(file.height * 2);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}
