import { expect, test } from 'vitest';
import type { ComponentLedger, LedgerMonth } from './ledger.ts';
import { ledgerYears } from './ledger-year.ts';

/** A month of red cells: what was there, prepared, issued, left. */
function month(name: string, opening: number, prepared: number, issued: number | null, closing: number): LedgerMonth {
  const amounts = { opening, prepared, received: 1, issued, transferredOut: 0, expired: 0.5, testFailed: 0.5, otherDiscards: 0, closing };
  return { month: name, amounts, computed: null, difference: null, carried: null };
}
const ledgerOf = (...months: readonly LedgerMonth[]): ComponentLedger => ({ component: 'red_cells', unit: 'U', months });

test('a year opens with its first month, closes with its last, and adds up what lies between', () => {
  const [first, second] = ledgerYears(ledgerOf(month('2025-11', 10, 5, 4, 11), month('2025-12', 11, 6, 7, 10), month('2026-01', 10, 1, 1, 10)));
  expect(first).toMatchObject({ year: 2025, from: '2025-11', to: '2025-12', amounts: { opening: 10, prepared: 11, received: 2, issued: 11, expired: 1, closing: 10 }, computed: 10, difference: 0 });
  expect(second).toMatchObject({ year: 2026, from: '2026-01', to: '2026-01', difference: 0 });
});

test('a step between two months shows in the year; a missing figure leaves no sum', () => {
  const [step] = ledgerYears(ledgerOf(month('2025-11', 10, 5, 4, 11), month('2025-12', 13, 6, 7, 12)));
  expect(step).toMatchObject({ computed: 10, difference: 2 });
  const [missing] = ledgerYears(ledgerOf(month('2025-11', 10, 5, null, 11), month('2025-12', 11, 6, 7, 10)));
  expect(missing).toMatchObject({ amounts: { issued: null, prepared: 11 }, computed: null, difference: null });
});
