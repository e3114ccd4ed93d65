/** Which days of earlier years a day is compared with, and the range of their values: one definition for the build and for the browser. */
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
  const sorted = inOrder(values);
  return { p10: quantile(sorted, 0.1), median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
}

/** Few numbers in ascending order: a band is asked for each of 3,653 days of every group, and sorting by insertion takes half the time of any other way. */
function inOrder(values: readonly number[]): readonly number[] {
  const sorted = [...values];
  for (let index = 1; index < sorted.length; index += 1) {
    const value = sorted[index] ?? Number.NaN;
    let at = index;
    for (; at > 0 && (sorted[at - 1] ?? Number.NaN) > value; at -= 1) sorted[at] = sorted[at - 1] ?? Number.NaN;
    sorted[at] = value;
  }
  return sorted;
}

/** Between the two numbers beside the place `share` × (count − 1): Hyndman and Fan 1996, definition 7. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  return low + ((sorted[below + 1] ?? low) - low) * (place - below);
}

/** Up to how many earlier years a series that begins on `start` may have for a day. */
export function earlierYears(day: DayNumber, start: DayNumber): number {
  return Math.max(0, Math.ceil((day - start) / 365));
}
