import { describe, expect, it } from 'vitest';
import { cell, measured, publishedRows } from './published-data.ts';

const donations = publishedRows('donations');
const sum = (rows: readonly Readonly<Record<string, string>>[], column: string): number => rows.reduce((total, row) => total + (measured(row, column) ?? 0), 0);
const ofYear = (year: number): typeof donations => donations.filter((row) => cell(row, 'month').startsWith(String(year)));

describe('donations', () => {
  it('are about 60,000 and 25 tonnes a year, rising over the years', () => {
    const counts = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => sum(ofYear(year), 'donations'));
    const mean = counts.reduce((total, count) => total + count, 0) / counts.length;
    expect(mean).toBeGreaterThan(57_000);
    expect(mean).toBeLessThan(63_000);
    expect(counts.at(-1)!).toBeGreaterThan(counts[0]! * 1.15);
    expect(sum(ofYear(2025), 'volume_ml') / 1e6).toBeGreaterThan(23.5);
    expect(sum(ofYear(2025), 'volume_ml') / 1e6).toBeLessThan(26);
  });

  it('give exactly the red cells and platelets that the daily table collects', () => {
    const collected = new Map<string, number>();
    for (const row of publishedRows('collections')) {
      const key = `${cell(row, 'date').slice(0, 7)} ${cell(row, 'component')}`;
      collected.set(key, (collected.get(key) ?? 0) + measured(row, 'quantity')!);
    }
    for (const month of new Set(donations.map((row) => cell(row, 'month')))) {
      const rows = donations.filter((row) => cell(row, 'month') === month);
      expect([month, sum(rows, 'volume_ml') / 200]).toEqual([month, collected.get(`${month} red_cells`)]);
      expect([month, sum(rows, 'doses')]).toEqual([month, collected.get(`${month} apheresis_platelets`)]);
    }
  });

  it('state no total beside its parts, so that a plain sum is right', () => {
    expect(donations.some((row) => cell(row, 'channel') === 'all')).toBe(false);
    const withAll = new Set(donations.filter((row) => cell(row, 'donor') === 'all').map((row) => cell(row, 'month')));
    const withParts = new Set(donations.filter((row) => cell(row, 'donor') !== 'all').map((row) => cell(row, 'month')));
    expect([...withAll].filter((month) => withParts.has(month))).toEqual([]);
  });

  it('include more group donations in a whole month than drives collected', () => {
    const group = sum(donations.filter((row) => cell(row, 'month') === '2026-10' && cell(row, 'channel') === 'group'), 'donations');
    const driven = sum(publishedRows('drives').filter((row) => cell(row, 'date').startsWith('2026-10')), 'collected');
    expect(driven).toBeGreaterThan(500);
    expect(driven).toBeLessThan(group);
  });

  it('make a rate of 13 to 15 per 1,000 residents in 2025', () => {
    const city = publishedRows('population').find((row) => cell(row, 'region') === 'sample-city' && cell(row, 'year') === '2025' && cell(row, 'base') === 'resident')!;
    const rate = (1000 * sum(ofYear(2025), 'donations')) / measured(city, 'population')!;
    expect(rate).toBeGreaterThan(13);
    expect(rate).toBeLessThan(15);
  });

  it('come from a city whose people are the sum of its districts', () => {
    for (const row of publishedRows('population').filter((r) => cell(r, 'region') === 'sample-city')) {
      const parts = publishedRows('population').filter((r) => cell(r, 'region').startsWith('sample-city-') && cell(r, 'year') === cell(row, 'year') && cell(r, 'base') === cell(row, 'base'));
      expect(sum(parts, 'population')).toBe(measured(row, 'population'));
    }
  });
});

describe('drives', () => {
  it('reach sixty days back and forward; one still to come has moved and one is cancelled', () => {
    const drives = publishedRows('drives');
    expect([cell(drives[0]!, 'date') >= '2026-09-22', cell(drives.at(-1)!, 'date') <= '2027-01-20']).toEqual([true, true]);
    expect(drives.filter((row) => cell(row, 'status') === 'cancelled')).toHaveLength(1);
    expect(drives.filter((row) => cell(row, 'note_zh').includes('改到'))).toHaveLength(1);
    expect(drives.every((row) => (cell(row, 'date') <= '2026-11-21') === (cell(row, 'status') === 'held'))).toBe(true);
  });
});

describe('places', () => {
  it('lie on a plane in the open ocean and have no telephone', () => {
    for (const row of [...publishedRows('stations'), ...publishedRows('drives')]) {
      for (const column of ['longitude', 'latitude']) {
        expect(measured(row, column)!).toBeGreaterThan(0);
        expect(measured(row, column)!).toBeLessThan(1);
      }
    }
    expect(publishedRows('stations').every((row) => cell(row, 'phone') === '')).toBe(true);
  });
});
