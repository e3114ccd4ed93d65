/** How long a number stands: until its successor is due and a grace has passed, over weekends, holidays and announced pauses. */
import { addDays, addMonths, lastDayOfMonth, monthOf } from '#src/domain/calendar.ts';
import type { IsoDate } from '#src/domain/calendar.ts';
import { addDuration, parseDuration } from '#src/domain/duration.ts';
import { dayKind } from '#src/domain/holidays.ts';
import { localInstant } from '#src/domain/instant.ts';
import type { Instant } from '#src/domain/instant.ts';

/** When a table is published. */
export interface Timing {
  readonly every: 'P1D' | 'workday' | 'P1M' | 'P1Y';
  /** Local time `HH:MM` at which the day's number is due. */
  readonly due: string;
  /** ISO 8601 duration from 24 hours before the next number is due until this one is out of date: `PT26H` is two hours after. */
  readonly grace: string;
  /** When the stock is counted; counted at closing or after `due`, it is due on the next day of publication. */
  readonly moment: string;
}

/** An announced period without publication; both dates belong to it. */
export interface Pause {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly note: { readonly zh: string; readonly en: string };
}

export interface Validity {
  /** Instant in the zone's local time after which the number is out of date. */
  readonly validUntil: Instant;
  /** The announced pause that delays the next number. */
  readonly pause: Pause | null;
}

/**
 * Until when the number of `date` stands: the time at which the next one is due, less 24 hours, plus the grace. The next one comes a day, a workday,
 * a month or a year later (from the last day of a month to the last of the next), and after a pause that covers that day. Workdays leave out weekends
 * and holidays but not make-up workdays; beyond the announced years Monday to Friday count, so that a number expires rather too early.
 */
export function validity(date: IsoDate, timing: Timing, pauses: readonly Pause[], timeZone: string): Validity {
  const { deadline, pause } = nextNumber(date, timing, pauses, timeZone);
  return { validUntil: deadline, pause };
}

/** The number that follows the one of `date`: its own date, until when it has to be there, and the announced pause that delays it. */
export function nextNumber(date: IsoDate, timing: Timing, pauses: readonly Pause[], timeZone: string): { readonly date: IsoDate; readonly deadline: Instant; readonly pause: Pause | null } {
  const grace = parseDuration(timing.grace);
  if (grace === null) throw new RangeError(`"${timing.grace}" is not a duration (PT26H).`);
  let pause: Pause | null = null;
  const publicationFrom = (first: IsoDate): IsoDate => {
    let day = first;
    for (;;) {
      const covering = pauses.find((one) => one.from <= day && day <= one.until) ?? null;
      if (covering === null && (timing.every !== 'workday' || dayKind(day).isWorkday)) return day;
      pause ??= covering;
      day = addDays(day, 1);
    }
  };
  const published = isCountedAfterDue(timing) ? publicationFrom(addDays(date, 1)) : date;
  const next = publicationFrom(oneLater(published, timing.every));
  const deadline = addDuration(localInstant(addDays(next, -1), timing.due, timeZone), grace, timeZone);
  return { date: isCountedAfterDue(timing) ? addDays(next, -1) : next, deadline, pause };
}

function oneLater(date: IsoDate, every: Timing['every']): IsoDate {
  if (every === 'P1D' || every === 'workday') return addDays(date, 1);
  const later = addMonths(date, every === 'P1M' ? 1 : 12);
  return date === lastDayOfMonth(monthOf(date)) ? lastDayOfMonth(monthOf(later)) : later;
}

function isCountedAfterDue(timing: Timing): boolean {
  return timing.moment === 'closing' || (timing.moment !== 'opening' && timing.moment > timing.due);
}
