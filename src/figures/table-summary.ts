/** What a table holds, in figures: how many rows and from when to when. */
import type { TableCells } from '#src/datasets/portal.ts';

export type TableField = TableCells['fields'][number];

export interface TableSummary {
  readonly rows: number;
  /** Earliest and latest moment as it stands in the table (`2026-11-21`, `2026-11`, `2026`); null where the table has no time. */
  readonly coverage: { readonly column: string; readonly from: string; readonly to: string } | null;
}

/** Columns that say when, outside the key, in order of preference; when something was confirmed or falls due is not coverage. */
const timeColumns = ['date', 'month', 'year', 'period', 'period_start', 'from', 'valid_from'];
/** The column that says until when, for one that says from when. */
const endColumns: Readonly<Record<string, string>> = { period_start: 'period_end', from: 'until' };

/**
 * Rows and coverage of a table's canonical cells: by the time column of its key, else by the first of `timeColumns`
 * that it has, to the end of the latest period where its rows state one. Missing cells do not count; a table without such a column or without a value in it has no coverage.
 */
export function summariseTable({ fields, rows }: TableCells, key: readonly string[]): TableSummary {
  const column = timeColumn(fields, key);
  if (column === undefined) return { rows: rows.length, coverage: null };
  const [start, end] = [column, endColumns[column]].map((name) => fields.findIndex((field) => field.name === name));
  let from: string | null = null;
  let to: string | null = null;
  for (const row of rows) {
    const first = row[start ?? -1] ?? '';
    if (!isMoment(first)) continue;
    const last = row[end ?? -1] ?? '';
    if (from === null || first < from) from = first;
    for (const moment of [first, last]) if (isMoment(moment) && (to === null || moment > to)) to = moment;
  }
  return { rows: rows.length, coverage: from === null || to === null ? null : { column, from, to } };
}

function timeColumn(fields: readonly TableField[], key: readonly string[]): string | undefined {
  const timed = fields.filter((field) => isTime(field)).map((field) => field.name);
  return timed.find((name) => key.includes(name)) ?? timeColumns.find((name) => timed.includes(name));
}

/** A date, month, year or instant, and not a reason why there is none. */
function isMoment(cell: string): boolean {
  return /^\d{4}/.test(cell);
}

function isTime(field: TableField): boolean {
  return ['date', 'datetime', 'year', 'yearmonth'].includes(field.type) || field.moment !== undefined;
}

/** The first and the last rows of a table, up to `limit` together; `skipped` rows lie between them. */
export function sampleRows(rows: TableCells['rows'], limit: number): { readonly first: TableCells['rows']; readonly last: TableCells['rows']; readonly skipped: number } {
  if (rows.length <= limit) return { first: rows, last: [], skipped: 0 };
  const head = Math.ceil(limit / 2);
  const tail = limit - head;
  return { first: rows.slice(0, head), last: rows.slice(rows.length - tail), skipped: rows.length - limit };
}
