/** Does what the handbook says: its example folder passes the check, its folder of mistakes gives exactly the messages that it prints. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { problemLine } from '../scripts/findings.ts';
import { importTable } from '../src/datasets/import/import-table.ts';
import { reportLines } from '../src/datasets/import/report.ts';
import { checks } from '../src/datasets/checks/all.ts';
import { loadPortal } from '../src/datasets/load-portal.ts';
import { shownPath } from '../src/datasets/table-files.ts';
import { dictionaryOf } from '../src/figures/dictionary.ts';
import { stockNow } from '../src/indicators/stock-now.ts';
import { buildLibrary } from '../src/policies/library.ts';
import { collectProblems } from '../src/tabular/problem.ts';
import { publishedTable } from '../src/publishing/published-table.ts';
import { tableCsv } from '../src/publishing/table-csv.ts';
import type { DataPackage } from '../src/tabular/data-package.ts';
import { tabularCodes } from '../src/tabular/refusals.ts';

const folder = mkdtempSync(join(tmpdir(), 'handbook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The fenced blocks of a chapter that carry a file name, as files; and the text of the block `check`. */
function chapter(locale: 'zh' | 'en', name: string) {
  const source = readFileSync(join('content', 'handbook', locale, `${name}.mdx`), 'utf8');
  const blocks = [...source.matchAll(/^```(\w+) ?([\w.-]*)\n(.*?)^```$/gms)].map(([, kind = '', file = '', text = '']) => ({ kind, file, text }));
  return { source, files: blocks.filter(({ file }) => file !== ''), printed: blocks.find(({ kind }) => kind === 'check')?.text ?? '' };
}

function check(name: string, files: readonly { readonly file: string; readonly text: string }[]) {
  const dataDir = join(folder, name);
  mkdirSync(dataDir);
  for (const { file, text } of files) writeFileSync(join(dataDir, file), text);
  return loadPortal({ dataDir, checks });
}

describe.each(['zh', 'en'] as const)('%s', (locale) => {
  const start = chapter(locale, 'index');

  test('the folder of the first half hour passes the check and has stock to show', () => {
    expect(start.files.map(({ file }) => file)).toEqual(['portal.json', 'stock.csv']);
    const { portal, findings } = check(`start-${locale}`, start.files);
    expect(findings).toEqual({ errors: [], warnings: [] });
    if (portal === null) throw new Error('no portal');
    expect(portal.settings.demonstration).toBeNull();
    expect(stockNow(portal).groups).toEqual(['a-positive', 'b-positive', 'o-positive', 'ab-positive']);
    expect(stockNow(portal).entries.map(({ quantity }) => quantity)).toEqual([398, 661, 352, 169]);
  });

  test('the table of mistakes gives the messages that the chapter prints, and no others', () => {
    const { files, printed } = chapter(locale, 'problems');
    const settings = start.files.filter(({ file }) => file === 'portal.json');
    const { findings } = check(`problems-${locale}`, [...settings, ...files]);
    const lines = findings.errors.map((problem) => problemLine({ ...problem, file: problem.file.replace(/^.*\//, 'mydata/') }, locale));
    expect(lines.map((line) => `${line}\n`).join('')).toBe(printed);
  });

  test('the example of an import turns the export into the table and says what the chapter prints', async () => {
    const { files, printed } = chapter(locale, 'import');
    const place = join(folder, `import-${locale}`);
    const dataDir = join(place, 'mydata');
    mkdirSync(dataDir, { recursive: true });
    for (const { file, text } of files) writeFileSync(join(place, file), text);
    const { resources } = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;
    const { report, findings } = await importTable({ dataDir, map: join(place, 'map.json'), resource: resources.find(({ name }) => name === 'stock')!, files: [join(place, 'export.csv')] });
    expect(findings.errors).toEqual([]);
    const lines = reportLines(report, locale).map((line) => `${line.replaceAll(`${shownPath(place)}/`, '')}\n`);
    expect(lines.join('')).toBe(printed);
    expect(readFileSync(join(dataDir, 'stock.csv'), 'utf8')).toContain('2026-11-21,all,red_cells,A,positive,U,398,,\r\n');
  });

  test('every code that the chapter on problems names exists', () => {
    const { source } = chapter(locale, 'problems');
    const named = [...source.matchAll(/[（(]`(\w+)`[）)]/g)].map((match) => match[1] ?? '');
    const loader = ['load-portal.ts', 'read-files.ts', 'settings.ts', 'table-files.ts', 'package-file.ts'].map((file) => readFileSync(join('src', 'datasets', file), 'utf8')).join('');
    const known = (code: string) => tabularCodes.some((one) => one === code) || checks.some((one) => one.code === code) || loader.includes(`'${code}'`);
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((code) => !known(code))).toEqual([]);
  });
});

test('the example of a policy is one, and its languages correspond', () => {
  const sink = collectProblems();
  const files = (['zh', 'en'] as const).map((locale) => {
    const { files: [example] } = chapter(locale, 'policies');
    return { path: `content/policies/${locale}/${example?.file}`, slug: 'city-measures', locale, text: example?.text ?? '' };
  });
  const { clauses } = buildLibrary(files, ['zh', 'en'], sink);
  expect(sink.findings()).toEqual({ errors: [], warnings: [] });
  expect([...clauses]).toEqual(['city-measures#c-1', 'city-measures#c-1-1']);
});

test('a table of one\'s own is checked, published and described from its CSV and its entry alone', () => {
  const own = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as { resources: object[] };
  const { missingValues } = (own as unknown as DataPackage).resources[0]!.schema;
  const column = (name: string, title: string, type: string) => ({ name, type, title, 'title@en': name, description: title, 'description@en': name, example: '1' });
  own.resources.push({
    name: 'snacks', title: '点心', 'title@en': 'Snacks', description: '献血后的点心。', 'description@en': 'What donors are given to eat.', path: 'snacks.csv',
    schema: { fields: [column('snack', '名称', 'string'), column('kilojoules', '热量', 'integer')], primaryKey: ['snack'], missingValues },
  });
  const settings = chapter('zh', 'index').files.filter(({ file }) => file === 'portal.json');
  const files = [...settings, { file: 'datapackage.json', text: JSON.stringify(own) }];
  const { portal, findings } = check('own-table', [...files, { file: 'snacks.csv', text: '名称,热量\n饼干,800\n牛奶,\n' }, ...chapter('zh', 'index').files.filter(({ file }) => file === 'stock.csv')]);
  expect(findings.errors).toEqual([]);
  expect(tableCsv(portal!, 'snacks')).toBe('\uFEFFsnack,kilojoules\r\n饼干,800\r\n牛奶,\r\n');
  expect(dictionaryOf(publishedTable(portal!, 'snacks').resource, 'en').map(({ title }) => title)).toEqual(['snack', 'kilojoules']);
  const wrong = check('own-table-wrong', [...files, { file: 'snacks.csv', text: '名称,热量\n饼干,许多\n' }]);
  expect(wrong.findings.errors.map(({ file, row, code }) => `${file.replace(/^.*\//, '')}:${row} ${code}`)).toEqual(['snacks.csv:2 number_unreadable']);
});
