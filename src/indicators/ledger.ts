/** What became of every unit: the blood ledger of the whole region by component and month, and what was discarded by year. */
import type { Rows } from '#src/datasets/rows.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { components } from '#src/domain/blood.ts';
import { monthsFrom } from '#src/domain/calendar.ts';
import { isMeasured } from '#src/domain/missing.ts';

type LedgerRow = Rows['blood-ledger'];

/** What was there and came in, what went out, in the order of the account. */
export const ledgerIn = ['opening', 'prepared', 'received'] as const;
export const ledgerOut = ['issued', 'transferredOut', 'expired', 'testFailed', 'otherDiscards'] as const;
export const ledgerDiscards = ['expired', 'testFailed', 'otherDiscards'] as const;
export const ledgerColumns = [...ledgerIn, ...ledgerOut, 'closing'] as const;
export type LedgerColumn = (typeof ledgerColumns)[number];

/** An account over a time. */
export interface LedgerPeriod {
  /** null: a station's figure is missing, so there is no sum. */
  readonly amounts: Readonly<Record<LedgerColumn, number | null>>;
  /** Opening and income less everything that went out; null where a figure is missing. */
  readonly computed: number | null;
  /** Closing less `computed`: 0 where the account closes. */
  readonly difference: number | null;
}

export interface LedgerMonth extends LedgerPeriod {
  readonly month: string;
  /** Opening less the closing of the month before: 0 where the account is carried on; null without a month before. */
  readonly carried: number | null;
}

export interface ComponentLedger {
  readonly component: LedgerRow['component'];
  readonly unit: LedgerRow['unit'];
  /** Every month from the first to the last with a row, also those without one. */
  readonly months: readonly LedgerMonth[];
}

/** One account for each component and unit, in the usual order of components. Where a month states the region's total (`all`), that counts; else the stations are added. */
export const bloodLedgers: (portal: Portal) => readonly ComponentLedger[] = oncePerPortal((portal) => {
  const groups = Map.groupBy(portal.rows('blood-ledger'), ({ component, unit }) => `${component}|${unit}`);
  return [...groups.values()].flatMap((rows) => {
    const first = rows[0];
    return first === undefined ? [] : [{ component: first.component, unit: first.unit, months: monthsOf(rows) }];
  }).toSorted((a, b) => components.indexOf(a.component) - components.indexOf(b.component));
});

function monthsOf(rows: readonly LedgerRow[]): readonly LedgerMonth[] {
  const spans = new Map<string, { from: string; to: string }>();
  for (const { station, month } of rows) {
    const span = spans.get(station);
    if (span === undefined) spans.set(station, { from: month, to: month });
    else spans.set(station, { from: month < span.from ? month : span.from, to: month > span.to ? month : span.to });
  }
  const byMonth = Map.groupBy(rows, ({ month }) => month);
  const from = [...spans.values()].reduce((least, span) => (span.from < least ? span.from : least), '9999-12');
  const to = [...spans.values()].reduce((most, span) => (span.to > most ? span.to : most), '');
  const months: LedgerMonth[] = [];
  for (const month of monthsFrom(from, to)) {
    const ofMonth = byMonth.get(month) ?? [];
    const stated = ofMonth.filter(({ station }) => station === 'all');
    const parts = stated.length > 0 ? stated : ofMonth;
    // A station that reports before and after this month, and not in it, leaves the region without a sum.
    const wanted = [...spans].filter(([station, span]) => station !== 'all' && span.from <= month && month <= span.to).length;
    const isWhole = parts.length > 0 && (stated.length > 0 || parts.length === wanted);
    const sum = (column: LedgerColumn): number | null => (isWhole ? sumOf(parts.map((row) => row[column])) : null);
    const amounts: Record<LedgerColumn, number | null> = {
      opening: sum('opening'), prepared: sum('prepared'), received: sum('received'), issued: sum('issued'), transferredOut: sum('transferredOut'),
      expired: sum('expired'), testFailed: sum('testFailed'), otherDiscards: sum('otherDiscards'), closing: sum('closing'),
    };
    const income = sumOf(ledgerIn.map((column) => amounts[column]));
    const outgo = sumOf(ledgerOut.map((column) => amounts[column]));
    const computed = differenceOf(income, outgo);
    const before = months.at(-1);
    months.push({ month, amounts, computed, difference: differenceOf(amounts.closing, computed), carried: before === undefined ? null : differenceOf(amounts.opening, before.amounts.closing) });
  }
  return months;
}

export interface DiscardYear {
  readonly year: number;
  /** First and last month counted. */
  readonly from: string;
  readonly to: string;
  readonly cameIn: number;
  readonly expired: number;
  readonly testFailed: number;
  readonly otherDiscards: number;
  readonly discarded: number;
  /** Discarded ÷ (prepared + received), 0 to 1; null where nothing came in. */
  readonly share: number | null;
}

/** By calendar year, a year that the ledger does not cover whole with its months; a year in which a month has a figure missing is left out. */
export function discardYears(ledger: ComponentLedger): readonly DiscardYear[] {
  const years = Map.groupBy(ledger.months, ({ month }) => Number(month.slice(0, 4)));
  return [...years].flatMap(([year, months]): readonly DiscardYear[] => {
    const sum = (column: LedgerColumn): number | null => sumOf(months.map(({ amounts }) => amounts[column]));
    const cameIn = sumOf([sum('prepared'), sum('received')]);
    const [expired, testFailed, otherDiscards] = [sum('expired'), sum('testFailed'), sum('otherDiscards')];
    const discarded = sumOf([expired, testFailed, otherDiscards]);
    if (cameIn === null || expired === null || testFailed === null || otherDiscards === null || discarded === null) return [];
    const [from = '', to = from] = [months[0]?.month, months.at(-1)?.month];
    return [{ year, from, to, cameIn, expired, testFailed, otherDiscards, discarded, share: cameIn === 0 ? null : discarded / cameIn }];
  });
}

/** The sum in hundredths, which hold every half dose exactly; null where one is missing. */
export function sumOf(values: readonly (LedgerRow['opening'] | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null || !isMeasured(value)) return null;
    sum += Math.round(value * 100);
  }
  return sum / 100;
}

/** Exact in hundredths; null where one is missing. */
export function differenceOf(from: number | null, taken: number | null): number | null {
  return from === null || taken === null ? null : (Math.round(from * 100) - Math.round(taken * 100)) / 100;
}
