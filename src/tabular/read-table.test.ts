import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from '../../tests/support/properties.ts';
import { describe, expect, test } from 'vitest';
import { encodeGb18030 } from '../../tests/support/gb18030.ts';
import { field, fileOf, read, table } from '../../tests/support/reading.ts';
import { formatCsv } from './format-csv.ts';
import { collectProblems } from './problem.ts';
import { readTable } from './read-table.ts';
import { firstDateIn } from './visit-cells.ts';
import { uniqueKeys } from './unique-keys.ts';

const required = { constraints: { required: true } };
const sample = table(
  [
    field('date', 'date', { title: '日期', ...required }),
    field('abo', 'string', { title: '血型', ...required, categories: [{ value: 'A', label: 'A型', 'label@en': 'A' }, { value: 'AB', label: 'AB型', 'label@en': 'AB' }] }),
    field('quantity', 'number', { title: '数量', constraints: { minimum: 0 } }),
    field('note', 'string', { title: '说明' }),
  ],
  ['date', 'abo'],
);
const header = ['date', 'abo', 'quantity', 'note'];

test('cells come in the order of the schema; an optional column that is absent is empty', () => {
  expect(read('血型,日期\nA型,2026/1/2\n', sample)).toMatchObject({ rows: [{ file: 'sample.csv', row: 2, cells: ['2026-01-02', 'A', '', ''] }], problems: [], span: { rows: 1, first: null, last: null } });
});

test('a header alone is an empty table', () => {
  expect(read(formatCsv(header, []), sample)).toMatchObject({ rows: [], problems: [] });
});

test('a header with a quote that is not closed is refused, also where its names could be read', () => {
  expect(read('date,abo,quantity,"note', sample).problems).toMatchObject([{ row: 1, code: 'open_quote' }]);
  expect(read('date,abo,"quantity"x,note"\n2026-01-02,A,1,\n', sample).problems).toMatchObject([{ row: 1, code: 'stray_quote' }]);
});

test('a row with a wrong cell is not passed on, but its key counts', () => {
  const { cells, problems } = read('date,abo,quantity\n2026-01-02,A,-1\n2026-01-02,A,3\n2026-01-02,AB,x\n2026-01-03,A,4\n', sample);
  expect(cells).toEqual([['2026-01-03', 'A', '4', '']]);
  expect(problems.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
    [2, 'quantity', '-1', 'number_negative'],
    [3, 'date', null, 'key_duplicate'],
    [4, 'quantity', 'x', 'number_unreadable'],
  ]);
});

test('a free text may be personal and is not repeated in a problem', () => {
  expect(read('date,abo,note\n2026-01-02,A,#REF! 张三\n', sample).problems).toMatchObject([{ column: 'note', value: null, code: 'formula_error' }]);
});

describe('two stray quotes that make one cell of several rows', () => {
  const few = table([field('id', 'string', { constraints: { required: true, pattern: '^[a-z0-9-]+$' } }), field('note', 'string')], ['id']);
  const codesOf = (content: string, resource = few) => read(content, resource).problems.map(({ row, code }) => `${row} ${code}`);

  test('are found by a line that reads like a row, whole or up to the second quote', () => {
    expect(codesOf('id,note\na,"x\nb,y"\nc,z\n')).toEqual(['2 rows_in_quotes']);
    expect(codesOf('id,note\na,"x\nb,y\nc,z"\n')).toEqual(['2 rows_in_quotes']);
    // Rows that are too short themselves.
    expect(codesOf('date,abo,note,quantity\n2026-01-01,A,"x\n2026-01-02,A\n2026-01-03",1\n', sample)).toEqual(['2 rows_in_quotes']);
    expect(codesOf('date,abo,note,quantity\n2026-01-01,A,"x\n2026-01-02,AB,y",1\n2026-01-03,A,z,2\n', sample)).toEqual(['2 rows_in_quotes']);
    expect(codesOf('date,abo,note,quantity\r2026-01-01,A,"x\r2026-01-02,AB,y",1\r', sample)).toEqual(['2 rows_in_quotes']);
  });

  test('and lines that are a text stay one', () => {
    for (const text of ['first\nsecond', 'Monday, Tuesday\nWednesday and Friday, if open', '地址：甲路\n电话，见下', 'a\n\nb', 'one\nTwo, three', 'x\n2026-01-02']) {
      expect(read(`date,abo,note\n2026-01-01,A,"${text}"\n`, sample)).toMatchObject({ problems: [], cells: [['2026-01-01', 'A', '', text]] });
    }
  });
});

