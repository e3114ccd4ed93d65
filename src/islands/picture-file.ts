/** A drawing of the page as a file of its own: colours as they are seen, the title above; SVG, or PNG at twice the size. */
import { textLines } from '#src/charts/text-width.ts';

const namespace = 'http://www.w3.org/2000/svg';
/** What style sheets decide on the page and a file has to say itself. */
const looks = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'paint-order', 'font-size', 'font-weight', 'font-family'] as const;
const [margin, titleSize, titleLine] = [16, 15, 22];

/** The drawing with `title` in lines above it, as the text of an SVG file. */
export function svgFile(drawing: SVGSVGElement, title: string): { readonly text: string; readonly width: number; readonly height: number } {
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
  const lines = textLines(title, titleSize, width);
  const above = lines.length * titleLine + titleLine / 2;
  const size = { width: width + 2 * margin, height: height + above + 2 * margin };
  const { color, fontFamily } = getComputedStyle(drawing);
  const background = made('rect', { x: -margin, y: -above - margin, width: size.width, height: size.height, fill: getComputedStyle(document.body).backgroundColor });
  const heading = lines.map((line, index) => {
    const text = made('text', { x: 0, y: -above + titleLine * (index + 0.75), fill: color, 'font-size': titleSize, 'font-weight': 600, 'font-family': fontFamily });
    text.textContent = line;
    return text;
  });
  copy.prepend(background, ...heading);
  copy.setAttribute('viewBox', `${-margin} ${-above - margin} ${size.width} ${size.height}`);
  copy.setAttribute('width', String(size.width));
  copy.setAttribute('height', String(size.height));
  copy.removeAttribute('class');
  return { text: new XMLSerializer().serializeToString(copy), ...size };
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
