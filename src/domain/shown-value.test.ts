import { expect, test } from 'vitest';
import { underItsLine } from './shown-value.ts';

test('a value under a line is not rounded up to it; elsewhere it stays as it is', () => {
  expect(underItsLine(6.992, 1, [7, 4])).toBe(6.9);
  expect(underItsLine(6.92, 1, [7])).toBe(6.92);
  expect(underItsLine(7.02, 1, [7])).toBe(7.02);
  expect(underItsLine(5.24, 1, [5.25])).toBe(5.24);
  expect(underItsLine(999.96, 0, [1000])).toBe(999);
  expect(underItsLine(6.35, 1, [6.4])).toBe(6.3);
  expect(underItsLine(6.992, 1, [])).toBe(6.992);
});
