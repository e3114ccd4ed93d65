/** The list of a second reader, who read each source beside its restatement: actor, verb, object, number, date and condition of every clause, in the source's words and in both languages. */
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { buildLibrary } from '#src/policies/library.ts';
import { plainText } from '#src/policies/parse-policy.ts';
import { allClauses } from '#src/policies/policy.ts';
import { collectProblems } from '#src/tabular/problem.ts';

interface Reading {
  readonly clause: string;
  readonly aspect: string;
  readonly source: string;
  readonly zh: string;
  readonly en: string;
}

const readings = Papa.parse<Reading>(readFileSync('tests/fixtures/second-reader.csv', 'utf8'), { header: true, skipEmptyLines: true }).data;
const { policies } = buildLibrary(readContentTexts('content', 'policies', ['zh', 'en']), ['zh', 'en'], collectProblems());
const index = JSON.parse(readFileSync('tests/fixtures/source-index.json', 'utf8')) as Readonly<Record<string, { readonly source: string }>>;
const restated = (locale: 'zh' | 'en') =>
  new Map(policies.get(locale)!.flatMap(({ slug, clauses }) => allClauses(clauses).map((clause) => [`${slug}#${clause.id}` as string, clause] as const)));
const zh = restated('zh');
const en = restated('en');
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').replaceAll('’', "'").toLowerCase();
const wordsOf = (clause: { readonly text: readonly Parameters<typeof plainText>[0][] } | undefined): string => plain(clause === undefined ? '' : clause.text.map(plainText).join(' '));

test('every clause with text of the five documents was read, and every aspect is one of six', () => {
  const wanted = [...zh].filter(([name, clause]) => name.split('#')[0]! in index && clause.text.length > 0).map(([name]) => name);
  expect(wanted.length).toBeGreaterThan(55);
  const read = new Set(readings.map(({ clause }) => clause));
  expect(wanted.filter((name) => !read.has(name))).toEqual([]);
  expect(new Set(readings.map(({ aspect }) => aspect))).toEqual(new Set(['actor', 'verb', 'object', 'number', 'date', 'condition']));
});

test('what the second reader noted stands in both restatements', () => {
  const lost = readings.flatMap(({ clause, aspect, zh: chinese, en: english }) => [
    ...(wordsOf(zh.get(clause)).includes(plain(chinese)) ? [] : [`${clause} ${aspect}: ${chinese}`]),
    ...(wordsOf(en.get(clause)).includes(plain(english)) ? [] : [`${clause} ${aspect}: ${english}`]),
  ]);
  expect(lost).toEqual([]);
});

test('strength of verb: 不得 is must_not, 鼓励 should, 可 may, 应当 and 要 must, as the source has it', () => {
  const strengthOf = (source: string): string | null =>
    /不得/.test(source) ? 'must_not' : /^鼓励/.test(source) ? 'should' : /^可/.test(source) ? 'may' : /应当|应给予|应履行|^要|要加快|要持续|要选派|要加强|We need|necessary/.test(source) ? 'must' : /should/.test(source) ? 'should' : null;
  const judged = readings.filter(({ aspect, source }) => aspect === 'verb' && strengthOf(source) !== null);
  expect(judged.length).toBeGreaterThan(25);
  for (const { clause, source } of judged) {
    // 鼓励 inside a duty to encourage, and 应 that a clause only reports, lay no duty of that strength.
    if (clause === 'health-notice-2019#c-1-5' || clause === 'zibo-proposal#c-0-3') continue;
    expect(zh.get(clause)?.duties.map(({ strength }) => strength), `${clause} ${source}`).toContain(strengthOf(source));
  }
});

test.skipIf(!existsSync('../shared/sources'))('the source\'s words are the source\'s (skipped where ../shared is absent)', () => {
  const texts = new Map(Object.entries(index).map(([slug, { source }]) => [slug, plain(readFileSync(`../shared/sources/${source}`, 'utf8'))]));
  const unknown = readings.filter(({ clause, source }) => !texts.get(clause.split('#')[0]!)!.includes(plain(source)));
  expect(unknown.map(({ clause, source }) => `${clause} ${source}`)).toEqual([]);
  for (const { source } of readings) expect([...source].length <= 60, source).toBe(true);
});
