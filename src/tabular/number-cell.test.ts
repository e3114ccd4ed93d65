import fc from '../../tests/support/properties.ts';
import { expect, test } from 'vitest';
import { personalNumberIn } from '#src/domain/personal-numbers.ts';
import { field } from '../../tests/support/reading.ts';
import type { Field } from './data-package.ts';
import { parseNumberCell } from './number-cell.ts';

const told = (raw: string, rest: Partial<Field> = {}, type: 'number' | 'integer' = 'number'): string => {
  const result = parseNumberCell(raw, field('x', type, rest));
  return typeof result === 'string' ? result : result.code;
};

test.each([
  ['0.1', '0.1'], ['1234567.89', '1234567.89'], ['-0', '0'], ['-0.00', '0'], ['+5', '5'], ['007', '7'], ['12.50', '12.5'], ['12.0', '12'], ['1,234', '1234'], ['1,234,567.5', '1234567.5'], ['1，234', '1234'],
  ['１２．５', '12.5'], ['−3', '-3'], ['－3', '-3'], ['–3.10', '-3.1'], [' 5\u00a0', '5'], ['\u30005', '5'], ['0', '0'], ['00', '0'], ['-007.10', '-7.1'],
  ['123456789012345', '123456789012345'], ['0.123456789012345', '0.123456789012345'], ['99999999999.9999', '99999999999.9999'], ['000000000000000001', '1'],
])('%j → %s', (raw, expected) => {
  expect(told(raw)).toBe(expected);
});

test.each([
  ['1234567890123456', 'number_too_long'], ['0.1234567890123456', 'number_too_long'], ['3.3E+17', 'number_scientific'], ['1e5', 'number_scientific'],
  ['12,34', 'number_commas'], ['1,2345', 'number_commas'], [',123', 'number_commas'], ['12U', 'number_with_unit'], ['12 单位', 'number_with_unit'], ['85%', 'number_with_unit'], ['¥12', 'number_with_unit'],
  ['-', 'number_unreadable'], ['无', 'number_unreadable'], ['约120', 'number_unreadable'], ['1 234', 'number_unreadable'], ['1.2.3', 'number_unreadable'], ['.5', 'number_unreadable'], ['5.', 'number_with_unit'], ['(5)', 'number_unreadable'], ['--5', 'number_unreadable'], ['Infinity', 'number_unreadable'], ['NaN', 'number_unreadable'], ['0x10', 'number_unreadable'],
])('%j is refused: %s', (raw, code) => {
  expect(told(raw)).toBe(code);
});

test.each(['12①', '12²', '12⑵', '1½', '12㈠'])('a footnote mark or a fraction is never read as further digits: %j', (raw) => {
  expect(told(raw)).toMatch(/^number_/);
});

test('limits, whole numbers and decimals of a field', () => {
  expect(told('-1', { constraints: { minimum: 0 } })).toBe('number_negative');
  expect(told('-0', { constraints: { minimum: 0 } })).toBe('0');
  expect(told('4', { constraints: { minimum: 5 } })).toBe('number_too_small');
  expect(told('100.01', { constraints: { maximum: 100 } })).toBe('number_too_large');
  expect(told('100.00', { constraints: { maximum: 100 } })).toBe('100');
  expect(told('1.5', {}, 'integer')).toBe('number_not_whole');
  expect(told('1.0', {}, 'integer')).toBe('1');
  expect(['5', '5.1', '5.10', '-0', '1,234.5', '0.001'].map((raw) => told(raw, { decimals: 2 }))).toEqual(['5.00', '5.10', '5.10', '0.00', '1234.50', 'number_too_precise']);
});

test('what is read is exactly what was written, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n - 1n), max: 10n ** 15n - 1n }), fc.nat({ max: 6 }), fc.constantFrom('', '+'), (digits, places, plus) => {
      const padded = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
      const written = `${digits < 0n ? '-' : plus}${padded.slice(0, padded.length - places)}${places === 0 ? '' : `.${padded.slice(-places)}`}`;
      const result = told(written);
      // A fifteen-digit number with a date of birth in it is somebody's.
      if (/^\d{11,}$/.test(written) && personalNumberIn(written) !== null) return void expect(result).toBe('personal_number');
      // The same value in whole units of its last place, without floating point.
      const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(result) ?? [];
      expect(BigInt(`${sign}${whole}${fraction.padEnd(places, '0')}`)).toBe(digits);
      expect(told(result)).toBe(result);
      // Shortest: what JavaScript prints for a number of this size, wherever it prints no exponent.
      if (!String(Number(result)).includes('e')) expect(String(Number(result))).toBe(result);
    }),
  );
});
