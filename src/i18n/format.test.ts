/** Checks how numbers, money, dates and instants are written in both languages. */
import { expect, test } from 'vitest';
import {
  formatDate, formatDayOfYear, formatFen, formatInstant, formatNumber, formatQuantity, formatShare, formatShortInstant,
} from './format.ts';

test('numbers have commas, a true minus and no more digits than asked for', () => {
  expect(formatNumber(1234567)).toBe('1,234,567');
  expect(formatNumber(-3.25, 1)).toBe('−3.3');
  expect(formatNumber(3, 1)).toBe('3');
  expect(formatNumber(3, 1, { fixed: true })).toBe('3.0');
  expect(formatNumber(-0)).toBe('0');
  expect(formatNumber(-0.04, 1)).toBe('0');
  expect(formatNumber(5, 0, { sign: true })).toBe('+5');
  // 2.675 has no exact binary form; what is rounded is what the file says.
  expect(formatNumber(2.675, 2)).toBe('2.68');
  expect(() => formatNumber(Number.NaN)).toThrow('missing');
});

test('units stand after a narrow space', () => {
  expect(formatQuantity(3.21, '天', 1)).toBe('3.2\u202F天');
  expect(formatShare(0.153, 'zh', 1)).toBe('15.3%');
  expect(formatShare(0.153, 'en', 1)).toBe('15.3\u202F%');
});

test('money is exact to the fen', () => {
  expect(formatFen(123450, 'zh')).toBe('1,234.50\u202F元');
  expect(formatFen(-5, 'en')).toBe('¥\u202F−0.05');
});

test('dates, months and years', () => {
  expect(formatDate('2026-11-01', 'zh')).toBe('2026年11月1日');
  expect(formatDate('2026-11-01', 'en')).toBe('1 November 2026');
  expect(formatDate('2026-02', 'zh')).toBe('2026年2月');
  expect(formatDate('2026-02', 'en')).toBe('February 2026');
  expect(formatDate('2026', 'zh')).toBe('2026年');
  expect(formatDate('2026', 'en')).toBe('2026');
  expect(() => formatDate('21.11.2026', 'en')).toThrow('not a date');
  expect(formatDayOfYear('2026-11-21', 'zh')).toBe('11月21日');
  expect(formatDayOfYear('2026-11-21', 'en')).toBe('21 November');
});

test('instants keep the clock they were written in', () => {
  expect(formatInstant('2026-11-22T11:00:00+08:00', 'zh')).toBe('2026年11月22日 11:00');
  expect(formatInstant('2026-11-22T11:00:00+08:00', 'en')).toBe('22 November 2026, 11:00');
  expect(formatShortInstant('2026-11-22T11:00:00+08:00')).toBe('11-22 11:00');
  expect(formatShortInstant('2026-11-22')).toBe('11-22');
});
