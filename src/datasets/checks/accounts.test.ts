/** The demonstration's accounts are whole, and any one change of an amount, a direction or a date across periods is found. */
import { expect, test } from 'vitest';
import { collectProblems } from '#src/tabular/problem.ts';
import { readTable } from '#src/tabular/read-table.ts';
import { resourceNamed, runChecks } from '../../../tests/support/run-checks.ts';
import { check as fundBalance } from './fund-balance.ts';
import { check as fundCategorySum } from './fund-category-sum.ts';
import { check as fundEntriesSum } from './fund-entries-sum.ts';
import { check as fundJoins } from './fund-joins.ts';
import { check as ledgerBalance } from './ledger-balance.ts';
import { check as ledgerJoins } from './ledger-joins.ts';

type Tables = Readonly<Record<string, readonly (readonly string[])[]>>;

function demonstration(...names: readonly string[]): Tables {
  return Object.fromEntries(
    names.map((name) => {
      const rows: (readonly string[])[] = [];
      const sink = collectProblems();
      readTable({ path: `data/${name}.csv`, name }, resourceNamed(name), { latestDate: null }, sink, ({ cells }) => rows.push(cells));
      expect(sink.findings().errors).toEqual([]);
      return [name, rows];
    }),
  );
}

const funds = demonstration('fund-entries', 'fund-balances', 'fund-category-totals');
const ledger = demonstration('blood-ledger');
const fundChecks = [fundBalance, fundJoins, fundEntriesSum, fundCategorySum];
const ledgerChecks = [ledgerBalance, ledgerJoins];

/** Numbers from 0 to below `limit`, always the same ones. */
function sequence(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function changed(tables: Tables, table: string, row: number, column: string, change: (cell: string) => string): Tables {
  const position = resourceNamed(table).schema.fields.findIndex(({ name }) => name === column);
  const rows = tables[table] ?? [];
  return { ...tables, [table]: rows.map((cells, index) => (index === row ? cells.with(position, change(cells[position] ?? '')) : cells)) };
}

/** Another amount: by one fen up to a hundred yuan more, or less where that leaves it above zero. */
const otherAmount = (next: (limit: number) => number) => (cell: string): string => {
  const fen = Number(cell.replace('.', ''));
  const by = 1 + next(next(2) === 0 ? 3 : 10_000);
  const digits = String(fen >= by && next(2) === 0 ? fen - by : fen + by).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

test('as they are, the accounts have no fault', () => {
  expect(runChecks(fundChecks, funds)).toEqual([]);
  expect(runChecks(ledgerChecks, ledger)).toEqual([]);
  expect(funds['fund-entries']?.length).toBeGreaterThan(100);
  expect(new Set(funds['fund-entries']?.map((cells) => cells[1])).size).toBeGreaterThan(1);
});

test('1,000 changes of one cell in the accounts of the funds: every one is found', () => {
  const next = sequence(2026);
  const other = otherAmount(next);
  const periods = (funds['fund-balances'] ?? []).map(([fund = '', from = '', until = '']) => ({ fund, from, until }));
  const entries = funds['fund-entries'] ?? [];
  const flip = (direction: string): string => (direction === 'receipt' ? 'disbursement' : 'receipt');
  const kinds: readonly (() => Tables | null)[] = [
    () => changed(funds, 'fund-entries', next(entries.length), 'amount_yuan', other),
    () => changed(funds, 'fund-balances', next(periods.length), ['opening_yuan', 'receipts_yuan', 'disbursements_yuan', 'closing_yuan'][next(4)] ?? '', other),
    () => changed(funds, 'fund-category-totals', next(funds['fund-category-totals']?.length ?? 0), 'amount_yuan', other),
    () => {
      const row = next(entries.length);
      return entries[row]?.[6] === '0.00' ? null : changed(funds, 'fund-entries', row, 'direction', flip);
    },
    () => {
      // To the first or last day of another period of the fund, or the day after its last.
      const row = next(entries.length);
      const [, fund, date = ''] = entries[row] ?? [];
      const elsewhere = periods.filter((period) => period.fund === fund && !(period.from <= date && date <= period.until));
      const to = [...elsewhere.flatMap(({ from, until }) => [from, until]), '2099-01-01'];
      return entries[row]?.[6] === '0.00' ? null : changed(funds, 'fund-entries', row, 'date', () => to[next(to.length)] ?? '');
    },
  ];
  const missed: Tables[] = [];
  let tried = 0;
  while (tried < 1000) {
    const tables = kinds[tried % kinds.length]?.();
    if (tables === undefined || tables === null) continue;
    tried += 1;
    if (!runChecks(fundChecks, tables).some(({ severity }) => severity === 'error')) missed.push(tables);
  }
  expect(missed).toEqual([]);
});

test('1,000 changes of one number in the blood ledger: every one is found', () => {
  const next = sequence(2027);
  const rows = ledger['blood-ledger'] ?? [];
  const columns = ['opening', 'prepared', 'received', 'issued', 'transferred_out', 'expired', 'test_failed', 'other_discards', 'closing'];
  // A hundred rows around the change are enough, and faster; a join that the cut leaves open is not looked at.
  let missed = 0;
  for (let tried = 0; tried < 1000; tried += 1) {
    const start = next(Math.max(1, rows.length - 100));
    const part = { 'blood-ledger': rows.slice(start, start + 100) };
    const by = 0.5 * (1 + next(40));
    const tables = changed(part, 'blood-ledger', next(part['blood-ledger'].length), columns[next(columns.length)] ?? '', (cell) => String(Number(cell) + by));
    if (!runChecks(ledgerChecks, tables).some(({ severity }) => severity === 'error')) missed += 1;
  }
  expect(missed).toBe(0);
});

test('one unit off in any amount of a month names the month, the component and both sums', () => {
  const rows = ledger['blood-ledger'] ?? [];
  const at = rows.findIndex((cells) => cells[0] === '2021-03' && cells[2] === 'red_cells');
  const amounts = rows[at]?.slice(4).map(Number) ?? [];
  const columns = ['opening', 'prepared', 'received', 'issued', 'transferred_out', 'expired', 'test_failed', 'other_discards', 'closing'];
  columns.forEach((column, index) => {
    const tables = changed(ledger, 'blood-ledger', at, column, (cell) => String(Number(cell) + 1));
    const [opening = 0, prepared = 0, received = 0, issued = 0, out = 0, expired = 0, failed = 0, other = 0, closing = 0] = amounts.map((amount, position) => (position === index ? amount + 1 : amount));
    const computed = opening + prepared + received - issued - out - expired - failed - other;
    expect(Math.abs(computed - closing)).toBe(1);
    const [found, ...more] = runChecks([ledgerBalance], tables);
    expect(more).toEqual([]);
    expect([found?.severity, found?.row, found?.column]).toEqual(['error', at + 2, 'closing']);
    for (const words of [found?.message.zh, found?.message.en]) for (const part of ['2021-03', 'red_cells', String(computed), String(closing)]) expect(words).toContain(part);
  });
});

test('a balance that is wrong on both sides of a turn of periods is found where it does not add up', () => {
  // Closing and the next opening changed together: both join, and neither period closes.
  const [first, second] = [0, 1].map((index) => funds['fund-balances']?.[index]);
  expect(first?.[0]).toBe(second?.[0]);
  const both = changed(changed(funds, 'fund-balances', 0, 'closing_yuan', () => '1.00'), 'fund-balances', 1, 'opening_yuan', () => '1.00');
  expect(runChecks([fundBalance], both).map(({ row, column }) => [row, column])).toEqual([[2, 'closing_yuan'], [3, 'closing_yuan']]);
});
