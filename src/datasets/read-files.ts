/** The files of one table, read in the order of their periods. */
import type { Resource } from '#src/tabular/data-package.ts';
import type { ProblemSink } from '#src/tabular/problem.ts';
import { readTable, type CheckedRow, type TableFile, type TableSpan } from '#src/tabular/read-table.ts';
import { uniqueKeys } from '#src/tabular/unique-keys.ts';
import { firstDateIn } from '#src/tabular/visit-cells.ts';

export interface RowVisitors {
  onRow(row: CheckedRow): void;
  onFaulty(row: CheckedRow): void;
}

/** Files of a daily table are read in the order of their periods, which may not overlap. False where a file could not be read. */
export function readFiles(resource: Resource, files: readonly TableFile[], latestDate: string, sink: ProblemSink, { onRow, onFaulty }: RowVisitors): boolean {
  let readable = true;
  const cellOptions = { latestDate };
  if (resource.daily !== true) {
    const keys = uniqueKeys(resource);
    for (const file of files) if (!readTable(file, resource, cellOptions, sink, onRow, keys, onFaulty).readable) readable = false;
    return readable;
  }
  const ordered = files.length < 2 ? files : inOrderOfPeriod(files, resource);
  let before: { file: TableFile; span: TableSpan } | null = null;
  for (const file of ordered) {
    const span = readTable(file, resource, cellOptions, sink, onRow, uniqueKeys(resource), onFaulty);
    if (!span.readable) readable = false;
    if (before?.span.last != null && span.first !== null && span.first <= before.span.last) reportOverlap(file, before.file, span.first, sink);
    if (span.last !== null) before = { file, span };
  }
  return readable;
}

/** By the first date in each; the files are not checked. */
export function inOrderOfPeriod(files: readonly TableFile[], resource: Resource): readonly TableFile[] {
  return files
    .map((file) => ({ file, first: firstDateIn(file.path, resource) ?? '' }))
    .toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
    .map(({ file }) => file);
}

function reportOverlap(file: TableFile, before: TableFile, first: string, sink: ProblemSink): void {
  sink.report('error', {
    file: file.name, row: null, column: 'date', value: first, code: 'period_overlap',
    message: { zh: `这个文件的日期与 ${before.name} 重叠。`, en: `The dates of this file overlap with those of ${before.name}.` },
    fix: { zh: '每个文件只放自己那一段时间，互不重叠。', en: 'Let each file hold its own period, without overlap.' },
  });
}
