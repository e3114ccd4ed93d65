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

/** The value of a day and that of the same date a year before (of 29 February the 28th); null where either is missing. */
export function yearAgo(series: DailyValues, day: DayNumber): { readonly now: DayValue; readonly before: DayValue } | null {
  const date = dateOfDay(day);
  const earlier = dayNumber(inYear(date, yearOf(date) - 1));
  const [now, before] = [series.values[day - series.start], series.values[earlier - series.start]];
  return typeof now === 'number' && typeof before === 'number' ? { now: { day, value: now }, before: { day: earlier, value: before } } : null;
}

/** The longest run of days without a value between the first and the last measured day, the first of equals; null where there is none. */
export function longestGap(series: DailyValues): { readonly from: DayNumber; readonly to: DayNumber; readonly days: number } | null {
  let longest: { from: DayNumber; to: DayNumber; days: number } | null = null;
  let lastKnown: DayNumber | null = null;
  for (const [index, value] of series.values.entries()) {
    if (typeof value !== 'number') continue;
    const day = series.start + index;
    const days: number = lastKnown === null ? 0 : day - lastKnown - 1;
    if (lastKnown !== null && days > (longest?.days ?? 0)) longest = { from: lastKnown + 1, to: day - 1, days };
    lastKnown = day;
  }
  return longest;
}
