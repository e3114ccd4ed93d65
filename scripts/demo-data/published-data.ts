/** Reads the written demonstration back for the tests, without any code that wrote it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

export const dataFolder = join(import.meta.dirname, '..', '..', 'data');

/** Rows of a table, or of all files of its folder in order of name. */
export function publishedRows(table: string, directory: string = dataFolder): readonly Readonly<Record<string, string>>[] {
  const folder = join(directory, table);
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  const files = isFolder ? readdirSync(folder).sort().map((name) => join(folder, name)) : [`${folder}.csv`];
  return files.flatMap((file) => Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').slice(1), { header: true, skipEmptyLines: true }).data);
}

/** Cell of a row; an unknown column is a mistake of the test and throws. */
export function cell(row: Readonly<Record<string, string>>, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`no column ${column}`);
  return text;
}

/** Number of a cell, null where it holds a missing value. */
export function measured(row: Readonly<Record<string, string>>, column: string): number | null {
  const text = cell(row, column);
  return ['', 'NC', 'NP', 'SUP', 'NA'].includes(text) ? null : Number(text);
}

/** Whole fen of an amount in yuan. */
export function fen(row: Readonly<Record<string, string>>, column: string): number {
  const match = /^(\d+)\.(\d\d)$/.exec(cell(row, column));
  if (match === null) throw new Error(`${cell(row, column)} is no amount`);
  return Number(match[1]) * 100 + Number(match[2]);
}
