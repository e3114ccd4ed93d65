/** Runs an import of files that a test makes up, in a folder of its own. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTable } from '#src/datasets/import/import-table.ts';
import type { Problem } from '#src/tabular/problem.ts';
import { resourceNamed } from './singapore-portal.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A mapping of a stock report in Chinese; entries given replace its own. */
export function stockMap(entries: { readonly [key: string]: Json } = {}): { readonly [key: string]: Json } {
  return {
    columns: {
      date: { from: '日期' },
      station: { constant: 'all' },
      component: { constant: 'red_cells' },
      abo: { from: '血型', words: { 'A+': 'A', 'B+': 'B' } },
      rhd: { from: '血型', words: { 'A+': 'positive', 'B+': 'positive' } },
      unit: { constant: 'U' },
      quantity: { from: '库存' },
    },
    ...entries,
  };
}

/** The mapping with one column's rule replaced. */
export function withColumn(name: string, rule: Json): { readonly [key: string]: Json } {
  return stockMap({ columns: { ...(stockMap()['columns'] as object), [name]: rule } });
}

/** Imports into `folder/data`; `sources` are texts or bytes by file name, `map` is an object or the text of the file. */
export async function runImport(folder: string, map: object | string, sources: Readonly<Record<string, string | Uint8Array>>, table = 'stock') {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir, { recursive: true });
  const mapFile = join(folder, 'map.json');
  writeFileSync(mapFile, typeof map === 'string' ? map : JSON.stringify(map));
  const files = Object.entries(sources).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  return { dataDir, ...(await importTable({ dataDir, map: mapFile, resource: resourceNamed(table), files })) };
}

/** File name, row, column, value and code of a problem. */
export function placeOf({ file, row, column, value, code }: Problem): readonly (string | number | null)[] {
  return [file.split('/').at(-1) ?? '', row, column, value, code];
}
