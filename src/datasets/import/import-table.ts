/** Turns foreign files into one table of a data folder, by a mapping file; writes it whole or not at all. */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Resource } from '#src/tabular/data-package.ts';
import { formatCsv } from '#src/tabular/format-csv.ts';
import { collectProblems, type Findings, type ProblemSink } from '#src/tabular/problem.ts';
import { readTable, type TableFile } from '#src/tabular/read-table.ts';
import { folded } from '#src/tabular/tidy.ts';
import { shownPath } from '../table-files.ts';
import { convertRows, type ConvertedRow } from './convert-rows.ts';
import { parseMapping, type Mapping } from './mapping.ts';
import { oneReading } from './one-reading.ts';
import { importProblem } from './problems.ts';
import { readSource, sourceNames } from './read-source.ts';
import { collectDropped, type ImportReport } from './report.ts';
import { sortedByKey } from './sort-rows.ts';
import type { SourceTable } from './source.ts';
import { targetColumns } from './target.ts';

export interface ImportOptions {
  readonly dataDir: string;
  /** Path of the mapping file. */
  readonly map: string;
  readonly resource: Resource;
  /** Paths of the foreign files; their rows become one table. */
  readonly files: readonly string[];
}

/** Writes `<dataDir>/<table>.csv`, replacing one that is there. With any problem nothing is written or changed. */
export async function importTable({ dataDir, map, resource, files }: ImportOptions): Promise<{ readonly report: ImportReport; readonly findings: Findings }> {
  const sink = collectProblems();
  const dropped = collectDropped();
  const sources: SourceTable[] = [];
  const parsed = parseMapping(readFileSync(map, 'utf8'), shownPath(map));
  const target = 'problems' in parsed ? parsed : targetColumns(parsed.mapping, resource, shownPath(map));
  if ('problems' in target) for (const problem of target.problems) sink.report('error', problem);

  let rows: readonly (readonly string[])[] = [];
  if ('mapping' in parsed && 'columns' in target) {
    const { mapping } = parsed;
    const converted: ConvertedRow[] = [];
    for (const path of files) {
      const source = await readSource({ path, name: shownPath(path) }, mapping, sink);
      if (source === null) continue;
      sources.push(source);
      for (const row of convertRows(source, mapping, target.columns, dropped, sink)) converted.push(row);
    }
    rows = sortedByKey(oneReading(converted, mapping.keep, resource, dropped, sink).map(({ cells }) => cells), resource.schema);
  }
  const isSound = (): boolean => sink.findings().errors.length === 0;
  if (isSound() && rows.length === 0) sink.report('error', importProblem('import_no_rows', { file: files.map(shownPath).join(', ') }));
  const outcome = isSound() ? writeTable(dataDir, resource, rows, sink) : null;
  const mapping = 'mapping' in parsed ? parsed.mapping : null;
  return {
    report: {
      table: resource.name,
      written: outcome?.written ?? null,
      rowsReplaced: outcome?.rowsReplaced ?? null,
      rowsKept: rows.length,
      sources: sources.map((source) => ({ file: source.name, rows: source.rows.length, unusedColumns: mapping === null ? [] : unusedColumns(source, mapping) })),
      dropped: dropped.all(),
    },
    findings: sink.findings(),
  };
}

function unusedColumns(source: SourceTable, mapping: Mapping): readonly string[] {
  const used = new Set(sourceNames(mapping).map(folded));
  return source.header.filter((name) => name !== '' && !used.has(folded(name)));
}

/** Writes beside the table, reads that back with the reader of the check, and only then puts it in the table's place. */
function writeTable(dataDir: string, resource: Resource, rows: readonly (readonly string[])[], sink: ProblemSink): { readonly written: string; readonly rowsReplaced: number | null } | null {
  const folder = join(dataDir, resource.name);
  const path = join(dataDir, `${resource.name}.csv`);
  if (existsSync(folder) && readdirSync(folder).some((name) => name.toLowerCase().endsWith('.csv'))) {
    sink.report('error', importProblem('import_table_in_folder', { file: shownPath(folder) }, { folder: shownPath(folder) }));
    return null;
  }
  // A name that begins with a dot is no table to anybody who reads the folder meanwhile.
  const draft = join(dataDir, `.${resource.name}.csv.import`);
  try {
    writeFileSync(draft, formatCsv(resource.schema.fields.map(({ name }) => name), rows));
    const reread = collectProblems();
    readTable({ path: draft, name: shownPath(path) }, resource, { latestDate: null }, reread, () => undefined);
    const { errors } = reread.findings();
    for (const problem of errors) sink.report('error', problem);
    if (errors.length > 0) return null;
    const rowsReplaced = existsSync(path) ? countRows({ path, name: shownPath(path) }, resource) : null;
    renameSync(draft, path);
    return { written: shownPath(path), rowsReplaced };
  } finally {
    rmSync(draft, { force: true });
  }
}

function countRows(file: TableFile, resource: Resource): number {
  return readTable(file, resource, { latestDate: null }, { report: () => undefined }, () => undefined).rows;
}
