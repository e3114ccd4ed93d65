/** Which files a published table has, and how large they are: for the links that lead to them. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import { tableCsv } from './table-csv.ts';
import { tableJson } from './table-json.ts';
import { tableParquet } from './table-parquet.ts';
import { tableXlsx } from './table-xlsx.ts';

export interface PublishedFile {
  /** Address within the site, without base. */
  readonly path: string;
  readonly format: 'CSV' | 'XLSX' | 'JSON' | 'Parquet';
  readonly bytes: number;
}

/** Of a table: the CSV, then XLSX and JSON with their yearly parts, if they have any, then the Parquet, as they are written. */
export const tableFiles = oncePerPortal(async (portal, table): Promise<readonly PublishedFile[]> => [
  { path: `data/v1/${table}.csv`, format: 'CSV', bytes: Buffer.byteLength(tableCsv(portal, table)) },
  ...(await tableXlsx(portal, table)).map(({ name, bytes }): PublishedFile => ({ path: `data/v1/${name}`, format: 'XLSX', bytes: bytes.length })),
  ...tableJson(portal, table).map(({ name, bytes }): PublishedFile => ({ path: `data/v1/${name}`, format: 'JSON', bytes: bytes.length })),
  { path: `data/v1/${table}.parquet`, format: 'Parquet', bytes: tableParquet(portal, table).length },
]);
