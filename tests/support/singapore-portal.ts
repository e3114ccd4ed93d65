/** Makes the data folder of a portal like Singapore's from a file as its publisher leaves it: eight groups in percent, levels in the publisher's words. */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTable } from '#src/datasets/import/import-table.ts';
import type { DataPackage, Resource } from '#src/tabular/data-package.ts';

const home = join('tests', 'import', 'singapore');
/** Sixty rows with invented numbers and all the quirks of the real file. */
export const imitation = join(home, 'imitation.csv');

/** A table of the project's own data package. */
export function resourceNamed(table: string): Resource {
  const { resources } = JSON.parse(readFileSync(join('data', 'datapackage.json'), 'utf8')) as DataPackage;
  const resource = resources.find(({ name }) => name === table);
  if (resource === undefined) throw new Error(`there is no table ${table}`);
  return resource;
}

/** Writes portal.json and stock.csv into the folder, which is made where it is not there; gives what the import says. */
export function writeSingaporePortal(folder: string, file: string = imitation): ReturnType<typeof importTable> {
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(home, 'portal.json'), join(folder, 'portal.json'));
  return importTable({ dataDir: folder, map: join(home, 'map.json'), resource: resourceNamed('stock'), files: [file] });
}
