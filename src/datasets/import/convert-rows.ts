/** The rows of one source as canonical rows of the table; what is left out and what is wrong is told for each. */
import { instantMs } from '#src/domain/instant.ts';
import { dayNumber } from '#src/domain/calendar.ts';
import type { ProblemSink } from '#src/tabular/problem.ts';
import { isTotalWord } from '#src/tabular/read-table.ts';
import { problemOf, refuse } from '#src/tabular/refusals.ts';
import { folded, isBlank } from '#src/tabular/tidy.ts';
import { localTime, readTime } from './convert-cell.ts';
import { dropTests } from './drop-rows.ts';
import type { KeepRule, Mapping } from './mapping.ts';
import { importProblem } from './problems.ts';
import type { Dropped } from './report.ts';
import { shownCell, type SourceCell, type SourceTable } from './source.ts';
import type { TargetColumn } from './target.ts';

export interface ConvertedRow {
  readonly file: string;
  readonly row: number;
  /** In the order of the table's fields. */
  readonly cells: readonly string[];
  /** When the reading was taken, for `keep`: milliseconds since 1970; 0 where the mapping keeps every row. */
  readonly takenAt: number;
}

/** Converts every row; a row with a problem is not among the result. Rows left out are added to `dropped`. */
export function convertRows(source: SourceTable, mapping: Mapping, columns: readonly (TargetColumn | null)[], dropped: Dropped, sink: ProblemSink): readonly ConvertedRow[] {
  const columnOf = (name: string): number => source.header.findIndex((cell) => folded(cell) === folded(name));
  const tests = dropTests(mapping.drop, columnOf);
  const targets = columns.map((column) => (column === null ? null : { column, position: column.from === null ? -1 : columnOf(column.from) }));
  const keepPosition = mapping.keep === undefined ? -1 : columnOf(mapping.keep.by);
  const converted: ConvertedRow[] = [];
  for (const { row, cells } of source.rows) {
    const test = tests.find((candidate) => candidate.matches(cells));
    if (test !== undefined) {
      dropped.add(test.rule, test.reason, source.name, row);
      continue;
    }
    const place = { file: source.name, row };
    if (cells.every((cell) => isBlank(shownCell(cell)))) {
      sink.report('error', problemOf(refuse('row_blank'), { ...place, column: null, value: null }));
      continue;
    }
    const results = targets.map((target) => (target === null ? '' : target.column.convert(cells[target.position] ?? '')));
    const problems = results.flatMap((result) => (typeof result === 'string' ? [] : [result(place)]));
    if (problems.length > 0 && cells.some((cell) => isTotalWord(shownCell(cell)))) {
      sink.report('error', problemOf(refuse('total_row'), { ...place, column: null, value: null }));
      continue;
    }
    for (const problem of problems) sink.report('error', problem);
    const takenAt = mapping.keep === undefined ? 0 : takenAtOf(cells[keepPosition] ?? '', mapping.keep, mapping.time_zone, place, sink);
    if (problems.length === 0 && takenAt !== null) converted.push({ ...place, cells: results.map(String), takenAt });
  }
  return converted;
}

function takenAtOf(cell: SourceCell, keep: KeepRule, timeZone: string | undefined, place: { readonly file: string; readonly row: number }, sink: ProblemSink): number | null {
  const written = readTime(cell, keep.format);
  const at = { ...place, column: keep.by, value: shownCell(cell) };
  if (written === null) {
    sink.report('error', importProblem('import_date_unreadable', at, { formats: keep.format.map(({ pattern }) => pattern).join(' | '), key: 'keep.format' }));
    return null;
  }
  if ('code' in written) {
    sink.report('error', problemOf(written, at));
    return null;
  }
  const moment = localTime(written, keep.written_in, timeZone) ?? written.date;
  return moment.length > 10 ? instantMs(moment) : dayNumber(moment) * 86_400_000;
}
