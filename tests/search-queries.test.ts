/** Asks the search of the shipped library what people ask, in every script, and what stands nowhere; and every piece of every clause. */
import { Converter } from 'opencc-js/cn2t';
import { expect, test } from 'vitest';
import { readContentTexts } from '../src/datasets/content-texts.ts';
import { readSearchWords } from '../src/datasets/search-words.ts';
import { buildLibrary } from '../src/policies/library.ts';
import { plainText } from '../src/policies/parse-policy.ts';
import { allClauses } from '../src/policies/policy.ts';
import { checkSearchWords } from '../src/policies/search-words.ts';
import { filesOf } from '../src/publishing/search-files.ts';
import type { ClausePack, SearchIndex } from '../src/search/clause-files.ts';
import { ClauseSearch } from '../src/search/clause-search.ts';
import { collectProblems } from '../src/tabular/problem.ts';
import { absentQueries, expectedQueries } from './support/search-queries.ts';

const sink = collectProblems();
const content = process.env['OBP_CONTENT'] ?? 'content';
const library = buildLibrary(readContentTexts(content, 'policies', ['zh', 'en']), ['zh', 'en'], sink);
const words = readSearchWords(content, sink);
checkSearchWords(words, library, sink);
const files = filesOf(library, words, ['zh', 'en'], []);
const search = new ClauseSearch(files.get('index.json') as SearchIndex);
for (const [name, file] of files) {
  const pack = /^clauses-(\d+)\.json$/.exec(name)?.[1];
  if (pack !== undefined) search.add(Number(pack), file as ClausePack);
}
const ask = (query: string): string[] => search.find(query).map(({ prepared: { document, clause } }) => `${document.slug}#${clause.id}`);

test('the list of words holds what it should', () => {
  expect(sink.findings()).toEqual({ errors: [], warnings: [] });
  expect(words.length).toBeGreaterThan(15);
});

const traditional = [Converter({ from: 'cn', to: 't' }), Converter({ from: 'cn', to: 'hk' }), Converter({ from: 'cn', to: 'tw' })];

/** Every spelling of every query with what it should find. */
const asked = expectedQueries.flatMap(({ want, zh, pinyin, en }) => {
  const spellings = new Set([zh, ...(zh === undefined ? [] : traditional.map((convert) => convert(zh))), pinyin, pinyin?.toUpperCase(), en, en?.toUpperCase()]);
  return [...spellings].flatMap((query) => (query === undefined ? [] : [{ query, want }]));
});

test('people find the clause they look for: 95 of 100 among the first five, 85 first', () => {
  const places = asked.map(({ query, want }) => ({ query, want, place: ask(query).findIndex((clause) => want.includes(clause)) }));
  const notFirst = places.filter(({ place }) => place !== 0).map(({ query, want, place }) => `${query}: ${want.join(' or ')} at ${place}`);
  const notInFive = places.filter(({ place }) => place < 0 || place > 4);
  expect(asked.length).toBeGreaterThan(250);
  expect(notInFive.length / asked.length, notFirst.join('\n')).toBeLessThanOrEqual(0.05);
  expect(notFirst.length / asked.length, notFirst.join('\n')).toBeLessThanOrEqual(0.15);
});

test('what stands nowhere is not found, and what is offered instead is', () => {
  const found = absentQueries.filter((query) => ask(query).length > 0 || search.findDocuments(query).length > 0);
  expect(found).toEqual([]);
  expect(absentQueries.length).toBeGreaterThanOrEqual(30);
  for (const query of absentQueries) for (const near of search.nearest(query)) expect(ask(near), near).not.toEqual([]);
});

/** A sample in plain order: the whole goes through the browser in tests/site/search.test.ts. */
const every = 7;

test('any two to four characters from inside a clause find it', () => {
  const lost: string[] = [];
  let pieces = 0;
  for (const policy of library.policies.get('zh') ?? []) {
    for (const clause of allClauses(policy.clauses)) {
      for (const text of [clause.title, ...clause.terms, ...clause.text.flatMap((node) => (node.type === 'list' ? node.children.map(plainText) : [plainText(node)])), ...clause.duties.map(({ what }) => what)]) {
        const characters = [...text];
        for (let length = 2; length <= 4; length += 1) {
          for (let start = 0; start + length <= characters.length; start += 1) {
            const piece = characters.slice(start, start + length).join('');
            pieces += 1;
            if (pieces % every !== 0 || !/[\p{L}\p{N}]/u.test(piece)) continue;
            if (!ask(piece).includes(`${policy.slug}#${clause.id}`)) lost.push(`${policy.slug}#${clause.id}: ${piece}`);
          }
        }
      }
    }
  }
  expect(lost).toEqual([]);
  expect(pieces).toBeGreaterThan(30_000);
});
