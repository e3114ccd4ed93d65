/** Whether a value is normal for the season: its place among the same days of earlier years, aligned on Spring Festival around it. */
import { dateOfDay } from '#src/domain/calendar.ts';
import type { DayNumber } from '#src/domain/calendar.ts';
import { springFestivalDay } from '#src/domain/lunar.ts';
import { correspondingDays, earlierYears, seasonBand } from '#src/domain/season-days.ts';
import type { Alignment, SeasonBand } from '#src/domain/season-days.ts';
import { sevenDayMeans } from '#src/domain/seven-day-mean.ts';
import { isNumber, valueOn } from './series.ts';
import type { DailySeries, SeriesValue } from './series.ts';

export interface Season extends SeasonBand {
  /** 7-day mean that ends on the date. */
  readonly value: number;
  /** 100 × share of the earlier years strictly below `value`. */
  readonly percentile: number;
  /** Number of earlier years. */
  readonly years: number;
  /** The earlier dates compared with, latest first, each with its 7-day mean. */
  readonly earlier: readonly { readonly date: string; readonly value: number }[];
  readonly alignedOn: Alignment;
  /** Days after (+) or before (−) Spring Festival; null where aligned on the calendar date. */
  readonly offsetDays: number | null;
}

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
  const { days, alignedOn, offsetDays } = correspondingDays(day, earlierYears(day, means.start), springFestivalDay, alignment);
  const earlier = days.flatMap((at) => {
    const value = valueOn(means, at);
    return isNumber(value) ? [{ date: dateOfDay(at), value }] : [];
  });
  const band = seasonBand(earlier.map((one) => one.value));
  return band === null ? null : { years: earlier.length, ...band, earlier, alignedOn, offsetDays };
}
