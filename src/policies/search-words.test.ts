import { expect, test } from 'vitest';
import type { SearchWordsRow } from '#src/datasets/search-words.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { buildLibrary } from './library.ts';
import { checkSearchWords } from './search-words.ts';

const text = `---
title: 办法
kind: opinion
issuers:
  - 市政府
number: null
date: null
place: 本市
level: city
status: in_force
binds:
  - our-city
source:
  title: 办法
  publisher: 市政府
  date: null
  url: null
text: restatement
summary: 说明。
---

<Clause id="c-1" number="一" title="荣誉卡" topics="benefits" terms="荣誉卡">
发荣誉卡。
</Clause>
`;
const sinkOfText = collectProblems();
const library = buildLibrary([{ path: 'content/policies/zh/x.mdx', slug: 'x', locale: 'zh', text }], ['zh'], sinkOfText);
const row = (number: number, legalZh: readonly string[], saidZh: readonly string[] = []): SearchWordsRow => ({ row: number, legalZh, saidZh, legalEn: [], saidEn: [] });

function problems(rows: readonly SearchWordsRow[]): readonly string[] {
  const sink = collectProblems();
  checkSearchWords(rows, library, sink);
  return sink.findings().errors.map(({ row: place, code, value }) => `${place} ${code} ${value}`);
}

test('a word stands in one row, and a row leads to a clause', () => {
  expect(sinkOfText.findings().errors).toEqual([]);
  expect(problems([row(2, ['荣誉卡'], ['献血证'])])).toEqual([]);
  expect(problems([row(2, ['荣誉卡'], ['献血证']), row(3, ['荣誉卡', '奖章'], ['献血证'])])).toEqual(['3 search_word_twice 荣誉卡', '3 search_word_twice 献血证']);
  expect(problems([row(2, ['奖章'], ['勋章'])])).toEqual(['2 search_word_unused 奖章']);
});
