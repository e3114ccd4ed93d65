import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#src/domain/calendar.ts';
import { everyDay, fakePortal } from '../../tests/support/fake-portal.ts';
import type { FakePortal, TextRecord } from '../../tests/support/fake-portal.ts';
import { rarityOf } from './rare-groups.ts';
import { stockHistory } from './stock-history.ts';
import { stockNow } from './stock-now.ts';
import type { StockEntry } from './stock-now.ts';

const today = '2026-11-21';
const thresholds = [
  { level: 'normal', valid_from: '2016-01-01', at_or_above: '7' },
  { level: 'low', valid_from: '2016-01-01', at_or_above: '5' },
  { level: 'short', valid_from: '2016-01-01', at_or_above: '3' },
];
/** 60 days of a constant stock and constant issues up to `today`. */
const constant = (stock: TextRecord, issues: TextRecord): Record<string, TextRecord[]> => ({
  stock: everyDay('2026-09-23', today, () => stock),
  issues: everyDay('2026-09-23', today, () => issues),
  thresholds,
});
function entry(options: FakePortal, station = 'all', group = 'a-positive'): StockEntry {
  const found = stockNow(fakePortal(options)).entries.find((one) => one.station === station && one.group === group);
  if (found === undefined) throw new Error(`no entry for ${station} ${group}`);
  return found;
}

test('the division is shown with its two numbers, its window and its margins', () => {
  const found = entry({ tables: constant({ quantity: '120' }, { quantity: '20' }) });
  expect(found).toMatchObject({
    date: today,
    quantity: 120,
    unit: 'U',
    daysOfSupply: 6,
    demand: { mean: 20, sum: 560, kind: 'issues', from: '2026-10-25', to: today, daysCounted: 28 },
    level: 'low',
    levelBy: 'portal',
    threshold: { level: 'low', atOrAbove: 5, clause: null },
    toBetter: { threshold: { level: 'normal' }, difference: 1 },
    toWorse: { difference: 1 },
    validUntil: '2026-11-22T11:00:00+08:00',
    reasons: { days: null, level: null, season: 'too_few_years' },
  });
});

test('every entry says why something is not there', () => {
  const tables = constant({ quantity: '120' }, { quantity: '20' });
  const reasons = (more: FakePortal) => entry(more).reasons;
  expect(reasons({ tables: { ...tables, issues: [] } })).toEqual({ days: 'no_demand_published', level: 'no_threshold', season: 'no_demand_published' });
  expect(reasons({ tables: { ...tables, thresholds: [] } })).toMatchObject({ days: null, level: 'no_threshold' });
  expect(reasons({ tables: { ...tables, issues: everyDay('2026-09-23', today, (date) => ({ quantity: date < '2026-10-20' ? '20' : 'NP' })) } })).toMatchObject({
    days: 'demand_missing', level: 'demand_missing',
  });
  const alerts = [{ alert: 'a', from: '2026-01-01', restriction_percent: '50' }];
  expect(reasons({ tables: { ...tables, alerts } })).toMatchObject({ days: 'restricted', level: 'restricted' });
});

test('a stock that is missing on the latest date has neither days nor level, and the last known value has its own date', () => {
  const tables = constant({ quantity: '120' }, { quantity: '20' });
  const late = tables.stock!.map((row) => (row.date === today ? { ...row, quantity: 'NP' } : row));
  expect(entry({ tables: { ...tables, stock: late } })).toMatchObject({
    quantity: 'not_published',
    daysOfSupply: null,
    level: null,
    lastKnown: { date: '2026-11-20', quantity: 120 },
    reasons: { days: 'stock_missing', level: 'stock_missing' },
  });
});

test('thresholds in units give a level where no demand is published, and none where a demand cannot be judged', () => {
  const inUnits = thresholds.map((row) => ({ ...row, unit: 'U', at_or_above: `${row.at_or_above}0` }));
  const tables = { ...constant({ quantity: '60' }, { quantity: '20' }), thresholds: inUnits };
  expect(entry({ tables: { ...tables, issues: [] } })).toMatchObject({ level: 'low', threshold: { unit: 'U', atOrAbove: 50 }, daysOfSupply: null });
  const alerts = [{ alert: 'a', from: '2026-01-01', restriction_percent: '50' }];
  expect(entry({ tables: { ...tables, alerts } }).level).toBeNull();
});

