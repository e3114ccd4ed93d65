/** The five source documents against their restatements: every numbered item has a clause, every number stands in both languages, no sentence of a source is copied. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { buildLibrary } from '#src/policies/library.ts';
import { plainText } from '#src/policies/parse-policy.ts';
import { allClauses, type Policy } from '#src/policies/policy.ts';
import { collectProblems } from '#src/tabular/problem.ts';

interface SourceIndex {
  readonly source: string;
  readonly items: readonly { readonly id: string; readonly number: string }[];
  readonly numbers: readonly { readonly clause: string | null; readonly source: string; readonly zh: string; readonly en: string }[];
  /** Digits of the source that are not in a restatement as digits. */
  readonly exceptions: readonly { readonly language: 'zh' | 'en'; readonly digits: string; readonly reason: string }[];
}

const index = JSON.parse(readFileSync('tests/fixtures/source-index.json', 'utf8')) as Readonly<Record<string, SourceIndex>>;
const { policies } = buildLibrary(readContentTexts('content', 'policies', ['zh', 'en']), ['zh', 'en'], collectProblems());
const policyOf = (slug: string, locale: 'zh' | 'en'): Policy => policies.get(locale)!.find((policy) => policy.slug === slug)!;
const textOf = (policy: Policy, id: string | null): string =>
  id === null
    ? [policy.number, policy.title].join(' ')
    : allClauses(policy.clauses).filter((clause) => clause.id === id).map((clause) => [clause.title, ...clause.text.map(plainText), ...clause.duties.map(({ what }) => what)].join('\n')).join('\n');

describe.each(Object.entries(index))('%s', (slug, { source, items, numbers, exceptions }) => {
  const path = `../shared/sources/${source}`;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : null;

  test('every numbered item has its clause in both languages, and no clause is without an item', () => {
    for (const locale of ['zh', 'en'] as const) {
      expect(allClauses(policyOf(slug, locale).clauses).map(({ id, number }) => ({ id, number }))).toEqual(items);
    }
  });

  test('every number stands in its restatement in both languages', () => {
    for (const number of numbers) {
      for (const locale of ['zh', 'en'] as const) expect(textOf(policyOf(slug, locale), number.clause), `${number.clause} ${locale}`).toContain(number[locale]);
    }
  });

  test.skipIf(text === null)('the index holds every number and every item of the source (skipped where ../shared is absent)', () => {
    const plain = text!.normalize('NFKC');
    const listed = numbers.map(({ source: written }) => written.normalize('NFKC'));
    for (const written of listed) expect(plain).toContain(written);
    const digits = new Set([...plain.matchAll(/\d+(?:\.\d+)?/g)].map(([found]) => found));
    for (const locale of ['zh', 'en'] as const) {
      const policy = policyOf(slug, locale);
      const restated = [policy.number, ...allClauses(policy.clauses).map(({ id }) => textOf(policy, id))].join('\n').normalize('NFKC');
      const present = new Set([...restated.matchAll(/\d+(?:\.\d+)?/g)].map(([found]) => found));
      const lost = [...digits].filter((number) => !present.has(number));
      expect(lost.toSorted(), `${locale}: digits of the source that the restatement does not show, and why`).toEqual(exceptions.filter(({ language }) => language === locale).map((exception) => exception.digits).toSorted());
    }
    for (const { reason } of exceptions) expect(reason.length).toBeGreaterThan(10);
    expect(countOfItems(slug, text!)).toBe(items.filter(({ id }) => isNumbered(slug, id)).length);
  });

  test.skipIf(text === null)('terms are the source\'s own, and no sentence of it is copied (skipped where ../shared is absent)', () => {
    const locale = /[\u4e00-\u9fff]{20}/.test(text!) ? 'zh' : 'en';
    const policy = policyOf(slug, locale);
    const letters = (one: string): string => one.normalize('NFKC').replaceAll(/[\s\p{P}\p{S}]/gu, '').toLowerCase();
    const whole = letters(text!);
    if (locale === 'zh') {
      const unknown = allClauses(policy.clauses).flatMap(({ id, terms }) => terms.filter((term) => !whole.includes(letters(term))).map((term) => `${id} ${term}`));
      expect(unknown, 'terms that the source does not use').toEqual([]);
    }
    const limit = locale === 'zh' ? 24 : 70;
    const copied: string[] = [];
    for (const clause of allClauses(policy.clauses)) {
      for (const part of [...clause.text.map(plainText), ...clause.duties.map(({ what }) => what)].flatMap((one) => one.split(/[。\n]|\.\s/))) {
        const run = longestShared(letters(part), whole);
        if (run.length > limit && !isEnumeration(part, run, letters)) copied.push(`${clause.id} ${run}`);
      }
    }
    expect(copied).toEqual([]);
  });
});

/** Items that the source numbers itself, counted in it by their marks alone. */
function countOfItems(slug: string, text: string): number {
  const lines = text.split('\n').map((line) => line.normalize('NFKC').trim());
  switch (slug) {
    case 'health-notice-2019':
      return lines.filter((line) => /^[一二三四五六七八九十]+、|^\([一二三四五六七八九十]+\)/.test(line)).length;
    case 'yuxi-opinion':
      return lines.filter((line) => /^[一二三四五六七八九十\d]+、|^\([一二三四五六七八九十]+\)|^\d+\./.test(line)).length;
    case 'zibo-proposal':
      return lines.filter((line) => /^\([一二三四五六七八九十]+\)|^[一二三]是/.test(line)).length;
    case 'beijing-survey-2018':
      // Its paragraphs; the first two lines are the heading.
      return lines.filter((line) => line !== '').length - 2;
    default:
      return 0;
  }
}

function isNumbered(slug: string, id: string): boolean {
  switch (slug) {
    case 'health-notice-2019':
      return id !== 'c-0' && id !== 'c-5';
    case 'yuxi-opinion':
      // 二 is one paragraph, taken apart by departments.
      return id !== 'c-0' && !/^c-2-/.test(id);
    case 'zibo-proposal':
      return !id.startsWith('c-0');
    case 'beijing-survey-2018':
      return true;
    default:
      return false;
  }
}

function longestShared(part: string, whole: string): string {
  let longest = '';
  for (let start = 0; start < part.length; start += 1) {
    while (start + longest.length < part.length && whole.includes(part.slice(start, start + longest.length + 1))) longest = part.slice(start, start + longest.length + 1);
  }
  return longest;
}

/** Listed names and terms and titles carry over; a run of them is broken by at least one separator in every twelve characters, or stands in a title's brackets. */
function isEnumeration(part: string, run: string, letters: (one: string) => string): boolean {
  const pieces = part.split(/[、，,；;：:《》“”"（）()]|和|与|等/).map(letters).filter((piece) => piece !== '');
  const titles = [...part.matchAll(/[《“"]([^》”"]+)[》”"]/g)].map(([, title = '']) => letters(title));
  const without = titles.reduce((rest, title) => rest.replace(title, ''), run);
  const longest = Math.max(0, ...pieces.filter((piece) => without.includes(piece)).map((piece) => piece.length));
  return without.length <= 24 || longest <= 12;
}
