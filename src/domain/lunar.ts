/** Dates of the Chinese calendar that the portal aligns years on. */
import { Lunar } from 'lunar-typescript';
import { dayNumber, isoDate } from './calendar.ts';
import type { DayNumber, IsoDate } from './calendar.ts';
import { nearestFestival } from './season-days.ts';
import type { FestivalOffset } from './season-days.ts';

const cache = new Map<number, IsoDate>();

/** The date of Spring Festival (first day of the first lunar month) in a Gregorian year, 1900–2200; other years throw. */
export function springFestival(year: number): IsoDate {
  let date = cache.get(year);
  if (date === undefined) {
    if (!Number.isInteger(year) || year < 1900 || year > 2200) throw new RangeError(`Spring Festival of ${year} is not known here (1900–2200).`);
    const solar = Lunar.fromYmd(year, 1, 1).getSolar();
    date = isoDate(solar.getYear(), solar.getMonth(), solar.getDay());
    cache.set(year, date);
  }
  return date;
}

/** The same as a day number. */
export function springFestivalDay(year: number): DayNumber {
  return dayNumber(springFestival(year));
}

/** The Spring Festival nearest to a day of `year`: its year, and the days from it (negative before). */
export function nearestSpringFestival(day: DayNumber, year: number): FestivalOffset {
  return nearestFestival(day, year, springFestivalDay);
}
