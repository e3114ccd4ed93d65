/** How wide a text will be, without a font: near enough to keep labels apart. */

/** Width in units of the font size × `size`: Chinese characters and full-width marks count 1, capitals and digits 0.6, the rest 0.5. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    ems += code >= 0x2e80 ? 1 : code === 0x202f || character === ' ' ? 0.28 : /[A-Z0-9%‰]/.test(character) ? 0.61 : /[il.,:;'|]/.test(character) ? 0.29 : 0.55;
  }
  return ems * size;
}

/**
 * Cuts a text into lines of at most `width`: between words where it has spaces, else between Chinese characters,
 * never before a closing mark. A single word that is wider stands alone on its line.
 */
export function textLines(text: string, size: number, width: number): readonly string[] {
  const pieces = text.match(/[\u2e80-\uffff][，。、；：？）》”]*|[^\s\u2e80-\uffff]+[，。、；：？）》”]*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && textWidth(line + piece.trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line = line === '' ? piece.trimStart() : line + piece;
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}
