/** Searches every file of a built site for the count, the amount and the note of one person helped and of two claims in a district. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runScript } from '../support/portals.ts';

const folder = mkdtempSync(join(tmpdir(), 'small counts '));
const data = join(folder, 'data');
const out = join(folder, 'site');
const note = '受助人住在丙区的某个小巷';
const noteEn = 'lives in a certain lane of district C';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fenOf = (yuan: string): number => Number(yuan.replace('.', ''));
const yuanOf = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

/** Changes the rows of a table that `change` gives new cells for; how many changed is returned. */
function edit(table: string, change: (cells: string[], column: (name: string) => number) => boolean): number {
  const path = join(data, `${table}.csv`);
  const [header = '', ...lines] = readFileSync(path, 'utf8').replace('\uFEFF', '').split('\r\n');
  const names = header.split(',');
  let changed = 0;
  const edited = lines.map((line) => {
    const cells = line.split(',');
    if (line === '' || cells.length !== names.length || !change(cells, (name) => names.indexOf(name))) return line;
    changed += 1;
    return cells.join(',');
  });
  writeFileSync(path, [header, ...edited].join('\r\n'));
  return changed;
}

/** Adds to an amount of the accounts of a fund in a year, wherever they state it. */
function addToAccounts(fund: string, year: string, category: string, addFen: number): void {
  const plus = (cells: string[], at: number, fen: number): void => {
    cells[at] = yuanOf(fenOf(cells[at] ?? '') + fen);
  };
  expect(edit('fund-balances', (cells, column) => {
    const [one, start = ''] = [cells[column('fund')], cells[column('period_start')]];
    if (one !== fund || start.slice(0, 4) < year) return false;
    if (start.startsWith(year)) plus(cells, column('disbursements_yuan'), addFen);
    else plus(cells, column('opening_yuan'), -addFen);
    plus(cells, column('closing_yuan'), -addFen);
    return true;
  })).toBeGreaterThan(0);
  expect(edit('fund-category-totals', (cells, column) => {
    if (cells[column('fund')] !== fund || !(cells[column('period_start')] ?? '').startsWith(year) || cells[column('category')] !== category) return false;
    plus(cells, column('amount_yuan'), addFen);
    return true;
  })).toBe(1);
}

beforeAll(async () => {
  cpSync('data', data, { recursive: true });
  // Without the daily tables the site is built in a moment; the forms of all others stay.
  for (const table of ['stock', 'issues', 'collections']) rmSync(join(data, table), { recursive: true });
  let before = 0;
  expect(edit('fund-entries', (cells, column) => {
    if (cells[column('date')] !== undefined && !/^2025-0[4-9]/.test(cells[column('date')] ?? '')) return false;
    if (before !== 0 || cells[column('category')] !== 'hardship') return false;
    before = fenOf(cells[column('amount_yuan')] ?? '');
    cells[column('amount_yuan')] = '3141.59';
    cells[column('beneficiaries')] = '1';
    cells[column('note_zh')] = note;
    cells[column('note_en')] = noteEn;
    return true;
  })).toBe(1);
  addToAccounts('care-fund', '2025', 'hardship', 314_159 - before);
  // The only help to students of its year: their category's total would be the one student's.
  before = 0;
  expect(edit('fund-entries', (cells, column) => {
    if (cells[column('category')] !== 'students' || !(cells[column('date')] ?? '').startsWith('2024')) return false;
    before = fenOf(cells[column('amount_yuan')] ?? '');
    cells[column('amount_yuan')] = '1732.05';
    cells[column('beneficiaries')] = '1';
    cells[column('note_zh')] = note;
    return true;
  })).toBe(1);
  addToAccounts('care-fund', '2024', 'students', 173_205 - before);
  let [claims, amount] = [0, 0];
  expect(edit('fee-waivers', (cells, column) => {
    if (cells[column('month')] !== '2025-03' || cells[column('region')] !== 'sample-city-b' || cells[column('channel')] !== 'direct') return false;
    [claims, amount] = [Number(cells[column('claims')]), fenOf(cells[column('amount_yuan')] ?? '')];
    cells[column('claims')] = '2';
    cells[column('amount_yuan')] = '2718.28';
    return true;
  })).toBe(1);
  expect(claims).toBeGreaterThan(5);
  expect(edit('fund-entries', (cells, column) => {
    if (cells[column('date')] !== '2025-04-10' || cells[column('category')] !== 'waiver_direct') return false;
    cells[column('amount_yuan')] = yuanOf(fenOf(cells[column('amount_yuan')] ?? '') + 271_828 - amount);
    cells[column('beneficiaries')] = String(Number(cells[column('beneficiaries')]) + 2 - claims);
    return true;
  })).toBe(1);
  addToAccounts('waiver-fund', '2025', 'waiver_direct', 271_828 - amount);
  const { status, output } = await runScript('build', ['--data', data, '--out', out]);
  if (status !== 0) throw new Error(output);
});

