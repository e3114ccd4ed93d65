import { describe, expect, it } from 'vitest';
import { cell, measured, publishedRows } from './published-data.ts';

const stock = publishedRows('stock');
const collections = publishedRows('collections');
const issues = publishedRows('issues');
const ledger = publishedRows('blood-ledger');
const transfers = publishedRows('transfers');

type Row = Readonly<Record<string, string>>;

const seriesOf = (row: Row): string => ['station', 'component', 'abo', 'rhd'].map((column) => cell(row, column)).join(' ');

/** Cells by series and date. */
function bySeries(rows: readonly Row[], column: string): Map<string, Map<string, number>> {
  const result = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const value = measured(row, column);
    if (value === null) continue;
    const key = seriesOf(row);
    const ofSeries = result.get(key) ?? new Map<string, number>();
    result.set(key, ofSeries.set(cell(row, 'date'), value));
  }
  return result;
}

const nextDate = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describe('the daily tables', () => {
  it('have about 65,000 rows each, from 2016-11-22 to 2026-11-21, in order', () => {
    for (const rows of [stock, collections, issues]) {
      expect(rows.length).toBeGreaterThan(60_000);
      expect(rows.length).toBeLessThan(70_000);
      const dates = rows.map((row) => cell(row, 'date'));
      expect([dates[0], dates.at(-1)]).toEqual(['2016-11-22', '2026-11-21']);
      expect(dates.every((date, index) => index === 0 || date >= dates[index - 1]!)).toBe(true);
    }
  });

  it('show the gaps that are meant and no others', () => {
    const dates = new Set(stock.map((row) => cell(row, 'date')));
    const gaps: string[] = [];
    for (let date = '2016-11-22'; date < '2026-11-21'; date = nextDate(date)) if (!dates.has(date)) gaps.push(date);
    expect(gaps).toEqual([
      '2017-05-01', '2018-10-04', '2019-06-22', '2021-09-13', '2021-09-14', '2021-09-15', '2021-09-16', '2021-09-17', '2021-09-18', '2021-09-19',
      '2024-03-09', '2026-02-16', '2026-02-17', '2026-02-18',
    ]);
    expect(new Set(issues.filter((row) => measured(row, 'quantity') === null).map((row) => cell(row, 'date')))).toEqual(new Set(['2018-10-17']));
  });

  it('never issue more than was asked for, and say so for red cells since 2024 only', () => {
    const asked = issues.filter((row) => measured(row, 'requested') !== null);
    expect(asked.every((row) => measured(row, 'requested')! >= measured(row, 'quantity')!)).toBe(true);
    expect(asked.some((row) => measured(row, 'requested')! > measured(row, 'quantity')!)).toBe(true);
    expect(new Set(asked.map((row) => cell(row, 'component')))).toEqual(new Set(['red_cells']));
    expect(asked.map((row) => cell(row, 'date')).sort()[0]).toBe('2024-01-01');
  });

  it('follow from each other: next morning’s stock = stock + collected − issued + net transfers − discards, which are never negative and add up to the ledger’s', () => {
    const stocks = bySeries(stock, 'quantity');
    const collected = bySeries(collections, 'quantity');
    const issued = bySeries(issues, 'quantity');
    const moved = new Map<string, number>();
    for (const row of transfers) {
      const key = `centre red_cells ${cell(row, 'abo')} ${cell(row, 'rhd')} ${cell(row, 'date')}`;
      moved.set(key, (cell(row, 'to_region') === 'sample-city' ? 1 : -1) * measured(row, 'quantity')!);
    }
    const discards = new Map<string, number>();
    const incomplete = new Set<string>();
    let checked = 0;
    for (const [series, days] of stocks) {
      const [station = '', component = ''] = series.split(' ');
      for (const [date, quantity] of days) {
        const month = `${date.slice(0, 7)} ${station} ${component}`;
        const next = days.get(nextDate(date));
        // The centre gives the branches their first stock on the evening before they open.
        if (next === undefined || date === '2018-10-17' || (date === '2024-11-21' && component === 'red_cells')) {
          incomplete.add(month);
          if (next === undefined) incomplete.add(`${nextDate(date).slice(0, 7)} ${station} ${component}`);
          continue;
        }
        const discarded = quantity + (collected.get(series)?.get(date) ?? 0) - (issued.get(series)?.get(date) ?? 0) + (moved.get(`${series} ${date}`) ?? 0) - next;
        if (discarded < 0) throw new Error(`${series} ${date}: ${discarded} discarded`);
        discards.set(month, (discards.get(month) ?? 0) + discarded);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(67_000);
    const whole = ledger.filter((row) => !incomplete.has(`${cell(row, 'month')} ${cell(row, 'station')} ${cell(row, 'component')}`));
    expect(whole.length).toBeGreaterThan(470);
    for (const row of whole) {
      const stated = measured(row, 'expired')! + measured(row, 'test_failed')! + measured(row, 'other_discards')!;
      expect([row['month'], row['station'], row['component'], discards.get(`${cell(row, 'month')} ${cell(row, 'station')} ${cell(row, 'component')}`)])
        .toEqual([row['month'], row['station'], row['component'], stated]);
    }
  });
});

describe('the blood ledger', () => {
  it('closes and joins month to month', () => {
    const closings = new Map<string, number>();
    for (const row of ledger) {
      const key = `${cell(row, 'station')} ${cell(row, 'component')}`;
      const n = (column: string): number => measured(row, column)!;
      const closing = n('opening') + n('prepared') + n('received') - n('issued') - n('transferred_out') - n('expired') - n('test_failed') - n('other_discards');
      expect([row['month'], key, closing]).toEqual([row['month'], key, n('closing')]);
      if (closings.has(key)) expect(n('opening')).toBe(closings.get(key));
      closings.set(key, closing);
    }
    expect(new Set(ledger.map((row) => cell(row, 'month'))).size).toBe(119);
  });

  it('states the sums of the daily tables and the stock of the first mornings', () => {
    const sums = (rows: readonly Row[]): Map<string, number> => {
      const result = new Map<string, number>();
      for (const row of rows) {
        const key = `${cell(row, 'date').slice(0, 7)} ${cell(row, 'station')} ${cell(row, 'component')}`;
        result.set(key, (result.get(key) ?? 0) + (measured(row, 'quantity') ?? Number.NaN));
      }
      return result;
    };
    const collected = sums(collections);
    const issued = sums(issues);
    const mornings = sums(stock.filter((row) => cell(row, 'date').endsWith('-01')));
    for (const row of ledger) {
      const key = `${cell(row, 'month')} ${cell(row, 'station')} ${cell(row, 'component')}`;
      expect([key, collected.get(key)]).toEqual([key, measured(row, 'prepared')]);
      if (cell(row, 'month') !== '2018-10') expect([key, issued.get(key)]).toEqual([key, measured(row, 'issued')]);
      if (mornings.has(key)) expect([key, mornings.get(key)]).toEqual([key, measured(row, 'opening')]);
    }
  });
});
