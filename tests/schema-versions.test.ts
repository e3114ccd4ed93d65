/** A table's columns from release to release: a new name is a new version with a notice and no false revision, and hides no true one. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compareStates, publishedState } from '../scripts/release/compare.ts';
import { prepareRelease } from '../scripts/release/prepare.ts';
import type { PreparedRelease } from '../scripts/release/prepare.ts';
import { doubtText } from '../scripts/release/problems.ts';
import { loadPortal } from '#src/datasets/load-portal.ts';
import { readDataPackage, readFormerPackage } from '#src/datasets/package-file.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { tableChanges, tableVersions } from '#src/figures/table-changes.ts';
import { publishedDataPackage } from '#src/publishing/datapackage.ts';
import { changesFeed } from '#src/publishing/release-feeds.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';
import { sealed } from '#src/releases/record.ts';
import type { ReleaseRecord } from '#src/releases/record.ts';
import { releaseLog } from '#src/releases/release-log.ts';
import { columnsAfter } from '#src/releases/schema-versions.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { parseXml } from './support/parse-xml.ts';

const folder = mkdtempSync(join(tmpdir(), '列 版本-'));
afterAll(() => rmSync(folder, { recursive: true }));
let folders = 0;

const standard = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as { readonly resources: readonly { readonly name: string; readonly schema: { readonly missingValues: unknown } }[] };
const missingValues = standard.resources[0]!.schema.missingValues;
const instant = '2026-10-31T20:00:00+08:00';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly unit?: string;
}
interface OwnTable {
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const visits: OwnTable = {
  columns: [{ name: 'day', type: 'date' }, { name: 'house', type: 'string' }, { name: 'visitors', type: 'integer', unit: 'persons' }, { name: 'remark', type: 'string' }],
  key: ['day', 'house'],
  rows: Array.from({ length: 40 }, (_, index) => [`2026-09-${String((index >> 1) + 1).padStart(2, '0')}`, index % 2 === 0 ? 'north' : 'south', String(50 + ((index * 7) % 13)), index % 5 === 0 ? 'rain' : '']),
};

/** A portal whose only table is one that the operator added, or none. */
function portalOf(table: OwnTable | null): Portal {
  const dataDir = join(folder, String((folders += 1)));
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'portal.json'), JSON.stringify({ title: '市', publisher: '站', region: 'city', site: 'https://city.example/', tables: {} }));
  const named = (name: string) => ({ title: name, 'title@en': name, description: name, 'description@en': name });
  const fields = table?.columns.map((column) => ({ ...column, ...named(column.name) }));
  const own = { name: 'visits', ...named('visits'), path: 'visits.csv', schema: { fields, primaryKey: table?.key, missingValues } };
  writeFileSync(join(dataDir, 'datapackage.json'), JSON.stringify({ ...standard, resources: [...standard.resources, ...(table === null ? [] : [own])] }));
  if (table !== null) writeFileSync(join(dataDir, 'visits.csv'), `\uFEFF${[table.columns.map(({ name }) => name), ...table.rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`);
  const { portal, findings } = loadPortal({ dataDir, asOf: instant, checks: [] });
  if (portal === null) throw new Error(JSON.stringify(findings.errors.slice(0, 3)));
  rmSync(dataDir, { recursive: true });
  return portal;
}

interface History {
  readonly records: readonly ReleaseRecord[];
  readonly files: ReadonlyMap<string, Uint8Array> | null;
}

function prepared(portal: Portal, { records, files }: History, confirm: string | null = null): PreparedRelease {
  return prepareRelease({ portal, records, lastFiles: files, at: instant, site: 'https://city.example/', common: null, confirm, lastPortal: () => null });
}

/** The history with one release more, whatever is open. */
function released(portal: Portal, before: History = { records: [], files: null }, confirm: string | null = null): History {
  const { draft } = prepared(portal, before, confirm);
  const record = sealed({ ...draft, previous: before.records.at(-1)?.hash ?? null, files: { changed: [], removed: [] }, manifest: { path: '', sha256: '0'.repeat(64), files: 0, bytes: 0 } });
  return { records: [...before.records, record], files: new Map(portal.tables.map((table) => [`published/${table}.csv`, Buffer.from(tableCsv(portal, table))])) };
}

const named = (table: OwnTable, from: string, to: string): OwnTable => ({ ...table, key: table.key.map((name) => (name === from ? to : name)), columns: table.columns.map((column) => (column.name === from ? { ...column, name: to } : column)) });
const first = released(portalOf(visits));

