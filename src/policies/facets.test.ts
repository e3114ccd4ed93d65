import { expect, test } from 'vitest';
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { facetNames, facetsOf } from './facets.ts';
import { buildLibrary } from './library.ts';
import { topicIndex, topicLadder, topicSteps } from './topic-index.ts';

const files = readContentTexts('content', 'policies', ['zh', 'en']);
const policies = buildLibrary(files, ['zh', 'en'], collectProblems()).policies.get('zh') ?? [];

test('counts of every facet, taken from the texts themselves', () => {
  const facets = facetsOf(policies);
  expect(facets.map(({ facet }) => facet)).toEqual([...facetNames]);
  const zh = files.filter(({ locale }) => locale === 'zh');
  const count = (line: string) => zh.filter(({ text }) => text.split('\n').includes(line)).length;
  for (const { facet, values } of facets) {
    for (const { value, policies: having } of values) {
      const wanted =
        facet === 'issuer' ? count(`  - ${value}`)
        : facet === 'year' ? zh.filter(({ text }) => new RegExp(value === 'undated' ? '^date: null$' : `^date: ${value}`, 'm').test(text)).length
        : facet === 'topic' ? zh.filter(({ text }) => new RegExp(`topics="(?:[^"]* )?${value}(?: [^"]*)?"`).test(text)).length
        : count(`${facet}: ${value}`);
      expect(having.length, `${facet} ${value}`).toBe(wanted);
    }
  }
});

test('a topic goes through all documents from the law down, what is in force before what is not, and loses no clause', () => {
  for (const [topic, entries] of topicIndex(policies)) {
    const ladder = topicLadder(policies, topic);
    expect(ladder.map(({ step }) => step)).toEqual([...topicSteps]);
    expect(ladder.flatMap((step) => step.entries).length).toBe(entries.length);
    for (const { step, entries: inside } of ladder) {
      for (const { policy } of inside) expect(step === 'law' ? policy.kind === 'law' || policy.revises.length > 0 : policy.level).toBe(step === 'law' ? true : step);
    }
  }
  const [law] = topicLadder(policies, 'eligibility');
  expect(law?.entries.map(({ policy }) => policy.slug)).toEqual(['blood-donation-law', 'blood-donation-law', 'blood-donation-law-revision', 'blood-donation-law-revision']);
});
