/** Monthly means of a daily series. */
import { dateOfDay, dayNumber, firstDayOfMonth, lastDayOfMonth, monthOf, monthsFrom } from '#src/domain/calendar.ts';
import type { MonthlyValue } from './monthly.ts';
import { isNumber, lastDayOf, valueOn } from './series.ts';
import type { DailySeries } from './series.ts';

/** A month with fewer measured days has no mean. */
export const leastDaysOfMonth = 15;

/** The mean of the measured days of every month that the series touches, the current one included; `gap` with fewer than 15 of them. */
export function monthlyMeans(series: DailySeries): MonthlyValue[] {
  if (series.values.length === 0) return [];
  return monthsFrom(monthOf(dateOfDay(series.start)), monthOf(dateOfDay(lastDayOf(series)))).map((month) => {
    let [sum, count] = [0, 0];
    const last = dayNumber(lastDayOfMonth(month));
    for (let day = dayNumber(firstDayOfMonth(month)); day <= last; day += 1) {
      const value = valueOn(series, day);
      if (!isNumber(value)) continue;
      sum += value;
      count += 1;
    }
    return { month, value: count >= leastDaysOfMonth ? sum / count : 'gap' };
  });
}
