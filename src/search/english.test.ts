import { expect, test } from 'vitest';
import { englishText, englishWords, phraseMatches, scatteredMatch, stemOf } from './english.ts';

test('forms of a word have one stem, different words do not', () => {
  for (const forms of [['donation', 'donations'], ['exempt', 'exempted', 'exempting'], ['policy', 'policies'], ['house', 'houses'], ['donate', 'donated', 'donating'], ['woman', "woman's"]]) {
    expect(new Set(forms.map(stemOf)), forms.join()).toHaveLength(1);
  }
  expect(stemOf('shortage')).not.toBe(stemOf('short'));
  expect(stemOf('bus')).toBe('bus');
  expect(stemOf('access')).toBe('access');
});

const text = 'Donors with 20 donations get an honour card. The fund helps students; 15‰ of them give.';
const found = (query: string): string[] => phraseMatches(englishText(text), englishWords(query)).map(({ from, to }) => text.slice(from, to));

test('a phrase stands in its order, within a sentence, small words apart', () => {
  expect(found('honour cards')).toEqual(['honour card']);
  expect(found('get honour card')).toEqual(['get an honour card']);
  expect(found('card honour')).toEqual([]);
  expect(found('card fund')).toEqual([]);
  expect(found('15‰')).toEqual(['15‰']);
  expect(found('the')).toEqual(['The']);
});

test('the last word may be begun, from four letters on, and says so', () => {
  expect(phraseMatches(englishText(text), englishWords('honour car'))).toEqual([]);
  expect(phraseMatches(englishText(text), englishWords('stud'))).toMatchObject([{ isBeginning: true }]);
  expect(phraseMatches(englishText(text), englishWords('students'))).toMatchObject([{ isBeginning: false }]);
});

test('scattered words stand in one sentence', () => {
  expect(scatteredMatch(englishText(text), englishWords('card donors'))?.map(({ word }) => word)).toEqual(['donors', 'card']);
  expect(scatteredMatch(englishText(text), englishWords('card students'))).toBeNull();
});