describe('a personal number', () => {
  const ids = table([field('id', 'string', { constraints: { required: true, pattern: '^[a-z]+$' } }), field('n', 'number'), field('words', 'list', { categories: [{ value: 'a', label: 'a', 'label@en': 'a' }] }), field('kind', 'string', { categories: [{ value: 'a', label: 'a', 'label@en': 'a' }] }), field('day', 'date')], ['id']);

  test.each(['110101199003071230', '13900001234', '１３９００００１２３４', '139 0000 1234', '+86 139-0000-1234', `${'字'.repeat(76)}13900001234`])('%s is repeated nowhere, whatever column it stands in', (number) => {
    const { problems } = read(`id,n,words,kind,day,${number}\n${Array.from({ length: 5 }, () => number).join(',')},x\n`, ids);
    expect(problems.length).toBeGreaterThanOrEqual(6);
    const told = JSON.stringify(problems);
    expect(told).not.toMatch(/1101011990|13900001234|１３９０|139 0000|139-0000|字1390?/);
    for (const { value } of problems) expect(value).toBeNull();
  });

  test('is no quantity either, unless it is written as one', () => {
    expect(read('id,n\na,13900001234\nb,"13,900,001,234"\nc,13900001234.5\n', ids)).toMatchObject({ cells: [['b', '13900001234', '', '', ''], ['c', '13900001234.5', '', '', '']], problems: [{ row: 2, code: 'personal_number', value: null }] });
  });
});

test('faults of the header do not hide those of the rows', () => {
  const { cells, problems } = read('date,abo,quantity,more\n2026-01-02,A,-1,x\n2026-01-02,A,1,\n2026-13-02,A,1,\n', sample);
  expect(problems.map(({ row, code }) => `${row} ${code}`)).toEqual(['1 header_unknown', '2 number_negative', '3 key_duplicate', '4 date_impossible']);
  expect(cells).toEqual([]);
  // Without a part of the key nothing can be said of repetition, and no row is one of the table.
  expect(read('date,quantity\n2026-01-02,1\n2026-01-02,x\n', sample)).toMatchObject({ cells: [], problems: [{ row: 1, code: 'header_missing' }, { row: 3, code: 'number_unreadable' }] });
});

test('data in the place of the header are not listed as names of columns', () => {
  expect(read('2026-01-02,A,3,张三\n2026-01-03,A,4,\n', sample).problems).toMatchObject([{ row: 1, code: 'header_absent', value: null, fix: { zh: expect.stringContaining('日期（date）、血型（abo）') } }]);
  expect(read('时间,类型\n2026-01-03,A\n', sample).problems.map(({ code }) => code)).toContain('header_unknown');
});

test('a remembered cell does not keep the text of its file: memory is flat', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const wide = table([field('id', 'string', { constraints: { required: true, pattern: '^[a-z0-9-]+$' } }), field('note', 'string')], ['id']);
  const rows = 2000;
  const path = fileOf(`id,note\n${Array.from({ length: rows }, (_, row) => `a-long-id-of-a-row-${row},${'x'.repeat(10_000)}`).join('\n')}\n`);
  const heapAt = new Map<number, number>();
  // From row 200 on another 18 MB are read; what is remembered of their ids is a few hundred kilobytes.
  readTable({ path, name: 'wide.csv' }, wide, { latestDate: null }, collectProblems(), ({ row }) => {
    if (row !== 200 && row !== rows + 1) return;
    collect();
    heapAt.set(row, process.memoryUsage().heapUsed);
  });
  expect((heapAt.get(rows + 1) ?? Number.NaN) - (heapAt.get(200) ?? Number.NaN)).toBeLessThan(5e6);
});

