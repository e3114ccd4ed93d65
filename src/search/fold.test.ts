import { expect, test } from 'vitest';
import { foldQuery, foldText, spanOf, withoutSoftBreaks } from './fold.ts';

const variants = new Map([['獻', '献'], ['證', '证']]);
const fold = (text: string): string => foldText(text, variants).text;

test('width, case and script become one', () => {
  expect(fold('ＬＥＤ 獻血證')).toBe('led献血证');
  expect(fold('１５‰')).toBe('15‰');
});

test('brackets, quotation marks and blanks vanish, but not between digits or letters', () => {
  expect(fold('采（送）血车')).toBe('采送血车');
  expect(fold('甚至“血荒”，给')).toBe('甚至血荒，给');
  expect(fold('到 2020 年')).toBe('到2020年');
  expect(fold('12 34')).toBe('12，34');
  expect(fold('1—2次')).toBe('1，2次');
});

test('the end of a sentence stays one, the point of a number is none', () => {
  expect(fold('第三。免费')).toBe('第三。免费');
  expect(fold('第三，\n免费')).toBe('第三。免费');
  expect(fold('4.8升到11.5。')).toBe('4.8升到11.5');
  expect(fold('1,000人')).toBe('1000人');
  expect(foldQuery('，“三免”。', variants)).toBe('三免');
});

test('a match leads back to the characters as they are written', () => {
  const raw = '近三年，A 型、Ｏ型（低）';
  const folded = foldText(raw, variants);
  const place = (wanted: string): string => raw.slice(...spanOf(folded, raw, folded.text.indexOf(wanted), wanted.length));
  expect(place('a型')).toBe('A 型');
  expect(place('o型低')).toBe('Ｏ型（低');
  const joined = withoutSoftBreaks(folded);
  expect(joined.text).toBe('近三年a型o型低');
  expect(raw.slice(...spanOf(joined, raw, joined.text.indexOf('a型o型'), 4))).toBe('A 型、Ｏ型');
  expect('a𠮷b'.slice(...spanOf(foldText('a𠮷b', variants), 'a𠮷b', 1, 2))).toBe('𠮷');
});
