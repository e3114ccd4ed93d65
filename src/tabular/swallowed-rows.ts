/** Finds cells in double quotes that took in the rows below: two stray quotes make one cell of everything between them, and no parser objects. */
import type { CellResult } from './date-cell.ts';
import type { Field } from './data-package.ts';
import { isFreeText } from './cell-parser.ts';
import { isBlank } from './tidy.ts';

interface Column {
  readonly field: Field;
  readonly position: number;
  parse(raw: string): CellResult;
}

/** Says of a row of raw cells whether a text of it that has several lines holds a line that reads like a row of the table; null for a table without texts. */
export function swallowedRows(columns: readonly Column[], width: number): ((raw: readonly string[]) => boolean) | null {
  const atPosition = new Map(columns.filter(({ position }) => position !== -1).map((column) => [column.position, column]));
  // A line break in any other cell is refused or is a blank; only a text can hold it.
  const texts = [...atPosition.values()].filter(({ field }) => isFreeText(field)).map(({ position }) => position);
  if (texts.length === 0) return null;
  return (raw) => texts.some((position) => (raw[position] ?? '').includes('\n') && holdsRow(raw[position] ?? '', position));

  /** The quote closes in some row: the last line is the beginning of that row up to its own column, the lines between are whole rows. */
  function holdsRow(text: string, position: number): boolean {
    const [, ...lines] = text.split('\n');
    return lines.some((line, index) => {
      const pieces = line.split(',');
      return index < lines.length - 1 ? readsAsRow(pieces, width) : readsAsRow(pieces.slice(0, -1), position);
    });
  }

  /** Whether the pieces of a line are cells of the first columns. `wanted` is how many a row would have there; a short one has fewer. */
  function readsAsRow(pieces: readonly string[], wanted: number): boolean {
    const [head = ''] = pieces;
    if (isBlank(head) || pieces.length > wanted) return false;
    if (pieces.some((piece, index) => typeof atPosition.get(index)?.parse(piece) === 'object')) return false;
    // Where the first column takes nearly any word, only the right number of commas shows a row; a date or a number shows one by itself.
    return pieces.length === wanted || isSelective(atPosition.get(0)?.field);
  }
}

/** Whether few words would pass for a cell of the column: a date, a number, a word of a list. */
function isSelective(field: Field | undefined): boolean {
  return field !== undefined && (field.type !== 'string' || field.categories !== undefined);
}
