/** Which files a published table has, and how large they are: for the links that lead to them. */
import type { Portal } from '#src/datasets/portal.ts';
import { tableCsv } from './table-csv.ts';
import { tableJson } from './table-json.ts';

export interface PublishedFile {
  /** Address within the site, without base. */
  readonly path: string;
  readonly format: 'CSV' | 'JSON';
  readonly bytes: number;
}

const cache = new WeakMap<Portal, Map<string, readonly PublishedFile[]>>();

/** The CSV, then the JSON with its yearly parts, if it has any, as they are written; sizes are computed once. */
export function tableFiles(portal: Portal, table: string): readonly PublishedFile[] {
  const known = cache.get(portal) ?? new Map<string, readonly PublishedFile[]>();
  cache.set(portal, known);
  let files = known.get(table);
  if (files === undefined) {
    files = [
      { path: `data/v1/${table}.csv`, format: 'CSV', bytes: Buffer.byteLength(tableCsv(portal, table)) },
      ...tableJson(portal, table).map(({ name, text }): PublishedFile => ({ path: `data/v1/${name}`, format: 'JSON', bytes: Buffer.byteLength(text) })),
    ];
    known.set(table, files);
  }
  return files;
}
