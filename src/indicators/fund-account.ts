/** The accounts of the funds: each period as an equation, receipts and disbursements by category and year, budget beside actual. Everything in fen. */
import { accountCategories } from './account-categories.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';

type BalanceRow = Rows['fund-balances'];
export type FundDirection = Rows['fund-entries']['direction'];

export interface FundPeriod extends BalanceRow {
  /** Year in which the period ends. */
  readonly year: number;
  /** Opening + receipts − disbursements. */
  readonly computedFen: number;
  /** Stated closing less `computedFen`: 0 where the account closes. */
  readonly differenceFen: number;
}

export interface CategoryAmount {
  readonly direction: FundDirection;
  readonly category: string;
  readonly amountFen: number;
}

export interface FundYear {
  readonly year: number;
  /** Receipts first; within a direction the greatest first. */
  readonly amounts: readonly CategoryAmount[];
  readonly receiptsFen: number;
  readonly disbursementsFen: number;
  /** The last day that the stated accounts of this year cover; null where no account is stated. */
  readonly until: string | null;
  /** Stated from the first to the last day of the year. */
  readonly isWhole: boolean;
}

export interface FundAccount {
  readonly fund: Rows['funds'];
  /** In order of time. */
  readonly periods: readonly FundPeriod[];
  /** In order of time, only years with an amount. */
  readonly years: readonly FundYear[];
}

/** One account for each fund, in the order of the table. */
export const fundAccounts: (portal: Portal) => readonly FundAccount[] = oncePerPortal((portal) =>
  portal.rows('funds').map((fund) => {
    const periods = portal
      .rows('fund-balances')
      .filter((row) => row.fund === fund.fund)
      .toSorted((a, b) => (a.periodStart < b.periodStart ? -1 : 1))
      .map((row) => {
        const computedFen = row.openingFen + row.receiptsFen - row.disbursementsFen;
        return { ...row, year: Number(row.periodEnd.slice(0, 4)), computedFen, differenceFen: row.closingFen - computedFen };
      });
    return { fund, periods, years: yearsOf(portal, fund.fund, periods) };
  }),
);

/** Amounts by category, as it is published, from the entries of these days; from the stated totals of the periods that begin in them where a fund has no entries. */
export function amountsBetween(portal: Portal, fund: string, from: string, to: string): readonly CategoryAmount[] {
  const entries = portal.rows('fund-entries').filter((row) => row.fund === fund);
  const categories = accountCategories(portal);
  const rows: readonly CategoryAmount[] = entries.length > 0
    ? entries.filter(({ date }) => date >= from && date <= to).map((row) => ({ direction: row.direction, category: categories.ofEntry(row), amountFen: row.amountFen }))
    : portal.rows('fund-category-totals').filter((row) => row.fund === fund && row.periodStart >= from && row.periodStart <= to);
  const groups = Map.groupBy(rows, ({ direction, category }) => `${direction}|${category}`);
  return [...groups.values()]
    .flatMap((group): readonly CategoryAmount[] => {
      const first = group[0];
      return first === undefined ? [] : [{ direction: first.direction, category: first.category, amountFen: total(group) }];
    })
    .toSorted((a, b) => (a.direction === b.direction ? b.amountFen - a.amountFen || (a.category < b.category ? -1 : 1) : a.direction === 'receipt' ? -1 : 1));
}

function yearsOf(portal: Portal, fund: string, periods: readonly FundPeriod[]): readonly FundYear[] {
  const dates = [
    ...portal.rows('fund-entries').filter((row) => row.fund === fund).map(({ date }) => date),
    ...portal.rows('fund-category-totals').filter((row) => row.fund === fund).map(({ periodStart }) => periodStart),
  ];
  const years = [...new Set(dates.map((date) => Number(date.slice(0, 4))))].toSorted((a, b) => a - b);
  return years.map((year) => {
    const amounts = amountsBetween(portal, fund, `${year}-01-01`, `${year}-12-31`);
    const stated = periods.filter((period) => period.year === year);
    const until = stated.at(-1)?.periodEnd ?? null;
    return {
      year,
      amounts,
      receiptsFen: total(amounts.filter(({ direction }) => direction === 'receipt')),
      disbursementsFen: total(amounts.filter(({ direction }) => direction === 'disbursement')),
      until,
      isWhole: until === `${year}-12-31` && (stated[0]?.periodStart ?? '9') <= `${year}-01-01`,
    };
  });
}

