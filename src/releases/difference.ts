/** What became of a published table since its last release: rows added, cells changed, rows removed, found by key. */
import type { Field } from '#src/tabular/data-package.ts';

/** A published table: canonical cells under the names of its columns. */
export interface KeyedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ChangedCell {
  readonly key: readonly string[];
  readonly column: string;
  readonly old: string;
  readonly new: string;
  /** The whole row as it was and as it is, by column. */
  readonly before: Row;
  readonly after: Row;
}

export type Row = Readonly<Record<string, string>>;

export interface RemovedRow {
  readonly key: readonly string[];
  readonly before: Row;
  /** What it said besides its key, without empty cells: `quantity=398; level=low`. */
  readonly text: string;
}

export interface TableDifference {
  readonly added: readonly { readonly key: readonly string[]; readonly row: Row }[];
  readonly changed: readonly ChangedCell[];
  readonly removed: readonly RemovedRow[];
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
}

/** Rows that take no part in the comparison, of either side. */
export type Skip = (row: Row) => boolean;

const separator = '\u0001';

/**
 * Compares two states of a table by primary key. The order of rows and columns does not matter, nor another spelling of the same number. A column that
 * one side does not have is no change of a cell; it is named. The column that marks a demonstration is left out.
 */
export function tableDifference(before: KeyedTable, after: KeyedTable, primaryKey: readonly string[], fields: readonly Pick<Field, 'name' | 'type'>[], skip: Skip = () => false): TableDifference {
  const own = (columns: readonly string[]): string[] => columns.filter((name) => name !== 'demonstration');
  const columnsAdded = own(after.columns).filter((name) => !before.columns.includes(name));
  const columnsRemoved = own(before.columns).filter((name) => !after.columns.includes(name));
  const compared = own(after.columns)
    .filter((name) => before.columns.includes(name) && !primaryKey.includes(name))
    .map((name) => ({ name, old: before.columns.indexOf(name), new: after.columns.indexOf(name), isNumber: ['number', 'integer', 'year'].includes(fields.find((field) => field.name === name)?.type ?? '') }));
  const oldKey = keyOf(before.columns, primaryKey);
  const newKey = keyOf(after.columns, primaryKey);
  const oldRows = new Map(before.rows.map((cells) => [oldKey(cells), cells]));

  const added: { key: readonly string[]; row: Row }[] = [];
  const changed: ChangedCell[] = [];
  for (const cells of after.rows) {
    const key = newKey(cells);
    const old = oldRows.get(key);
    if (old === undefined) {
      const row = asRow(after.columns, cells);
      if (!skip(row)) added.push({ key: key.split(separator), row });
      continue;
    }
    oldRows.delete(key);
    for (const column of compared) {
      const [was, is] = [old[column.old] ?? '', cells[column.new] ?? ''];
      if (was === is || (column.isNumber && isSameNumber(was, is))) continue;
      const [rowBefore, rowAfter] = [asRow(before.columns, old), asRow(after.columns, cells)];
      if (!skip(rowAfter)) changed.push({ key: key.split(separator), column: column.name, old: was, new: is, before: rowBefore, after: rowAfter });
    }
  }
  const removed = [...oldRows]
    .map(([key, cells]) => ({ key: key.split(separator), before: asRow(before.columns, cells), text: rowText(before.columns, cells, primaryKey) }))
    .filter((row) => !skip(row.before));
  return { added, changed, removed, columnsAdded, columnsRemoved };
}

function keyOf(columns: readonly string[], primaryKey: readonly string[]): (cells: readonly string[]) => string {
  const positions = primaryKey.map((name) => columns.indexOf(name));
  return (cells) => positions.map((position) => cells[position] ?? '').join(separator);
}

function asRow(columns: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? '']));
}

function rowText(columns: readonly string[], cells: readonly string[], primaryKey: readonly string[]): string {
  return columns.flatMap((name, index) => (primaryKey.includes(name) || name === 'demonstration' || !cells[index] ? [] : [`${name}=${cells[index]}`])).join('; ');
}

/** `12` and `12.00`; a missing value is no number. */
function isSameNumber(a: string, b: string): boolean {
  return /^-?\d/.test(a) && /^-?\d/.test(b) && Number(a) === Number(b);
}
