/** Which files a published table has, and how large they are: for the links that lead to them. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import { tableCsv } from './table-csv.ts';
import { tableJson } from './table-json.ts';

export interface PublishedFile {
  /** Address within the site, without base. */
  readonly path: string;
  readonly format: 'CSV' | 'JSON';
  readonly bytes: number;
}

/** Of a table: the CSV, then the JSON with its yearly parts, if it has any, as they are written. */
export const tableFiles = oncePerPortal((portal, table): readonly PublishedFile[] => [
  { path: `data/v1/${table}.csv`, format: 'CSV', bytes: Buffer.byteLength(tableCsv(portal, table)) },
  ...tableJson(portal, table).map(({ name, text }): PublishedFile => ({ path: `data/v1/${name}`, format: 'JSON', bytes: Buffer.byteLength(text) })),
]);
