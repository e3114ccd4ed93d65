/** Which tables of a build that is no release are not those of the newest release. */
import type { Portal } from '#src/datasets/portal.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';
import { filesAfter, sha256 } from '#src/releases/record.ts';
import type { ReleaseRecord } from '#src/releases/record.ts';

/** Names of the tables whose published CSV differs, is new or is gone; null before the first release. */
export function differingTables(portal: Portal, records: readonly ReleaseRecord[]): readonly string[] | null {
  const last = records.at(-1);
  if (last === undefined) return null;
  const files = filesAfter(records);
  const released = last.tables.map(({ table }) => table).filter((table) => files.has(`data/v1/${table}.csv`));
  const gone = released.filter((table) => !portal.has(table));
  return [...portal.tables.filter((table) => files.get(`data/v1/${table}.csv`) !== sha256(tableCsv(portal, table))), ...gone];
}
