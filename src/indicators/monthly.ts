/** Daily series by month: the last reported stock, and the sum of what came in or went out. */
import { dateOfDay, dayNumber, firstDayOfMonth, lastDayOfMonth, monthOf, monthsFrom } from '#src/domain/calendar.ts';
import type { DayNumber, IsoMonth } from '#src/domain/calendar.ts';
import { isNumber, lastDayOf, valueOn } from './series.ts';
import type { DailySeries, SeriesValue } from './series.ts';

export interface MonthlyValue {
  readonly month: IsoMonth;
  readonly value: SeriesValue;
}

/** The last measured value of each month that is over on `latest`; `gap` where the month has none. */
export function monthlyStock(series: DailySeries, latest: DayNumber): MonthlyValue[] {
  return completeMonths(series, latest).map((month) => {
    const first = dayNumber(firstDayOfMonth(month));
    for (let day = dayNumber(lastDayOfMonth(month)); day >= first; day -= 1) {
      const value = valueOn(series, day);
      if (isNumber(value)) return { month, value };
    }
    return { month, value: 'gap' };
  });
}

/** The sum of each month that is over on `latest`; `gap` where a day of the month has no value, because a missing value is not zero. */
export function monthlyFlow(series: DailySeries, latest: DayNumber): MonthlyValue[] {
  return completeMonths(series, latest).map((month) => {
    let sum = 0;
    const last = dayNumber(lastDayOfMonth(month));
    for (let day = dayNumber(firstDayOfMonth(month)); day <= last; day += 1) {
      const value = valueOn(series, day);
      if (!isNumber(value)) return { month, value: 'gap' };
      sum += value;
    }
    return { month, value: sum };
  });
}

function completeMonths(series: DailySeries, latest: DayNumber): IsoMonth[] {
  if (series.values.length === 0) return [];
  const months = monthsFrom(monthOf(dateOfDay(series.start)), monthOf(dateOfDay(lastDayOf(series))));
  return months.filter((month) => dayNumber(lastDayOfMonth(month)) <= latest);
}
