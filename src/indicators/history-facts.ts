/** What ten years of one series say: the lowest value, the change within a year, the longest gap. */
import { dateOfDay, dayNumber, inYear, yearOf } from '#src/domain/calendar.ts';
import type { DayNumber } from '#src/domain/calendar.ts';
import { isNumber, lastDayOf, valueOn } from './series.ts';
import type { DailySeries } from './series.ts';

export interface DayValue {
  readonly day: DayNumber;
  readonly value: number;
}

/** The lowest value and the first day on which it was reached; null where nothing was measured. */
export function lowestOf(series: DailySeries): DayValue | null {
  let lowest: DayValue | null = null;
  for (const [index, value] of series.values.entries()) {
    if (isNumber(value) && (lowest === null || value < lowest.value)) lowest = { day: series.start + index, value };
  }
  return lowest;
}

/** The value of a day and that of the same date a year before (of 29 February the 28th); null where either is missing. */
export function yearAgo(series: DailySeries, day: DayNumber): { readonly now: DayValue; readonly before: DayValue } | null {
  const date = dateOfDay(day);
  const earlier = dayNumber(inYear(date, yearOf(date) - 1));
  const [now, before] = [valueOn(series, day), valueOn(series, earlier)];
  return isNumber(now) && isNumber(before) ? { now: { day, value: now }, before: { day: earlier, value: before } } : null;
}

/** The longest run of days without a value between the first and the last measured day, the first of equals; null where there is none. */
export function longestGap(series: DailySeries): { readonly from: DayNumber; readonly to: DayNumber; readonly days: number } | null {
  let longest: { from: DayNumber; to: DayNumber; days: number } | null = null;
  let lastKnown: DayNumber | null = null;
  for (let day = series.start; day <= lastDayOf(series); day += 1) {
    if (!isNumber(valueOn(series, day))) continue;
    const days: number = lastKnown === null ? 0 : day - lastKnown - 1;
    if (lastKnown !== null && days > (longest?.days ?? 0)) longest = { from: lastKnown + 1, to: day - 1, days };
    lastKnown = day;
  }
  return longest;
}
