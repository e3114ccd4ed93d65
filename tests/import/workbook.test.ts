/** Imports from .xlsx: cells are taken as a person sees them, and errors are never taken for blanks. */
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { placeOf, runImport, stockMap, withColumn } from '../support/import-run.ts';

const root = mkdtempSync(join(tmpdir(), 'import-workbook-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let runs = 0;
function place(): string {
  runs += 1;
  const folder = join(root, String(runs));
  mkdirSync(folder);
  return folder;
}

const day = (text: string) => ({ value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy"年"m"月"d"日"' });
const moment = (text: string) => ({ value: new Date(`${text}Z`), type: Date, format: 'yyyy/mm/dd hh:mm' });

async function workbook(...sheets: readonly { readonly sheet: string; readonly data: SheetData }[]): Promise<Buffer> {
  return writeXlsxFile([...sheets]).toBuffer();
}

async function linesOf(map: object, bytes: Uint8Array): Promise<readonly string[]> {
  const { dataDir, findings } = await runImport(place(), map, { 'a.xlsx': bytes });
  expect(findings.errors).toEqual([]);
  return readFileSync(join(dataDir, 'stock.csv'), 'utf8').trimEnd().split('\r\n').slice(1);
}

async function problemsOf(map: object, bytes: Uint8Array) {
  const { dataDir, findings } = await runImport(place(), map, { 'a.xlsx': bytes });
  expect(readdirSync(dataDir)).toEqual([]);
  return findings.errors.map(placeOf);
}

const header = ['日期', '血型', '库存'];

test('a sheet by its name or number, rows above the header, dates, numbers and percents as they are seen', async () => {
  const data: SheetData = [
    ['库存日报'],
    header,
    [day('2026-11-20'), 'A+', 12],
    [day('2026-11-20'), 'B+', 0.1 + 0.2],
    [day('2026-11-21'), 'A+', { value: 0.785, type: Number, format: '0.0%' }],
    [day('2026-11-21'), 'B+', '78%'],
  ];
  const bytes = await workbook({ sheet: '说明', data: [['见下一张']] }, { sheet: '日报', data });
  const map = { ...withColumn('quantity', { from: '库存', strip_suffix: '%' }), skip_rows: 1 };
  const expected = ['2026-11-20,all,red_cells,A,positive,U,12,,', '2026-11-20,all,red_cells,B,positive,U,0.3,,', '2026-11-21,all,red_cells,A,positive,U,78.5,,', '2026-11-21,all,red_cells,B,positive,U,78,,'];
  expect(await linesOf({ ...map, sheet: '日报' }, bytes)).toEqual(expected);
  expect(await linesOf({ ...map, sheet: 2 }, bytes)).toEqual(expected);
  const again = await runImport(place(), { ...map, sheet: '月报' }, { 'a.xlsx': bytes });
  expect(again.findings.errors.map(placeOf)).toEqual([['a.xlsx', null, null, '月报', 'import_sheet_unknown']]);
  expect(again.findings.errors[0]?.fix.zh).toContain('说明 | 日报');
});

test('times of a workbook are times of the stated zone, to the second', async () => {
  const map = {
    ...stockMap({ time_zone: 'Asia/Shanghai' }),
    columns: {
      ...(stockMap()['columns'] as object),
      date: { from: '日期', format: 'yyyy-mm-dd hh:mm', written_in: 'UTC' },
      observed_at: { from: '日期', format: 'yyyy-mm-dd hh:mm', written_in: 'UTC' },
    },
  };
  const times = ['2026-11-20T16:30:00', '2026-11-20T00:00:00', '2026-11-21T08:20:00'];
  const lines = await linesOf(map, await workbook({ sheet: 'S', data: [header, ...times.map((time) => [moment(time), 'A+', 1]).slice(1), [moment(times[0] ?? ''), 'B+', 2]] }));
  expect(lines).toEqual([
    '2026-11-20,all,red_cells,A,positive,U,1,,2026-11-20T08:00:00+08:00',
    '2026-11-21,all,red_cells,A,positive,U,1,,2026-11-21T16:20:00+08:00',
    '2026-11-21,all,red_cells,B,positive,U,2,,2026-11-21T00:30:00+08:00',
  ]);
});

test('a time where a date is wanted, a serial number and a long id are refused', async () => {
  const bytes = await workbook({ sheet: 'S', data: [header, [moment('2026-11-20T08:30:00'), 'A+', 12], [46_346, 'A+', 12], [day('2026-11-20'), 'A+', 3.3e17]] });
  expect(await problemsOf(stockMap(), bytes)).toEqual([
    ['a.xlsx', 2, '日期', '2026-11-20 08:30:00', 'date_has_time'],
    ['a.xlsx', 3, '日期', '46346', 'date_serial'],
    ['a.xlsx', 4, '库存', '3.3E+17', 'number_scientific'],
  ]);
});

test.each([
  ['an error mark', '<c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!', 'formula_error'],
  ['a formula that nobody has computed', '<c r="C3"><f>C2-5</f></c>', '=C2-5', 'formula_text'],
])('%s is a problem, although the library that reads workbooks takes it for a blank', async (_, cell, value, code) => {
  const bytes = await workbook({ sheet: '日报', data: [header, [day('2026-11-20'), 'A+', 12], [day('2026-11-21'), 'A+', 7]] });
  const parts = unzipSync(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  const broken = xml.replace(/<c r="C3"[^>]*>.*?<\/c>/, cell);
  expect(broken).not.toBe(xml);
  expect(await problemsOf(stockMap(), zipSync({ ...parts, [name]: strToU8(broken) }))).toEqual([['a.xlsx', 3, '库存', value, code]]);
});

test('a blank row in the middle is a problem, blank cells at the end are not', async () => {
  const bytes = await workbook({ sheet: 'S', data: [header, [day('2026-11-20'), 'A+', 12, null], [], [day('2026-11-21'), 'A+', null], [null, null, null]] });
  expect(await problemsOf(stockMap(), bytes)).toEqual([['a.xlsx', 3, null, null, 'row_blank']]);
});

test('what is a zip but no workbook is refused', async () => {
  expect(await problemsOf(stockMap(), zipSync({ 'word/document.xml': strToU8('<w/>') }))).toEqual([['a.xlsx', null, null, null, 'import_workbook_broken']]);
});
