/** Drives from the build's date on, in order of time, with their hours on the wall. */
import { localDateOf } from '#src/domain/instant.ts';
import { midnight, minutesADay, parseWallMinute } from '#src/domain/wall-clock.ts';
import type { WallMinute } from '#src/domain/wall-clock.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { DrivesRow } from '#src/datasets/rows.ts';

export interface TimedDrive {
  readonly drive: DrivesRow;
  /** Start as stated, else the midnight before. */
  readonly from: WallMinute;
  /** End as stated, else the midnight after. */
  readonly until: WallMinute;
}

function timedDrive(drive: DrivesRow): TimedDrive {
  const start = midnight(drive.date);
  const at = (time: string | null): WallMinute | null => (time === null ? null : parseWallMinute(`${drive.date}T${time}`));
  return { drive, from: at(drive.start) ?? start, until: at(drive.end) ?? start + minutesADay };
}

/** Drives with their hours, earliest first. */
export function inOrderOfTime(drives: readonly DrivesRow[]): readonly TimedDrive[] {
  return drives.map(timedDrive).toSorted((a, b) => a.from - b.from || (a.drive.drive < b.drive.drive ? -1 : 1));
}

/** Drives that are planned for the build's date or later, cancelled ones left out, earliest first. */
export const nextDrives: (portal: Portal) => readonly TimedDrive[] = oncePerPortal((portal) => {
  const today = localDateOf(portal.asOf, portal.settings.timeZone);
  return inOrderOfTime(portal.rows('drives').filter(({ date, status }) => date >= today && status === 'planned'));
});
