/** Tables and files made on the spot, for tests of the reader. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Field, MissingValue, Resource } from '#src/tabular/data-package.ts';
import { collectProblems, type Problem } from '#src/tabular/problem.ts';
import { readTable, type CheckedRow, type TableSpan } from '#src/tabular/read-table.ts';

/** The missing values of every table of the portal. */
export const missingValues: readonly MissingValue[] = [
  { value: '', label: 'not_reported', title: '未填报', 'title@en': 'not reported' },
  { value: 'NC', label: 'not_collected', title: '未采集', 'title@en': 'not collected', aliases: ['未采集', '未统计'] },
  { value: 'NP', label: 'not_published', title: '未公布', 'title@en': 'not published', aliases: ['未公布', '未公开'] },
  { value: 'SUP', label: 'suppressed', title: '已隐去', 'title@en': 'suppressed', aliases: ['已隐去'] },
  { value: 'NA', label: 'not_applicable', title: '不适用', 'title@en': 'not applicable', aliases: ['不适用'] },
];

/** A field with its name as title. */
export function field(name: string, type: Field['type'] = 'string', rest: Partial<Field> = {}): Field {
  return { name, type, title: name, 'title@en': name, description: name, 'description@en': name, ...rest };
}

export function table(fields: readonly Field[], primaryKey: readonly string[], rest: Partial<Resource> = {}): Resource {
  return { name: 'sample', title: '样表', 'title@en': 'Sample', description: '样表', 'description@en': 'Sample', path: 'sample.csv', ...rest, schema: { fields, primaryKey, missingValues } };
}

const root = mkdtempSync(join(tmpdir(), 'portal-test-'));

/** A new folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(root, 'data-'));
}

/** Writes files below a folder, by their paths in it; returns the folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A file of these bytes; the next call overwrites it. */
export function fileOf(content: string | Uint8Array): string {
  const path = join(root, 'sample.csv');
  writeFileSync(path, content);
  return path;
}

export interface Reading {
  readonly rows: readonly CheckedRow[];
  readonly cells: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
  readonly span: TableSpan;
}

/** What the reader makes of a file; no date is too late unless `latestDate` says so. */
export function read(content: string | Uint8Array, resource: Resource, latestDate: string | null = null): Reading {
  const sink = collectProblems();
  const rows: CheckedRow[] = [];
  const span = readTable({ path: fileOf(content), name: 'sample.csv' }, resource, { latestDate }, sink, (row) => rows.push(row));
  return { rows, cells: rows.map(({ cells }) => cells), problems: sink.findings().errors, span };
}
