/** What ten years of one series say: the lowest value, the change within a year, the longest gap. */
import { dateOfDay, dayNumber, inYear, yearOf } from './calendar.ts';
import type { DayNumber } from './calendar.ts';

/** One value a day from `start` on; what is no number is missing. */
export interface DailyValues {
  readonly start: DayNumber;
  readonly values: readonly (number | string | null)[];
}

export interface DayValue {
  readonly day: DayNumber;
  readonly value: number;
}

/** The lowest value and the first day on which it was reached; null where nothing was measured. */
export function lowestOf(series: DailyValues): DayValue | null {
  const { start, values } = series;
  let [place, lowest] = [-1, Infinity];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (typeof value === 'number' && value < lowest) [place, lowest] = [index, value];
  }
  return place < 0 ? null : { day: start + place, value: lowest };
}

/** The value of a day and that of the same date a year before (of 29 February the 28th); each null where it is missing. */
export function yearAgo(series: DailyValues, day: DayNumber): { readonly now: DayValue | null; readonly before: DayValue | null } {
  const date = dateOfDay(day);
  const valueOf = (at: DayNumber): DayValue | null => {
    const value = series.values[at - series.start];
    return typeof value === 'number' ? { day: at, value } : null;
  };
  return { now: valueOf(day), before: valueOf(dayNumber(inYear(date, yearOf(date) - 1))) };
}

/** The longest run of days without a value, at the ends of the series too, up to `last` where the series ends before it; the first of equals; null where there is none. */
export function longestGap(series: DailyValues, last: DayNumber = series.start + series.values.length - 1): { readonly from: DayNumber; readonly to: DayNumber; readonly days: number } | null {
  let longest: { from: DayNumber; to: DayNumber; days: number } | null = null;
  let from = series.start;
  for (let day = series.start; day <= last + 1; day += 1) {
    if (day <= last && typeof series.values[day - series.start] !== 'number') continue;
    if (day - from > (longest?.days ?? 0)) longest = { from, to: day - 1, days: day - from };
    from = day + 1;
  }
  return longest;
}
