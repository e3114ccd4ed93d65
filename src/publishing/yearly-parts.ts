/** Tables too long for one JSON or XLSX file: their rows year by year. */
import type { PublishedTable } from './published-table.ts';

export const rowLimit = 200_000;

/** The rows of each year in their order; null where the table has not more rows than `limit`, or no date to tell years by. */
export function yearsOf({ fields, rows }: PublishedTable, limit: number): ReadonlyMap<string, (readonly string[])[]> | null {
  if (rows.length <= limit) return null;
  const at = fields.findIndex((field) => field.type === 'date' || field.type === 'yearmonth' || field.type === 'year');
  if (at === -1) return null;
  const years = new Map<string, (readonly string[])[]>();
  for (const cells of rows) {
    const year = (cells[at] ?? '').slice(0, 4);
    const ofYear = years.get(year);
    if (ofYear === undefined) years.set(year, [cells]);
    else ofYear.push(cells);
  }
  return years;
}
