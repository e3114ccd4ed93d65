/** A foreign file as rows of cells, whatever it was stored in. */

/** Text as it stands, or a date that a workbook keeps as one: the time its clock shows, `2026-11-21T08:00:00`. */
export type SourceCell = string | { readonly clock: string };

export interface SourceRow {
  /** As the spreadsheet shows it: the first row of the file is 1. */
  readonly row: number;
  readonly cells: readonly SourceCell[];
}

/** A header and the rows below it. */
export interface SourceTable {
  /** The file as the operator knows it. */
  readonly name: string;
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly rows: readonly SourceRow[];
}

/** What a person would see in the cell; midnight is not shown. */
export function shownCell(cell: SourceCell): string {
  return typeof cell === 'string' ? cell : cell.clock.replace('T', ' ').replace(/ 00:00:00$/, '');
}
