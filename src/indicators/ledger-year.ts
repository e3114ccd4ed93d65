/** A calendar year of the blood ledger as one account: what was there at its start, all that came in and went out, what was left. */
import { differenceOf, ledgerIn, ledgerOut, sumOf } from './ledger.ts';
import type { ComponentLedger, LedgerColumn, LedgerMonth, LedgerPeriod } from './ledger.ts';

export interface LedgerYear extends LedgerPeriod {
  readonly year: number;
  readonly months: readonly LedgerMonth[];
  /** First and last month of the year in the ledger. */
  readonly from: string;
  readonly to: string;
}

/**
 * The years of a component's ledger, in order. Opening is that of the first month, closing that of the last, everything else the sum of the
 * months; null where a month has it missing. Where a month does not open with the closing before it, the year is off by that step.
 */
export function ledgerYears(ledger: ComponentLedger): readonly LedgerYear[] {
  return [...Map.groupBy(ledger.months, ({ month }) => Number(month.slice(0, 4)))].flatMap(([year, months]): readonly LedgerYear[] => {
    const [first, last] = [months[0], months.at(-1)];
    if (first === undefined || last === undefined) return [];
    const sum = (column: LedgerColumn): number | null => sumOf(months.map(({ amounts }) => amounts[column]));
    const amounts: Record<LedgerColumn, number | null> = {
      opening: first.amounts.opening, prepared: sum('prepared'), received: sum('received'), issued: sum('issued'), transferredOut: sum('transferredOut'),
      expired: sum('expired'), testFailed: sum('testFailed'), otherDiscards: sum('otherDiscards'), closing: last.amounts.closing,
    };
    const computed = differenceOf(sumOf(ledgerIn.map((column) => amounts[column])), sumOf(ledgerOut.map((column) => amounts[column])));
    return [{ year, months, from: first.month, to: last.month, amounts, computed, difference: differenceOf(amounts.closing, computed) }];
  });
}