test('the first release gives each table version 1.0; nothing new gives no new version', () => {
  expect(first.records[0]!.schemas).toMatchObject([{ table: 'visits', version: '1.0', key: ['day', 'house'], columns: ['day date', 'house string', 'visitors integer persons', 'remark string'], added: [], removed: [], renamed: [] }]);
  expect(first.records[0]!.doubts).toEqual([]);
  const { draft } = prepared(portalOf({ ...visits, columns: visits.columns.toReversed(), rows: visits.rows.map((cells) => cells.toReversed()) }), first);
  expect(draft.schemas).toEqual([]);
});

describe('a renamed column', () => {
  const renamed = named(visits, 'visitors', 'people');

  test('is version 2.0, asks for a note, and revises nothing', () => {
    const { draft, unexplained } = prepared(portalOf(renamed), first);
    expect(unexplained).toEqual([]);
    expect(draft.corrections).toEqual([]);
    expect(draft.schemas).toMatchObject([{ table: 'visits', version: '2.0', renamed: [{ from: 'visitors', to: 'people' }], added: [], removed: [], retyped: [], key_before: null }]);
    expect(draft.doubts.map(({ code, column, value }) => [code, column, value])).toEqual([['column_renamed', 'visitors', 'people']]);
    expect(Object.values(doubtText(draft.doubts[0]!)).every((text) => text.includes('visitors') && text.includes('people'))).toBe(true);
  });

  test('does not hide a value that was changed with it', () => {
    const { unexplained } = prepared(portalOf({ ...renamed, rows: renamed.rows.map((cells, index) => (index === 3 ? cells.with(2, '99') : cells)) }), first);
    expect(unexplained).toMatchObject([{ table: 'visits', key: ['2026-09-02', 'south'], column: 'people', new: '99' }]);
  });

  test('of the key does not make every row another', () => {
    const { draft, unexplained } = prepared(portalOf(named(visits, 'house', 'station')), first);
    expect(unexplained).toEqual([]);
    expect(draft.tables).toMatchObject([{ added: 0, changed: 0, removed: 0 }]);
    expect(draft.schemas).toMatchObject([{ version: '2.0', key: ['day', 'station'], key_before: ['day', 'house'], renamed: [{ from: 'house', to: 'station' }] }]);
    expect(draft.doubts.map(({ code }) => code)).toEqual(['column_renamed']);
  });

  test('is told on the table page, in the feed and in the Data Package, in both languages', () => {
    const portal = portalOf(renamed);
    const { records } = released(portal, first, '这一列现在叫 people');
    const log = releaseLog(records, null);
    for (const [locale, words] of [['zh', '列 visitors 改名为 people。'], ['en', 'Column visitors is now called people.']] as const) {
      const versions = tableVersions(log, 'visits', 'Visits', locale)!;
      expect(versions.rows.map(([version]) => version)).toEqual(['2.0', '1.0']);
      expect(versions.rows[0]).toContain(words);
      expect(versions.rows[0]).toContain('这一列现在叫 people');
    }
    const feed = changesFeed({ settings: portal.settings, resources: portal.package.resources, log, address: (path) => `https://city.example${path}` });
    parseXml(feed);
    const [entry = '', older = ''] = feed.split('<entry>').slice(1);
    for (const words of ['列 visitors 改名为 people。', 'Column visitors is now called people.']) expect(entry).toContain(words);
    expect(entry).toContain('2.0');
    expect(older).not.toContain('1.0');
    const { resources } = publishedDataPackage(portal, log, (path) => path) as { resources: { name: string; schema_version: string; schema_history: unknown[] }[] };
    expect(resources).toMatchObject([{ name: 'visits', schema_version: '2.0', schema_history: [{ version: '1.0', release: 1 }, { version: '2.0', release: 2, date: '2026-10-31', renamed: [{ from: 'visitors', to: 'people' }] }] }]);
    expect(tableChanges(log, 'visits', 'Visits', 'en')).toMatchObject({ count: 1, table: { rows: [['1', '2026-10-31', { value: 40 }, { value: 40 }, { value: 0 }, { value: 0 }].map((cell, index) => (index === 1 ? expect.any(String) : cell))] } });
  });
});

