import { expect, test } from 'vitest';
import { parsePinyin, pinyinMatches, soundsOf } from './pinyin.ts';

const readings = new Map(Object.entries({ 献: 'xian', 血: 'xue,xie', 率: 'lv', 实: 'shi', 是: 'shi', 鼓: 'gu', 励: 'li', 西: 'xi', 安: 'an', 县: 'xian', 事: 'shi', 故: 'gu' }).map(([character, all]) => [character, all.split(',')]));

/** Words of the text between bars. */
function find(query: string, words: string): string[] {
  const parts = words.split('|');
  const text = parts.join('');
  const bounds = new Set([0]);
  let place = 0;
  for (const part of parts) bounds.add((place += part.length));
  const pinyin = parsePinyin(query);
  return pinyin === null ? [] : pinyinMatches({ text }, bounds, pinyin, readings).map(({ start, length, isBeginning }) => text.slice(start, start + length) + (isBeginning ? '…' : ''));
}

test('with and without blanks, tones, capitals, and each reading', () => {
  for (const query of ['xianxuelv', 'xian xue lv', "xian'xuelü", 'XIANXUE LÜ', 'xiàn xuè lǜ', 'xian4xue4lv4', 'xianxielv', 'xianxuelu']) expect(find(query, '献血|率'), query).toEqual(['献血率']);
});

test('cuts of the reader and of the syllables are kept', () => {
  expect(find('xian', '西安')).toEqual(['西安']);
  expect(find("xi'an", '西安')).toEqual(['西安']);
  expect(find('xi anxue', '献|血')).toEqual([]);
  expect(find('xianxue', '县')).toEqual([]);
});

test('what only sounds alike across words is not found', () => {
  expect(find('shigu', '是|鼓励')).toEqual([]);
  expect(find('shigu', '事故')).toEqual(['事故']);
  expect(find('shiguli', '是|鼓励')).toEqual([]);
  expect(find('xian', '献|血')).toEqual([]);
});

test('a last syllable that is begun is found as begun; a whole one is not its beginning', () => {
  expect(find('xianx', '献血')).toEqual(['献血…']);
  expect(find('xianxu', '献血')).toEqual([]);
});

test('other letters are no pinyin, and a word has all its sounds', () => {
  for (const query of ['献血', 'led 15', '15‰', 'a', '']) expect(parsePinyin(query), query).toBeNull();
  expect(soundsOf('献血', readings)).toEqual(['xianxue', 'xianxie']);
  expect(soundsOf('献x', readings)).toEqual([]);
});
