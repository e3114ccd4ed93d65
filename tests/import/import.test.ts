/** Imports of made-up exports: what is read, what is refused, and that nothing is written where anything is refused. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importCodes } from '#src/datasets/import/problems.ts';
import type { Problem } from '#src/tabular/problem.ts';
import { encodeGb18030 } from '../support/gb18030.ts';
import { placeOf, runImport, stockMap, withColumn } from '../support/import-run.ts';

const root = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let runs = 0;
function place(): string {
  runs += 1;
  const folder = join(root, String(runs));
  mkdirSync(folder);
  return folder;
}

const reached: Problem[] = [];
async function problemsOf(map: object | string, sources: Readonly<Record<string, string | Uint8Array>>) {
  const { dataDir, findings, report } = await runImport(place(), map, sources);
  expect(readdirSync(dataDir)).toEqual([]);
  expect(report.written).toBeNull();
  reached.push(...findings.errors);
  return findings.errors.map(placeOf);
}
async function tableOf(map: object, sources: Readonly<Record<string, string | Uint8Array>>, table = 'stock') {
  const { dataDir, findings, report } = await runImport(place(), map, sources, table);
  expect(findings).toEqual({ errors: [], warnings: [] });
  const [header, ...lines] = readFileSync(join(dataDir, `${table}.csv`), 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
  return { header, lines, report };
}

const good = '日期,血型,库存\n2026-11-20,A+,12\n';

test('Chinese in GBK below an English header that can be read in two ways is refused, and by a Chinese header it is decided', async () => {
  const map = (title: string) => ({ columns: { event: { from: 'id' }, date: { from: 'day' }, kind: { constant: 'campaign' }, title_zh: { from: title } } });
  const gbk = (header: string) => ({ 'a.csv': encodeGb18030(`id,day,${header}\nn-1,2026-02-10,通知\n`) });
  const { findings } = await runImport(place(), map('title'), gbk('title'), 'events');
  expect(findings.errors).toMatchObject([{ row: 2, value: null, code: 'encoding_unclear' }]);
  expect((await tableOf(map('标题'), gbk('标题'), 'events')).lines).toEqual([expect.stringContaining('通知')]);
});

describe('what is read', () => {
  test('a column in GBK, several files, rows in any order, spellings with one meaning', async () => {
    // 日期,血型,库存 in GBK.
    const gbk = Uint8Array.from([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xd1, 0xaa, 0xd0, 0xcd, 0x2c, 0xbf, 0xe2, 0xb4, 0xe6, 0x0a, ...new TextEncoder().encode('2026/11/21,b+,"1,200"\n')]);
    const { header, lines } = await tableOf(stockMap(), { 'b.csv': gbk, 'a.csv': '日期,血型,库存\n2026年11月21日,Ａ+,7.50\n2026-11-20,B+,3\n\n,,\n' });
    expect(header).toBe('date,station,component,abo,rhd,unit,quantity,level,observed_at');
    expect(lines).toEqual(['2026-11-20,all,red_cells,B,positive,U,3,,', '2026-11-21,all,red_cells,A,positive,U,7.5,,', '2026-11-21,all,red_cells,B,positive,U,1200,,']);
  });

  test('rows above the header, rows of totals, rows that say something, columns that are not needed', async () => {
    const map = stockMap({ skip_rows: 2, drop: [{ column: '日期', totals: true }, { column: '血型', equals: ['待检', '隔离'] }, { empty: ['血型', '库存'] }] });
    const source = '库存日报,,,\n制表：,,,\n日期,血型,库存,备注\n2026-11-20,A+,12,\n2026-11-20,隔离,5,见附表\n2026-11-21,,,\n2026-11-20,B+,9,\n合　计,,21,\n';
    const { lines, report } = await tableOf(map, { 'a.csv': source });
    expect(lines).toHaveLength(2);
    expect(report.dropped.map(({ rule, rows }) => [rule, rows.map(({ row }) => row)])).toEqual([['drop.0', [8]], ['drop.1', [5]], ['drop.2', [6]]]);
    expect(report.sources.map(({ rows, unusedColumns }) => [rows, unusedColumns])).toEqual([[5, ['备注']]]);
  });

  test('a suffix, a factor that is exact, several ways of writing a date', async () => {
    const map = stockMap({
      columns: {
        date: { from: '日期', format: ['d/m/yyyy', 'yyyy.mm.dd'] },
        station: { constant: 'all' },
        component: { constant: 'plasma' },
        abo: { constant: 'all' },
        rhd: { constant: 'all' },
        unit: { constant: 'ml' },
        quantity: { from: '万毫升', strip_suffix: '万', times: 10000 },
      },
    });
    const { lines } = await tableOf(map, { 'a.csv': '日期,万毫升\n1/11/2026,1.1万\n2026.11.02,"1,000.00015"\n3/11/2026,\n' });
    expect(lines.map((line) => line.split(',').slice(0, 7).join(','))).toEqual([
      '2026-11-01,all,plasma,all,all,ml,11000',
      '2026-11-02,all,plasma,all,all,ml,10000001.5',
      '2026-11-03,all,plasma,all,all,ml,',
    ]);
  });

  test('times become dates of the zone, across a change of clocks, and months of a table that has months', async () => {
    const map = {
      time_zone: 'Europe/Berlin',
      columns: {
        month: { from: 'at', format: 'yyyy-mm-dd hh:mm:ss', written_in: 'UTC' },
        region: { constant: 'sample-city' },
        channel: { constant: 'online' },
        claims: { from: 'claims' },
        amount_yuan: { from: 'yuan' },
      },
    };
    const { lines } = await tableOf(map, { 'a.csv': 'at,claims,yuan\n2026-06-30 22:30:00,5,10\n2026-01-31 22:30:00,6,11.5\n2026-01-31 23:30:00,7,12\n' }, 'fee-waivers');
    expect(lines).toEqual(['2026-01,sample-city,online,6,11.50', '2026-02,sample-city,online,7,12.00', '2026-07,sample-city,online,5,10.00']);
  });

  test('the first or the last reading of an item, whatever the order of rows', async () => {
    const keep = (reading: string) => ({
      ...withColumn('date', { from: '时刻', format: 'yyyy-m-d h:mm' }),
      time_zone: 'Asia/Shanghai',
      keep: { reading, by: '时刻', format: 'yyyy-m-d h:mm' },
    });
    const source = { 'a.csv': '时刻,血型,库存\n2026-11-20 16:00,A+,3\n2026-11-20 8:05,A+,1\n2026-11-20 12:00,A+,2\n2026-11-20 8:00,B+,9\n' };
    const quantities = ({ lines }: { readonly lines: readonly string[] }) => lines.map((line) => line.split(',')[6]);
    const first = await tableOf(keep('first'), source);
    expect(quantities(first)).toEqual(['1', '9']);
    expect(first.report.dropped.map(({ rule, rows }) => [rule, rows.map(({ row }) => row)])).toEqual([['keep', [2, 4]]]);
    expect(quantities(await tableOf(keep('last'), source))).toEqual(['3', '9']);
  });
});

describe('what is refused in a mapping file', () => {
  test.each([
    ['no JSON', '{"columns": ', [null, null, 'import_map_not_json']],
    ['an unknown key', stockMap({ skip: 1 }), ['skip', null, 'import_map_unknown']],
    ['an unknown key of a column', withColumn('quantity', { from: '库存', suffix: '%' }), ['columns.quantity.suffix', null, 'import_map_unknown']],
    ['no columns', { sheet: 1 }, ['columns', null, 'import_map_missing']],
    ['a time without its zone', withColumn('date', { from: '日期', format: 'yyyy-mm-dd hh:mm' }), ['time_zone', null, 'import_map_missing']],
    ['a date format that is none', withColumn('date', { from: '日期', format: 'dd-MMM-yy' }), ['columns.date.format', 'dd-MMM-yy', 'import_map_value']],
    ['a zone that is none', stockMap({ time_zone: 'Beijing' }), ['time_zone', 'Beijing', 'import_map_value']],
    ['from and constant together', withColumn('unit', { from: '库存', constant: 'U' }), ['columns.unit', '{"from":"库存","constant":"U"}', 'import_map_value']],
    ['a drop without a condition', stockMap({ drop: [{ column: '日期' }] }), ['drop.0', '{"column":"日期"}', 'import_map_value']],
    ['a column that the table does not have', withColumn('amount', { from: '库存' }), ['columns.amount', null, 'import_target_unknown']],
    ['a constant that the column does not allow', withColumn('unit', { constant: 'bags' }), ['columns.unit.constant', 'bags', 'import_map_value']],
    ['one word with two meanings', withColumn('level', { from: '库存', words: { Low: 'short', ' ｌｏｗ': 'low' } }), ['columns.level.words', '{"Low":"short"," ｌｏｗ":"low"}', 'import_map_value']],
    ['a word that the column does not allow', withColumn('level', { from: '库存', words: { 12: 'fine' } }), ['columns.level.words.12', 'fine', 'import_map_value']],
    ['a format for what is no date', withColumn('quantity', { from: '库存', format: 'yyyy' }), ['columns.quantity.format', null, 'import_map_value']],
    ['a factor for what is no number', withColumn('level', { from: '库存', times: 2 }), ['columns.level.times', null, 'import_map_value']],
  ])('%s', async (_, map, [column, value, code]) => {
    expect(await problemsOf(map, { 'a.csv': good })).toEqual([['map.json', null, column, value, code]]);
  });

  test('a required column that no rule fills', async () => {
    const { unit: _unit, ...columns } = stockMap()['columns'] as Record<string, object>;
    expect(await problemsOf({ columns }, { 'a.csv': good })).toEqual([['map.json', null, 'columns', null, 'import_target_missing']]);
  });
});

describe('what is refused in a file', () => {
  test.each<[string, object, string | Uint8Array, (readonly (string | number | null)[])[]]>([
    ['a header that is not there', stockMap(), '日期,血型,数量\n2026-11-20,A+,12\n', [[1, '库存', null, 'import_header_unknown']]],
    ['a header that is there twice', stockMap(), '日期,血型,库存,库存\n2026-11-20,A+,12,13\n', [[1, '库存', null, 'header_duplicate']]],
    ['a word missing in the dictionary', stockMap(), '日期,血型,库存\n2026-11-20,A+,12\n2026-11-20,O+,8\n', [[3, '血型', 'O+', 'import_word_unknown'], [3, '血型', 'O+', 'import_word_unknown']]],
    ['a date that cannot be read', withColumn('date', { from: '日期', format: 'd/m/yyyy' }), '日期,血型,库存\n11/21/2026,A+,12\nsoon,A+,12\n', [[2, '日期', '11/21/2026', 'date_impossible'], [3, '日期', 'soon', 'import_date_unreadable']]],
    ['a number that is none', stockMap(), '日期,血型,库存\n2026-11-20,A+,约12\n2026-11-20,B+,78%\n', [[2, '库存', '约12', 'number_unreadable'], [3, '库存', '78%', 'number_with_unit']]],
    ['an empty cell that must be filled', stockMap(), '日期,血型,库存\n,A+,12\n', [[2, '日期', '', 'required_empty']]],
    ['a blank row in the middle', stockMap(), '日期,血型,库存\n,,\n2026-11-20,A+,12\n', [[2, null, null, 'row_blank']]],
    ['a total that no rule drops', stockMap(), '日期,血型,库存\n2026-11-20,A+,12\n2026-11-20,合计,12\n', [[3, null, null, 'total_row']]],
    ['a row that is too short or too long', stockMap(), '日期,血型,库存\n2026-11-20,A+\n2026-11-20,A+,1,200\n', [[2, null, null, 'row_short'], [3, null, null, 'row_long']]],
    ['an open quote', stockMap(), '日期,血型,库存\n2026-11-20,"A+,12\n', [[2, null, null, 'open_quote']]],
    ['one item twice', stockMap(), '日期,血型,库存\n2026-11-20,A+,12\n2026/11/20,Ａ+,12\n', [[3, null, null, 'import_key_twice']]],
    ['two readings of one moment', { ...withColumn('date', { from: '日期', format: 'yyyy-mm-dd' }), keep: { reading: 'last', by: '日期', format: 'yyyy-mm-dd' } }, `${good}2026-11-20,A+,13\n`, [[3, null, null, 'import_key_twice']]],
    ['a moment of the reading that cannot be read', stockMap({ keep: { reading: 'last', by: '库存', format: 'yyyy-mm-dd' } }), good, [[2, '库存', '12', 'import_date_unreadable']]],
    ['no row', stockMap(), '日期,血型,库存\n', [[null, null, null, 'import_no_rows']]],
    ['an empty file', stockMap(), '', [[null, null, null, 'file_empty']]],
    ['UTF-16', stockMap(), new Uint8Array([0xff, 0xfe, 0x65, 0x00]), [[null, null, null, 'encoding_utf16']]],
    ['exactly as many rows as a sheet has', stockMap(), `日期,血型,库存\n${'x,A+,1\n'.repeat(65_535)}`, [[null, null, null, 'excel_limit']]],
  ])('%s', async (_, map, source, expected) => {
    expect(await problemsOf(map, { 'a.csv': source })).toEqual(expected.map((problem) => ['a.csv', ...problem]));
  });

  test('an old .xls, whatever its name', async () => {
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 504 }, () => 0)]);
    for (const name of ['a.xls', 'a.xlsx', 'a.csv']) expect(await problemsOf(stockMap(), { [name]: bytes })).toEqual([[name, null, null, null, 'import_xls']]);
  });

  test('free text that is refused is not repeated', async () => {
    const map = { columns: { station: { constant: 'centre' }, kind: { constant: 'centre' }, name_zh: { from: '名称' }, name_en: { constant: 'Centre' }, region: { constant: 'sample-city' } } };
    const { findings } = await runImport(place(), map, { 'a.csv': '名称\n张三\u0001\n' }, 'stations');
    expect(findings.errors.map(placeOf)).toEqual([['a.csv', 2, '名称', null, 'control_character']]);
  });
});

test('with a problem the table that is there stays as it is, byte for byte', async () => {
  const folder = place();
  const first = await runImport(folder, stockMap(), { 'a.csv': good });
  const bytes = readFileSync(join(first.dataDir, 'stock.csv'));
  const second = await runImport(folder, stockMap(), { 'a.csv': '日期,血型,库存\n2026-11-21,A+,-3\n' });
  expect(second.findings.errors.map(placeOf)).toEqual([['a.csv', 2, '库存', '-3', 'number_negative']]);
  expect(readFileSync(join(first.dataDir, 'stock.csv')).equals(bytes)).toBe(true);
  expect(readdirSync(first.dataDir)).toEqual(['stock.csv']);
});

test('a table that lies there as several files is not touched', async () => {
  const folder = place();
  mkdirSync(join(folder, 'data', 'stock'), { recursive: true });
  writeFileSync(join(folder, 'data', 'stock', '2025.csv'), 'as it was');
  const { findings } = await runImport(folder, stockMap(), { 'a.csv': good });
  reached.push(...findings.errors);
  expect(findings.errors.map(placeOf)).toEqual([['stock', null, null, null, 'import_table_in_folder']]);
  expect(existsSync(join(folder, 'data', 'stock.csv'))).toBe(false);
});

test('every problem of an import is reached, and is a finished sentence in both languages', () => {
  const codes = new Set(reached.map(({ code }) => code));
  // Those of workbooks are reached in workbook.test.ts.
  const elsewhere = ['import_workbook_broken', 'import_sheet_unknown'];
  expect(importCodes.filter((code) => !codes.has(code) && !elsewhere.includes(code))).toEqual([]);
  for (const { code, message, fix } of reached) {
    for (const text of [message.zh, fix.zh]) expect(text, code).toMatch(/[\u4e00-\u9fff].*。$/s);
    for (const text of [message.en, fix.en]) expect(text, code).toMatch(/^[^。]*[A-Za-z][^。]*\.$/s);
    for (const text of [message.zh, fix.zh, message.en, fix.en]) expect(text, code).not.toMatch(/\{\w+\}|undefined|\[object|NaN/);
  }
});
