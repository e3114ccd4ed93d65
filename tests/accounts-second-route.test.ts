/** Recomputes ledger, discards, balance, requests and rates of the demonstration from the published CSV files alone, by plain loops. */
import { beforeAll, expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { donationsToTarget } from '#src/domain/donation-rate.ts';
import { donationRates } from '#src/indicators/donation-rate.ts';
import { donorMonths } from '#src/indicators/donor-mix.ts';
import { bloodLedgers, discardYears } from '#src/indicators/ledger.ts';
import { requestsMet, supplyBalance } from '#src/indicators/supply-balance.ts';
import { useIndicatorTable } from '#src/figures/use-indicators.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';

type Row = Readonly<Record<string, string>>;
let portal: Portal;
const tables = new Map<string, readonly Row[]>();

/** None of these tables has a quoted cell. */
function rowsOf(table: string): readonly Row[] {
  const known = tables.get(table);
  if (known !== undefined) return known;
  const [header = '', ...lines] = tableCsv(portal, table).replace('\uFEFF', '').split('\r\n').filter((line) => line !== '');
  const names = header.split(',');
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])));
  tables.set(table, rows);
  return rows;
}

const add = (sums: Map<string, number>, key: string, value: string | undefined): void => {
  sums.set(key, (sums.get(key) ?? 0) + Number(value));
};

beforeAll(() => {
  const loaded = loadPortal({ dataDir: 'data' });
  if (loaded.portal === null) throw new Error(JSON.stringify(loaded.findings.errors[0]));
  portal = loaded.portal;
});

test('every month of every component adds up to the published rows, and closes', () => {
  const columns = { opening: 'opening', prepared: 'prepared', received: 'received', issued: 'issued', transferredOut: 'transferred_out', expired: 'expired', testFailed: 'test_failed', otherDiscards: 'other_discards', closing: 'closing' } as const;
  const sums = new Map<string, number>();
  for (const row of rowsOf('blood-ledger')) for (const column of Object.values(columns)) add(sums, `${row['component']}|${row['month']}|${column}`, row[column]);
  const ledgers = bloodLedgers(portal);
  expect(ledgers.flatMap(({ months }) => months)).toHaveLength(sums.size / 9);
  for (const { component, months } of ledgers) {
    for (const { month, amounts, difference } of months) {
      for (const [name, column] of Object.entries(columns)) expect(amounts[name as keyof typeof columns], `${component} ${month} ${column}`).toBe(sums.get(`${component}|${month}|${column}`));
      expect(difference).toBe(0);
    }
  }
});

