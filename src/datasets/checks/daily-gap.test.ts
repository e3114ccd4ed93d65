import { expect, test } from 'vitest';
import { addDays } from '#src/domain/calendar.ts';
import { runChecks } from '../../../tests/support/run-checks.ts';
import { check } from './daily-gap.ts';

const row = (date: string, station = 'centre', abo = 'A'): readonly string[] => [date, station, 'red_cells', abo, 'positive', 'U', '5', '', ''];
const days = (from: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => addDays(from, index));
const gaps = (rows: readonly (readonly string[])[], settings: object = {}) =>
  runChecks([check], { stock: rows }, settings).map(({ severity, row: at, value, message }) => [severity, at, value, message.zh]);

test('no gap, no warning; a series may begin and end when it likes', () => {
  expect(gaps([...days('2026-01-01', 5).map((date) => row(date)), row('2026-01-05', 'east')])).toEqual([]);
});

test('a gap of the whole table is said once, not for each series', () => {
  const rows = ['2026-01-01', '2026-01-04'].flatMap((date) => [row(date), row(date, 'centre', 'B'), row(date, 'east')]);
  expect(gaps(rows)).toEqual([['warning', 5, '2026-01-04', '整张表：2026-01-02 至 2026-01-03 缺 2 天。']]);
});

test('a gap of one series is said with its name, also where it begins before a gap of the whole table', () => {
  const rows = [row('2026-01-01'), row('2026-01-01', 'east'), row('2026-01-02'), row('2026-01-04'), row('2026-01-04', 'east')];
  expect(gaps(rows)).toEqual([
    ['warning', 5, '2026-01-04', '整张表：缺 2026-01-03 这一天。'],
    ['warning', 6, '2026-01-04', 'east/red_cells/A/positive/U：2026-01-02 至 2026-01-03 缺 2 天。'],
  ]);
});

test('an announced pause gives no warning; a gap that goes beyond it does', () => {
  const rows = ['2026-02-15', '2026-02-19'].flatMap((date) => [row(date), row(date, 'east')]);
  const pause = (until: string) => ({ pauses: [{ from: '2026-02-16', until, note: '春节' }] });
  expect(gaps(rows, pause('2026-02-18'))).toEqual([]);
  expect(gaps(rows, pause('2026-02-17'))).toHaveLength(1);
});

test('where an absent row is zero, only a day without any row of the station and component is a gap', () => {
  const rows = [row('2026-01-01'), row('2026-01-01', 'centre', 'B'), row('2026-01-02'), row('2026-01-03', 'centre', 'B')];
  expect(gaps(rows)).toHaveLength(1);
  expect(gaps(rows, { tables: { stock: { absent_row: 'zero' } } })).toEqual([]);
});

test('weekends and holidays are no gap in a table that is published on workdays', () => {
  const tables = { tables: { stock: { every: 'workday' } } };
  // 2026-09-30 is a Wednesday; the National Day holiday lasts until 10-07; Saturday 10-10 is worked in exchange.
  const dates = ['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12'];
  expect(gaps(dates.map((date) => row(date)), tables)).toEqual([]);
  expect(gaps(dates.filter((date) => date !== '2026-10-10').map((date) => row(date)), tables)).toEqual([['warning', 5, '2026-10-12', '整张表：缺 2026-10-10 这一天。']]);
  expect(gaps(dates.map((date) => row(date)))).toHaveLength(2);
});

test('a table that is published by the month has no daily gaps', () => {
  expect(gaps(['2026-01-31', '2026-02-28'].map((date) => row(date)), { tables: { stock: { every: 'P1M' } } })).toEqual([]);
});
