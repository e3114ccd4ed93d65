/** Accounts of the invented funds: balances, category totals and budgets, worked out from the entries in whole fen. */
import { accountsUntil, firstYear, lastYear } from './fund-entries.ts';
import type { FundEntry } from './fund-entries.ts';
import { cityRegion } from './places.ts';
import { randomStream } from './random.ts';
import type { Row, Table } from './table.ts';
import { yuan } from './table.ts';

export interface FundYear {
  readonly fund: string;
  readonly start: string;
  readonly end: string;
  readonly status: 'audited' | 'final' | 'provisional';
  readonly openingFen: number;
  readonly receiptsFen: number;
  readonly disbursementsFen: number;
}

/** Fen in each fund at the start of 2019. */
const openings: Readonly<Record<string, number>> = { 'care-fund': 128_640_250, 'waiver-fund': 21_305_775, 'station-budget': 356_912_088 };

/** One account a year and fund; each opens with what the year before left. Throws where a fund would be overdrawn. */
export function fundYears(entries: readonly FundEntry[]): readonly FundYear[] {
  const years: FundYear[] = [];
  for (const [fund, opening] of Object.entries(openings)) {
    let openingFen = opening;
    for (let year = firstYear; year <= lastYear; year += 1) {
      const start = `${year}-01-01`;
      const end = year === lastYear ? accountsUntil : `${year}-12-31`;
      const sum = (direction: string): number =>
        entries.filter((e) => e.fund === fund && e.direction === direction && e.date >= start && e.date <= end).reduce((fen, e) => fen + e.amountFen, 0);
      const [receiptsFen, disbursementsFen] = [sum('receipt'), sum('disbursement')];
      years.push({ fund, start, end, status: year === lastYear ? 'provisional' : year === lastYear - 1 ? 'final' : 'audited', openingFen, receiptsFen, disbursementsFen });
      openingFen += receiptsFen - disbursementsFen;
      if (openingFen < 0) throw new Error(`${fund} is overdrawn at the end of ${year}`);
    }
  }
  return years;
}

export function fundsTable(): Table {
  const rows: Row[] = [
    { fund: 'care-fund', region: cityRegion, kind: 'care_fund', name_zh: '示例市无偿献血关爱基金', name_en: 'Sample City Donor Care Fund', document: '示例市关爱基金章程（虚构）' },
    { fund: 'waiver-fund', region: cityRegion, kind: 'waiver_fund', name_zh: '示例市用血费用减免资金', name_en: 'Sample City Fee Waiver Fund', document: '示例市用血费用减免办法（虚构）' },
    { fund: 'station-budget', region: cityRegion, kind: 'station_budget', name_zh: '示例市血液中心部门预算', name_en: 'Budget of the Sample City Blood Centre', document: '示例市血液中心部门预算（虚构）' },
  ];
  return { name: 'funds', rows };
}

export function fundBalancesTable(years: readonly FundYear[]): Table {
  return {
    name: 'fund-balances',
    rows: years.map((y): Row => ({
      fund: y.fund, period_start: y.start, period_end: y.end, opening_yuan: yuan(y.openingFen), receipts_yuan: yuan(y.receiptsFen),
      disbursements_yuan: yuan(y.disbursementsFen), closing_yuan: yuan(y.openingFen + y.receiptsFen - y.disbursementsFen), status: y.status,
      document: y.status === 'audited' ? `示例审字〔${Number(y.start.slice(0, 4)) + 1}〕6号（虚构）` : '',
    })),
  };
}

interface CategoryTotal {
  readonly fund: string;
  readonly start: string;
  readonly direction: FundEntry['direction'];
  readonly category: string;
  readonly amountFen: number;
}

/** What the accounts state by category, which the entries must add up to. */
function categoryTotals(years: readonly FundYear[], entries: readonly FundEntry[]): readonly CategoryTotal[] {
  return years.flatMap(({ fund, start, end }) => {
    const sums = new Map<string, { direction: FundEntry['direction']; category: string; fen: number }>();
    for (const entry of entries) {
      if (entry.fund !== fund || entry.date < start || entry.date > end) continue;
      const key = `${entry.direction === 'receipt' ? 0 : 1} ${entry.category}`;
      const sum = sums.get(key) ?? { direction: entry.direction, category: entry.category, fen: 0 };
      sums.set(key, { ...sum, fen: sum.fen + entry.amountFen });
    }
    return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { direction, category, fen }]) => ({ fund, start, direction, category, amountFen: fen }));
  });
}

export function fundCategoryTotalsTable(years: readonly FundYear[], entries: readonly FundEntry[]): Table {
  return {
    name: 'fund-category-totals',
    rows: categoryTotals(years, entries).map(({ fund, start, direction, category, amountFen }): Row => ({ fund, period_start: start, direction, category, amount_yuan: yuan(amountFen) })),
  };
}

/** Budgets are round numbers near what a year came to; the last year is budgeted whole although its account is not. */
export function fundBudgetsTable(years: readonly FundYear[], entries: readonly FundEntry[]): Table {
  const random = randomStream('budgets');
  const rows = categoryTotals(years, entries).map(({ fund, start, direction, category, amountFen }): Row => {
    const wholeYear = start.startsWith(String(lastYear)) ? 1.2 : 1;
    const planned = Math.max(1, Math.round((amountFen * wholeYear * random.integer(92, 108)) / 100 / 1_000_000)) * 1_000_000;
    return { fund, year: Number(start.slice(0, 4)), direction, category, amount_yuan: yuan(planned) };
  });
  return { name: 'fund-budgets', rows };
}
