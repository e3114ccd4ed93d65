import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { everyDay, fakePortal } from '../../tests/support/fake-portal.ts';
import { exampleAnchors, workedExample } from './worked-example.ts';

const today = '2026-11-21';
const portal = fakePortal({
  tables: {
    stations: [
      { station: 'centre', name_zh: '中心', name_en: 'Centre' },
      { station: 'branch', name_zh: '分中心', name_en: 'Branch' },
    ],
    stock: everyDay('2022-10-01', today, (date) => ({ quantity: String(100 + Number(date.slice(3, 4)) * 10) })).flatMap((row) => [row, { ...row, station: 'branch', quantity: '20' }]),
    issues: everyDay('2022-09-01', today, () => ({ quantity: '15', requested: '' })).flatMap((row) => [row, { ...row, station: 'branch', quantity: '5' }]),
    thresholds: [
      { level: 'normal', valid_from: '2016-01-01', at_or_above: '9' },
      { level: 'low', valid_from: '2016-01-01', at_or_above: '7' },
    ],
    'fund-balances': [{ fund: 'care', period_start: '2025-01-01', period_end: '2025-12-31', opening_yuan: '100.10', receipts_yuan: '50.05', disbursements_yuan: '30.00', closing_yuan: '120.15' }],
    funds: [{ fund: 'care', name_zh: '关爱基金', name_en: 'Care fund' }],
  },
});

function valuesOf(anchor: string): readonly (number | undefined)[] {
  return workedExample(anchor, portal, 'zh')?.lines.map(({ value }) => value) ?? [];
}

test('each example belongs to a definition that is written', () => {
  expect(exampleAnchors.filter((anchor) => !existsSync(`content/pages/zh/methods/${anchor}.mdx`))).toEqual([]);
});

test('the stations add up to the total, and the total divided by the demand is the days', () => {
  const [centre = NaN, branch = NaN, total] = valuesOf('region-total');
  expect([centre, branch, total]).toEqual([160, 20, centre + branch]);
  const [stock = NaN, mean = NaN, days] = valuesOf('days-of-supply');
  expect([stock, mean]).toEqual([180, 20]);
  expect(days).toBe(stock / mean);
});

test('the demand is its sum over its days', () => {
  const [, sum = NaN, counted = NaN, mean] = valuesOf('demand');
  expect([sum, counted]).toEqual([28 * 20, 28]);
  expect(mean).toBe(sum / counted);
});

test('the level is the best whose threshold the value reaches', () => {
  expect(valuesOf('threshold')).toEqual([9, 7]);
  const level = workedExample('level', portal, 'zh');
  expect(level?.lines.map(({ text }) => text)).toEqual(['9.0\u202F天', '9.0\u202F天', '正常']);
});

test('the percentile is the share of earlier years below', () => {
  const [value = NaN, ...rest] = valuesOf('season');
  const [percentile, below, ...earlier] = rest.toReversed();
  expect(earlier).toHaveLength(4);
  expect(below).toBe(earlier.filter((one = NaN) => one < value).length);
  expect(percentile).toBe((100 * (below ?? NaN)) / earlier.length);
});

test('opening plus receipts less disbursements is the closing balance, in both languages', () => {
  const [opening = NaN, receipts = NaN, disbursements = NaN, closing] = valuesOf('fund');
  expect(Math.round((opening + receipts - disbursements) * 100) / 100).toBe(closing);
  expect(workedExample('fund', portal, 'en')?.subject).toBe('Care fund, 1 January 2025 to 31 December 2025');
});

test('without the data there is no example', () => {
  const empty = fakePortal({});
  expect(exampleAnchors.filter((anchor) => workedExample(anchor, empty, 'zh') !== null)).toEqual(['as-of']);
  expect(workedExample('no-such-definition', portal, 'zh')).toBeNull();
});
