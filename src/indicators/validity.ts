/** How long a number stands: until its successor is due and a grace has passed, over weekends, holidays and announced pauses. */
import { addDays } from '#src/domain/calendar.ts';
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
  /** ISO 8601 duration from the due time of a number until it is out of date: `PT26H` is two hours after the next one is due. */
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
 * Until when the number of `date` stands: its due time plus the grace, and one day more for every day without publication before the next number
 * (pauses; with `workday` also weekends and holidays, make-up workdays excepted; beyond the announced years Monday to Friday count as workdays,
 * so that a number expires rather too early). A monthly or yearly number stands for its grace alone, and to the end of a pause in which that ends.
 */
export function validity(date: IsoDate, timing: Timing, pauses: readonly Pause[], timeZone: string): Validity {
  const grace = parseDuration(timing.grace);
  if (grace === null) throw new RangeError(`"${timing.grace}" is not a duration (PT26H).`);
  const pauseOn = (day: IsoDate) => pauses.find((pause) => pause.from <= day && day <= pause.until) ?? null;

  if (timing.every === 'P1M' || timing.every === 'P1Y') {
    const end = addDuration(localInstant(date, timing.due, timeZone), grace, timeZone);
    const pause = pauseOn(end.slice(0, 10));
    return { validUntil: pause === null ? end : localInstant(addDays(pause.until, 1), end.slice(11, 16), timeZone), pause };
  }

  let pause: Pause | null = null;
  const nextPublication = (after: IsoDate): IsoDate => {
    let day = addDays(after, 1);
    for (; pauseOn(day) !== null || (timing.every === 'workday' && !dayKind(day).isWorkday); day = addDays(day, 1)) pause ??= pauseOn(day);
    return day;
  };
  const published = isCountedAfterDue(timing) ? nextPublication(date) : date;
  const next = nextPublication(published);
  return { validUntil: addDuration(localInstant(addDays(next, -1), timing.due, timeZone), grace, timeZone), pause };
}

function isCountedAfterDue(timing: Timing): boolean {
  return timing.moment === 'closing' || (timing.moment !== 'opening' && timing.moment > timing.due);
}
