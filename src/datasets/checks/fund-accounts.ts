/** The accounts of a fund, put together once for the rules that hold them against each other. */
import type { CheckContext, Located } from '../named-check.ts';
import type { FundBalancesRow, FundEntriesRow } from '../rows.ts';

/** A period of a fund with its entries. */
export interface FundPeriod {
  readonly balance: Located<FundBalancesRow>;
  readonly entries: readonly Located<FundEntriesRow>[];
}

/** Every stated period with the entries of that fund whose dates lie in it, in order of fund and time. */
export function fundPeriods(context: CheckContext): readonly FundPeriod[] {
  const entries = Map.groupBy(context.located('fund-entries'), ({ value }) => value.fund);
  return context
    .located('fund-balances')
    .toSorted((a, b) => (a.value.fund === b.value.fund ? (a.value.periodStart < b.value.periodStart ? -1 : 1) : a.value.fund < b.value.fund ? -1 : 1))
    .map((balance) => ({
      balance,
      entries: (entries.get(balance.value.fund) ?? []).filter(
        ({ value }) => value.date >= balance.value.periodStart && value.date <= balance.value.periodEnd,
      ),
    }));
}

/** Sum of the amounts in one direction, in fen. */
export function sumFen(entries: readonly Located<FundEntriesRow>[], direction: FundEntriesRow['direction']): number {
  return entries.reduce((total, { value }) => total + (value.direction === direction ? value.amountFen : 0), 0);
}

/** Fen as yuan with two decimals, for messages. */
export function yuan(fen: number): string {
  return `${fen < 0 ? '-' : ''}${Math.trunc(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}
