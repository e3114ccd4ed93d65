/** A published cell as a value of its type, or the reason why it has none. */
import type { Field, MissingValue } from '#src/tabular/data-package.ts';

/** A date, month, instant or word is its text; a year is a number. */
export type CellValue = string | number | readonly string[];

/** The reasons of a table by the code that stands in a cell. */
export type MissingCodes = ReadonlyMap<string, MissingValue>;

export function missingCodes(missingValues: readonly MissingValue[]): MissingCodes {
  return new Map(missingValues.map((one) => [one.value, one]));
}

/** null for an empty cell and for a missing-value code. */
export function cellValue(field: Field, codes: MissingCodes, cell: string): CellValue | null {
  if (cell === '' || codes.has(cell)) return null;
  if (field.type === 'number' || field.type === 'integer' || field.type === 'year') return Number(cell);
  if (field.type === 'list') return cell.split(field.delimiter ?? ';');
  return cell;
}

/** `{column: reason}` of a row's cells that say why they have no value, e.g. `{quantity: "not_published"}`; null where none does. A cell that is simply empty gives no reason. */
export function missingReasons(fields: readonly Field[], codes: MissingCodes, cells: readonly string[]): Readonly<Record<string, string>> | null {
  let reasons: Record<string, string> | null = null;
  for (const [index, field] of fields.entries()) {
    const cell = cells[index] ?? '';
    const code = cell === '' ? undefined : codes.get(cell);
    if (code !== undefined) (reasons ??= {})[field.name] = code.label;
  }
  return reasons;
}
