import { expect, test } from 'vitest';
import { dateOfDay, dayNumber } from './calendar.ts';
import { longestGap, lowestOf, yearAgo } from './history-facts.ts';

const start = dayNumber('2024-02-27');
const series = (values: readonly (number | string)[]) => ({ start, values });

test('the lowest value is that of the first day on which it was reached', () => {
  const lowest = lowestOf(series([4, 'gap', 2, 3, 2]));
  expect(lowest).toEqual({ day: start + 2, value: 2 });
  expect(dateOfDay(lowest!.day)).toBe('2024-02-29');
  expect(lowestOf(series(['gap', 'suppressed']))).toBeNull();
});

test('a year before 29 February is the 28th; a missing day is not compared', () => {
  const values = Array.from({ length: 800 }, (_, index) => index);
  const whole = { start: dayNumber('2023-02-01'), values };
  expect(yearAgo(whole, dayNumber('2024-02-29'))).toEqual({ now: { day: dayNumber('2024-02-29'), value: 393 }, before: { day: dayNumber('2023-02-28'), value: 27 } });
  expect(yearAgo(whole, dayNumber('2023-06-01'))).toEqual({ now: { day: dayNumber('2023-06-01'), value: 120 }, before: null });
  expect(yearAgo({ ...whole, values: values.with(393, Number.NaN).map((value) => (Number.isNaN(value) ? 'gap' : value)) }, dayNumber('2024-02-29'))).toEqual({ now: null, before: { day: dayNumber('2023-02-28'), value: 27 } });
});

test('the longest gap may lie at either end and is the first of equals', () => {
  expect(longestGap(series(['gap', 1, 'gap', 'not_reported', 2, 'gap', 'gap', 3, 'gap']))).toEqual({ from: start + 2, to: start + 3, days: 2 });
  expect(longestGap(series(['gap', 'gap', 1, 'gap']))).toEqual({ from: start, to: start + 1, days: 2 });
  expect(longestGap(series([1, 'gap', 2, 'gap', 'gap']))).toEqual({ from: start + 3, to: start + 4, days: 2 });
  expect(longestGap(series(['gap', 'gap']))).toEqual({ from: start, to: start + 1, days: 2 });
  expect(longestGap(series([1, 2]), start + 4)).toEqual({ from: start + 2, to: start + 4, days: 3 });
  expect(longestGap(series([1, 2]))).toBeNull();
});
