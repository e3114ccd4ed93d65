/** Dates of the Chinese calendar that the portal aligns years on. */
import { Lunar } from 'lunar-typescript';
import { dayNumber, isoDate } from './calendar.ts';
import type { DayNumber, IsoDate } from './calendar.ts';

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

/** The Spring Festival nearest to a day: its year, and the days from it (negative before). */
export function nearestSpringFestival(day: DayNumber, year: number): { readonly year: number; readonly offsetDays: number } {
  const candidates = [year, year + 1].map((y) => ({ year: y, offsetDays: day - dayNumber(springFestival(y)) }));
  return candidates.reduce((best, next) => (Math.abs(next.offsetDays) < Math.abs(best.offsetDays) ? next : best));
}
