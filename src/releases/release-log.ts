/** A log of releases and what others ask of it: corrections, the versions of a row, corrected cells. */
import type { Correction, ReleaseDraft, Update } from './record.ts';

/** What is known of a release while its own site is built. */
export type LoggedRelease = ReleaseDraft;

export interface ReleaseLog {
  /** Oldest first; the release that is being built is the last. */
  readonly releases: readonly LoggedRelease[];
  /** The release that this build is for; null: the build is no release. */
  readonly own: LoggedRelease | null;
  /** The newest release, this build's own included; null before the first. */
  readonly current: LoggedRelease | null;
}

/** The log of a portal without releases. */
export const emptyLog: ReleaseLog = { releases: [], own: null, current: null };

export function releaseLog(records: readonly LoggedRelease[], own: LoggedRelease | null): ReleaseLog {
  const releases = own === null ? records : [...records, own];
  return { releases, own, current: releases.at(-1) ?? null };
}

export interface DatedCorrection extends Correction {
  readonly release: number;
  /** Local date of the release. */
  readonly date: string;
  /** The release took the tables of an earlier one back. */
  readonly isRollback: boolean;
}

/** Every corrected cell and removed row, newest release first, in the order of the record. */
export function correctionsOf(log: ReleaseLog): readonly DatedCorrection[] {
  return log.releases.toReversed().flatMap(({ release, at, kind, corrections }) => corrections.map((one) => ({ ...one, release, date: at.slice(0, 10), isRollback: kind === 'rollback' })));
}

export interface RowVersion {
  readonly release: number;
  readonly at: string;
  readonly changes: readonly Pick<Update, 'column' | 'old' | 'new'>[];
}

/**
 * The releases that changed a row after it was first published, oldest first, with the cells they changed; a column `null` is the removal of the row.
 * Their number is what a calendar calls SEQUENCE.
 */
export function rowVersions(log: ReleaseLog, table: string, key: readonly string[]): readonly RowVersion[] {
  const wanted = JSON.stringify(key);
  return log.releases.flatMap(({ release, at, corrections, updates }): RowVersion[] => {
    const changes = [...corrections, ...updates].filter((one) => one.table === table && JSON.stringify(one.key) === wanted);
    return changes.length === 0 ? [] : [{ release, at, changes: changes.map(({ column, old, new: now }) => ({ column, old, new: now })) }];
  });
}

/** The latest correction of each cell of a table that stands corrected, by `cellId`; removed rows are not in it. */
export function correctedCells(log: ReleaseLog, table: string): ReadonlyMap<string, DatedCorrection> {
  const cells = new Map<string, DatedCorrection>();
  for (const one of correctionsOf(log).toReversed()) if (one.table === table && one.column !== null) cells.set(cellId(one.key, one.column), one);
  return cells;
}

export function cellId(key: readonly string[], column: string): string {
  return JSON.stringify([key, column]);
}
