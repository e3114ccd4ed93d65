/** What asks for a word of confirmation before it is published: values beyond their usual range, tables that shrink or come late, columns that programs no longer find. */
import type { Resource } from '#src/tabular/data-package.ts';
import type { KeyedTable, TableDifference } from './difference.ts';
import type { Doubt, SchemaChange } from './record.ts';
import { measuredColumns, seriesId, seriesName, seriesOf } from './table-series.ts';
import { usualRange } from './usual-range.ts';
import type { UsualRange } from './usual-range.ts';

/** A table may lose so much of its rows without a question. */
export const allowedLoss = 1 / 5;

export interface Jump {
  readonly table: string;
  readonly key: readonly string[];
  readonly column: string;
  readonly value: string;
  /** The value before it in its series. */
  readonly last: number;
  readonly usual: UsualRange | null;
  /** Distance from the last value, in widths of the usual range. */
  readonly size: number;
}

/** New and changed numbers that are out of the usual range of their series as it was published, and every new number with how far it jumps. */
export function jumpsOf(resource: Resource, before: KeyedTable, difference: TableDifference): { readonly doubts: readonly Doubt[]; readonly jumps: readonly Jump[] } {
  const columns = measuredColumns(resource);
  const values = [
    ...difference.added.flatMap(({ key, row }) => columns.map((column) => ({ key, row, column, value: row[column] ?? '' }))),
    ...difference.changed.flatMap(({ key, after, column }) => (columns.includes(column) ? [{ key, row: after, column, value: after[column] ?? '' }] : [])),
  ].filter(({ value }) => /^-?\d/.test(value));
  if (values.length === 0) return { doubts: [], jumps: [] };

  const series = seriesOf(before, resource, [...new Set(values.map(({ column }) => column))]);
  const nameOf = seriesName(resource);
  const ranges = new Map<string, UsualRange | null>();
  const doubts: Doubt[] = [];
  const jumps: Jump[] = [];
  for (const { key, row, column, value } of values) {
    const id = seriesId(column, nameOf(row));
    const past = series.get(id) ?? [];
    const usual = ranges.has(id) ? (ranges.get(id) ?? null) : usualRange(past);
    ranges.set(id, usual);
    const last = past.at(-1);
    const number = Number(value);
    if (last !== undefined) jumps.push({ table: resource.name, key, column, value, last, usual, size: Math.abs(number - last) / Math.max(usual === null ? Math.abs(last) : usual.high - usual.low, 1e-9) });
    if (usual !== null && (number < usual.low || number > usual.high)) {
      doubts.push({ code: 'value_unusual', table: resource.name, key: [...key], column, value, usual: `${shortNumber(usual.low)} – ${shortNumber(usual.high)}` });
    }
  }
  return { doubts, jumps };
}

/** Four digits say what is usual. */
function shortNumber(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** A table that lost more than a fifth of its rows. */
export function lossesOf(table: string, before: KeyedTable, after: KeyedTable, regrouped: boolean): readonly Doubt[] {
  const doubts: Doubt[] = [];
  // Rows that a group's change to monthly publication takes away are no loss of data.
  if (!regrouped && after.rows.length < before.rows.length * (1 - allowedLoss)) {
    doubts.push({ code: 'table_shrunk', table, key: [], column: null, value: String(after.rows.length), usual: String(before.rows.length) });
  }
  return doubts;
}

/** What makes a program that reads the table fail: a column that is gone or has another name, type or unit, another key. The answer is the notice. */
export function brokenReaders({ table, removed, renamed, retyped, key, key_before: keyBefore }: SchemaChange): readonly Doubt[] {
  const about = { table, key: [] };
  return [
    ...removed.map((column): Doubt => ({ ...about, code: 'column_removed', column, value: null, usual: null })),
    ...renamed.map(({ from, to }): Doubt => ({ ...about, code: 'column_renamed', column: from, value: to, usual: null })),
    ...retyped.map(({ column, from, to }): Doubt => ({ ...about, code: 'column_retyped', column, value: to, usual: from })),
    // A key that only follows a column's new name is told by that.
    ...(keyBefore === null || keyBefore.map((name) => renamed.find(({ from }) => from === name)?.to ?? name).join() === key.join() ? [] : [{ ...about, code: 'key_changed', column: null, value: key.join(', '), usual: keyBefore.join(', ') }]),
  ];
}