export interface CategoryChange {
  readonly category: string;
  readonly beforeFen: number;
  readonly afterFen: number;
}

/** The category whose amount changed most between two years, up or down; null where nothing changed. A category without an amount in a year counts as 0 there. */
export function largestChange(before: FundYear, after: FundYear, direction: FundDirection): CategoryChange | null {
  const categories = new Set([...after.amounts, ...before.amounts].filter((one) => one.direction === direction).map(({ category }) => category));
  const changes = [...categories].map((category) => ({ category, beforeFen: amountOf(before, direction, category) ?? 0, afterFen: amountOf(after, direction, category) ?? 0 }));
  const size = ({ beforeFen, afterFen }: CategoryChange): number => Math.abs(afterFen - beforeFen);
  const largest = changes.toSorted((a, b) => size(b) - size(a))[0];
  return largest === undefined || size(largest) === 0 ? null : largest;
}

/** Amount of a category in a year; null where there is no entry. */
export function amountOf(year: FundYear, direction: FundDirection, category: string): number | null {
  return year.amounts.find((one) => one.direction === direction && one.category === category)?.amountFen ?? null;
}

export interface BudgetLine {
  readonly direction: FundDirection;
  readonly category: string;
  /** null: not budgeted. */
  readonly budgetFen: number | null;
  /** null: nothing received or spent. */
  readonly actualFen: number | null;
}

/** The latest year with a budget and an actual amount, line by line; null without one. */
export function budgetBesideActual(portal: Portal, account: FundAccount): { readonly year: FundYear; readonly lines: readonly BudgetLine[] } | null {
  const budgets = portal.rows('fund-budgets').filter((row) => row.fund === account.fund.fund);
  const year = account.years.findLast((one) => one.isWhole && budgets.some((row) => row.year === one.year))
    ?? account.years.findLast((one) => budgets.some((row) => row.year === one.year));
  if (year === undefined) return null;
  const ofYear = joinedBudgets(portal, budgets.filter((row) => row.year === year.year), year);
  const names = new Map([...year.amounts, ...ofYear].map(({ direction, category }) => [`${direction}|${category}`, { direction, category }]));
  const lines = [...names.values()].map(({ direction, category }) => ({
    direction,
    category,
    budgetFen: ofYear.find((row) => row.direction === direction && row.category === category)?.amountFen ?? null,
    actualFen: amountOf(year, direction, category),
  }));
  return { year, lines: [...lines.filter(({ direction }) => direction === 'receipt'), ...lines.filter(({ direction }) => direction === 'disbursement')] };
}

/** The budget in the categories of the actual amounts: what is published together is budgeted together, unless it also stands alone in that year. */
function joinedBudgets(portal: Portal, rows: readonly Rows['fund-budgets'][], year: FundYear): readonly CategoryAmount[] {
  const { partsOf } = accountCategories(portal);
  const categoryOf = ({ direction, category }: CategoryAmount): string => {
    const joined = year.amounts.find((one) => one.direction === direction && partsOf(one.category).includes(category));
    return joined === undefined || partsOf(joined.category).some((part) => amountOf(year, direction, part) !== null) ? category : joined.category;
  };
  const groups = Map.groupBy(rows, (row) => `${row.direction}|${categoryOf(row)}`);
  return [...groups.values()].flatMap((group) => group.slice(0, 1).map((first) => ({ direction: first.direction, category: categoryOf(first), amountFen: total(group) })));
}

function total(rows: readonly { readonly amountFen: number }[]): number {
  return rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
}
