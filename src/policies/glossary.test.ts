/** The glossary: both languages aligned, every term used somewhere, each linked once in a document, hostile text refused. */
import { expect, test } from 'vitest';
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { buildGlossary, usesOf, withTermLinks } from './glossary.ts';
import { buildLibrary } from './library.ts';
import { plainText } from './parse-policy.ts';
import { allClauses } from './policy.ts';

const locales = ['zh', 'en'];
const files = readContentTexts('content', 'glossary', locales);
const { policies } = buildLibrary(readContentTexts('content', 'policies', locales), locales, collectProblems());

test('the shipped glossary has no problem and every term is used in a clause of its language', () => {
  const sink = collectProblems();
  const glossary = buildGlossary(files, locales, sink);
  expect(sink.findings()).toEqual({ errors: [], warnings: [] });
  expect(glossary.get('zh')?.length).toBeGreaterThan(20);
  for (const locale of locales) expect((glossary.get(locale) ?? []).filter((term) => usesOf(term, policies.get(locale) ?? []).length === 0).map(({ id }) => id), locale).toEqual([]);
});

test('links change no character, and a term is linked once in a document', () => {
  for (const locale of locales) {
    const terms = buildGlossary(files, locales, collectProblems()).get(locale) ?? [];
    let links = 0;
    for (const policy of policies.get(locale) ?? []) {
      const linked = withTermLinks(policy.clauses, terms);
      const text = (clauses: typeof linked) => allClauses(clauses).map((clause) => clause.text.map(plainText));
      expect(text(linked)).toEqual(text(policy.clauses));
      const found = [...JSON.stringify(linked).matchAll(/\/policies\/glossary\/#([a-z-]+)/g)].map(([, id]) => id);
      expect(found.length).toBe(new Set(found).size);
      links += found.length;
    }
    expect(links).toBeGreaterThan(25);
  }
});

test('an alignment that is lost, a term twice and a term that would run are refused', () => {
  const read = (zh: string, en: string) => {
    const sink = collectProblems();
    buildGlossary([['zh', zh], ['en', en]].map(([locale = '', text = '']) => ({ path: `content/glossary/${locale}/terms.mdx`, slug: 'terms', locale, text })), locales, sink);
    return sink.findings().errors.map(({ file, row, code }) => `${file.split('/')[2]}:${row} ${code}`);
  };
  const term = (id: string, text = 'x') => `<Term id="${id}" term="a">\n${text}\n</Term>\n`;
  expect(read(term('a'), term('a'))).toEqual([]);
  expect(read(term('a'), term('b'))).toEqual(['en:null glossary_misaligned']);
  expect(read(`${term('a')}\n${term('a')}`, term('a'))).toContain('zh:5 glossary_term');
  expect(read(term('a', '{process.exit(1)}'), term('a'))).toContain('zh:2 text_is_code');
  expect(read(term('a', '<script>x</script>'), term('a'))).toContain('zh:2 text_component');
});
