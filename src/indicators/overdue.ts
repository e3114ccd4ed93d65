/** Days on which a table was out of date, from when its numbers were due and when they came. */
import { addDays, lastDayOfMonth } from '#src/domain/calendar.ts';
import type { IsoDate } from '#src/domain/calendar.ts';
import { instantMs, localDateOf } from '#src/domain/instant.ts';
import type { Instant } from '#src/domain/instant.ts';
import { nextNumber } from './validity.ts';
import type { Pause, Timing } from './validity.ts';

/** A publication: when, and the latest date, month or year that the table then had. */
export interface Arrival {
  readonly at: Instant;
  readonly until: string;
}

/** The day whose number a table has with its latest row: of a monthly or yearly table the end of that month or year. */
export function endOfPeriod(until: string, every: Timing['every']): IsoDate {
  if (every === 'P1Y' || until.length === 4) return `${until.slice(0, 4)}-12-31`;
  if (every === 'P1M' || until.length === 7) return lastDayOfMonth(until.slice(0, 7));
  return until;
}

/**
 * Until when the number that a table has with its latest row had to be there; null for one that no rhythm asks for (of a day without publication).
 */
export function dueBy(until: string, timing: Timing, pauses: readonly Pause[], timeZone: string): Instant | null {
  const date = endOfPeriod(until, timing.every);
  // A pause or holidays may lie between a number and the one before it.
  for (let before = addDays(date, -1), back = 0; back < 400; before = addDays(before, -1), back += 1) {
    if (before !== endOfPeriod(before, timing.every)) continue;
    const next = nextNumber(before, timing, pauses, timeZone);
    if (next.date === date) return next.deadline;
    if (next.date < date) return null;
  }
  return null;
}

/**
 * The days of a year that are touched between a deadline and the publication that brought the number, or `asOf` where none has. Counts from the first
 * arrival on, because what had not begun could not be late; `arrivals` in order of time. None without arrivals.
 */
export function daysOverdue(arrivals: readonly Arrival[], timing: Timing, pauses: readonly Pause[], timeZone: string, asOf: Instant): ReadonlySet<IsoDate> {
  const days = new Set<IsoDate>();
  const [first] = arrivals;
  if (first === undefined) return days;
  const [today, end] = [localDateOf(asOf, timeZone), instantMs(asOf)];
  const year = today.slice(0, 4);
  const came = arrivals.map(({ at, until }) => ({ at, ms: instantMs(at), date: endOfPeriod(until, timing.every) })).filter(({ ms }) => ms <= end);
  let { date } = came[0] ?? { date: endOfPeriod(first.until, timing.every) };
  for (;;) {
    const next = nextNumber(date, timing, pauses, timeZone);
    const deadline = instantMs(next.deadline);
    if (deadline >= end) return days;
    const arrival = came.find((one) => one.date >= next.date);
    if (arrival === undefined || arrival.ms > deadline) {
      const last = arrival === undefined ? today : localDateOf(arrival.at, timeZone);
      for (let day = localDateOf(next.deadline, timeZone); day <= last; day = addDays(day, 1)) if (day.startsWith(year)) days.add(day);
    }
    // Nothing has come since: the days to now are counted.
    if (arrival === undefined) return days;
    date = next.date;
  }
}
