/** Recomputes the fee waivers of the demonstration from the published CSV files alone and compares with what the page is made of. */
import { beforeAll, expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { hospitalsTable, waiverDistricts, waiverFigure, waiversHeading, waiverYearsTable } from '#src/figures/waivers.ts';
import { waiverMonths, waiverRegions, waiverYears } from '#src/indicators/fee-waivers.ts';
import { publishedWaivers } from '#src/publishing/waivers.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';
import { fakePortal } from './support/fake-portal.ts';

let portal: Portal;
let rows: readonly (readonly string[])[];
beforeAll(() => {
  const loaded = loadPortal({ dataDir: 'data', keepDaily: false });
  if (loaded.portal === null) throw new Error(JSON.stringify(loaded.findings.errors[0]));
  portal = loaded.portal;
  rows = tableCsv(portal, 'fee-waivers').split('\r\n').slice(1, -1).map((line) => line.split(','));
}, 60_000);

test('every month and channel on the page is the sum of its published rows, and of what the publisher holds', () => {
  const months = waiverMonths(publishedWaivers(portal));
  expect(months).toHaveLength(94);
  for (const { period, byChannel, all, directShare } of months) {
    let [claims, direct, fen] = [0, 0, 0n];
    for (const [month, , channel, count, amount = ''] of rows) {
      if (month !== period) continue;
      claims += Number(count);
      fen += BigInt(amount.replace('.', ''));
      if (channel === 'direct') direct += Number(count);
    }
    expect([all?.claims, all?.amountFen, byChannel.direct?.claims]).toEqual([claims, Number(fen), direct]);
    expect(directShare).toBeCloseTo(direct / claims, 12);
    const held = portal.rows('fee-waivers').filter(({ month }) => month === period);
    expect(held.reduce((sum, row) => sum + Number(row.claims), 0)).toBe(claims);
    expect(held.reduce((sum, row) => sum + Number(row.amountFen), 0)).toBe(Number(fen));
  }
});

test('years are their months, and the account of the waiver fund pays exactly the months', () => {
  const published = publishedWaivers(portal);
  for (const { period, all } of waiverYears(published)) {
    const months = waiverMonths(published).filter((month) => month.period.startsWith(period));
    expect(all?.amountFen).toBe(months.reduce((sum, month) => sum + (month.all?.amountFen ?? 0), 0));
  }
  const paid = portal.rows('fund-entries').filter(({ fund, direction, date }) => fund === 'waiver-fund' && direction === 'disbursement' && date >= '2025-02-01' && date <= '2026-01-31');
  expect(paid.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(waiverYears(published).find(({ period }) => period === '2025')?.all?.amountFen);
});

test('districts hold only what is published for them; together with the months of the whole city they are everything', () => {
  const published = publishedWaivers(portal);
  const regions = waiverRegions(published, '2025-11', '2026-10', portal.rows('regions').map(({ region }) => region));
  expect(regions.map(({ region }) => region)).toEqual(['sample-city', ...'abcdef'.split('').map((letter) => `sample-city-${letter}`)]);
  for (const channel of ['direct', 'counter', 'online'] as const) {
    const expected = rows.filter(([month = '', , one]) => month >= '2025-11' && month <= '2026-10' && one === channel);
    expect(regions.reduce((sum, { byChannel }) => sum + (byChannel[channel]?.claims ?? 0), 0)).toBe(expected.reduce((sum, cells) => sum + Number(cells[3]), 0));
    for (const { region, byChannel } of regions) expect(byChannel[channel]?.months ?? 0).toBe(expected.filter((cells) => cells[1] === region).length);
  }
});

test('the sentences say what was counted', () => {
  const published = publishedWaivers(portal);
  const last = rows.filter(([month]) => month === '2026-10');
  const claims = last.reduce((sum, cells) => sum + Number(cells[3]), 0);
  const direct = last.filter(([, , channel]) => channel === 'direct').reduce((sum, cells) => sum + Number(cells[3]), 0);
  expect(waiversHeading(portal, published, 'zh')).toBe(`2026年10月减免 ${claims} 笔，${Math.round((100 * direct) / claims)}%在医院当场结清`);
  expect(hospitalsTable(portal, 'zh')?.finding).toBe('21 家医院中，18 家可以当场减免，3 家还不能');
  expect(hospitalsTable(portal, 'en')?.table.rows.slice(0, 4).map((cells) => cells[2])).toEqual(['not yet', 'not yet', 'not yet', 'yes']);
  expect(waiverYearsTable(portal, published, 'en')?.finding).toMatch(/^Settled on the spot: \d+\u202F% in 2019, \d+\u202F% in 2026$/);
});

test('a month that is not published is unknown and no zero; a portal without the tables has none of it', () => {
  const waiver = (month: string, channel: string, claims: string) => ({ month, region: 'sample-city', channel, claims, amount_yuan: '9.00' });
  const hidden = fakePortal({ tables: { 'fee-waivers': ['2026-01', '2026-02', '2026-03'].flatMap((month) => [waiver(month, 'direct', '50'), waiver(month, 'online', month === '2026-02' ? '2' : '20')]) } });
  const published = publishedWaivers(hidden);
  expect(waiverMonths(published).map(({ all, directShare }) => [all?.claims ?? null, directShare])).toEqual([[null, null], [null, null], [70, 50 / 70]]);
  expect(waiverFigure(hidden, published, 'zh')?.table.rows.map((cells) => cells.at(-1))).toEqual([{ text: '71.4%', value: 0.714286 }, '—', '—']);
  expect(waiverDistricts(hidden, published, 'zh')).toBeNull();
  const none = fakePortal({});
  expect([waiverFigure(none, [], 'zh'), waiverYearsTable(none, [], 'zh'), waiverDistricts(none, [], 'zh'), hospitalsTable(none, 'zh')]).toEqual([null, null, null, null]);
});
