import { describe, expect, it } from 'vitest';
import { cell, measured, publishedRows } from './published-data.ts';

/** Second route: days of supply of the whole city by the words of the definition, straight from the CSV. */
const groups = ['A', 'B', 'O', 'AB'] as const;
type Group = (typeof groups)[number];

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const first = dayOf('2016-11-22');
const last = dayOf('2026-11-21');

function cityTotals(table: string, column: string): Record<Group, (number | null)[]> {
  const totals = Object.fromEntries(groups.map((group) => [group, Array.from<number | null>({ length: last - first + 1 }).fill(null)])) as Record<Group, (number | null)[]>;
  for (const row of publishedRows(table)) {
    if (cell(row, 'component') !== 'red_cells' || cell(row, 'rhd') !== 'positive') continue;
    const value = measured(row, column);
    const values = totals[cell(row, 'abo') as Group];
    const index = dayOf(cell(row, 'date')) - first;
    if (value !== null) values[index] = (values[index] ?? 0) + value;
  }
  return totals;
}

const stock = cityTotals('stock', 'quantity');
const issued = cityTotals('issues', 'quantity');
const requested = cityTotals('issues', 'requested');

/** Stock ÷ mean of requests, where any are known in the 28 days, else of issues outside the restriction. */
function daysOfSupply(group: Group, date: string): number | null {
  const index = dayOf(date) - first;
  const quantity = stock[group][index] ?? null;
  const window = Array.from({ length: 28 }, (_, back) => index - back).filter((i) => i >= 0);
  const known = (values: readonly (number | null)[], days: readonly number[]): number[] => days.map((i) => values[i] ?? null).filter((v) => v !== null);
  const asked = known(requested[group], window);
  const restricted = (i: number): boolean => i + first >= dayOf('2022-12-20') && i + first <= dayOf('2023-01-12');
  const demand = asked.length > 0 ? asked : known(issued[group], window.filter((i) => !restricted(i)));
  return quantity === null || demand.length === 0 ? null : quantity / (demand.reduce((sum, v) => sum + v, 0) / demand.length);
}

function shareBelow(group: Group, from: string, until: string, days: number): number {
  let below = 0;
  let known = 0;
  for (let day = dayOf(from); day <= dayOf(until); day += 1) {
    const supply = daysOfSupply(group, new Date(day * 86_400_000).toISOString().slice(0, 10));
    if (supply === null) continue;
    known += 1;
    if (supply < days) below += 1;
  }
  return below / known;
}

describe('days of supply', () => {
  it('have A low, O short, B and AB normal on the last date', () => {
    const now = (group: Group): number => daysOfSupply(group, '2026-11-21')!;
    expect(now('A')).toBeGreaterThanOrEqual(4.2);
    expect(now('A')).toBeLessThan(6.8);
    expect(now('O')).toBeGreaterThanOrEqual(2.2);
    expect(now('O')).toBeLessThan(3.8);
    expect(now('B')).toBeGreaterThanOrEqual(7.2);
    expect(now('AB')).toBeGreaterThanOrEqual(7.2);
  });

  it('have A and O often under the threshold, in the last three years on most days, B and AB seldom', () => {
    for (const group of ['A', 'O'] as const) {
      expect(shareBelow(group, '2017-01-01', '2023-12-31', 6)).toBeGreaterThan(0.25);
      expect(shareBelow(group, '2024-01-01', '2026-11-21', 7)).toBeGreaterThan(0.5);
    }
    expect(shareBelow('B', '2024-01-01', '2026-11-21', 7)).toBeLessThan(0.3);
    expect(shareBelow('AB', '2024-01-01', '2026-11-21', 7)).toBeLessThan(0.1);
  });

  it('dip in both epidemics, after Spring Festival and in high summer', () => {
    const lowest = (group: Group, from: string, until: string): number => {
      let least = Number.POSITIVE_INFINITY;
      for (let day = dayOf(from); day <= dayOf(until); day += 1) {
        least = Math.min(least, daysOfSupply(group, new Date(day * 86_400_000).toISOString().slice(0, 10)) ?? least);
      }
      return least;
    };
    expect(lowest('A', '2020-02-01', '2020-03-15')).toBeLessThan(2.5);
    expect(lowest('A', '2022-12-15', '2023-01-05')).toBeLessThan(3);
    for (const [from, until] of [['2019-02-10', '2019-03-10'], ['2024-02-15', '2024-03-15'], ['2024-08-01', '2024-08-31'], ['2025-08-01', '2025-08-31']] as const) {
      expect(Math.min(lowest('A', from, until), lowest('O', from, until))).toBeLessThan(4.6);
    }
  });
});
