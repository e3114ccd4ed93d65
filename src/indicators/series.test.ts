import { expect, test } from 'vitest';
import { dayNumber } from '#src/domain/calendar.ts';
import type { Measured } from '#src/domain/missing.ts';
import { buildSeries, lastDayOf, valueOn } from './series.ts';
import type { SeriesRow } from './series.ts';

type Row = SeriesRow & { readonly quantity: Measured };
const row = (date: string, abo: 'A' | 'AB', quantity: Measured, station = 'centre'): Row => ({
  date, station, component: 'red_cells', abo, rhd: 'positive', unit: 'U', quantity,
});
const rows = [
  row('2026-01-01', 'A', 5),
  row('2026-01-02', 'A', 6), row('2026-01-02', 'AB', 1),
  row('2026-01-04', 'A', 'not_published'),
  row('2026-01-05', 'A', 0), row('2026-01-05', 'AB', 2),
  row('2026-01-06', 'A', 7),
];

test('an absent row is a gap where the table says so', () => {
  const [a, ab] = buildSeries(rows, (one) => one.quantity, 'missing');
  expect(a?.series).toEqual({ start: dayNumber('2026-01-01'), values: [5, 6, 'gap', 'not_published', 0, 7] });
  expect(ab?.series).toEqual({ start: dayNumber('2026-01-02'), values: [1, 'gap', 'gap', 2] });
});

test('an absent row is zero only on dates on which the station reports another group of the component', () => {
  const [a, ab] = buildSeries(rows, (one) => one.quantity, 'zero');
  expect(a?.series.values).toEqual([5, 6, 'gap', 'not_published', 0, 7]);
  expect(ab?.series).toEqual({ start: dayNumber('2026-01-01'), values: [0, 1, 'gap', 0, 2, 0] });
  expect(ab?.lastRowDay).toBe(dayNumber('2026-01-05'));
});

test('another station or component says nothing about an absent row', () => {
  const others = [...rows, row('2026-01-03', 'A', 9, 'branch'), { ...row('2026-01-03', 'A', 9), component: 'plasma' as const }];
  const ab = buildSeries(others, (one) => one.quantity, 'zero').find((one) => one.abo === 'AB');
  expect(valueOn(ab!.series, dayNumber('2026-01-03'))).toBe('gap');
});

test('a column that is filled for no group of a date makes no zeros', () => {
  const requested = new Map<Row, Measured>([[rows[1]!, 4], [rows[4]!, 'not_reported'], [rows[5]!, 3]]);
  const [a, ab] = buildSeries(rows, (one) => requested.get(one) ?? 'not_reported', 'zero', 'measured');
  expect(ab?.series).toEqual({ start: dayNumber('2026-01-02'), values: ['not_reported', 'gap', 'gap', 3] });
  expect(a?.series.values).toEqual(['not_reported', 4, 'gap', 'not_reported', 'not_reported', 'not_reported']);
});

test('outside its days a series has gaps', () => {
  const [a] = buildSeries(rows, (one) => one.quantity, 'missing');
  expect(valueOn(a!.series, dayNumber('2025-12-31'))).toBe('gap');
  expect(valueOn(a!.series, dayNumber('2026-01-07'))).toBe('gap');
  expect(lastDayOf(a!.series)).toBe(dayNumber('2026-01-06'));
});
