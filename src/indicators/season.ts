/** Whether a value is normal for the season: its place among the same days of earlier years, aligned on Spring Festival around it. */
import { quantileSorted } from 'd3-array';
import { dateOfDay, dayNumber, inYear, yearOf } from '#src/domain/calendar.ts';
import type { DayNumber } from '#src/domain/calendar.ts';
import { nearestSpringFestival, springFestival } from '#src/domain/lunar.ts';
import { sevenDayMeans } from '#src/domain/seven-day-mean.ts';
import { isNumber, valueOn } from './series.ts';
import type { DailySeries, SeriesValue } from './series.ts';

/** Days before and after Spring Festival within which years are aligned on it. */
export const festivalReachDays = 45;
export const leastYears = 3;

export interface Season {
  /** 7-day mean that ends on the date. */
  readonly value: number;
  /** 100 × share of the earlier years strictly below `value`. */
  readonly percentile: number;
  /** Number of earlier years. */
  readonly years: number;
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
  /** The earlier dates compared with, latest first, each with its 7-day mean. */
  readonly earlier: readonly { readonly date: string; readonly value: number }[];
  readonly alignedOn: Alignment;
  /** Days after (+) or before (−) Spring Festival; null where aligned on the calendar date. */
  readonly offsetDays: number | null;
}

export type Alignment = 'spring_festival' | 'calendar';

export type SeasonAbsence =
  /** Fewer than four of the seven days have a value. */
  | 'too_few_values'
  /** Fewer than three earlier years have a 7-day mean on their day. */
  | 'too_few_years';

/** The mean of the seven days that end on each day; missing where fewer than four of them have a value. */
export function sevenDayMean(series: DailySeries): DailySeries {
  const means = sevenDayMeans(series.values.map((value) => (isNumber(value) ? value : null)));
  return { start: series.start, values: means.map((mean): SeriesValue => mean ?? 'gap') };
}

/**
 * The day of each of `count` earlier years that corresponds to `day`, latest year first: at the same distance from Spring Festival
 * if `day` lies within 45 days of one, else on the same calendar date (29 February becomes the 28th). `alignment` forces one of the two.
 */
export function correspondingDays(day: DayNumber, count: number, alignment: Alignment | null = null): {
  readonly days: readonly DayNumber[];
  readonly alignedOn: Alignment;
  readonly offsetDays: number | null;
} {
  const date = dateOfDay(day);
  const year = yearOf(date);
  const festival = nearestSpringFestival(day, year);
  const isNear = Math.abs(festival.offsetDays) <= festivalReachDays;
  const alignedOn = alignment ?? (isNear ? 'spring_festival' : 'calendar');
  const days: DayNumber[] = [];
  for (let back = 1; back <= count; back += 1) {
    days.push(
      alignedOn === 'spring_festival'
        ? dayNumber(springFestival(festival.year - back)) + festival.offsetDays
        : dayNumber(inYear(date, year - back)),
    );
  }
  return { days, alignedOn, offsetDays: alignedOn === 'spring_festival' ? festival.offsetDays : null };
}

/** The season of a day. `means` is a series of 7-day means; range and median are quantiles with linear interpolation. */
export function seasonOn(means: DailySeries, day: DayNumber, alignment: Alignment | null = null): Season | SeasonAbsence {
  const value = valueOn(means, day);
  if (!isNumber(value)) return 'too_few_values';
  const range = seasonRange(means, day, alignment);
  if (range === null) return 'too_few_years';
  const below = range.earlier.filter((one) => one.value < value).length;
  return { value, percentile: (100 * below) / range.years, ...range };
}

/** What earlier years say about a day, without the day's own value; null with fewer than three of them. */
export function seasonRange(means: DailySeries, day: DayNumber, alignment: Alignment | null = null): Omit<Season, 'value' | 'percentile'> | null {
  const count = Math.max(0, Math.ceil((day - means.start) / 365));
  const { days, alignedOn, offsetDays } = correspondingDays(day, count, alignment);
  const earlier = days.flatMap((at) => {
    const value = valueOn(means, at);
    return isNumber(value) ? [{ date: dateOfDay(at), value }] : [];
  });
  if (earlier.length < leastYears) return null;
  const sorted = earlier.map((one) => one.value).toSorted((a, b) => a - b);
  const quantile = (share: number) => quantileSorted(sorted, share) ?? Number.NaN;
  return { years: earlier.length, p10: quantile(0.1), median: quantile(0.5), p90: quantile(0.9), earlier, alignedOn, offsetDays };
}
