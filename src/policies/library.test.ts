/** The shipped policy texts: parsed without a problem, aligned in both languages, and every number of a clause in both. */
import { expect, test } from 'vitest';
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { buildLibrary } from './library.ts';
import { plainText } from './parse-policy.ts';
import { allClauses, type Clause } from './policy.ts';

const files = readContentTexts('content', 'policies', ['zh', 'en']);

test('the texts parse and both languages are aligned', () => {
  const sink = collectProblems();
  const library = buildLibrary(files, ['zh', 'en'], sink);
  expect(sink.findings()).toEqual({ errors: [], warnings: [] });
  expect(library.policies.get('zh')?.map((policy) => policy.slug)).toEqual(library.policies.get('en')?.map((policy) => policy.slug));
  expect(library.clauses).toContain('yuxi-opinion#c-1-2');
});

test('every number with two digits or more that stands in a Chinese clause stands in the English one', () => {
  const library = buildLibrary(files, ['zh', 'en'], collectProblems());
  const english = new Map(library.policies.get('en')?.flatMap((policy) => allClauses(policy.clauses).map((clause) => [`${policy.slug}#${clause.id}`, clause])));
  const lost: string[] = [];
  let compared = 0;
  for (const policy of library.policies.get('zh') ?? []) {
    for (const clause of allClauses(policy.clauses)) {
      const translation = english.get(`${policy.slug}#${clause.id}`);
      const wanted = numbersOf(wordsOf(clause).replace(/(\d)万余/g, '$10,000'));
      const found = numbersOf(translation === undefined ? '' : monthsAsNumbers(wordsOf(translation)));
      for (const number of wanted) {
        compared += 1;
        if (!found.has(number)) lost.push(`${policy.slug}#${clause.id}: ${number}`);
      }
    }
  }
  expect(compared).toBeGreaterThan(15);
  expect(lost).toEqual([]);
});

test('a missing translation and a clause out of step are named', () => {
  const zh = files.filter((file) => file.locale === 'zh' && file.slug === 'beijing-survey-2018');
  const alone = collectProblems();
  buildLibrary(zh, ['zh', 'en'], alone);
  expect(alone.findings().errors.map((problem) => problem.code)).toEqual(['policy_untranslated']);

  const en = files
    .filter((file) => file.locale === 'en' && file.slug === 'beijing-survey-2018')
    .map((file) => ({ ...file, text: file.text.replace('id="c-2"', 'id="c-9"') }));
  const apart = collectProblems();
  buildLibrary([...zh, ...en], ['zh', 'en'], apart);
  expect(apart.findings().errors.map(({ code, value }) => [code, value])).toEqual([['policy_misaligned', 'c-9']]);
});

function wordsOf(clause: Clause): string {
  return [clause.title, ...clause.text.map(plainText), ...clause.duties.map((duty) => duty.what)].join(' ');
}

function monthsAsNumbers(text: string): string {
  return text.replace(/\b(October|November|December)\b/g, (name) => ({ October: '10', November: '11', December: '12' })[name] ?? name);
}

function numbersOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\d[\d,.]*\d/g)].map((match) => match[0].replaceAll(',', '')));
}