describe('other changes of columns', () => {
  const withMore: OwnTable = { ...visits, columns: [...visits.columns, { name: 'weather', type: 'string' }], rows: visits.rows.map((cells) => [...cells, '']) };
  const codes = (table: OwnTable) => prepared(portalOf(table), first).draft.doubts.map(({ code, column, value, usual }) => [code, column, value, usual]);

  test('an added column is version 1.1 and asks nothing', () => {
    const { draft, unexplained } = prepared(portalOf(withMore), first);
    expect([draft.schemas[0]?.version, draft.schemas[0]?.added, draft.doubts, unexplained, draft.corrections]).toEqual(['1.1', ['weather'], [], [], []]);
  });

  test('a removed column, another type, another unit and another key are version 2.0 and ask for a note', () => {
    const without = { ...visits, columns: visits.columns.slice(0, 3), rows: visits.rows.map((cells) => cells.slice(0, 3)) };
    const retyped = (more: Partial<Column>): OwnTable => ({ ...visits, columns: visits.columns.map((column) => (column.name === 'visitors' ? { ...column, ...more } : column)) });
    expect(codes(without)).toEqual([['column_removed', 'remark', null, null]]);
    expect(codes(retyped({ type: 'number' }))).toEqual([['column_retyped', 'visitors', 'number persons', 'integer persons']]);
    expect(codes(retyped({ unit: 'groups' }))).toEqual([['column_retyped', 'visitors', 'integer groups', 'integer persons']]);
    expect(codes({ ...visits, key: ['day', 'house', 'visitors'] })).toEqual([['key_changed', null, 'day, house, visitors', 'day, house']]);
    for (const table of [without, retyped({ type: 'number' }), { ...visits, key: ['day', 'house', 'visitors'] }]) expect(prepared(portalOf(table), first).draft.schemas.map(({ version }) => version)).toEqual(['2.0']);
  });

  test('a column that is replaced by one with other numbers is gone, not renamed', () => {
    const replaced = named(visits, 'visitors', 'donors');
    const { draft } = prepared(portalOf({ ...replaced, rows: replaced.rows.map((cells) => cells.with(2, String(Number(cells[2]) >> 1))) }), first);
    expect(draft.schemas).toMatchObject([{ version: '2.0', renamed: [], removed: ['visitors'], added: ['donors'] }]);
  });

  test('columns that come back have the version that they had; numbers are never given twice', () => {
    const second = released(portalOf(named(visits, 'visitors', 'people')), first);
    const third = released(portalOf(visits), second);
    const fourth = released(portalOf(withMore), third);
    const fifth = released(portalOf(named(visits, 'remark', 'words')), fourth);
    expect(fifth.records.map(({ schemas }) => schemas[0]?.version)).toEqual(['1.0', '2.0', '1.0', '1.1', '3.0']);
  });
});

test('a table that the package no longer knows is not gone in silence', () => {
  const { unexplained, draft } = prepared(portalOf(null), first);
  expect(unexplained).toHaveLength(40);
  expect(unexplained[0]).toMatchObject({ table: 'visits', key: ['2026-09-01', 'north'], column: null, old: 'visitors=50; remark=rain' });
  expect(draft.doubts.map(({ code }) => code)).toEqual(['table_shrunk']);
});

test('a rollback to other columns records the version that is current again', () => {
  const second = released(portalOf(named(visits, 'visitors', 'people')), first);
  const { schemas, corrections, unexplained } = compareStates({
    records: second.records,
    before: publishedState(second.files!, []),
    after: publishedState(first.files!, []),
    columnsOf: (table) => columnsAfter(first.records, table),
    resources: portalOf(visits).package.resources,
    reasons: [], common: null, isNew: false, lastInstant: null, instant, timeZone: 'Asia/Shanghai', operatorDifference: () => null,
  });
  expect(schemas).toMatchObject([{ table: 'visits', version: '1.0', renamed: [{ from: 'people', to: 'visitors' }] }]);
  expect([corrections, unexplained]).toEqual([[], []]);
});

test('a definition from before a column of the contract came is refused for a release and read for a rollback', () => {
  const dataDir = join(folder, 'former');
  mkdirSync(dataDir);
  const resources = standard.resources.map((one) => (one.name === 'stock' ? { ...one, schema: { ...one.schema, fields: (one.schema as unknown as { fields: { name: string }[] }).fields.filter(({ name }) => name !== 'observed_at') } } : one));
  writeFileSync(join(dataDir, 'datapackage.json'), JSON.stringify({ ...standard, resources }));
  const sink = collectProblems();
  expect(readDataPackage(dataDir, sink)).toBe(null);
  expect(sink.findings().errors.map(({ code, column }) => [code, column])).toEqual([['schema_changed', 'stock.observed_at']]);
  expect(readFormerPackage(dataDir, collectProblems())?.resources.map(({ name }) => name)).toEqual(standard.resources.map(({ name }) => name));
});
