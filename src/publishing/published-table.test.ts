import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { everyDay, fakePortal } from '../../tests/support/fake-portal.ts';
import { publishedDataPackage } from './datapackage.ts';
import { publishedTable } from './published-table.ts';
import { tableCsv } from './table-csv.ts';
import { tableJson, tableJsonFiles } from './table-json.ts';
import { emptyLog } from '#src/releases/release-log.ts';

const today = '2026-11-21';
const from = '2026-08-20';
/** A daily series for A and AB; of AB one unit a week is issued. Its stock is a number that no other row has. */
const days = everyDay(from, today, () => ({}));
const tables = {
  stock: days.flatMap(({ date = '' }, day) => [
    { date, quantity: '100' },
    { date, station: 'branch', quantity: '10' },
    { date, abo: 'AB', quantity: String(5000 + day) },
    { date, station: 'branch', abo: 'AB', quantity: '700' },
    { date, rhd: 'negative', quantity: date === '2026-10-31' ? '' : String(8000 + day) },
  ]),
  issues: days.flatMap(({ date = '' }, day) => [
    { date, quantity: '20' },
    { date, abo: 'AB', quantity: day % 7 === 0 ? '1' : '0', requested: '' },
    { date, rhd: 'negative', quantity: date === '2026-10-05' ? '' : '2', requested: '3' },
  ]),
  collections: days.map(({ date = '' }) => ({ date, abo: 'AB', quantity: '1' })),
};
const portal = fakePortal({ tables });
const lines = (table: string) => tableCsv(portal, table).split('\r\n');

const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string => Buffer.from(bytes).toString('utf8');

test('rare groups have one row a month for the region, the others every row as it was', () => {
  const stock = lines('stock');
  expect(stock[0]).toBe('\uFEFFdate,station,component,abo,rhd,unit,quantity,level,observed_at');
  expect(stock.filter((line) => line.includes(',A,positive,'))).toHaveLength(2 * days.length);
  const ab = stock.filter((line) => line.includes(',AB,'));
  const dayOf = (date: string) => days.findIndex((row) => row.date === date);
  expect(ab).toEqual(['2026-08-31', '2026-09-30', '2026-10-31'].map((date) => `${date},all,red_cells,AB,positive,U,${5700 + dayOf(date)},,`));
  expect(stock.filter((line) => line.includes(',negative,'))).toEqual([
    `2026-08-31,all,red_cells,A,negative,U,${8000 + dayOf('2026-08-31')},,`,
    `2026-09-30,all,red_cells,A,negative,U,${8000 + dayOf('2026-09-30')},,`,
    `2026-10-31,all,red_cells,A,negative,U,${8000 + dayOf('2026-10-30')},,`,
  ]);
});

test('no daily value of a rare group is in any file of its table', () => {
  const published = new Set(['2026-08-31', '2026-09-30', '2026-10-31', '2026-10-30'].map((date) => days.findIndex((row) => row.date === date)));
  for (const text of [tableCsv(portal, 'stock'), ...tableJson(portal, 'stock').map(textOf)]) {
    for (const day of days.keys()) {
      expect(text.includes(String(5000 + day))).toBe(false);
      expect(text.includes(String(8000 + day)), `day ${day}`).toBe(published.has(day) && day !== days.findIndex((row) => row.date === '2026-10-31'));
    }
  }
});

test('issues and collections of rare groups are sums of whole months; a missing day leaves a month out', () => {
  const issues = lines('issues');
  expect(issues.filter((line) => line.includes(',AB,'))).toEqual(['2026-09-30,all,red_cells,AB,positive,U,4,', '2026-10-31,all,red_cells,AB,positive,U,5,']);
  expect(issues.filter((line) => line.includes(',negative,'))).toEqual([
    '2026-09-30,all,red_cells,A,negative,U,60,90',
    '2026-10-31,all,red_cells,A,negative,U,,93',
  ]);
  expect(lines('collections').slice(1, -1)).toEqual(['2026-09-30,all,red_cells,AB,positive,U,30', '2026-10-31,all,red_cells,AB,positive,U,31']);
});

test('rows stay in order of date', () => {
  const dates = lines('stock').slice(1, -1).map((line) => line.slice(0, 10));
  expect(dates).toEqual(dates.toSorted());
});