/** Every file as text; a workbook as the texts that it packs. */
function texts(): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    if (!file.endsWith('.xlsx')) return [{ file, text: bytes.toString('utf8') }];
    return Object.entries(unzipSync(bytes)).map(([name, packed]) => ({ file: `${file}!${name}`, text: strFromU8(packed) }));
  });
}

test('neither the amount nor the note of the one person is in any file, nor the amount of the two claims', () => {
  const all = texts();
  expect(all.length).toBeGreaterThan(100);
  const forms = ['3141.59', '3,141.59', '314159', '1732.05', '1,732.05', '173205', '2718.28', '2,718.28', '271828', note, noteEn];
  expect(all.flatMap(({ file, text }) => forms.filter((form) => text.includes(form)).map((form) => `${file}: ${form}`))).toEqual([]);
});

test('what remains of the district and of the entry cannot be taken from a total', () => {
  const rows = (table: string) => readFileSync(join(out, 'data', 'v1', `${table}.csv`), 'utf8').replace('\uFEFF', '').split('\r\n').slice(1, -1).map((line) => line.split(','));
  const march = rows('fee-waivers').filter(([month, , channel]) => month === '2025-03' && channel === 'direct');
  expect(march).toHaveLength(1);
  expect(march[0]?.[1]).toBe('sample-city');
  expect(Number(march[0]?.[3])).toBeGreaterThan(50);
  const hardship = rows('fund-entries').filter(([, fund, date, , category]) => fund === 'care-fund' && date?.startsWith('2025') && category === 'hardship');
  for (const cells of hardship) expect(Number(cells[7])).toBeGreaterThanOrEqual(5);
  const [total] = rows('fund-category-totals').filter(([fund, start, , category]) => fund === 'care-fund' && start === '2025-01-01' && category === 'hardship');
  expect(hardship.reduce((sum, cells) => sum + fenOf(cells[6] ?? ''), 0)).toBe(fenOf(total?.[4] ?? ''));
});

test('a category that helped one student stands together with another, in entries and totals and on the page, and adds up', () => {
  const rows = (table: string) => readFileSync(join(out, 'data', 'v1', `${table}.csv`), 'utf8').replace('\uFEFF', '').split('\r\n').slice(1, -1).map((line) => line.split(','));
  const entries = rows('fund-entries').filter(([, fund, date, direction]) => fund === 'care-fund' && date?.startsWith('2024') && direction === 'disbursement');
  const totals = rows('fund-category-totals').filter(([fund, start, direction]) => fund === 'care-fund' && start === '2024-01-01' && direction === 'disbursement');
  const codes = totals.map((cells) => cells[3] ?? '');
  expect(codes.filter((code) => code.includes('students'))).toEqual(['commendation-and-students']);
  expect([...new Set(entries.map((cells) => cells[4]))].toSorted()).toEqual(codes.toSorted());
  for (const cells of totals) expect(entries.filter((one) => one[4] === cells[3]).reduce((sum, one) => sum + fenOf(one[6] ?? ''), 0)).toBe(fenOf(cells[4] ?? ''));
  expect(readFileSync(join(out, 'en', 'fund', 'care-fund', 'index.html'), 'utf8')).toContain('id="entries-2024-disbursement-commendation-and-students"');
});

test('a text with a telephone number stops the publication and leaves the former site as it was', async () => {
  const content = join(folder, 'content');
  cpSync('content', content, { recursive: true });
  const page = join(content, 'pages', 'zh', 'about.mdx');
  writeFileSync(page, `${readFileSync(page, 'utf8')}\n\n有事请找张某，139 0000 1234。\n`);
  const before = readFileSync(join(out, 'index.html'), 'utf8');
  const { status, output } = await runScript('build', ['--data', data, '--content', content, '--out', out, '--lang', 'zh']);
  expect(status).toBe(1);
  expect(output).toContain('about/index.html text 这一页上像是有电话号码，不能公布。');
  expect(output).not.toMatch(/139.?0000|00001234|0000 1234/);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe(before);
});
