import { expect, test } from 'vitest';
import { dayNumber } from '#src/domain/calendar.ts';
import { monthlyFlow, monthlyStock } from './monthly.ts';
import type { SeriesValue } from './series.ts';

const start = dayNumber('2026-01-01');
/** January to 20 March: the day of the month; 31 January and 5 February are missing. */
const values = Array.from({ length: 79 }, (_, index): SeriesValue => {
  if (index === 30 || index === 35) return 'gap';
  return index < 31 ? index + 1 : index < 59 ? index - 30 : index - 58;
});
const series = { start, values };

test('the stock of a month is its last reported value; a month that is not over has none', () => {
  expect(monthlyStock(series, dayNumber('2026-03-20'))).toEqual([{ month: '2026-01', value: 30 }, { month: '2026-02', value: 28 }]);
  expect(monthlyStock(series, dayNumber('2026-01-30'))).toEqual([]);
});

test('the sum of a month with a missing day is missing', () => {
  const whole = { start, values: values.with(30, 31) };
  expect(monthlyFlow(whole, dayNumber('2026-03-20'))).toEqual([{ month: '2026-01', value: 496 }, { month: '2026-02', value: 'gap' }]);
});

test('a month that begins before the series is not summed, a month without values has no stock', () => {
  const late = { start: start + 3, values: values.slice(3) };
  expect(monthlyFlow(late, dayNumber('2026-01-31'))[0]).toEqual({ month: '2026-01', value: 'gap' });
  expect(monthlyStock({ start, values: Array.from({ length: 40 }, () => 'gap' as const) }, dayNumber('2026-02-09'))).toEqual([{ month: '2026-01', value: 'gap' }]);
  expect(monthlyFlow({ start, values: [] }, dayNumber('2026-02-09'))).toEqual([]);
});