test('a demonstration is marked in every row, by a column that the descriptor declares', () => {
  const demonstration = fakePortal({ tables: { collections: tables.collections, stations: [{ station: 'centre', name_zh: '中心' }] }, settings: { demonstration: { clock: 'x' } } });
  expect(tableCsv(demonstration, 'stations')).toBe('\uFEFFstation,name_zh,demonstration\r\ncentre,中心,示例 demonstration\r\n');
  expect(publishedTable(demonstration, 'collections').rows.every((cells) => cells.at(-1) === '示例 demonstration')).toBe(true);
  expect(JSON.parse(textOf(tableJson(demonstration, 'stations')[0]!))).toMatchObject({ demonstration: true, rows: [{ demonstration: '示例 demonstration' }] });
  const descriptor = publishedDataPackage(demonstration, emptyLog, (path) => `https://x.example${path}`);
  expect(descriptor).toMatchObject({ demonstration: true, title: expect.stringContaining('示例') });
  const [, stations] = descriptor['resources'] as { name: string; schema: { fields: { name: string }[] } }[];
  expect(stations?.schema.fields.map((field) => field.name)).toEqual(['station', 'name_zh', 'demonstration']);
});

test('rows that say what a source says are marked as coming from a demonstration site', () => {
  const demonstration = fakePortal({ tables: { figures: [{ figure: 'f1', source: 's1' }], sources: [{ source: 's1' }], targets: [{ target: 't1', clause: 'x#c-1' }] }, settings: { demonstration: { clock: 'x' } } });
  for (const table of ['figures', 'sources', 'targets']) {
    expect(publishedTable(demonstration, table).rows.map((cells) => cells.at(-1))).toEqual(['示例网站 demonstration site']);
  }
});

test('JSON: numbers are numbers, missing values are null with their reason', () => {
  const [file] = tableJson(fakePortal({ tables: { stock: [{ date: today, quantity: '7.5' }, { date: today, abo: 'B', quantity: 'NP' }] } }), 'stock');
  expect(file?.name).toBe('stock.json');
  const json = JSON.parse(textOf(file!)) as { rows: Record<string, unknown>[] };
  expect(Object.keys(json)).toEqual(['table', 'title', 'as_of', 'demonstration', 'fields', 'rows']);
  expect(json.rows[0]).toEqual({ date: today, station: 'centre', component: 'red_cells', abo: 'A', rhd: 'positive', unit: 'U', quantity: 7.5, level: null, observed_at: null });
  expect(json.rows[1]).toMatchObject({ quantity: null, _missing: { quantity: 'not_published' } });
});

test('JSON: an empty table, and a large one by year', () => {
  expect(JSON.parse(textOf(tableJson(fakePortal({ tables: { stock: [] } }), 'stock')[0]!))).toMatchObject({ rows: [] });
  const years = fakePortal({ tables: { stock: ['2024-12-31', '2025-01-01', '2025-01-02'].map((date) => ({ date, quantity: '1' })) } });
  const files = tableJsonFiles(years, 'stock', 2);
  expect(files.map((file) => [file.name, (JSON.parse(textOf(file)) as { rows?: unknown[] }).rows?.length])).toEqual([
    ['stock.json', undefined], ['stock-2024.json', 1], ['stock-2025.json', 2],
  ]);
  expect(JSON.parse(textOf(files[0]!))).toMatchObject({ table: 'stock', parts: ['stock-2024.json', 'stock-2025.json'] });
});

test('JSON: a long table holds the rows of the CSV, each on a line of its own', () => {
  const long = fakePortal({ tables: { stock: everyDay('2014-01-01', '2024-12-31', (date) => ({ quantity: date.replaceAll('-', '') })) } });
  const text = textOf(tableJson(long, 'stock')[0]!);
  const { rows } = JSON.parse(text) as { rows: { date: string; quantity: number }[] };
  expect(rows.map(({ date, quantity }) => `${date} ${quantity}`)).toEqual(tableCsv(long, 'stock').trim().split('\r\n').slice(1).map((line) => `${line.slice(0, 10)} ${line.split(',')[6]}`));
  expect(text.match(/^\{"date".*\},?$/gm)).toHaveLength(rows.length);
});

test('the descriptor names present tables only, with bytes and hash of the file', () => {
  const descriptor = publishedDataPackage(portal, emptyLog, (path) => `https://x.example${path}`);
  const resources = descriptor['resources'] as { name: string; path: string; bytes: number; hash: string }[];
  expect(resources.map((resource) => resource.name)).toEqual(['stock', 'issues', 'collections']);
  for (const resource of resources) {
    const bytes = new TextEncoder().encode(tableCsv(portal, resource.name));
    expect(resource).toMatchObject({ path: `${resource.name}.csv`, bytes: bytes.length, hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}` });
  }
});

test('an unknown table is a mistake', () => {
  expect(() => publishedTable(portal, 'nothing')).toThrow('no table "nothing"');
});
