/** How often what a calendar says of a drive has been changed since it was first published: SEQUENCE of RFC 5545. */
import { rowVersions } from './release-log.ts';
import type { ReleaseLog, RowVersion } from './release-log.ts';

/** Columns that an entry of a calendar shows. */
const shown: ReadonlySet<string> = new Set(['date', 'start', 'end', 'place_zh', 'place_en', 'longitude', 'latitude', 'crs', 'services', 'booking_url', 'note_zh', 'note_en']);

export interface DriveSequence {
  /** 0 as first published. */
  readonly sequence: number;
  /** Instant of the release with the last such change; null without one. */
  readonly changedAt: string | null;
}

/** A drive that was held as planned is not changed; a drive whose row was removed and came back is. */
export function driveSequence(log: ReleaseLog, drive: string): DriveSequence {
  const versions = rowVersions(log, 'drives', [drive]).filter(changesCalendar);
  return { sequence: versions.length, changedAt: versions.at(-1)?.at ?? null };
}

function changesCalendar({ changes }: RowVersion): boolean {
  return changes.some(({ column, old, new: now }) => column === null || shown.has(column) || (column === 'status' && [old, now].includes('cancelled')));
}
