/** A table on its way to the data folder: rows of cells by column name. */

/** Missing cells hold a code of the schema: empty, NC, NP, SUP or NA. */
export type Cell = string | number;
export type Row = Readonly<Record<string, Cell>>;

export interface Table {
  /** Name of the resource in datapackage.json. */
  readonly name: string;
  readonly rows: readonly Row[];
  /** Column whose year names the file: the table becomes a folder of yearly files. */
  readonly splitBy?: string;
  /** Optional columns that the files of this table do without. */
  readonly without?: readonly string[];
}

/** Text of a cell: whole numbers and short decimals as they are, never with an exponent. */
export function cellText(cell: Cell | undefined): string {
  return cell === undefined ? '' : String(cell);
}

/** Yuan with two decimals from whole fen. */
export function yuan(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`${fen} is no amount in fen`);
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
