import { expect, test } from 'vitest';
import { folded, isBlank, tidy, trimmed } from './tidy.ts';

test('widths, blanks, minus signs and invisible characters', () => {
  expect(tidy('Ａ\u3000型（＋）')).toBe('A 型(+)');
  expect(tidy('\ufeffdate\u200b')).toBe('date');
  expect(['−1', '–1', '—1', '－1', '﹣1'].map(tidy)).toEqual(Array(5).fill('-1'));
  expect(tidy('a\u00a0\t b')).toBe('a b');
});

test('raised, circled and fraction digits stay what they are', () => {
  expect(['12①', '10²', '½', '⑿'].map(tidy)).toEqual(['12①', '10²', '½', '⑿']);
});

test('folding takes case and blanks away', () => {
  expect(folded(' ＡＢＯ 血型 ')).toBe(folded('abo血型'));
});

test('free text loses the blanks at its ends and nothing else', () => {
  expect(trimmed('\u3000\ufeffＡ　Ｂ\u200b\u00a0')).toBe('Ａ　Ｂ');
});

test.each([['', true], [' ', true], ['\u3000\u00a0\t', true], ['\u200b\ufeff', true], ['\u2060', true], ['-', false], [' x', false], ['\u0001', false], ['空', false]])('%j is blank: %s', (raw, blank) => {
  expect(isBlank(raw)).toBe(blank);
});
