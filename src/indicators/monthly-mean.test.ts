import { expect, test } from 'vitest';
import { dayNumber } from '#src/domain/calendar.ts';
import { monthlyMeans } from './monthly-mean.ts';
import type { SeriesValue } from './series.ts';

const start = dayNumber('2024-02-27');
const series = (values: readonly SeriesValue[]) => ({ start, values });

test('a month has a mean from 15 measured days on', () => {
  const values: SeriesValue[] = [...Array.from({ length: 3 }, () => 100), ...Array.from({ length: 31 }, (_, index): SeriesValue => (index < 16 ? 'gap' : index)), ...Array.from({ length: 30 }, (_, index): SeriesValue => (index < 16 ? 'gap' : 1))];
  // 2024-02-27 to 29, March with 15 days (16 to 30), April with 14.
  expect(monthlyMeans(series(values))).toEqual([
    { month: '2024-02', value: 'gap' },
    { month: '2024-03', value: 23 },
    { month: '2024-04', value: 'gap' },
  ]);
  expect(monthlyMeans(series([]))).toEqual([]);
});
