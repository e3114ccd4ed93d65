import { expect, test } from 'vitest';
import { everyDay, fakePortal } from '../../tests/support/fake-portal.ts';
import { currentStock, currentStockJson } from './current-stock.ts';

const today = '2026-11-21';
const both = everyDay('2019-11-01', today, () => ({}));
const portal = fakePortal({
  tables: {
    stock: both.flatMap(({ date = '' }) => [
      { date, quantity: String(100 + Number(date.slice(2, 4))) },
      { date, rhd: 'negative', quantity: '12' },
    ]),
    issues: both.flatMap(({ date = '' }) => [
      { date, quantity: '18' },
      { date, rhd: 'negative', quantity: '1' },
    ]),
    thresholds: [{ level: 'normal', valid_from: '2016-01-01', at_or_above: '5', clause: 'city-plan#c-1' }],
  },
});

test('names, order and values are those of the contract', () => {
  const file = JSON.parse(currentStockJson(portal)) as Record<string, unknown>;
  expect(Object.keys(file)).toEqual(['as_of', 'published_at', 'valid_until', 'demonstration', 'groups']);
  expect({ ...file, groups: 0 }).toEqual({
    as_of: today, published_at: '2026-11-21T21:00:00+08:00', valid_until: '2026-11-22T11:00:00+08:00', demonstration: false, groups: 0,
  });
  const [total, centre, negative, ...rest] = file['groups'] as Record<string, unknown>[];
  expect(rest).toEqual([]);
  expect(Object.entries(total!)).toEqual(Object.entries({
    station: 'all', component: 'red_cells', abo: 'A', rhd: 'positive', quantity: 126, unit: 'U',
    mean_daily_demand: 18, demand_kind: 'issues', window_days: 28, days_counted: 28, days_of_supply: 7,
    level: 'normal', level_by: 'portal', threshold: { unit: 'days', at_or_above: 5, clause: 'city-plan#c-1' },
    season: { percentile: 100, years: 7 },
  }));
  expect(centre).toEqual({ ...total, station: 'centre' });
  expect(negative).toEqual({
    station: 'all', component: 'red_cells', abo: 'A', rhd: 'negative', quantity: 12, unit: 'U',
    mean_daily_demand: null, demand_kind: null, window_days: null, days_counted: null, days_of_supply: null,
    level: null, level_by: null, threshold: null, season: null,
  });
});

test('a group with four units issued in the window has no number in the file', () => {
  const stock = everyDay('2026-09-01', today, () => ({ quantity: '7777' }));
  const issues = everyDay('2026-09-01', today, (date) => ({ quantity: date > '2026-11-17' ? '1' : '0' }));
  const text = currentStockJson(fakePortal({ tables: { stock, issues } }));
  expect(text).not.toContain('7777');
  const { groups } = JSON.parse(text) as { groups: Record<string, unknown>[] };
  expect(groups).toHaveLength(1);
  const { station, component, abo, rhd, unit, ...numbers } = groups[0]!;
  expect([station, component, abo, rhd, unit]).toEqual(['all', 'red_cells', 'A', 'positive', 'U']);
  expect(Object.values(numbers).every((value) => value === null)).toBe(true);
});

test('a demonstration says so; a portal without stock has no groups', () => {
  expect(currentStock(fakePortal({ settings: { demonstration: { clock: 'x' } } }))).toEqual({
    as_of: null, published_at: '2026-11-21T21:00:00+08:00', valid_until: null, demonstration: true, groups: [],
  });
});
