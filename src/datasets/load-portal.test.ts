import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DataPackage } from '#src/tabular/data-package.ts';
import { field, table, temporaryFolder, writeFiles } from '../../tests/support/reading.ts';
import { check as unknownId } from './checks/unknown-id.ts';
import { loadPortal, type LoadOptions } from './load-portal.ts';

const settings = { title: '示例', publisher: '示例', region: 'sample-city', site: 'https://sample.example/' };
const stockHeader = 'date,station,component,abo,rhd,unit,quantity';
const stock = (...dates: readonly string[]): string => `${[stockHeader, ...dates.map((date) => `${date},centre,red_cells,A,positive,U,5`)].join('\n')}\n`;

function load(files: Readonly<Record<string, string>>, options: Partial<LoadOptions> = {}) {
  return loadPortal({ dataDir: writeFiles(temporaryFolder(), { 'portal.json': JSON.stringify(settings), ...files }), checks: [], ...options });
}
const clock = JSON.stringify({ ...settings, demonstration: { clock: '2026-11-21T21:00:00+08:00' } });
const codes = ({ findings }: ReturnType<typeof load>): readonly string[] => findings.errors.map(({ code }) => code);

describe('the one instant', () => {
  test('the option comes before the clock of the demonstration, and that before the data', () => {
    const files = { 'portal.json': clock, 'stock.csv': stock('2026-01-05') };
    expect(load(files, { asOf: '2026-12-01T08:00:00+08:00' }).portal?.asOf).toBe('2026-12-01T08:00:00+08:00');
    expect(load(files).portal?.asOf).toBe('2026-11-21T21:00:00+08:00');
  });

  test('else it is the end of the latest day in any daily table, in the time zone of the portal', () => {
    const files = { 'stock/later.csv': stock('2026-01-05', '2026-01-06'), 'stock/earlier.csv': stock('2025-12-31'), 'issues.csv': stock('2026-01-07'), 'events.csv': 'event,date,kind,title_zh\na,2026-09-09,campaign,甲\n' };
    expect(load(files).portal?.asOf).toBe('2026-01-07T23:59:59+08:00');
    expect(load({ ...files, 'portal.json': JSON.stringify({ ...settings, time_zone: 'UTC' }) }).portal?.asOf).toBe('2026-01-07T23:59:59+00:00');
  });

  test('without daily tables it is the end of the latest day, month or year that happened in the others', () => {
    const funds = { 'population.csv': 'year,region,base,population\n2025,sample-city,resident,100\n' };
    expect(load(funds).portal?.asOf).toBe('2025-12-31T23:59:59+08:00');
    expect(load({ ...funds, 'donations.csv': 'month,region,donation,donor,channel,donations\n2026-02,sample-city,whole_blood,all,all,5\n' }).portal?.asOf).toBe('2026-02-28T23:59:59+08:00');
    // What may lie in the future says nothing about now.
    expect(load({ ...funds, 'events.csv': 'event,date,kind,title_zh\na,2031-09-09,campaign,甲\n' }).portal?.asOf).toBe('2025-12-31T23:59:59+08:00');
  });

  test('a row with a fault has its day all the same, so that one fault is not told as two', () => {
    const broken = stock('2026-01-05', '2026-01-06').replace('2026-01-06,centre,red_cells,A', '2026-01-06,centre,red_cells,X');
    expect(codes(load({ 'stock.csv': broken }))).toEqual(['not_in_list']);
    expect(codes(load({ 'stock.csv': stock('2026-01-05').replace(',5\n', ',-5\n') }))).toEqual(['number_negative']);
    // Also where the rows are not sorted, and in a small table that has nothing else.
    expect(codes(load({ 'stock.csv': stock('2026-01-06', '2026-01-05') }))).toEqual(['not_sorted']);
    expect(codes(load({ 'population.csv': 'year,region,base,population\n2025,sample-city,resident,many\n' }))).toEqual(['number_unreadable']);
  });

  test('a folder without any date has no instant, and is not dated 1970', () => {
    expect(codes(load({}))).toEqual(['undated']);
    expect(codes(load({ 'stock.csv': `${stockHeader}\n` }))).toEqual(['undated']);
    expect(load({}, { asOf: '2026-12-01T08:00:00+08:00' }).portal?.asOf).toBe('2026-12-01T08:00:00+08:00');
    // Where a fault hides the dates, that fault is the problem.
    expect(codes(load({ 'stock.csv': stock('2026-01-05').replace('date,', 'day,') }))).toEqual(['header_unknown', 'header_missing']);
  });

  test('a date after it is in the future', () => {
    expect(codes(load({ 'stock.csv': stock('2026-01-05') }, { asOf: '2026-01-04T23:30:00+08:00' }))).toEqual(['date_future']);
    // 23:30 in UTC is the next day in Shanghai.
    expect(codes(load({ 'stock.csv': stock('2026-01-05') }, { asOf: '2026-01-04T23:30:00+00:00' }))).toEqual([]);
  });
});

