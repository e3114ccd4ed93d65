import { expect, test } from 'vitest';
import type { StockUnit } from '#src/domain/blood.ts';
import { regionTotal } from './region-total.ts';
import { lastDayOf } from './series.ts';
import type { KeyedSeries, SeriesValue } from './series.ts';

function station(name: string, start: number, values: SeriesValue[], unit: StockUnit = 'U'): KeyedSeries {
  const series = { start, values };
  return { station: name, component: 'red_cells', abo: 'A', rhd: 'positive', unit, series, lastRowDay: lastDayOf(series) };
}

test('the total is the sum of the stations that have begun', () => {
  expect(regionTotal([station('centre', 10, [1, 2, 3]), station('branch', 11, [10, 20])], false)).toEqual({ start: 10, values: [1, 12, 23] });
});

test('one missing station leaves the total missing, for the same reason, never a partial sum', () => {
  const centre = station('centre', 10, [1, 2, 'not_published', 'not_published']);
  const branch = station('branch', 10, [10, 'not_reported', 20, 'not_reported']);
  expect(regionTotal([centre, branch], false)?.values).toEqual([11, 'not_reported', 'not_published', 'gap']);
});

test('a silent station counts as missing for 28 days, then as closed', () => {
  const centre = station('centre', 0, Array.from({ length: 40 }, () => 5));
  const values = regionTotal([centre, station('branch', 0, [1, 1])], false)?.values;
  expect(values?.slice(0, 2)).toEqual([6, 6]);
  expect(values?.slice(2, 30)).toEqual(Array.from({ length: 28 }, () => 'gap'));
  expect(values?.slice(30)).toEqual(Array.from({ length: 10 }, () => 5));
});

test('what the publisher states is the total, also where it is missing', () => {
  const stations = [station('centre', 0, [1, 2, 3, 4]), station('all', 1, [90, 'gap'])];
  expect(regionTotal(stations, false)).toEqual({ start: 0, values: [1, 90, 'gap', 'gap'] });
});

test('days and percent are never added', () => {
  const pair = [station('centre', 0, [50], 'percent'), station('branch', 0, [70], 'percent')];
  expect(regionTotal(pair, false)).toBeNull();
  expect(regionTotal([...pair, station('all', 0, [60], 'percent')], false)?.values).toEqual([60]);
});

test('the only station of a component is the region, in any unit', () => {
  expect(regionTotal([station('centre', 0, [50, 60], 'percent')], true)?.values).toEqual([50, 60]);
  expect(regionTotal([station('centre', 0, [50], 'percent')], false)).toBeNull();
});
