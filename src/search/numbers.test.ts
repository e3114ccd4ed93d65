import { expect, test } from 'vitest';
import { fromChinese, numberSpellings, toChinese } from './numbers.ts';

test('Chinese numbers are read and written', () => {
  const pairs: readonly (readonly [number, string])[] = [[0, '零'], [7, '七'], [10, '十'], [15, '十五'], [20, '二十'], [101, '一百零一'], [120, '一百二十'], [999, '九百九十九'], [4.8, '四点八']];
  for (const [value, text] of pairs) {
    expect(toChinese(value)).toBe(text);
    expect(fromChinese(text)).toBe(value);
  }
  expect(fromChinese('一千二百')).toBe(1200);
  expect(fromChinese('六万')).toBe(60_000);
  expect(fromChinese('二〇二〇')).toBe(2020);
  expect(fromChinese('两')).toBe(2);
  expect(fromChinese('血站')).toBeNull();
  expect(toChinese(2020)).toBeNull();
});

test('a share has the same spellings whichever of them is typed', () => {
  for (const typed of ['千分之十五', '千分之15', '15 per thousand', '15 per 1,000', '15 per mille', 'fifteen per thousand', '十五‰']) expect(numberSpellings(typed), typed).toContain('15‰');
  expect(numberSpellings('15‰')).toContain('千分之十五');
  expect(numberSpellings('30 percent')).toEqual(expect.arrayContaining(['30%', '百分之三十']));
  expect(numberSpellings('献血率千分之十五')).toContain('献血率15‰');
});

test('a count may be spelt out, in English too', () => {
  expect(numberSpellings('20次')).toContain('二十次');
  expect(numberSpellings('献血二十次')).toContain('献血20次');
  expect(numberSpellings('20 times')).toEqual(expect.arrayContaining(['20次', '二十次', '20 donations']));
  expect(numberSpellings('twenty times')).toContain('20次');
});

test('what holds no number has no other spelling', () => {
  for (const typed of ['三免', '四免', '荣誉卡', 'honour card', 'times', '']) expect(numberSpellings(typed), typed).toEqual([]);
});
