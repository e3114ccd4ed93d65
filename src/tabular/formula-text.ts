/** Text that a spreadsheet would take for a formula, made harmless in a way that can be taken back exactly. */

/** What a spreadsheet begins a formula with; the full-width signs are one for some of them. A plain negative number is none. */
const start = '(?!-\\d+(?:\\.\\d+)?$)[=+\\-@\\t\\r\\n＝＋－＠]';
const formula = new RegExp(`^'*${start}`, 'u');

/** The rule for readers, as a pattern: of a text cell that matches, the first apostrophe does not belong to the text. */
export const neutralPattern = `^'+${start}`;
const neutral = new RegExp(neutralPattern, 'u');

/** The text as a CSV holds it: with an apostrophe before it where it begins like a formula, or like such a text that has apostrophes already. */
export function neutralText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text that `neutralText` was given. */
export function originalText(cell: string): string {
  return neutral.test(cell) ? cell.slice(1) : cell;
}
