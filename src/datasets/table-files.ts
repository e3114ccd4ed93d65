/** Which files of a data folder hold which table. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { DataPackage } from '#src/tabular/data-package.ts';
import type { ProblemSink } from '#src/tabular/problem.ts';
import type { TableFile } from '#src/tabular/read-table.ts';

/** The name of a file for people: below the working folder relative to it, else as it is; always with `/`. */
export function shownPath(path: string): string {
  const inside = relative(process.cwd(), path);
  return (inside.startsWith('..') || inside === '' ? path : inside).split(sep).join('/');
}

/** For each table that is there its files, in order of name: `NAME.csv` or every .csv in the folder `NAME`. Files that belong to no table are problems. */
export function findTableFiles(dataDir: string, dataPackage: DataPackage, sink: ProblemSink): ReadonlyMap<string, readonly TableFile[]> {
  const known = new Set(dataPackage.resources.map(({ name }) => name));
  const tables = new Map<string, TableFile[]>();
  const add = (table: string, path: string): void => {
    tables.set(table, [...(tables.get(table) ?? []), { path, name: shownPath(path) }]);
  };
  for (const entry of readdirSync(dataDir).toSorted()) {
    const path = join(dataDir, entry);
    if (entry.startsWith('.') || entry.startsWith('~$') || entry === 'releases') continue;
    if (statSync(path).isDirectory()) {
      const files = readdirSync(path).filter(isData).toSorted();
      if (files.length === 0) continue;
      if (!known.has(entry)) reportUnknown(path, sink);
      else for (const file of files) addOrReport(entry, join(path, file));
    } else if (isData(entry)) {
      const table = entry.replace(/\.[^.]+$/, '');
      if (!known.has(table)) reportUnknown(path, sink);
      else addOrReport(table, path);
    }
  }
  for (const table of tables.keys()) {
    if (existsSync(join(dataDir, `${table}.csv`)) && (tables.get(table)?.length ?? 0) > 1) reportTwice(join(dataDir, `${table}.csv`), table, sink);
  }
  return tables;

  function addOrReport(table: string, path: string): void {
    if (path.toLowerCase().endsWith('.csv')) add(table, path);
    else reportWorkbook(path, sink);
  }
}

function isData(name: string): boolean {
  return /\.(csv|xlsx?|et|tsv|txt)$/i.test(name) && !name.startsWith('~$') && !name.startsWith('.');
}

function reportUnknown(path: string, sink: ProblemSink): void {
  sink.report('error', {
    file: shownPath(path), row: null, column: null, value: null, code: 'unknown_file',
    message: { zh: '没有叫这个名字的表，这个文件不会被公布。', en: 'There is no table of this name; this file would not be published.' },
    fix: { zh: '把文件改成规定的表名（见操作手册的表格清单），或移出数据文件夹。', en: 'Give it the name of a table (the handbook lists them) or move it out of the data folder.' },
  });
}

function reportWorkbook(path: string, sink: ProblemSink): void {
  sink.report('error', {
    file: shownPath(path), row: null, column: null, value: null, code: 'not_a_csv_name',
    message: { zh: '数据文件夹只读 .csv 文件。', en: 'The data folder is read from .csv files only.' },
    fix: { zh: '在 Excel 或 WPS 中另存为 CSV，或用 npm run import 转换。', en: 'Save it as CSV in Excel or WPS, or convert it with npm run import.' },
  });
}

function reportTwice(path: string, table: string, sink: ProblemSink): void {
  sink.report('error', {
    file: shownPath(path), row: null, column: null, value: null, code: 'table_twice',
    message: { zh: `“${table}”既有文件又有文件夹，不知道以哪个为准。`, en: `"${table}" is both a file and a folder; it is not clear which one counts.` },
    fix: { zh: '只保留文件，或只保留文件夹。', en: 'Keep either the file or the folder.' },
  });
}
