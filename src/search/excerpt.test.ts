import { expect, test } from 'vitest';
import { markedRuns, sentenceRuns } from './excerpt.ts';

const shown = (runs: ReturnType<typeof markedRuns>): string => runs.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

test('a match is marked as one, and matches that touch are one', () => {
  expect(shown(markedRuns('献血荣誉卡', [[2, 5]]))).toBe('献血[荣誉卡]');
  expect(shown(markedRuns('献血荣誉卡', [[0, 2], [2, 5]]))).toBe('[献血荣誉卡]');
  expect(shown(markedRuns('献血荣誉卡', [[0, 4], [2, 5]]))).toBe('[献血荣誉卡]');
  expect(shown(markedRuns('献血', []))).toBe('献血');
});

test('the sentence around the first match, cut where it is long', () => {
  const text = '第一句。这里发荣誉卡。第三句。';
  expect(shown(sentenceRuns(text, [[7, 10]]))).toBe('这里发[荣誉卡]。');
  expect(shown(sentenceRuns('One. Two three. Four.', [[9, 14]]))).toBe('Two [three].');
  const long = `${'甲'.repeat(100)}卡${'乙'.repeat(100)}`;
  expect(shown(sentenceRuns(long, [[100, 101]]))).toBe(`…${'甲'.repeat(45)}[卡]${'乙'.repeat(45)}…`);
});
