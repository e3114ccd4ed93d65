/** Tries to compute counts and amounts of very few people from everything that the demonstration publishes, as somebody would who can solve linear equations. */
import { beforeAll, expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { entryBlocks } from '#src/publishing/merged-entries.ts';
import { publishedTable } from '#src/publishing/published-table.ts';

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
