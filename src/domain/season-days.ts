/** Which days of earlier years a day is compared with, and the range of their values: one definition for the build and for the browser. */
import { quantileSorted } from 'd3-array';
import type { DayNumber } from './calendar.ts';
import { dayInYear, yearDayOf } from './year-day.ts';

export type Alignment = 'spring_festival' | 'calendar';

/** The day of Spring Festival in a Gregorian year. */
export type FestivalOf = (year: number) => DayNumber;

/** Days before and after Spring Festival within which years are aligned on it. */
export const festivalReachDays = 45;
export const leastYears = 3;

export interface FestivalOffset {
  /** Gregorian year of the festival. */
  readonly year: number;
  /** Days from it, negative before. */
  readonly offsetDays: number;
}

/** The Spring Festival nearest to a day of `year`. */
export function nearestFestival(day: DayNumber, year: number, festivalOf: FestivalOf): FestivalOffset {
  const [own, next] = [day - festivalOf(year), day - festivalOf(year + 1)];
  return Math.abs(next) < Math.abs(own) ? { year: year + 1, offsetDays: next } : { year, offsetDays: own };
}

export interface CorrespondingDays {
  readonly days: readonly DayNumber[];
  readonly alignedOn: Alignment;
  readonly offsetDays: number | null;
}

/**
 * The day of each of `count` earlier years that corresponds to `day`, latest year first: at the same distance from Spring Festival
 * if `day` lies within 45 days of one, else on the same calendar date (29 February becomes the 28th). `alignment` forces one of the two.
 */
export function correspondingDays(day: DayNumber, count: number, festivalOf: FestivalOf, alignment: Alignment | null = null): CorrespondingDays {
  const { year, place } = yearDayOf(day);
  const festival = nearestFestival(day, year, festivalOf);
  const alignedOn = alignment ?? (Math.abs(festival.offsetDays) <= festivalReachDays ? 'spring_festival' : 'calendar');
  const isLunar = alignedOn === 'spring_festival';
  const days = Array.from({ length: count }, (_, index) =>
    isLunar ? festivalOf(festival.year - index - 1) + festival.offsetDays : dayInYear({ year: year - index - 1, place }),
  );
  return { days, alignedOn, offsetDays: isLunar ? festival.offsetDays : null };
}

export interface SeasonBand {
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
}

/** Quantiles with linear interpolation of the values of earlier years; null with fewer than three of them. */
export function seasonBand(values: readonly number[]): SeasonBand | null {
  if (values.length < leastYears) return null;
  // Typed numbers are sorted without a comparison in JavaScript; a band is asked for each of 3,653 days of every group.
  const sorted = [...new Float64Array(values).sort()];
  const quantile = (share: number): number => quantileSorted(sorted, share) ?? Number.NaN;
  return { p10: quantile(0.1), median: quantile(0.5), p90: quantile(0.9) };
}

/** Up to how many earlier years a series that begins on `start` may have for a day. */
export function earlierYears(day: DayNumber, start: DayNumber): number {
  return Math.max(0, Math.ceil((day - start) / 365));
}
