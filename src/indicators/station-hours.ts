/** When each station is open in the weeks from the build's date on: its stated hours, what notices change, and a vehicle's drives. */
import type { IsoDate } from '#src/domain/calendar.ts';
import { addDays } from '#src/domain/calendar.ts';
import { localDateOf } from '#src/domain/instant.ts';
import { isMainlandZone, scheduleOf } from '#src/domain/opening-hours.ts';
import { replaceWithin } from '#src/domain/schedule.ts';
import type { Schedule, Span } from '#src/domain/schedule.ts';
import { midnight, minutesADay, wallMinuteOf } from '#src/domain/wall-clock.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { StationNoticesRow, StationsRow } from '#src/datasets/rows.ts';

/** Days that the build writes out; what lies beyond is unknown. */
export const hoursWindowDays = 35;

export interface StationHours {
  readonly station: string;
  /** As stated; null where none are. */
  readonly stated: string | null;
  /** Whether the stated hours could be read. */
  readonly isReadable: boolean;
  /** null where nothing is known about any day. */
  readonly schedule: Schedule | null;
  /** Notices in force in the window or after it, by their beginning. */
  readonly notices: readonly StationNoticesRow[];
  /** Dates on which a vehicle stands elsewhere, at a drive. */
  readonly awayOn: readonly IsoDate[];
}

/** First date of the window: the build's, in the portal's time zone. */
export function firstHoursDate(portal: Portal): IsoDate {
  return localDateOf(portal.asOf, portal.settings.timeZone);
}

/** By station id, in the order of the table. */
export const stationHours: (portal: Portal) => ReadonlyMap<string, StationHours> = oncePerPortal((portal) => {
  const context = windowOf(portal);
  return new Map(portal.rows('stations').map((station) => [station.station, hoursOf(portal, context, station)]));
});

interface Window {
  readonly first: IsoDate;
  readonly unknown: Schedule;
  /** Every stated text is read once, however many stations state it. */
  read(text: string | null): Schedule | null;
}

function windowOf(portal: Portal): Window {
  const first = firstHoursDate(portal);
  const from = midnight(first);
  const until = from + hoursWindowDays * minutesADay;
  const table = isMainlandZone(portal.settings.timeZone) ? 'mainland' : 'none';
  const known = new Map<string, Schedule | null>();
  return {
    first,
    unknown: { from, until, spans: [{ from, until, state: 'unknown', comment: null }] },
    read(text) {
      if (text === null) return null;
      let schedule = known.get(text);
      if (schedule === undefined) {
        schedule = scheduleOf(text, first, hoursWindowDays, table);
        known.set(text, schedule);
      }
      return schedule;
    },
  };
}

function hoursOf(portal: Portal, { first, unknown, read }: Window, { station, kind, hours }: StationsRow): StationHours {
  const { timeZone } = portal.settings;
  const wall = (instant: string): number => wallMinuteOf(instant, timeZone);
  const notices = portal
    .rows('station-notices')
    .filter((notice) => notice.station === station && (notice.until === null || wall(notice.until) > unknown.from))
    .toSorted((a, b) => wall(a.from) - wall(b.from) || (a.notice < b.notice ? -1 : 1));
  const stated = read(hours);
  const awayOn = kind === 'vehicle' ? drivesOf(portal, station, first) : [];
  let schedule = stated ?? unknown;
  for (const date of awayOn) schedule = replaceWithin(schedule, midnight(date), midnight(date) + minutesADay, nightBefore(schedule, date));
  // A later notice wins over an earlier one where both hold.
  for (const notice of notices) {
    const instead = notice.status === 'closed' ? [] : (read(notice.hours) ?? unknown).spans;
    schedule = replaceWithin(schedule, wall(notice.from), notice.until === null ? null : wall(notice.until), instead);
  }
  return { station, stated: hours, isReadable: stated !== null, schedule: schedule === unknown ? null : schedule, notices, awayOn };
}

/** What is left of the evening before a date: a vehicle leaves in the morning. */
function nightBefore({ spans }: Schedule, date: IsoDate): readonly Span[] {
  return spans.filter(({ from, until, state }) => from < midnight(date) && until > midnight(date) && state !== 'unknown');
}

/** Dates within the window on which a vehicle is at a drive. */
function drivesOf(portal: Portal, station: string, first: IsoDate): readonly IsoDate[] {
  const end = addDays(first, hoursWindowDays);
  const dates = portal
    .rows('drives')
    .filter((drive) => drive.station === station && drive.status !== 'cancelled' && drive.date >= first && drive.date < end)
    .map(({ date }) => date);
  return [...new Set(dates)].toSorted();
}
