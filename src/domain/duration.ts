/** Durations as ISO 8601 writes them (`PT26H`, `P1D`, `P1M`), and an instant moved by one. */
import { addDays, addMonths } from './calendar.ts';
import { instantInZone, instantMs, localInstant } from './instant.ts';
import type { Instant } from './instant.ts';

/** Whole months, whole days, and the rest in minutes. */
export interface Duration {
  readonly months: number;
  readonly days: number;
  readonly minutes: number;
}

const durationPattern = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** The duration that a text states (years, months, weeks, days, hours, minutes in whole numbers); null for anything else. */
export function parseDuration(text: string): Duration | null {
  const match = durationPattern.exec(text);
  if (match === null) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return { months: years * 12 + months, days: weeks * 7 + days, minutes: hours * 60 + minutes };
}

/** An instant moved on: months and days by the calendar of the zone at the same local time, then the minutes as they pass. */
export function addDuration(instant: Instant, duration: Duration, timeZone: string): Instant {
  const local = instantInZone(instantMs(instant), timeZone);
  const date = addDays(addMonths(local.slice(0, 10), duration.months), duration.days);
  const moved = instantMs(localInstant(date, local.slice(11, 19), timeZone));
  return instantInZone(moved + duration.minutes * 60_000, timeZone);
}
