import { expect, test } from 'vitest';
import { publishedNumber } from './published-number.ts';

test('nine decimals, no trailing ones, no negative zero', () => {
  expect([publishedNumber(10 / 3), publishedNumber(0.1 + 0.2), publishedNumber(418), publishedNumber(7.5)]).toEqual([3.333333333, 0.3, 418, 7.5]);
  expect(Object.is(publishedNumber(-0.0000000001), 0)).toBe(true);
});

test('what is no number is refused', () => {
  expect(() => publishedNumber(Number.NaN)).toThrow('cannot be published');
  expect(() => publishedNumber(1 / 0)).toThrow('cannot be published');
});
