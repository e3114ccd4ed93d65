/** Finds the columns of a table that only got another name, so that their cells can still be compared. */
import type { KeyedTable } from './difference.ts';
import type { TableColumns } from './schema-versions.ts';
import { columnName } from './schema-versions.ts';

export interface RenamedColumn {
  readonly from: string;
  readonly to: string;
}

/** A column goes on under another name where at least so many of its cells are the same; the others are revisions. */
const likeness = 9 / 10;

/**
 * Columns that are gone, each with the new one that holds its cells: in the key the one that stands in its place, else the new column of the same type in which
 * nine tenths or more of the cells that say something are the same. `columns` are those of the last release; without them, or without a row to go by, none.
 */
export function renamedColumns(before: KeyedTable, after: KeyedTable, columnsBefore: TableColumns | null, columnsAfter: TableColumns): readonly RenamedColumn[] {
  if (columnsBefore === null) return [];
  const own = (columns: readonly string[], other: readonly string[]): string[] => columns.filter((name) => name !== 'demonstration' && !other.includes(name));
  const gone = own(before.columns, after.columns);
  const come = own(after.columns, before.columns);
  if (gone.length === 0 || come.length === 0) return [];

  const [oldKey, newKey] = [columnsBefore.key, columnsAfter.key];
  const inKey = oldKey.length === newKey.length ? oldKey.flatMap((from, index) => (gone.includes(from) && come.includes(newKey[index] ?? '') ? [{ from, to: newKey[index] ?? '' }] : [])) : [];
  const keyCells = (table: KeyedTable, key: readonly string[]): ((cells: readonly string[]) => string) => {
    const places = key.map((name) => table.columns.indexOf(name));
    return (cells) => JSON.stringify(places.map((place) => cells[place] ?? ''));
  };
  const [oldKeyOf, newKeyOf] = [keyCells(before, oldKey), keyCells(after, newKey)];
  const oldRows = new Map(before.rows.map((cells) => [oldKeyOf(cells), cells]));
  const pairs = after.rows.flatMap((cells) => {
    const old = oldRows.get(newKeyOf(cells));
    return old === undefined ? [] : [{ old, cells }];
  });
  // Keys that do not meet are no renamed key: the rows are others.
  const sound = inKey.length > 0 && pairs.length < likeness * Math.min(before.rows.length, after.rows.length) ? [] : inKey;

  const typeIn = (columns: TableColumns, name: string): string => columns.columns.find((column) => columnName(column) === name)?.slice(name.length) ?? '';
  const taken = new Set(sound.map(({ to }) => to));
  const others = gone.filter((name) => !oldKey.includes(name)).flatMap((from): RenamedColumn[] => {
    const old = before.columns.indexOf(from);
    const candidates = come
      .filter((to) => !taken.has(to) && !newKey.includes(to) && typeIn(columnsAfter, to) === typeIn(columnsBefore, from))
      .map((to) => ({ to, share: shareAlike(pairs, old, after.columns.indexOf(to)) }))
      .toSorted((a, b) => b.share - a.share);
    const [best] = candidates;
    if (best === undefined || best.share < likeness) return [];
    taken.add(best.to);
    return [{ from, to: best.to }];
  });
  return [...sound, ...others];
}

function shareAlike(pairs: readonly { readonly old: readonly string[]; readonly cells: readonly string[] }[], old: number, now: number): number {
  const telling = pairs.filter((pair) => (pair.old[old] ?? '') !== '' || (pair.cells[now] ?? '') !== '');
  return telling.length === 0 ? 0 : telling.filter((pair) => pair.old[old] === pair.cells[now]).length / telling.length;
}

/** The table under the new names of its columns. */
export function underNewNames(table: KeyedTable, renamed: readonly RenamedColumn[]): KeyedTable {
  if (renamed.length === 0) return table;
  const names = new Map(renamed.map(({ from, to }) => [from, to]));
  return { columns: table.columns.map((name) => names.get(name) ?? name), rows: table.rows };
}