test('the region’s total adds stations, and components are never added', () => {
  const both = everyDay('2026-09-23', today, () => ({}));
  const stock = both.flatMap(({ date = '' }) => [
    { date, quantity: '100' },
    { date, station: 'branch', quantity: '20' },
    { date, component: 'apheresis_platelets', rhd: 'all', unit: 'dose', quantity: '7.5' },
  ]);
  const issues = both.flatMap(({ date = '' }) => [{ date, quantity: '18' }, { date, station: 'branch', quantity: '2' }]);
  const now = stockNow(fakePortal({ tables: { stock, issues, thresholds, stations: [{ station: 'centre', region: 'sample-city' }, { station: 'branch', region: 'sample-city' }] } }));
  expect(now.entries.map(({ component, group, station, quantity, daysOfSupply }) => [component, group, station, quantity, daysOfSupply])).toEqual([
    ['red_cells', 'a-positive', 'all', 120, 6],
    ['red_cells', 'a-positive', 'centre', 100, 100 / 18],
    ['red_cells', 'a-positive', 'branch', 20, 10],
    ['apheresis_platelets', 'a', 'all', 7.5, null],
    ['apheresis_platelets', 'a', 'centre', 7.5, null],
  ]);
  expect(now).toMatchObject({
    date: today, components: ['red_cells', 'apheresis_platelets'], headlineComponent: 'red_cells', groups: ['a-positive'], stations: ['all', 'centre', 'branch'],
  });
});

test('a station that has been silent for more than 28 days is gone', () => {
  const tables = constant({ quantity: '120' }, { quantity: '20' });
  const closed = everyDay('2026-09-23', '2026-10-23', () => ({ station: 'old', quantity: '5' }));
  const now = stockNow(fakePortal({ tables: { ...tables, stock: [...closed, ...tables.stock!] } }));
  expect(now.stations).toEqual(['all', 'centre']);
  expect(now.entries[0]?.quantity).toBe(120);
});

test('RhD-negative is shown as stock of the whole region and nothing more', () => {
  const negative = entry({ tables: constant({ quantity: '120', rhd: 'negative' }, { quantity: '20', rhd: 'negative' }) }, 'all', 'a-negative');
  expect(negative).toMatchObject({
    quantity: 120,
    rare: 'rhd_negative',
    demand: null,
    daysOfSupply: null,
    level: null,
    season: null,
    lastMonth: { month: '2026-10', quantity: 120 },
    reasons: { days: 'rhd_negative', level: 'rhd_negative', season: 'rhd_negative' },
  });
  const now = stockNow(fakePortal({ tables: constant({ quantity: '120', rhd: 'negative' }, { quantity: '20', rhd: 'negative' }) }));
  expect(now.stations).toEqual(['all']);
});

test('RhD-negative with a stated level is shown as any other group, and the portal never computes one', () => {
  const tables = constant({ quantity: '120', rhd: 'negative', level: 'short' }, { quantity: '20', rhd: 'negative' });
  expect(entry({ tables }, 'centre', 'a-negative')).toMatchObject({ level: 'short', levelBy: 'publisher', daysOfSupply: 6, rare: null, threshold: null });
  const later = tables.stock!.map((row) => (row.date === today ? { ...row, level: '' } : row));
  expect(entry({ tables: { ...tables, stock: later } }, 'centre', 'a-negative')).toMatchObject({ level: null, levelBy: null, reasons: { level: 'rhd_negative' } });
});

test('a group with four units issued in the window has no days, no level, no daily value', () => {
  const issues = everyDay('2026-09-23', today, (date) => ({ quantity: date >= '2026-11-18' ? '1' : '0' }));
  const tables = { ...constant({ quantity: '77' }, {}), issues };
  const portal = fakePortal({ tables });
  expect(rarityOf(portal, { component: 'red_cells', abo: 'A', rhd: 'positive' })).toBe('too_little_demand');
  const { entries } = stockNow(portal);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    station: 'all', quantity: 'suppressed', demand: null, daysOfSupply: null, level: null, season: null, lastMonth: { month: '2026-10', quantity: 77 },
    reasons: { days: 'too_little_demand', level: 'too_little_demand' },
  });
  expect(stockHistory(portal, { station: 'all', component: 'red_cells', abo: 'A', rhd: 'positive', unit: 'U' })).toBeNull();
});

test('a sum that would give a rare group away is withheld too', () => {
  const group = (abo: string, rhd: string, quantity: string) => everyDay('2026-09-23', today, () => ({ abo, rhd, quantity }));
  const all = ['A', 'B', 'O', 'AB'].flatMap((abo) => group(abo, 'positive', '20'));
  const stock = [...all, ...group('all', 'negative', '9'), ...group('all', 'all', '89'), ...group('all', 'positive', '80')];
  const portal = fakePortal({ tables: { stock, issues: stock } });
  const rarity = (abo: 'A' | 'all', rhd: 'positive' | 'negative' | 'all') => rarityOf(portal, { component: 'red_cells', abo, rhd });
  expect(rarity('A', 'positive')).toBeNull();
  expect(rarity('all', 'positive')).toBeNull();
  expect(rarity('all', 'negative')).toBe('rhd_negative');
  expect(rarity('all', 'all')).toBe('reveals_rare');
});

