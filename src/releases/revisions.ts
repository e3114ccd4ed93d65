/** Gives each changed or removed past value its class and reason, and names those that have none. */
import type { ChangedCell, RemovedRow, Row, TableDifference } from './difference.ts';
import { revisionClasses } from './record.ts';
import type { Correction, RevisionClass, Update } from './record.ts';

/** A row of the table of reasons. */
export interface Reason {
  readonly table: string;
  /** JSON array of the key cells, or `*` for every row of the table. */
  readonly key: string;
  /** Name of the column; `row` for the removal of the row; `*` is written `any`. */
  readonly column: string;
  readonly class: RevisionClass;
  readonly reasonZh: string;
  readonly reasonEn: string;
}

/** One reason for all that has none, or for what has none in one table. */
export interface CommonReason {
  readonly class: RevisionClass;
  readonly reason: { readonly zh: string; readonly en: string };
  readonly only: string | null;
}

export interface Revision {
  readonly table: string;
  readonly key: readonly string[];
  /** null: the row was removed. */
  readonly column: string | null;
  readonly old: string | null;
  readonly new: string | null;
  /** A coming drive that is gone: no reason will do, the row has to come back as cancelled. */
  readonly mustBeCancelled?: true;
}

export interface JudgedRevisions {
  readonly corrections: readonly Correction[];
  readonly updates: readonly Update[];
  readonly unexplained: readonly Revision[];
}

/** Tables that announce what is to come, and the column that says when: a change before that day is news and no correction. */
const announcements: Readonly<Record<string, string>> = { drives: 'date', 'station-notices': 'from', events: 'date' };

/** Reasons that were not yet in force at the last release: a reason explains one correction and not the next one of the same cell. */
export function freshReasons(now: readonly Reason[], before: readonly Reason[]): readonly Reason[] {
  const used = new Set(before.map((reason) => JSON.stringify(reasonCells(reason))));
  return now.filter((reason) => !used.has(JSON.stringify(reasonCells(reason))));
}

function reasonCells({ table, key, column, class: kind, reasonZh, reasonEn }: Reason): readonly string[] {
  return [table, normalKey(key), column, kind, reasonZh, reasonEn];
}

/**
 * Judges the revisions of one table. `lastDate` is the day of the last release's data: an announcement of a later day may change freely, but not vanish.
 * The table of reasons explains itself.
 */
export function judgeRevisions(table: string, difference: TableDifference, reasons: readonly Reason[], common: CommonReason | null, lastDate: string): JudgedRevisions {
  const corrections: Correction[] = [];
  const updates: Update[] = [];
  const unexplained: Revision[] = [];
  if (table === 'reasons') return { corrections, updates, unexplained };
  const own = reasons.filter((reason) => reason.table === table);
  const exact = new Map(own.map((reason) => [`${normalKey(reason.key)}\n${reason.column}`, reason]));
  for (const revision of [...difference.changed.map((cell) => ofCell(table, cell)), ...difference.removed.map((row) => ofRow(table, row))]) {
    const { before, ...plain } = revision;
    if (plain.column !== null && isAhead(table, before, lastDate)) {
      updates.push({ ...plain, key: [...plain.key] });
      continue;
    }
    // A drive that vanishes stays in the calendars of those who took it: it has to be cancelled, whatever the reason.
    if (isVanishedDrive(revision, lastDate)) {
      unexplained.push({ ...plain, mustBeCancelled: true });
      continue;
    }
    const key = JSON.stringify(plain.key);
    const column = plain.column ?? 'row';
    const reason = [`${key}\n${column}`, `${key}\nany`, `*\n${column}`, '*\nany'].map((name) => exact.get(name)).find((one) => one !== undefined);
    if (reason !== undefined) corrections.push({ ...plain, key: [...plain.key], class: reason.class, reason: { zh: reason.reasonZh, en: reason.reasonEn } });
    else if (common !== null && (common.only === null || common.only === table)) corrections.push(explained(plain, common));
    else unexplained.push(plain);
  }
  return { corrections, updates, unexplained };
}

/** A revision with a reason. */
export function explained({ table, key, column, old, new: now }: Revision, { class: kind, reason }: CommonReason): Correction {
  return { table, key: [...key], column, old, new: now, class: kind, reason: { ...reason } };
}

function ofCell(table: string, { key, column, old, new: now, before }: ChangedCell): Revision & { readonly before: Row } {
  return { table, key, column, old, new: now, before };
}

function ofRow(table: string, { key, before, text }: RemovedRow): Revision & { readonly before: Row } {
  return { table, key, column: null, old: text, new: null, before };
}

function isAhead(table: string, before: Row, lastDate: string): boolean {
  const column = announcements[table];
  return column !== undefined && (before[column] ?? '').slice(0, 10) > lastDate;
}

/** A drive of a day after the last release, planned as it was published, whose row is gone. */
function isVanishedDrive({ table, column, before }: Pick<Revision, 'table' | 'column'> & { readonly before: Row }, lastDate: string): boolean {
  return table === 'drives' && column === null && before['status'] === 'planned' && isAhead(table, before, lastDate);
}

/** A key as JSON without blanks, so that `["a", "b"]` and `["a","b"]` are one; what is no JSON stays as it is. */
function normalKey(key: string): string {
  try {
    return JSON.stringify(JSON.parse(key));
  } catch {
    return key.trim();
  }
}

export function isRevisionClass(text: string): text is RevisionClass {
  return revisionClasses.some((one) => one === text);
}
