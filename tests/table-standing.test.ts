/** How far the tables of the demonstration reach, from their published files by plain loops; what has no announced times has no end. */
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { standingWords } from '#src/figures/standing-words.ts';
import { standsUntil, tableStandings } from '#src/publishing/table-standing.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';

function demonstrationPortal(): Portal {
  const { portal, findings } = loadPortal({ dataDir: 'data' });
  if (portal === null) throw new Error(JSON.stringify(findings.errors[0]));
  return portal;
}

const portal = demonstrationPortal();
const rowsOf = (table: string): readonly Readonly<Record<string, string>>[] => Papa.parse<Record<string, string>>(tableCsv(portal, table).replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
const latest = (table: string, column: string): string | undefined => rowsOf(table).map((row) => row[column] ?? '').filter((date) => date !== '' && date <= '2026-11-21').toSorted().at(-1);

test('a table of periods reaches to their end, a list of hospitals to when it was confirmed', () => {
  const until = (table: string): string | null | undefined => tableStandings(portal).get(table)?.until;
  expect(until('fund-balances')).toBe(latest('fund-balances', 'period_end'));
  expect(until('fund-category-totals')).toBe(latest('fund-balances', 'period_end'));
  expect(until('hospitals')).toBe(latest('hospitals', 'confirmed_on'));
  expect(until('hospitals')).not.toBe(latest('hospitals', 'direct_waiver_since'));
  expect(until('stock')).toBe('2026-11-21');
  expect(until('targets')).toBeNull();
});

test('a table stands until the next numbers of its own are due; without a rhythm it never expires and says how far it reaches', () => {
  const untimed = portal.tables.filter((table) => portal.settings.tables[table] === undefined);
  expect(untimed).toEqual(expect.arrayContaining(['tariffs', 'stations', 'hospitals']));
  for (const table of untimed) expect(standsUntil(portal, table), table).toBeNull();
  expect(standsUntil(portal, 'fund-balances')).toBe('2026-12-11T18:00:00+08:00');
  for (const locale of ['zh', 'en'] as const) {
    for (const { table, validUntil, expired, stands } of standingWords(portal, ['tariffs', 'hospitals', 'funds'], locale)) {
      expect([validUntil, expired], table).toEqual([null, null]);
      expect(stands).toContain('20');
    }
  }
  expect(standingWords(portal, ['tariffs', 'hospitals'], 'zh').map(({ stands }) => stands)).toEqual([
    '“血液价格”最新的一行自2021年1月1日起适用，没有公告更新时间。',
    expect.stringMatching(/的数据到2026年10月30日，没有公告更新时间。$/u),
  ]);
});