test('Singapore: percent and the file’s word for the level are shown as given, the word never recomputed', () => {
  const words = ['normal', 'low', 'short', 'critical'];
  const stock = everyDay('2021-06-14', today, (date) => {
    const day = daysBetween('2021-06-14', date);
    return day % 50 === 0 ? null : { station: 'all', component: 'unspecified', rhd: 'negative', unit: 'percent', quantity: String(day % 100), level: words[(day * 7) % 4] ?? '' };
  });
  const portal = fakePortal({ tables: { stock, thresholds: [{ component: 'unspecified', unit: 'percent', level: 'normal', valid_from: '2016-01-01', at_or_above: '1' }] } });
  const key = { station: 'all', component: 'unspecified', abo: 'A', rhd: 'negative', unit: 'percent' } as const;
  const history = stockHistory(portal, key);
  expect(stock.length).toBeGreaterThan(1900);
  for (const row of stock) {
    const index = daysBetween('2021-06-14', row.date ?? '') - daysBetween('2021-06-14', stock[0]?.date ?? '');
    expect([row.date, history?.levels[index], history?.levelsBy[index]]).toEqual([row.date, row.level, 'publisher']);
  }
  expect(stockNow(portal).entries[0]).toMatchObject({
    unit: 'percent', levelBy: 'publisher', level: stock.at(-1)?.level, quantity: Number(stock.at(-1)?.quantity), daysOfSupply: null,
    reasons: { days: 'percent', season: null }, season: { years: 5 },
  });
});

test('days that the publisher states are days of supply', () => {
  const tables = { stock: everyDay('2026-09-23', today, () => ({ station: 'all', unit: 'days', quantity: '4.5' })), thresholds };
  expect(entry({ tables })).toMatchObject({ daysOfSupply: 4.5, demand: null, level: 'short', threshold: { unit: 'days', atOrAbove: 3 } });
});

const rank = { normal: 0, low: 1, short: 2, critical: 3 };

test('a constant stock has no better level on any day while a restriction halves its issues', () => {
  const restricted = (date: string) => date >= '2026-06-10' && date <= '2026-07-20';
  const from = '2026-04-01';
  const tables = {
    stock: everyDay(from, today, () => ({ quantity: '120' })),
    issues: everyDay(from, today, (date) => ({ quantity: restricted(date) ? '10' : '20' })),
    thresholds,
  };
  const alerts = [{ alert: 'epidemic', from: '2026-06-10', until: '2026-07-20', region: 'sample-city', component: 'red_cells', abo: 'all', rhd: 'all', restriction_percent: '50' }];
  const key = { station: 'all', component: 'red_cells', abo: 'A', rhd: 'positive', unit: 'U' } as const;
  const declared = stockHistory(fakePortal({ tables: { ...tables, alerts } }), key);
  const undeclared = stockHistory(fakePortal({ tables }), key);
  expect(declared?.levels).toHaveLength(235);
  for (const level of declared?.levels ?? []) expect(level === null || rank[level] >= rank.low).toBe(true);
  expect(new Set(declared?.levels)).toEqual(new Set(['low', null]));
  expect(undeclared?.levels).toContain('normal');
});

test('thresholds that change on a date change no level before it', () => {
  const tables = constant({ quantity: '120' }, { quantity: '20' });
  const key = { station: 'all', component: 'red_cells', abo: 'A', rhd: 'positive', unit: 'U' } as const;
  const before = stockHistory(fakePortal({ tables }), key)?.levels ?? [];
  const changed = [...thresholds, { level: 'normal', valid_from: '2026-11-01', at_or_above: '6' }];
  const after = stockHistory(fakePortal({ tables: { ...tables, thresholds: changed } }), key)?.levels ?? [];
  const index = daysBetween('2026-09-23', '2026-11-01');
  expect(after.slice(0, index)).toEqual(before.slice(0, index));
  expect(new Set(before.slice(index))).toEqual(new Set(['low']));
  expect(new Set(after.slice(index))).toEqual(new Set(['normal']));
});

/** Pseudo-random but fixed. */
const noise = (seed: number) => (Math.imul(seed + 1, 2654435761) >>> 0) / 2 ** 32;

