/** Writes tables into a data folder in published form, columns in the order of the data package. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCsv } from '#src/tabular/format-csv.ts';
import type { DataPackage } from '#src/tabular/data-package.ts';
import { cellText } from './table.ts';
import type { Row, Table } from './table.ts';

/** Replaces the tables and portal.json of `directory`; other files there stay. Throws on a column that the data package does not have. */
export function writeFolder(directory: string, packageFile: string, tables: readonly Table[], settings: object): void {
  const dataPackage = JSON.parse(readFileSync(packageFile, 'utf8')) as DataPackage;
  mkdirSync(directory, { recursive: true });
  for (const table of tables) writeTable(directory, columnsOf(dataPackage, table), table);
  writeFileSync(join(directory, 'portal.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

function columnsOf(dataPackage: DataPackage, { name: table, without = [] }: Table): readonly string[] {
  const resource = dataPackage.resources.find(({ name }) => name === table);
  if (resource === undefined) throw new Error(`the data package has no table ${table}`);
  return resource.schema.fields.map(({ name }) => name).filter((name) => !without.includes(name));
}

function writeTable(directory: string, columns: readonly string[], { name, rows, splitBy }: Table): void {
  if (splitBy === undefined) {
    writeFileSync(join(directory, `${name}.csv`), csv(columns, rows));
    return;
  }
  const folder = join(directory, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const byYear = Map.groupBy(rows, (row) => cellText(row[splitBy]).slice(0, 4));
  for (const [year, ofYear] of byYear) writeFileSync(join(folder, `${year}.csv`), csv(columns, ofYear));
}

function csv(columns: readonly string[], rows: readonly Row[]): string {
  return formatCsv(columns, rows.map((row) => {
    const stray = Object.keys(row).find((column) => !columns.includes(column));
    if (stray !== undefined) throw new Error(`the data package has no column ${stray}`);
    return columns.map((column) => cellText(row[column]));
  }));
}
