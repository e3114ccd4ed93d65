/** Leaves one row for each key: the first or last reading where the mapping says so, else two rows of a key are a problem. */
import type { Resource } from '#src/tabular/data-package.ts';
import type { ProblemSink, Text } from '#src/tabular/problem.ts';
import type { ConvertedRow } from './convert-rows.ts';
import type { KeepRule } from './mapping.ts';
import { importProblem } from './problems.ts';
import type { Dropped } from './report.ts';

const reasons: Readonly<Record<KeepRule['reading'], Text>> = {
  first: { zh: '同一项后来的读数，只留最早的一次', en: 'later readings of the same item; the first one is kept' },
  last: { zh: '同一项较早的读数，只留最后的一次', en: 'earlier readings of the same item; the last one is kept' },
};

/** One row a key, in no particular order. Readings left out are added to `dropped`; two that cannot be told apart are a problem. */
export function oneReading(rows: readonly ConvertedRow[], keep: KeepRule | undefined, resource: Resource, dropped: Dropped, sink: ProblemSink): readonly ConvertedRow[] {
  const { fields, primaryKey } = resource.schema;
  const positions = primaryKey.map((name) => fields.findIndex((field) => field.name === name));
  const byKey = new Map<string, ConvertedRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(positions.map((position) => row.cells[position]));
    const alike = byKey.get(key);
    if (alike === undefined) byKey.set(key, [row]);
    else alike.push(row);
  }
  const kept: ConvertedRow[] = [];
  const left: ConvertedRow[] = [];
  const direction = keep?.reading === 'first' ? 1 : -1;
  for (const alike of byKey.values()) {
    // A stable sort: of readings of one instant the first in the file stays in front and is named as the other one.
    const [best, ...others] = alike.toSorted((a, b) => direction * (a.takenAt - b.takenAt));
    if (best === undefined) continue;
    kept.push(best);
    for (const other of others) {
      if (other.takenAt === best.takenAt) reportTwice(other, best);
      else left.push(other);
    }
  }
  if (keep !== undefined) for (const { file, row } of inFileOrder(left, rows)) dropped.add('keep', reasons[keep.reading], file, row);
  return kept;

  function reportTwice(other: ConvertedRow, best: ConvertedRow): void {
    const key = positions.map((position) => fields[position]?.title ?? '').join('、');
    sink.report('error', importProblem('import_key_twice', { file: other.file, row: other.row }, { first: `${best.file}:${best.row}`, key, keyEn: primaryKey.join(', ') }));
  }
}

function inFileOrder(some: readonly ConvertedRow[], all: readonly ConvertedRow[]): readonly ConvertedRow[] {
  const wanted = new Set(some);
  return all.filter((row) => wanted.has(row));
}
