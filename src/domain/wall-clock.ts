/** Time as the clock on the wall of a region shows it, in whole minutes: what opening hours are written in and judged by. */
import { dateOfDay, dayNumber } from './calendar.ts';
import type { IsoDate } from './calendar.ts';
import { instantMs, localInstant, offsetMinutes } from './instant.ts';
import type { Instant } from './instant.ts';

/** Minutes since 1970-01-01 00:00 on the wall. */
export type WallMinute = number;

export const minutesADay = 1440;

/** 00:00 of a date. */
export function midnight(date: IsoDate): WallMinute {
  return dayNumber(date) * minutesADay;
}

/** What the clocks of a zone show at a moment, whatever the zone of the machine; seconds are dropped. */
export function wallMinuteAt(ms: number, timeZone: string): WallMinute {
  return Math.floor(ms / 60_000) + offsetMinutes(ms, timeZone);
}

/** What the clocks of a zone show at an instant. */
export function wallMinuteOf(instant: Instant, timeZone: string): WallMinute {
  return wallMinuteAt(instantMs(instant), timeZone);
}

/** `2026-11-21T08:30` → minute; null for anything else. */
export function parseWallMinute(text: string): WallMinute | null {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match?.[1] === undefined) return null;
  try {
    return midnight(match[1]) + Number(match[2]) * 60 + Number(match[3]);
  } catch {
    return null;
  }
}

export function dateOfWallMinute(minute: WallMinute): IsoDate {
  return dateOfDay(Math.floor(minute / minutesADay));
}

/** `08:30`; the end of a day is 24:00 only where `isEnd`. */
export function clockTime(minute: WallMinute, isEnd = false): string {
  const inDay = ((minute % minutesADay) + minutesADay) % minutesADay;
  const shown = isEnd && inDay === 0 ? minutesADay : inDay;
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

/** `2026-11-21T08:30`: as a field for local time takes it. */
export function wallText(minute: WallMinute): string {
  return `${dateOfWallMinute(minute)}T${clockTime(minute)}`;
}

/** The instant at which the clocks of a zone show it. */
export function instantOfWall(minute: WallMinute, timeZone: string): Instant {
  return localInstant(dateOfWallMinute(minute), clockTime(minute), timeZone);
}