test('a daily table says from when until when it goes', () => {
  const daily = { ...sample, daily: true };
  expect(read('date,abo\n2026-01-02,A\n2026-01-02,AB\n2026-01-05,A\n', daily).span).toEqual({ rows: 3, first: '2026-01-02', last: '2026-01-05', readable: true });
  expect(firstDateIn(fileOf('abo,date\nA,?\nA,2026年1月5日\n'), daily)).toBe('2026-01-05');
  expect([firstDateIn(fileOf('abo,date\n'), daily), firstDateIn(fileOf('x\n'), daily), firstDateIn(fileOf('\0'), daily)]).toEqual([null, null, null]);
});

test('a key stands once in all files of a table', () => {
  const sink = collectProblems();
  const keys = uniqueKeys(sample);
  for (const name of ['one.csv', 'two.csv']) readTable({ path: fileOf('date,abo\n2026-01-02,A\n'), name }, sample, { latestDate: null }, sink, () => undefined, keys);
  expect(sink.findings().errors).toMatchObject([{ file: 'two.csv', row: 2, code: 'key_duplicate', message: { zh: expect.stringContaining('one.csv 第 2 行') } }]);
});

test.each([[65_535, '\n', '\n'], [65_536, '\r\n', '\r\n'], [65_536, '\r', ''], [65_535, '\r', '\r'], [65_537, '\n', '']])('%d rows with line end %j, the last %j: only 65,536 is the limit of a sheet', (rows, end, lastEnd) => {
  const short = table([field('n', 'integer', required)], ['n']);
  const { problems, span } = read(`n${end}${Array.from({ length: rows - 1 }, (_, index) => index).join(end)}${lastEnd}`, short);
  expect(span.rows).toBe(rows - 1);
  expect(problems.map(({ code }) => code)).toEqual(rows === 65_536 ? ['excel_limit'] : []);
});

// Random tables.
const two = (value: number): string => String(value).padStart(2, '0');
const record = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  abo: fc.constantFrom('A', 'AB'),
  hundredths: fc.option(fc.nat({ max: 99_999_999 })),
  note: fc.array(fc.constantFrom('血', '站', ' ', ',', '"', '\n', 'x', '，', '；', '-'), { maxLength: 6 }).map((parts) => parts.join('').trim()),
});
const records = fc.uniqueArray(record, { minLength: 1, maxLength: 12, selector: ({ day, month, abo }) => `${month}-${day}-${abo}` });
type Sample = typeof record extends fc.Arbitrary<infer T> ? T : never;

const numberOf = (hundredths: number | null): string => (hundredths === null ? 'NP' : String(hundredths / 100));
const canonical = ({ day, month, abo, hundredths, note }: Sample): readonly string[] => [`2026-${two(month)}-${two(day)}`, abo, numberOf(hundredths), note];

const spelling = fc.record({
  chinese: fc.boolean(),
  gb18030: fc.boolean(),
  bom: fc.boolean(),
  quoted: fc.boolean(),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  lastEnd: fc.boolean(),
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
  emptyColumns: fc.nat({ max: 2 }),
  emptyRows: fc.nat({ max: 2 }),
  choices: fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 20 }),
});
type Spelling = typeof spelling extends fc.Arbitrary<infer T> ? T : never;

