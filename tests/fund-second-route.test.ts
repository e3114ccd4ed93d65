/** Recomputes the accounts of the demonstration's funds from the published CSV files alone, in integer fen, and compares with what the pages are made of. */
import { beforeAll, expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { amountsBetween, budgetBesideActual, fundAccounts, largestChange } from '#src/indicators/fund-account.ts';
import { helpGiven } from '#src/indicators/fund-help.ts';
import { publishedEntries } from '#src/publishing/published-entries.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';

type Row = Readonly<Record<string, string>>;
let portal: Portal;
let entries: readonly Row[];
let balances: readonly Row[];
let budgets: readonly Row[];

function rowsOf(table: string): Row[] {
  const [header = '', ...lines] = tableCsv(portal, table).replace('\uFEFF', '').split('\r\n').filter((line) => line !== '');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== names.length) throw new Error(`this plain reader cannot read: ${line}`);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** `1234.50` → 123450n, by its digits. */
const fen = (yuan: string | undefined): bigint => BigInt((yuan ?? '').replace('.', ''));
const sum = (rows: readonly Row[]): number => Number(rows.reduce((total, row) => total + fen(row['amount_yuan']), 0n));

beforeAll(() => {
  const loaded = loadPortal({ dataDir: 'data', keepDaily: false });
  if (loaded.portal === null) throw new Error(JSON.stringify(loaded.findings.errors[0]));
  portal = loaded.portal;
  [entries, balances, budgets] = [rowsOf('fund-entries'), rowsOf('fund-balances'), rowsOf('fund-budgets')];
}, 60_000);

test('every stated period is on the page, closes to the fen and follows from its entries', () => {
  const shown = fundAccounts(portal).flatMap(({ periods }) => periods);
  expect(shown.length).toBe(balances.length);
  for (const row of balances) {
    const period = shown.find((one) => one.fund === row['fund'] && one.periodStart === row['period_start']);
    const inPeriod = entries.filter((entry) => entry['fund'] === row['fund'] && (entry['date'] ?? '') >= (row['period_start'] ?? '') && (entry['date'] ?? '') <= (row['period_end'] ?? ''));
    const receipts = sum(inPeriod.filter((entry) => entry['direction'] === 'receipt'));
    const disbursements = sum(inPeriod.filter((entry) => entry['direction'] === 'disbursement'));
    expect([period?.receiptsFen, period?.disbursementsFen, period?.differenceFen]).toEqual([receipts, disbursements, 0]);
    expect(period?.closingFen).toBe(Number(fen(row['opening_yuan'])) + receipts - disbursements);
    expect(amountsBetween(portal, row['fund'] ?? '', row['period_start'] ?? '', row['period_end'] ?? '').reduce((total, one) => total + (one.direction === 'receipt' ? one.amountFen : -one.amountFen), 0)).toBe(receipts - disbursements);
  }
});

test('the amounts by category and year are the sums of the published entries', () => {
  let compared = 0;
  for (const { fund, years } of fundAccounts(portal)) {
    for (const { year, amounts } of years) {
      for (const { direction, category, amountFen } of amounts) {
        compared += 1;
        expect(amountFen).toBe(sum(entries.filter((row) => row['fund'] === fund.fund && row['direction'] === direction && row['category'] === category && row['date']?.startsWith(`${year}-`))));
      }
    }
    expect(years.flatMap((year) => year.amounts).reduce((total, { amountFen }) => total + amountFen, 0)).toBe(sum(entries.filter((row) => row['fund'] === fund.fund)));
  }
  expect(compared).toBeGreaterThan(100);
});

test('a budget line stands beside the entries of its year, and the largest change is the largest', () => {
  for (const account of fundAccounts(portal)) {
    const budget = budgetBesideActual(portal, account);
    expect(budget?.year.year).toBe(2025);
    for (const line of budget?.lines ?? []) {
      const row = budgets.find((one) => one['fund'] === account.fund.fund && one['year'] === '2025' && one['direction'] === line.direction && one['category'] === line.category);
      expect(line.budgetFen).toBe(row === undefined ? null : Number(fen(row['amount_yuan'])));
    }
    const [before, after] = account.years.filter(({ isWhole }) => isWhole).slice(-2);
    if (before === undefined || after === undefined) throw new Error('two whole years were expected');
    expect([before.year, after.year]).toEqual([2024, 2025]);
    for (const direction of ['receipt', 'disbursement'] as const) {
      const change = largestChange(before, after, direction);
      const ofYear = (year: number, category: string): number => sum(entries.filter((row) => row['fund'] === account.fund.fund && row['direction'] === direction && row['category'] === category && row['date']?.startsWith(`${year}-`)));
      const categories = new Set(entries.filter((row) => row['fund'] === account.fund.fund && row['direction'] === direction).map((row) => row['category'] ?? ''));
      const largest = Math.max(...[...categories].map((category) => Math.abs(ofYear(2025, category) - ofYear(2024, category))));
      expect(Math.abs((change?.afterFen ?? 0) - (change?.beforeFen ?? 0))).toBe(largest);
    }
  }
});

test('help given counts only entries whose number of people is published', () => {
  const help = helpGiven(publishedEntries(portal), 'care-fund', portal.settings.smallCount);
  expect(help.length).toBeGreaterThan(10);
  for (const line of help) {
    const rows = entries.filter((row) => row['fund'] === 'care-fund' && row['direction'] === 'disbursement' && row['category'] === line.category && row['date']?.startsWith(`${line.year}-`));
    const counted = rows.filter((row) => /^[1-9]\d*$/.test(row['beneficiaries'] ?? ''));
    expect(line.people).toBe(counted.reduce((total, row) => total + Number(row['beneficiaries']), 0));
    expect(line.amountFen).toBe(sum(counted));
    expect(Math.abs(line.eachFen - sum(counted) / line.people)).toBeLessThanOrEqual(0.5);
    expect(line.suppressed).toBe(rows.filter((row) => row['beneficiaries'] === 'SUP').length);
  }
});

test('entries that helped fewer people than the limit stand together, with their sum and without a note', () => {
  const raw = portal.rows('fund-entries');
  const published = publishedEntries(portal);
  expect(published.reduce((sum, one) => sum + one.entries, 0)).toBe(raw.length);
  const small = raw.filter(({ beneficiaries }) => typeof beneficiaries === 'number' && beneficiaries > 0 && beneficiaries < portal.settings.smallCount);
  expect(small.length).toBe(51);
  const ids = new Set(published.map(({ entry }) => entry));
  expect(small.filter(({ entry }) => ids.has(entry))).toEqual([]);
  const merged = published.filter((one) => one.entries > 1);
  expect(merged.reduce((sum, one) => sum + one.entries, 0)).toBeGreaterThanOrEqual(small.length);
  for (const { beneficiaries, noteZh, noteEn } of merged) {
    expect(beneficiaries).toBeGreaterThanOrEqual(portal.settings.smallCount);
    expect([noteZh, noteEn]).toEqual([null, null]);
  }
});

test('a category whose published entries helped fewer people than the limit has no line', () => {
  const entry = { entry: 'e', fund: 'f', date: '2025-01-01', direction: 'disbursement', category: 'illness', programme: null, amountFen: 100, document: null, noteZh: null, noteEn: null, entries: 1 } as const;
  expect(helpGiven([{ ...entry, beneficiaries: 4 }], 'f', 5)).toEqual([]);
  expect(helpGiven([{ ...entry, beneficiaries: 'suppressed' }], 'f', 5)).toEqual([]);
  expect(helpGiven([{ ...entry, beneficiaries: 3, amountFen: 50 }, { ...entry, beneficiaries: 3, amountFen: 57 }, { ...entry, beneficiaries: null }], 'f', 5)).toEqual([
    { year: 2025, category: 'illness', people: 6, amountFen: 107, eachFen: 18, suppressed: 0 },
  ]);
});
