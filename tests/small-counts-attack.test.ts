/** Tries to compute counts and amounts of very few people from everything that the demonstration publishes, as somebody would who can solve linear equations. */
import fc from './support/properties.ts';
import { beforeAll, expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { fundAccounts } from '#src/indicators/fund-account.ts';
import { entryBlocks } from '#src/publishing/merged-entries.ts';
import { publishedTable } from '#src/publishing/published-table.ts';
import { fakePortal } from './support/fake-portal.ts';

let portal: Portal;
beforeAll(() => {
  const loaded = loadPortal({ dataDir: 'data', keepDaily: false });
  if (loaded.portal === null) throw new Error(JSON.stringify(loaded.findings.errors[0]));
  portal = loaded.portal;
}, 60_000);

const prime = 2_147_483_629n;

/** The equations as sums of unknowns, made triangular; says of any sum of unknowns whether it follows from them. */
function solver(equations: readonly (readonly number[])[]): (unknowns: readonly number[]) => boolean {
  const byPivot = new Map<number, Map<number, bigint>>();
  const reduce = (row: Map<number, bigint>): Map<number, bigint> => {
    for (;;) {
      const pivot = [...row.keys()].find((key) => byPivot.has(key));
      const known = pivot === undefined ? undefined : byPivot.get(pivot);
      if (pivot === undefined || known === undefined) return row;
      const factor = row.get(pivot) ?? 0n;
      for (const [key, value] of known) {
        const next = ((row.get(key) ?? 0n) - factor * value) % prime;
        if (next === 0n) row.delete(key);
        else row.set(key, next);
      }
    }
  };
  const inverse = (value: bigint): bigint => {
    let [result, base, exponent] = [1n, ((value % prime) + prime) % prime, prime - 2n];
    for (; exponent > 0n; exponent >>= 1n) {
      if (exponent & 1n) result = (result * base) % prime;
      base = (base * base) % prime;
    }
    return result;
  };
  const rowOf = (unknowns: readonly number[]) => new Map(unknowns.map((unknown) => [unknown, 1n]));
  for (const equation of equations) {
    const row = reduce(rowOf(equation));
    const pivot = row.keys().next().value;
    if (pivot === undefined) continue;
    const factor = inverse(row.get(pivot) ?? 1n);
    const normal = new Map([...row].map(([key, value]) => [key, (value * factor) % prime] as const));
    for (const [other, known] of byPivot) {
      const times = known.get(pivot);
      if (times === undefined) continue;
      for (const [key, value] of normal) {
        const next = ((known.get(key) ?? 0n) - times * value) % prime;
        if (next === 0n) known.delete(key);
        else known.set(key, next);
      }
      byPivot.set(other, known);
    }
    byPivot.set(pivot, normal);
  }
  return (unknowns) => reduce(rowOf(unknowns)).size === 0;
}

const isFew = (count: unknown): boolean => typeof count === 'number' && count > 0 && count < portal.settings.smallCount;

test('the solver finds what follows from sums and nothing else', () => {
  const follows = solver([[1, 2, 3], [2, 3], [4, 5]]);
  expect([[1], [2, 3], [1, 4, 5], [2], [4], [1, 2]].map(follows)).toEqual([true, true, true, false, false, false]);
});

test('no district with very few claims follows from the published waivers, the accounts of the fund that pays them, and their totals', () => {
  const raw = portal.rows('fee-waivers');
  const published = publishedTable(portal, 'fee-waivers').rows;
  const entries = portal.rows('fund-entries');
  const monthBefore = (date: string): string => {
    const [year = 0, month = 0] = date.split('-').map(Number);
    return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  };
  const cellsOf = (month: string, channel: string): number[] => [...raw.keys()].filter((index) => raw[index]!.month === month && raw[index]!.channel === channel);
  let few = 0;
  for (const channel of ['direct', 'counter', 'online']) {
    const rows = published.filter((cells) => cells[2] === channel && cells[3] !== 'SUP');
    const waivers = rows.map(([month = '', region = '']) => cellsOf(month, channel).filter((index) => region === 'sample-city' || raw[index]!.region === region));
    // The fund pays each month and channel back in the month after; so does a reader guess.
    const blocks = entryBlocks(portal).map((block) => block.filter((index) => entries[index]!.category === `waiver_${channel}`)).filter((block) => block.length > 0);
    const accounts = blocks.map((block) => block.flatMap((index) => cellsOf(monthBefore(entries[index]!.date), channel)));
    const totals = portal.rows('fund-category-totals').filter(({ category }) => category === `waiver_${channel}`)
      .map(({ periodStart }) => entries.filter(({ category, date }) => category === `waiver_${channel}` && date.slice(0, 4) === periodStart.slice(0, 4)).flatMap(({ date }) => cellsOf(monthBefore(date), channel)));
    expect(accounts.length).toBeGreaterThan(60);
    expect(totals.length).toBeGreaterThan(4);
    // The sums that are assumed are those that stand there.
    for (const [index, members] of waivers.entries()) expect(members.reduce((sum, at) => sum + Number(raw[at]!.claims), 0)).toBe(Number(rows[index]![3]));
    const follows = solver([...waivers, ...accounts, ...totals]);
    const small = [...raw.keys()].filter((index) => raw[index]!.channel === channel && isFew(raw[index]!.claims));
    few += small.length;
    expect(small.filter((index) => follows([index])).map((index) => raw[index])).toEqual([]);
    // Two districts of one month together may be as few.
    for (const [index, first] of small.entries()) {
      for (const second of small.slice(index + 1)) {
        if (raw[first]!.month === raw[second]!.month && isFew(Number(raw[first]!.claims) + Number(raw[second]!.claims))) expect(follows([first, second])).toBe(false);
      }
    }
  }
  expect(few).toBeGreaterThan(300);
}, 60_000);

test('neither people nor yuan of an entry that helped very few follow from the published entries and the stated totals', () => {
  const raw = portal.rows('fund-entries');
  const rows = publishedTable(portal, 'fund-entries').rows;
  const blocks = entryBlocks(portal);
  expect(rows.length).toBe(blocks.length);
  expect(blocks.flat().toSorted((a, b) => a - b)).toEqual([...raw.keys()]);
  const totals = portal.rows('fund-category-totals').map((total) => {
    const period = portal.rows('fund-balances').find((one) => one.fund === total.fund && one.periodStart === total.periodStart);
    return [...raw.keys()].filter((index) => {
      const one = raw[index]!;
      return one.fund === total.fund && one.direction === total.direction && one.category === total.category && one.date >= total.periodStart && one.date <= (period?.periodEnd ?? '');
    });
  });
  const follows = solver([...blocks, ...totals]);
  const small = [...raw.keys()].filter((index) => isFew(raw[index]!.beneficiaries));
  expect(small.length).toBe(51);
  expect(small.filter((index) => follows([index]))).toEqual([]);
  for (const cells of rows) expect(isFew(Number(cells[7]))).toBe(false);
});

/** Accounts of two years, by halves or whole, with up to nine entries in up to four categories, most of them about few people. */
const accounts = fc.record({
  halves: fc.boolean(),
  entries: fc.array(fc.record({ day: fc.integer({ min: 0, max: 23 }), category: fc.constantFrom('a', 'b', 'c', 'd'), people: fc.constantFrom('1', '2', '4', '5', '40', '0', 'NA'), fen: fc.integer({ min: 1, max: 99_999 }) }), { minLength: 1, maxLength: 9 }),
});

/** What this code writes of amounts. */
const yuan = (fen: number): string => (fen / 100).toFixed(2);

test('no account gives away what very few people received, in its entries, stated totals, balances or years, unless it paid nobody else in the period', () => {
  let [few, alone] = [0, 0];
  fc.assert(fc.property(accounts, ({ halves, entries: drawn }) => {
    const periods = halves ? [0, 6, 12, 18].map((month) => [month, 5]) : [[0, 11], [12, 11]];
    const dateOf = (month: number, day: string): string => `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${day}`;
    const periodOf = (month: number): number => periods.findIndex(([first = 0, more = 0]) => month >= first && month <= first + more);
    const entries = drawn.map((one, index) => ({ ...one, index, period: periodOf(one.day) }));
    const sums = Map.groupBy(entries, ({ period, category }) => `${period}|${category}`);
    const sumOf = (members: readonly { readonly fen: number }[]): number => members.reduce((sum, { fen }) => sum + fen, 0);
    const start = (period: number): string => dateOf(periods[period]?.[0] ?? 0, '01');
    const tables = {
      funds: [{ fund: 'care', region: 'city', kind: 'care_fund', name_zh: '基金', name_en: 'Fund', document: '' }],
      'fund-balances': periods.map(([first = 0, more = 0], index) => ({ fund: 'care', period_start: start(index), period_end: dateOf(first + more, '31').replace('06-31', '06-30'), opening_yuan: '0.00', receipts_yuan: '0.00', disbursements_yuan: yuan(sumOf(entries.filter(({ period }) => period === index))), closing_yuan: '0.00', status: 'final', document: '' })),
      'fund-entries': entries.map(({ index, day, category, people, fen }) => ({ entry: `e${index}`, fund: 'care', date: dateOf(day, '15'), direction: 'disbursement', category, programme: '', amount_yuan: yuan(fen), beneficiaries: people, document: '', note_zh: '', note_en: '' })),
      'fund-category-totals': [...sums.values()].map((members) => ({ fund: 'care', period_start: start(members[0]?.period ?? 0), direction: 'disbursement', category: members[0]?.category ?? '', amount_yuan: yuan(sumOf(members)) })),
    };
    const made = fakePortal({ tables });
    // What a reader knows: which entries a published sum is about. Names of entries are read off the blocks, those of the others off dates and categories.
    const blocks = entryBlocks(made).map((block) => [...block]);
    const inCode = (code: string, { category }: { readonly category: string }): boolean => code.split('-and-').includes(category);
    const totals = publishedTable(made, 'fund-category-totals').rows.map((cells) => {
      const members = entries.filter((one) => start(one.period) === cells[1] && inCode(cells[3] ?? '', one));
      expect(yuan(sumOf(members))).toBe(cells[4]);
      return members.map(({ index }) => index);
    });
    for (const [at, cells] of publishedTable(made, 'fund-entries').rows.entries()) {
      expect(yuan(sumOf((blocks[at] ?? []).map((index) => entries[index]!)))).toBe(cells[6]);
      expect(isFew(Number(cells[7]))).toBe(false);
    }
    const balances = periods.map((_, index) => entries.filter(({ period }) => period === index).map((one) => one.index));
    // The years on the pages: each published category of a year, from the account that the pages show; its members by the names of the published rows.
    const codeOf = new Map(publishedTable(made, 'fund-entries').rows.flatMap((cells, at) => (blocks[at] ?? []).map((index) => [index, cells[4] ?? ''] as const)));
    const years = (fundAccounts(made)[0]?.years ?? []).flatMap(({ year, amounts }) => amounts.map(({ category, amountFen }) => {
      const members = entries.filter(({ day, index }) => 2025 + Math.floor(day / 12) === year && codeOf.get(index) === category);
      expect(sumOf(members)).toBe(amountFen);
      return members.map(({ index }) => index);
    }));
    const follows = solver([...blocks, ...totals, ...balances, ...years]);
    for (const { index, period, people } of entries) {
      if (!isFew(Number(people))) continue;
      few += 1;
      const ofPeriod = entries.filter((one) => one.period === period);
      // An entry that is all that the period paid is the stated sum of the period.
      if (ofPeriod.length === 1) alone += 1;
      else expect(follows([index])).toBe(false);
    }
    for (const cells of publishedTable(made, 'fund-entries').rows) {
      const own = entries.find(({ index }) => `e${index}` === cells[0]);
      if (own !== undefined && isFew(Number(own.people))) expect([cells[7], cells[9], cells[10]]).toEqual(['SUP', 'SUP', 'SUP']);
    }
  }), { numRuns: 400 });
  expect([few > 500, alone > 5]).toEqual([true, true]);
}, 60_000);

test('between two releases, one more entry about few people can be taken from the sums: that is why accounts are published by the period', () => {
  const entry = (id: string, people: string, amount: string) => ({ entry: id, fund: 'care', date: '2026-03-01', direction: 'disbursement', category: 'a', programme: '', amount_yuan: amount, beneficiaries: people, document: '', note_zh: '', note_en: '' });
  const before = [entry('e0', '4', '10.00'), entry('e1', '3', '20.00')];
  const published = (entries: readonly ReturnType<typeof entry>[]) => publishedTable(fakePortal({ tables: { 'fund-entries': entries } }), 'fund-entries').rows.map((cells) => Number(cells[6]));
  // Nothing in one release: the sum of two. Both releases together give the third away, whatever stands in its row.
  expect(published(before)).toEqual([30]);
  expect(published([...before, entry('e2', '1', '7.00')])).toEqual([37]);
});