test.each(['zh', 'en'] as const)('use indicators: every cell of the table and every number of the finding is one of the published rows, in %s', (locale) => {
  const shown = useIndicatorTable(portal, locale);
  const rows = rowsOf('use-indicators').filter(({ region }) => region === 'sample-city');
  const years: string[] = [];
  const byCell = new Map<string, string>();
  for (const { year = '', indicator = '', value = '' } of rows) {
    if (!years.includes(year)) years.push(year);
    byCell.set(`${year}|${indicator}`, value);
  }
  years.sort((a, b) => Number(b) - Number(a));
  // The columns in the order of the table on the page.
  const order = ['autologous_share', 'requests_met_share', 'red_cells_per_1000_discharges', 'donations_400ml_share', 'repeat_donor_share', 'awareness_share'];
  let numbers = 0;
  expect(shown?.table.rows.map(([year]) => year)).toEqual(years);
  for (const [line, year] of years.entries()) {
    for (const [column, indicator] of order.entries()) {
      const cell = shown?.table.rows[line]?.[column + 1];
      const published = byCell.get(`${year}|${indicator}`) ?? '';
      if (/^\d/.test(published)) {
        numbers += 1;
        expect(cell, `${year} ${indicator}`).toMatchObject({ value: Number(published) });
        expect((cell as { text: string }).text.replaceAll(/[^\d.]/g, '')).toBe(String(Number(published)));
      } else expect(typeof cell, `${year} ${indicator} is missing, not a number`).toBe('string');
    }
  }
  expect(numbers).toBeGreaterThan(30);
  expect(shown?.asOf).toBe(years[0]);
  const said = (shown?.finding.replaceAll(',', '').match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const [latest = ''] = years;
  const known = [Number(latest), 1000, ...order.slice(0, 3).map((indicator) => Number(byCell.get(`${latest}|${indicator}`)))];
  expect(said.length).toBeGreaterThan(1);
  for (const number of said) expect(known).toContain(number);
});

test('the discards of each year', () => {
  for (const ledger of bloodLedgers(portal)) {
    for (const year of discardYears(ledger)) {
      const rows = rowsOf('blood-ledger').filter((row) => row['component'] === ledger.component && row['month']?.startsWith(String(year.year)));
      const sum = (...names: readonly string[]) => rows.reduce((total, row) => total + names.reduce((part, name) => part + Number(row[name]), 0), 0);
      expect(year.share).toBeCloseTo(sum('expired', 'test_failed', 'other_discards') / sum('prepared', 'received'), 12);
    }
  }
});

test('whole blood collected against red cells issued', () => {
  const collected = new Map<string, number>();
  for (const row of rowsOf('donations')) if (row['donation'] === 'whole_blood') add(collected, row['month']?.slice(0, 4) ?? '', row['volume_ml']);
  const issued = new Map<string, number>();
  for (const row of rowsOf('issues')) if (row['component'] === 'red_cells') add(issued, row['date']?.slice(0, 4) ?? '', row['quantity']);
  const years = supplyBalance(portal);
  expect(years.length).toBeGreaterThan(5);
  for (const year of years) {
    expect(year.collected).toBe((collected.get(String(year.year)) ?? 0) / 200);
    expect(year.issued, String(year.year)).toBe(issued.get(String(year.year)));
    expect(year.difference).toBe(year.collected - year.issued);
  }
});

test('requests met', () => {
  const sums = new Map<string, number>();
  for (const row of rowsOf('issues')) {
    if (row['component'] !== 'red_cells' || !/^[\d.]+$/.test(row['requested'] ?? '') || (row['date'] ?? '') >= '2026-11') continue;
    add(sums, `${row['date']?.slice(0, 4)} requested`, row['requested']);
    add(sums, `${row['date']?.slice(0, 4)} issued`, row['quantity']);
  }
  const years = requestsMet(portal);
  expect(years.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
  for (const { year, requested, issued } of years) expect([requested, issued]).toEqual([sums.get(`${year} requested`), sums.get(`${year} issued`)]);
});

test('every rate is donations of the place and year ÷ its population × 1,000, and what is missing to 15 per 1,000 closes the gap', () => {
  const donations = new Map<string, number>();
  for (const row of rowsOf('donations')) {
    const year = row['month']?.slice(0, 4) ?? '';
    add(donations, `${year}|${row['region']}`, row['donations']);
    add(donations, `${year}|sample-city`, row['donations']);
  }
  const population = new Map(rowsOf('population').map((row) => [`${row['year']}|${row['region']}|${row['base']}`, Number(row['population'])]));
  const rates = donationRates(portal);
  expect(rates).toHaveLength(9 * 7 * 4);
  for (const { year, region, base, rate, population: people, donations: count } of rates) {
    const given = donations.get(`${year}|${region}`) ?? 0;
    const of = population.get(`${year}|${region}|${base}`) ?? 0;
    expect([count, people]).toEqual([given, of]);
    expect(rate).toBeCloseTo((given / of) * 1000, 10);
    expect((given + donationsToTarget(15, of, given)) * 1000).toBeGreaterThanOrEqual(15 * of);
    expect((given + donationsToTarget(15, of, given) - 1) * 1000 < 15 * of || given * 1000 >= 15 * of).toBe(true);
  }
});

test('who gave, month by month', () => {
  const sums = new Map<string, number>();
  for (const row of rowsOf('donations')) for (const column of ['donation', 'donor', 'channel']) add(sums, `${row['month']}|${column}|${row[column]}`, row['donations']);
  for (const row of rowsOf('donations')) {
    for (const measure of ['volume_ml', 'doses']) if (/^[\d.]+$/.test(row[measure] ?? '')) add(sums, `${row['month']}|${row['donation']}|${measure}`, row[measure]);
  }
  const of = (month: string, column: string, value: string) => sums.get(`${month}|${column}|${value}`) ?? 0;
  const months = donorMonths(portal, 24);
  expect(months.map(({ month }) => month).slice(-1)).toEqual(['2026-10']);
  for (const { month, donations, byDonation, byDonor, byChannel, meanMl, meanDoses } of months) {
    expect(meanMl).toBeCloseTo(of(month, 'whole_blood', 'volume_ml') / of(month, 'donation', 'whole_blood'), 9);
    expect(meanMl).toBeGreaterThan(200);
    expect(meanDoses).toBeCloseTo(of(month, 'apheresis_platelets', 'doses') / of(month, 'donation', 'apheresis_platelets'), 9);
    expect(byDonation).toEqual(['whole_blood', 'apheresis_platelets', 'apheresis_plasma'].map((value) => of(month, 'donation', value)));
    expect(byDonor).toEqual(['repeat', 'first_time', 'lapsed', 'all'].map((value) => of(month, 'donor', value)));
    expect(byChannel).toEqual(['street', 'group', 'appointment', 'all'].map((value) => of(month, 'channel', value)));
    expect(donations).toBe(byDonor.reduce((total, value) => total + value, 0));
  }
});