describe('tables', () => {
  test('files of a daily table are read in the order of their periods, whatever their names', () => {
    const { portal } = load({ 'stock/a.csv': stock('2026-01-03', '2026-01-04'), 'stock/b.csv': stock('2026-01-01', '2026-01-02'), 'stock/c.csv': stock('2026-01-05') });
    expect(portal?.rows('stock').map(({ date }) => date)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05']);
  });

  test('their periods may not overlap, not even by a day', () => {
    expect(codes(load({ 'stock/a.csv': stock('2026-01-01', '2026-01-02'), 'stock/b.csv': stock('2026-01-02') }))).toEqual(['period_overlap']);
  });

  test('daily tables are not kept where that is not wanted, and are checked all the same', () => {
    let seen = 0;
    const counting = { code: 'x', title: { zh: '', en: '' }, tables: ['stock'], start: () => ({ visit: () => () => { seen += 1; } }) };
    const { portal } = load({ 'stock.csv': stock('2026-01-01', '2026-01-02'), 'events.csv': 'event,date,kind,title_zh\na,2026-01-01,campaign,甲\n' }, { keepDaily: false, checks: [counting] });
    expect([portal?.rows('stock').length, portal?.rows('events').length, seen]).toEqual([0, 1, 2]);
  });

  test('only tables that are there are there, in the order of the package', () => {
    const { portal } = load({ 'stock.csv': stock('2026-01-01'), 'events.csv': 'event,date,kind,title_zh\n', 'notes.md': 'x', '.hidden.csv': 'x', '~$stock.csv': 'x' });
    expect(portal?.tables).toEqual(['stock', 'events']);
    expect([portal?.has('stock'), portal?.has('funds'), portal?.rows('funds'), portal?.cells('funds').rows]).toEqual([true, false, [], []]);
    expect(portal?.rows('stock')).toEqual([{ date: '2026-01-01', station: 'centre', component: 'red_cells', abo: 'A', rhd: 'positive', unit: 'U', quantity: 5, level: null, observedAt: null }]);
    expect(portal?.rows('stock')).toBe(portal?.rows('stock'));
  });

  test('one fault of a station is not told again by every row that names it', () => {
    const all = { 'stock.csv': stock('2026-01-01', '2026-01-02'), 'regions.csv': 'region,kind,name_zh\nsample-city,city,甲\n' };
    const withStations = (stations: string) => load({ ...all, 'stations.csv': stations }, { checks: [unknownId] });
    const header = 'station,kind,name_zh,region';
    expect(codes(withStations(`${header}\ncentre,hotel,中心,sample-city\n`))).toEqual(['not_in_list']);
    expect(codes(withStations(`${header},more\ncentre,centre,中心,sample-city,\n`))).toEqual(['header_unknown']);
    expect(codes(withStations(`${header.replace('station,', 'id,')}\ncentre,centre,中心,sample-city\n`))).toEqual(['header_unknown', 'header_missing']);
    expect(codes(withStations(''))).toEqual(['file_empty']);
    // Where the table could be read, what it lacks is missing.
    expect(codes(withStations(`${header}\n`))).toEqual(['unknown_id', 'unknown_id']);
  });

  test('a problem means no portal', () => {
    expect(load({ 'stock.csv': stock('2026-01-32') }).portal).toBeNull();
    expect(codes(load({ 'stok.csv': stock('2026-01-01') }))).toEqual(['unknown_file']);
  });
});

describe('a data package of the operator', () => {
  const contract = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;
  const own = table([field('bus', 'string', { constraints: { pattern: '^[a-z0-9-]+$', required: true } }), field('route', 'string', { title: '线路' }), field('seats', 'integer')], ['bus'], { name: 'buses', path: 'buses.csv' });
  const packageWith = (resources: readonly object[]): string => JSON.stringify({ ...contract, resources });

  test('a table of their own is read with its schema and comes out by its cells', () => {
    const { portal, findings } = load({ 'portal.json': clock, 'datapackage.json': packageWith([...contract.resources, own]), 'buses.csv': '线路,bus,seats\n 一号线 ,a-1,"1,024"\n' });
    expect(findings).toEqual({ errors: [], warnings: [] });
    expect(portal?.cells('buses')).toEqual({ fields: own.schema.fields, rows: [['a-1', '一号线', '1024']] });
    expect(portal?.tables).toEqual(['buses']);
  });

  test('tables of the contract may be left out or given more columns, but not changed', () => {
    const events = contract.resources.find(({ name }) => name === 'events')!;
    const withFields = (fields: readonly object[]) => packageWith([{ ...events, schema: { ...events.schema, fields } }]);
    expect(codes(load({ 'portal.json': clock, 'datapackage.json': withFields([...events.schema.fields, field('extra')]) }))).toEqual([]);
    expect(load({ 'datapackage.json': withFields(events.schema.fields.filter(({ name }) => name !== 'clause')) }).findings.errors).toMatchObject([{ code: 'schema_changed', column: 'events.clause' }]);
    expect(codes(load({ 'datapackage.json': withFields(events.schema.fields.map((of) => (of.name === 'date' ? { ...of, type: 'string' } : of))) }))).toEqual(['schema_changed']);
  });

  test.each([
    ['a key that is no column', { ...own, schema: { ...own.schema, primaryKey: ['bus', 'day'] } }],
    ['a pattern that cannot be read', table([field('bus', 'string', { constraints: { pattern: '^[a-z' } })], ['bus'], { name: 'buses' })],
    ['a type that there is not', { ...own, schema: { ...own.schema, fields: [{ ...field('bus'), type: 'geopoint' }] } }],
  ])('%s is a problem and not an exception', (_, resource) => {
    const { portal, findings } = load({ 'datapackage.json': packageWith([resource]), 'buses.csv': 'bus\na\n' });
    expect(portal).toBeNull();
    expect(findings.errors).toMatchObject([{ code: 'package_invalid', column: expect.stringMatching(/^resources\.0\.schema/) }]);
  });

  test('what is no JSON is a problem', () => {
    expect(codes(load({ 'datapackage.json': '{' }))).toEqual(['package_invalid']);
  });
});

test('a folder that is not there', () => {
  expect(codes(loadPortal({ dataDir: '/nowhere/at all' }))).toEqual(['settings_absent']);
});
