import { expect, test } from 'vitest';
import type { Level, StockUnit } from '#src/domain/blood.ts';
import { dayNumber } from '#src/domain/calendar.ts';
import { levelBy, periodOn, thresholdPeriods } from './level.ts';
import type { ThresholdRow } from './level.ts';
import type { SeriesKey } from './series.ts';

const series: SeriesKey = { station: 'all', component: 'red_cells', abo: 'A', rhd: 'positive', unit: 'U' };
const row = (level: Level, atOrAbove: number, more: Partial<ThresholdRow> = {}): ThresholdRow => ({
  station: 'all', component: 'red_cells', abo: 'all', rhd: 'all', unit: 'days', level, validFrom: '2016-01-01', atOrAbove, clause: null, ...more,
});
const three = [row('normal', 7), row('low', 5), row('short', 3)];

function levelOn(rows: readonly ThresholdRow[], value: { days: number | null; quantity: number }, date = '2026-11-21', key = series) {
  return levelBy(periodOn(thresholdPeriods(rows, key), dayNumber(date)), value);
}
const days = (value: number) => ({ days: value, quantity: 100 });

test.each<[number, Level]>([[9, 'normal'], [7, 'normal'], [6.999, 'low'], [5, 'low'], [3, 'short'], [2.9, 'critical'], [0, 'critical']])(
  '%d days are %s', (value, level) => {
    expect(levelOn(three, days(value))?.level).toBe(level);
  },
);

test('below every threshold the level is one step worse than the lowest stated', () => {
  expect(levelOn([row('normal', 7)], days(1))?.level).toBe('low');
  expect(levelOn([row('normal', 7), row('critical', 1)], days(0.5))?.level).toBe('critical');
});

test('the margins to the neighbours', () => {
  const low = levelOn(three, days(5.5));
  expect(low).toMatchObject({ threshold: { level: 'low', atOrAbove: 5 }, toBetter: { threshold: { level: 'normal' }, difference: 1.5 }, toWorse: { difference: 0.5 } });
  expect(levelOn(three, days(8))).toMatchObject({ toBetter: null, toWorse: { threshold: { level: 'normal' }, difference: 1 } });
  expect(levelOn(three, days(1))).toMatchObject({ threshold: null, toBetter: { threshold: { level: 'short' }, difference: 2 }, toWorse: null });
});

test('a threshold changed from a date changes nothing before it', () => {
  const changed = [...three, row('normal', 10, { validFrom: '2026-11-21' })];
  expect(levelOn(changed, days(8), '2026-11-20')?.level).toBe('normal');
  expect(levelOn(changed, days(8), '2026-11-21')?.level).toBe('low');
  expect(levelOn(changed, days(6), '2026-11-21')?.level).toBe('low');
});

test('before the first threshold there is no level', () => {
  expect(levelOn(three, days(8), '2015-12-31')).toBeNull();
  expect(levelOn([], days(8))).toBeNull();
});

test('the most exact selector wins: station, then ABO group, then RhD status', () => {
  const rows = [
    ...three,
    row('normal', 20, { rhd: 'positive' }),
    row('normal', 30, { abo: 'A' }),
    row('normal', 40, { station: 'branch' }),
  ];
  const reached = (key: Partial<SeriesKey>) => levelOn(rows, days(100), '2026-11-21', { ...series, ...key })?.threshold?.atOrAbove;
  expect(reached({})).toBe(30);
  expect(reached({ abo: 'B' })).toBe(20);
  expect(reached({ abo: 'B', rhd: 'all' })).toBe(7);
  expect(reached({ station: 'branch' })).toBe(40);
  expect(reached({ component: 'plasma' })).toBeUndefined();
});

test('an exact selector counts from its own first date', () => {
  const rows = [...three, row('normal', 30, { abo: 'A', validFrom: '2026-06-01' })];
  expect(levelOn(rows, days(8), '2026-05-31')?.level).toBe('normal');
  expect(levelOn(rows, days(8), '2026-06-01')?.level).toBe('low');
});

test('thresholds in the stock’s unit hold where no days are known, and before those in days where they name the series more exactly', () => {
  const own = (unit: StockUnit, more: Partial<ThresholdRow> = {}) => row('normal', 200, { unit, ...more });
  expect(levelOn([...three, own('U')], { days: null, quantity: 150 })?.level).toBe('low');
  expect(levelOn([...three, own('U')], { days: 8, quantity: 150 })?.level).toBe('normal');
  expect(levelOn([...three, own('U', { abo: 'A' })], { days: 8, quantity: 150 })?.level).toBe('low');
  expect(levelOn([own('U')], { days: 8, quantity: 250 })?.level).toBe('normal');
  expect(levelOn(three, { days: null, quantity: 150 })).toBeNull();
  expect(levelOn([own('dose')], { days: 8, quantity: 250 })).toBeNull();
});

test('a threshold carries its clause', () => {
  expect(levelOn([row('normal', 7, { clause: 'city-plan#c-1' })], days(8))?.threshold).toEqual({
    unit: 'days', level: 'normal', atOrAbove: 7, clause: 'city-plan#c-1', validFrom: '2016-01-01',
  });
});