test.each(['missing', 'zero'] as const)('days and levels of every day equal a second computation straight from the rows (absent rows: %s)', (absentRow) => {
  const from = '2025-11-01';
  const stations = ['centre', 'branch'];
  const abos = ['A', 'AB'];
  const make = (seed: number, high: number, skip: number, missing: number) =>
    everyDay(from, today, () => ({})).flatMap(({ date = '' }, day) =>
      stations.flatMap((station, s) =>
        (station === 'branch' && date < '2026-02-01') || noise(seed + day * 31 + s) < 0.02
          ? []
          : abos.flatMap((abo, a) => {
              const dice = noise(seed + day * 17 + s * 5 + a * 3);
              if (dice < skip) return [];
              return [{ date, station, abo, quantity: dice < skip + missing ? 'NP' : String(Math.round(noise(seed + day * 7 + s + a * 11) * high * (station === 'branch' ? 0.2 : 1))) }];
            }),
      ),
    );
  const stock = make(1, 200, 0.01, 0.01);
  const issues = make(2, 40, 0.05, 0.01).map((row) => ({ ...row, requested: row.date > '2026-09-01' && row.quantity !== 'NP' ? String(Number(row.quantity) + 3) : '' }));
  const alerts = [{ alert: 'x', from: '2026-03-01', until: '2026-03-20', region: 'sample-city', abo: 'A', restriction_percent: '20' }];
  const changing = [...thresholds, { level: 'low', valid_from: '2026-05-01', at_or_above: '6', clause: '' }];
  const portal = fakePortal({ tables: { stock, issues, alerts, thresholds: changing }, absentRow });

  const cell = (rows: readonly TextRecord[], column: string) => {
    const index = new Map(rows.map((row) => [`${row.date}/${row.station}/${row.abo}`, row[column] ?? '']));
    const reported = new Set(rows.filter((row) => column !== 'requested' || row.requested !== '').map((row) => `${row.date}/${row.station}`));
    const number = (date: string, station: string, abo: string): number | null => {
      const text = index.get(`${date}/${station}/${abo}`);
      if (text === undefined) return absentRow === 'zero' && reported.has(`${date}/${station}`) ? 0 : null;
      return /^\d+$/.test(text) ? Number(text) : null;
    };
    return (date: string, station: string, abo: string): number | null => {
      if (station !== 'all') return number(date, station, abo);
      const counted = date < '2026-02-01' ? ['centre'] : stations;
      const values = counted.map((one) => number(date, one, abo));
      return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    };
  };
  const quantityOn = cell(stock, 'quantity');
  const issuesOn = cell(issues, 'quantity');
  const requestedOn = cell(issues, 'requested');
  // The branch's first rows may come a day or two after 1 February; until then it is not counted.
  const branchBegins = (rows: readonly TextRecord[], abo: string) =>
    rows.filter((row) => row.station === 'branch' && (absentRow === 'zero' || row.abo === abo)).map((row) => row.date ?? '').toSorted()[0];
  for (const abo of abos) for (const rows of [stock, issues]) expect(branchBegins(rows, abo)).toBe('2026-02-01');

  let compared = 0;
  for (const station of ['all', ...stations]) {
    for (const abo of ['A', 'AB'] as const) {
      const history = stockHistory(portal, { station, component: 'red_cells', abo, rhd: 'positive', unit: 'U' });
      if (history === null) throw new Error(`no history of ${station} ${abo}`);
      for (const [index, days] of history.days.entries()) {
        const date = addDays('1970-01-01', history.start + index);
        const quantity = quantityOn(date, station, abo);
        const window = Array.from({ length: 28 }, (_, back) => addDays(date, -back)).filter((day) => day >= from);
        const requested = window.map((day) => requestedOn(day, station, abo)).filter((value) => value !== null);
        const issued = window
          .filter((day) => !(abo === 'A' && day >= '2026-03-01' && day <= '2026-03-20'))
          .map((day) => issuesOn(day, station, abo))
          .filter((value) => value !== null);
        const counted = requested.length > 0 ? requested : issued;
        const sum = counted.reduce((total, value) => total + value, 0);
        const expected = quantity === null || counted.length === 0 || sum < 10 ? null : (quantity * counted.length) / sum;
        expect([date, station, abo, typeof days === 'number']).toEqual([date, station, abo, expected !== null]);
        if (expected !== null) expect(days).toBeCloseTo(expected, 9);
        const level = expected === null ? null : expected >= 7 ? 'normal' : expected >= (date >= '2026-05-01' ? 6 : 5) ? 'low' : expected >= 3 ? 'short' : 'critical';
        expect([date, history.levels[index]]).toEqual([date, level]);
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(1900);
});
