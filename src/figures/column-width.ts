/** How wide a column of a table has to be at least to be read: Chinese breaks between any two characters, so a browser would make it one character wide. */
import { textWidth } from '#src/charts/text-width.ts';
import type { TableCell } from './figure.ts';

/** The widths that the style sheet knows (`.column-…`), in em of the table. */
export const columnWidths = [3, 4, 5, 6, 7, 8, 9, 10, 12] as const;
type ColumnWidth = (typeof columnWidths)[number];

const seams = /(?<=\p{Script=Han})(?=[A-Za-z\d])|(?<=[A-Za-z\d])(?=\p{Script=Han})/gu;

/**
 * The least width of a column in em: what is short stands in one line, what is longer in two, prose gets 12 em.
 * Of a column of numbers only the head counts, because numbers are never broken.
 */
export function columnWidth(title: string, cells: readonly TableCell[], isNumeric: boolean): ColumnWidth {
  const needed = Math.max(headWidth(title), ...(isNumeric ? [] : cells.map((cell) => cellWidth(typeof cell === 'string' ? cell : cell.text))));
  return columnWidths.find((width) => width >= needed) ?? 12;
}

/** The class of the head of such a column. */
export function columnClass(title: string, cells: readonly TableCell[], isNumeric: boolean): string {
  return `column-${columnWidth(title, cells, isNumeric)}`;
}

function cellWidth(text: string): number {
  // Browsers part Chinese from Latin by an eighth of an em.
  const width = textWidth(text, 1) + (text.match(seams)?.length ?? 0) / 8;
  if (width <= 9) return width;
  return width <= 18 ? Math.max(6, width / 2 + 1) : 12;
}

/** A head may stand in two lines. */
function headWidth(title: string): number {
  const width = textWidth(title, 1);
  return width <= 5 ? width : Math.max(4, Math.min(8, width / 2 + 1));
}
