/** Reads the tariffs of the demonstration from the published CSV file alone and compares with what the page is made of. */
import { beforeAll, expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { costFigure, payers, priceTable } from '#src/figures/prices.ts';
import { tariffLines } from '#src/indicators/tariff-lines.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';

let portal: Portal;
let rows: readonly (readonly string[])[];

beforeAll(() => {
  const loaded = loadPortal({ dataDir: 'data', keepDaily: false });
  if (loaded.portal === null) throw new Error(JSON.stringify(loaded.findings.errors[0]));
  portal = loaded.portal;
  // component, unit, valid_from, valid_until, price_yuan, document, source; no cell of this file is quoted
  rows = tableCsv(portal, 'tariffs').replace('\uFEFF', '').split('\r\n').slice(1).filter((line) => line !== '').map((line) => line.split(','));
}, 60_000);

test('the price in force and the one before are those of the file', () => {
  const day = portal.asOf.slice(0, 10);
  const components = new Set(rows.map(([component]) => component));
  expect(tariffLines(portal).length).toBe(components.size);
  for (const { component, current, before } of tariffLines(portal)) {
    const own = rows.filter((row) => row[0] === component);
    const inForce = own.filter((row) => (row[2] ?? '') <= day && (row[3] === '' || (row[3] ?? '') >= day));
    expect(inForce.length).toBe(1);
    expect([current?.validFrom, current === null ? '' : (current.priceFen / 100).toFixed(2), current?.document]).toEqual([inForce[0]?.[2], inForce[0]?.[4], inForce[0]?.[5]]);
    const earlier = own.filter((row) => (row[2] ?? '') < (inForce[0]?.[2] ?? '')).toSorted((a, b) => ((a[2] ?? '') > (b[2] ?? '') ? -1 : 1))[0];
    expect(before === null ? undefined : (before.priceFen / 100).toFixed(2)).toBe(earlier?.[4]);
  }
});

test('the finding names exactly the components whose price changed', () => {
  expect(priceTable(portal, 'zh')?.finding.replaceAll('\u202F', ' ')).toBe('现行价格表有 5 种成分，与上一版相比机采血小板多 50.00 元、冷沉淀多 5.00 元，其余没有变');
  expect(priceTable(portal, 'en')?.table.rows.length).toBe(5);
});

test('the money of the station leads to its entries on the page of its fund', () => {
  const addresses = (costFigure(portal, 'zh')?.figure.table.rows ?? []).flatMap((row) => row.flatMap((cell) => (typeof cell === 'string' || cell.address === undefined ? [] : [cell.address])));
  expect(addresses.length).toBeGreaterThan(5);
  for (const address of addresses) expect(address).toMatch(/\/fund\/station-budget\/#entries-2025-(receipt|disbursement)-[a-z-]+$/);
  expect(payers(portal, 'zh').map(({ who }) => who)).toEqual(['医院', '血站的收入', '献血者和家人']);
});

test('a tariff that has ended is not in force', () => {
  const ended = { ...portal, asOf: '2020-12-31T23:00:00+08:00' };
  expect(tariffLines(ended).every(({ current }) => current?.validFrom === '2012-01-01')).toBe(true);
  const early = { ...portal, asOf: '2011-12-31T23:00:00+08:00' };
  expect(tariffLines(early).map(({ current }) => current)).toEqual([null, null, null, null, null]);
});
