/** The search over a small library made up for the purpose: what is found, in which order, and what is not. */
import { expect, test } from 'vitest';
import type { ClauseText, SearchIndex } from './clause-files.ts';
import { ClauseSearch } from './clause-search.ts';

const chinese = (title: string, text: string, terms: readonly string[] = [], duties: readonly string[] = []): ClauseText => ({ title, terms, text, duties });

function searchOf(documents: Readonly<Record<string, { readonly status: string; readonly clauses: readonly ClauseText[] }>>): ClauseSearch {
  const index: SearchIndex = {
    documents: Object.entries(documents).map(([slug, { status }]) => ({ slug, kind: 'notice', status, level: 'city', number: null, year: '2024', pack: 0, texts: { zh: { title: `${slug}市的通知`, place: `${slug}市`, issuers: ['卫健委'] } } })),
    packs: 1, gramFiles: 0, variants: '獻献證证', readings: '献 xian 血 xue 证 zheng 卡 ka 荣 rong 誉 yu',
    words: { zh: [{ legal: ['荣誉卡'], said: ['献血证'] }], en: [] },
  };
  const search = new ClauseSearch(index);
  search.add(0, {
    documents: Object.entries(documents).map(([slug, { clauses }]) => ({ slug, clauses: clauses.map((zh, place) => ({ id: `c-${place + 1}`, number: String(place + 1), topics: [], texts: { zh } })) })),
  });
  return search;
}
const ask = (search: ClauseSearch, query: string): string[] => search.find(query).map(({ prepared: { document, clause } }) => `${document.slug}#${clause.id}`);

test('characters that stand apart are no term', () => {
  const search = searchOf({ 甲: { status: 'in_force', clauses: [chinese('三', '用血费用可以免。'), chinese('其他', '第三。免费停车。'), chinese('优待', '实行“三免”。')] } });
  expect(ask(search, '三免')).toEqual(['甲#c-3']);
  expect(ask(search, '三 免')).toEqual(['甲#c-3']);
  expect(ask(search, '四免')).toEqual([]);
});

test('the clause about a term comes before the one that mentions it, and what is in force first', () => {
  const search = searchOf({
    丙: { status: 'replaced', clauses: [chinese('献血屋', '设献血屋。')] },
    乙: { status: 'draft', clauses: [chinese('献血屋', '设献血屋。')] },
    甲: { status: 'in_force', clauses: [chinese('其他', '包括献血屋。'), chinese('献血屋', '设献血屋。')] },
  });
  expect(ask(search, '献血屋')).toEqual(['甲#c-2', '乙#c-1', '丙#c-1', '甲#c-1']);
});

test('exact before loose, before words of one meaning, before parts that stand apart', () => {
  const search = searchOf({
    甲: { status: 'in_force', clauses: [chinese('一', '先献血。证件后发。'), chinese('二', '发荣誉卡。'), chinese('三', '发献血证。'), chinese('四', '发献血、证两种。')] },
  });
  expect(ask(search, '献血证')).toEqual(['甲#c-3', '甲#c-4', '甲#c-2']);
  expect(ask(search, '獻血證')).toEqual(['甲#c-3', '甲#c-4', '甲#c-2']);
  expect(ask(search, 'xianxuezheng')).toEqual(expect.arrayContaining(['甲#c-2', '甲#c-3']));
  expect(ask(search, '献血 证件')).toEqual(['甲#c-1']);
  expect(search.find('献血证').map(({ synonym }) => synonym)).toEqual([null, null, '荣誉卡']);
});

test('a part may name the document, but not every part', () => {
  const search = searchOf({ 甲: { status: 'in_force', clauses: [chinese('一', '发荣誉卡。')] }, 乙: { status: 'in_force', clauses: [chinese('一', '发荣誉卡。')] } });
  expect(ask(search, '乙市 荣誉卡')).toEqual(['乙#c-1']);
  expect(ask(search, '乙市 卫健委')).toEqual([]);
  expect(search.findDocuments('乙市 卫健委').map(({ slug }) => slug)).toEqual(['乙']);
});

test('a number that is cut comes after the whole number', () => {
  const search = searchOf({ 甲: { status: 'in_force', clauses: [chinese('一', '不低于15‰。'), chinese('二', '增加5‰。'), chinese('三', '每年1—2次。')] } });
  expect(ask(search, '5‰')).toEqual(['甲#c-2', '甲#c-1']);
  expect(ask(search, '千分之十五')).toEqual(['甲#c-1']);
  expect(ask(search, '12次')).toEqual([]);
});

test('a question is asked by what it is about; nothing is asked by nothing', () => {
  const search = searchOf({ 甲: { status: 'in_force', clauses: [chinese('一', '献血后发荣誉卡。')] } });
  expect(ask(search, '献血有什么荣誉卡吗？')).toEqual(['甲#c-1']);
  for (const query of ['', ' ', '，。', '（）']) expect(ask(search, query), query).toEqual([]);
});

test('what is offered where nothing was found is found', () => {
  const search = searchOf({ 甲: { status: 'in_force', clauses: [chinese('一', '献血后发荣誉卡。', ['荣誉卡'])] } });
  expect(ask(search, '荣誉卡券')).toEqual([]);
  expect(search.nearest('荣誉卡券')).toContain('荣誉卡');
  expect(search.nearest('rongyuk')).toEqual([]);
  expect(search.nearest('直升机')).toEqual([]);
});
