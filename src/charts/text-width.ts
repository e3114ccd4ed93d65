/** How wide a text will be, without a font: near enough to keep labels apart. */

/** Width in units of the font size × `size`: Chinese characters and full-width marks count 1, capitals and digits 0.6, the rest 0.5. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    ems += widthOf(code);
    // Beyond the first plane a character takes two places of the text.
    if (code > 0xffff) index += 1;
  }
  return ems * size;
}

const narrow: ReadonlySet<number> = new Set([..."il.,:;'|"].map((character) => character.charCodeAt(0)));

/** In em; asked for every character of a drawing, so codes are compared and no text is made. */
function widthOf(code: number): number {
  if (code >= 0x2e80) return 1;
  if (code === 0x202f || code === 0x20) return 0.28;
  const isWide = (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x25 || code === 0x2030;
  return isWide ? 0.61 : narrow.has(code) ? 0.29 : 0.55;
}

/** A Chinese character or a word, with the marks that open before it and close after it; or space. */
const piecesOfText = /[（《〈「『【“‘(]*(?:[\u2e80-\uffff]|[^\s\u2e80-\uffff“‘]+)[，。、；：？）》〉」』】”)]*|\s+|[“‘]+/gu;

/**
 * Cuts a text into lines of at most `width`: between words where it has spaces, else between Chinese characters,
 * never before a closing mark nor after an opening one. A single word that is wider stands alone on its line.
 * `widthOf` measures, where the font is known.
 */
export function textLines(text: string, size: number, width: number, widthOf: (text: string, size: number) => number = textWidth): readonly string[] {
  const pieces = text.match(piecesOfText) ?? [];
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const piece of pieces) {
    if (line !== '' && lineWidth + widthOf(piece.trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
      lineWidth = 0;
    }
    const added = line === '' ? piece.trimStart() : piece;
    line += added;
    lineWidth += widthOf(added, size);
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}
