/** The place of a day in its year, the same for the same date of every year: what calendars and years laid over each other stand on. */
import { dayNumber, isLeapYear, partsOfDay } from './calendar.ts';
import type { DayNumber } from './calendar.ts';

export interface YearDay {
  readonly year: number;
  /** 0 = 1 January … 365 = 31 December, as if every year had a 29 February (59). */
  readonly place: number;
}

export const placesInYear = 366;
const leapPlace = 59;
const starts = new Map<number, DayNumber>();

function startOf(year: number): DayNumber {
  let start = starts.get(year);
  if (start === undefined) starts.set(year, (start = dayNumber(`${String(year).padStart(4, '0')}-01-01`)));
  return start;
}

export function yearDayOf(day: DayNumber): YearDay {
  const { year } = partsOfDay(day);
  const place = day - startOf(year);
  return { year, place: isLeapYear(year) || place < leapPlace ? place : place + 1 };
}

/** The day of a place in a year; where there is no 29 February it is the 28th. */
export function dayInYear({ year, place }: YearDay): DayNumber {
  return startOf(year) + (isLeapYear(year) || place < leapPlace ? place : place - 1);
}
