/** Narrowing loses nothing: with a pack for each document, every pack that holds what is found is among those proposed. */
import { expect, test } from 'vitest';
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { readSearchWords } from '#src/datasets/search-words.ts';
import { buildLibrary } from '#src/policies/library.ts';
import { filesOf } from '#src/publishing/search-files.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { absentQueries, expectedQueries } from '../../tests/support/search-queries.ts';
import { gramFileOf, type ClausePack, type SearchIndex } from './clause-files.ts';
import { ClauseSearch } from './clause-search.ts';
import { gramFiles, narrow } from './grams.ts';
import { prepareClauses } from './prepared.ts';

const sink = collectProblems();
const files = filesOf(buildLibrary(readContentTexts('content', 'policies', ['zh', 'en']), ['zh', 'en'], sink), readSearchWords('content', sink), ['zh', 'en'], []);
const search = new ClauseSearch(files.get('index.json') as SearchIndex);
const packs = [...files].flatMap(([name, file]) => (name.startsWith('clauses-') ? (file as ClausePack).documents : []));
for (const [number, document] of packs.entries()) search.add(number, { documents: [document] });
const pieces = packs.map(({ slug, clauses }) => prepareClauses(search.index.documents.find((document) => document.slug === slug)!, clauses, 0, search.tables.variants).flatMap((clause) => clause.pieces));

test.each([1, 64])('with %i files of grams', (number) => {
  const grams = new Map(gramFiles(pieces, search.readings, number).map((file, index) => [index, file]));
  const queries = [...expectedQueries.flatMap(({ zh, pinyin, en }) => [zh, pinyin, en]), ...absentQueries, '血', '献', 'emerg', 'xianx', 'A型O型', '献血有什么好处', 'card honour'].filter((query) => query !== undefined);
  const lost: string[] = [];
  let narrowed = 0;
  for (const query of queries) {
    const parsed = search.parse(query);
    if (parsed === null) throw new Error(query);
    const { files: needed, packsFrom } = narrow(parsed, search.readings, number);
    const loaded = new Map([...grams].filter(([index]) => needed.includes(index)));
    const proposed = packsFrom(loaded).map((pack) => packs[pack]?.slug);
    if (proposed.length < packs.length) narrowed += 1;
    for (const { prepared } of search.find(query)) if (!proposed.includes(prepared.document.slug)) lost.push(`${query}: ${prepared.document.slug}`);
  }
  expect([...new Set(lost)]).toEqual([]);
  expect(narrowed).toBeGreaterThan(queries.length / 2);
});

test('all beginnings of a word are in one file', () => {
  expect(gramFileOf('donor', 64)).toBe(gramFileOf('don*', 64));
  expect(gramFileOf('`xian xue', 64)).toBe(gramFileOf('`xian *', 64));
});