/** The records as somebody may have written them. */
function written(rows: readonly Sample[], how: Spelling): Uint8Array {
  let next = 0;
  const pick = (...forms: readonly string[]): string => forms[(how.choices[next++ % how.choices.length] ?? 0) % forms.length] ?? '';
  const cell = (text: string): string => (how.quoted || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""').replaceAll('\n', how.end)}"` : text);
  const lines = rows.map(({ day, month, abo, hundredths, note }) => {
    const number = numberOf(hundredths);
    const grouped = number.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
    return [
      pick(`2026-${two(month)}-${two(day)}`, `2026/${month}/${day}`, `2026年${month}月${day}日`, `2026${two(month)}${two(day)}`, `${2026}/${month}/${day} 0:00`, `　2026-${month}-${day}`),
      pick(abo, `${abo}型`, abo.toLowerCase(), abo.replaceAll('A', 'Ａ'), `${abo} 型`),
      hundredths === null ? pick('NP', '未公布', 'np') : pick(number, `+${number}`, grouped, number.includes('.') ? `${number}0` : `${number}.00`, `00${number}`, [...number].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')),
      note,
    ];
  });
  const named = how.chinese || how.gb18030 ? ['日期', '血型', '数量', '说明'] : header;
  const grid = [named, ...lines, ...Array.from({ length: how.emptyRows }, () => ['', '', '', ''])];
  const text = grid.map((cells) => [...how.order.map((position) => cell(cells[position] ?? '')), ...Array.from({ length: how.emptyColumns }, () => '')].join(',')).join(how.end);
  const whole = `${text}${how.lastEnd ? how.end : ''}`;
  return how.gb18030 ? encodeGb18030(whole) : Buffer.from(`${how.bom ? '\uFEFF' : ''}${whole}`);
}

describe('random tables', () => {
  test('a table is read the same in every spelling', () => {
    fc.assert(
      fc.property(records, spelling, (rows, how) => {
        expect(read(written(rows, how), sample)).toMatchObject({ cells: rows.map(canonical), problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  test('damaged bytes: no exception, and every record is either read or named in a problem', () => {
    const damage = fc.array(fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }), kind: fc.constantFrom('replace', 'insert', 'delete', 'cut') }), { minLength: 1, maxLength: 4 });
    let clean = 0;
    let wrong = 0;
    fc.assert(
      fc.property(records, spelling, damage, (rows, how, wounds) => {
        let bytes = [...written(rows, how)];
        for (const { at, byte, kind } of wounds) {
          const place = at % (bytes.length + 1);
          if (kind === 'cut') bytes = bytes.slice(0, place);
          else bytes.splice(place, kind === 'insert' ? 0 : 1, ...(kind === 'delete' ? [] : [byte]));
        }
        const { rows: found, problems } = read(Uint8Array.from(bytes), sample);
        if (problems.length === 0) clean += 1;
        else wrong += 1;
        accountedFor(Uint8Array.from(bytes), found.map(({ row }) => row), problems);
      }),
      { numRuns: 500 },
    );
    expect(clean).toBeGreaterThan(10);
    expect(wrong).toBeGreaterThan(100);
  });

  test('any bytes at all below a good header: the same', () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.array(fc.constantFrom(10, 13, 34, 44, 32, 65, 0x32, 0x30, 0x2d, 0xe6, 0x97, 0xa5, 0xc8), { maxLength: 60 }).map((codes) => Uint8Array.from(codes)));
    fc.assert(
      fc.property(bytes, fc.boolean(), (content, withHeader) => {
        const whole = withHeader ? Buffer.concat([Buffer.from('date,abo,quantity,note\n'), content]) : content;
        const { rows, problems } = read(whole, sample);
        accountedFor(whole, rows.map(({ row }) => row), problems);
      }),
      { numRuns: 500 },
    );
  });
});

/** Where no problem concerns the whole file or its quotes, the rows read and the rows with a problem are all rows that hold something. */
function accountedFor(bytes: Uint8Array, read: readonly number[], problems: readonly { readonly row: number | null; readonly code: string }[]): void {
  if (problems.some(({ row, code }) => row === null || row === 1 || code === 'encoding_unclear' || code.endsWith('_quote'))) return;
  const named = new Set([...read, ...problems.map(({ row }) => row)]);
  expect(read.filter((row) => problems.some((problem) => problem.row === row))).toEqual([]);
  expect([...named].filter((row) => row !== null && !filledRecords(bytes).includes(row) && !problems.some((problem) => problem.row === row && problem.code === 'row_blank'))).toEqual([]);
  expect(filledRecords(bytes).filter((row) => !named.has(row))).toEqual([]);
}

/** Numbers of the records below the header that hold something, by a second reading of RFC 4180, character by character. */
function filledRecords(bytes: Uint8Array): number[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('gb18030').decode(bytes);
  }
  const filled: number[] = [];
  let [row, content] = [1, ''];
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  for (const character of `${text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')}\n`) {
    if (state === 'quoted') {
      if (character === '"') state = 'closed';
      else content += character;
    } else if (character === '"' && state !== 'plain') {
      // Two quotes together are one that belongs to the text.
      if (state === 'closed') content += '"';
      state = 'quoted';
    } else if (character === '\n') {
      if (row > 1 && content.replace(/[\s\u200b-\u200d\u2060]/g, '') !== '') filled.push(row);
      [row, content, state] = [row + 1, '', 'start'];
    } else {
      state = character === ',' ? 'start' : 'plain';
      if (character !== ',') content += character;
    }
  }
  return filled;
}
