import { expect, test } from 'vitest';
import { field, table } from '../../tests/support/reading.ts';
import { cellParser, isFreeText } from './cell-parser.ts';
import type { Field } from './data-package.ts';

const parserOf = (of: Field, latestDate: string | null = null, primaryKey: readonly string[] = []) => {
  const parse = cellParser(of, table([of], primaryKey).schema, { latestDate });
  return (raw: string): string => {
    const result = parse(raw);
    return typeof result === 'string' ? result : result.code;
  };
};
const required = { constraints: { required: true } };

test('missing values by their code and their Chinese word, in any column that may be without', () => {
  for (const of of [field('n', 'number'), field('d', 'date'), field('c', 'string', { categories: [{ value: 'a', label: '甲', 'label@en': 'a' }] }), field('l', 'list')]) {
    const parse = parserOf(of);
    expect(['', ' \u3000', 'NP', 'np', 'ＮＰ', '未公布', '未 公开', '未采集', '未统计', '已隐去', '不适用', 'NA'].map(parse)).toEqual(['', '', 'NP', 'NP', 'NP', 'NP', 'NP', 'NC', 'NC', 'SUP', 'NA', 'NA']);
  }
});

test('a required column and a key refuse every missing value', () => {
  for (const parse of [parserOf(field('n', 'number', required)), parserOf(field('n', 'number'), null, ['n']), parserOf(field('t', 'string', required))]) {
    expect(['', '\u00a0', 'NP', 'NA'].map(parse)).toEqual(Array(4).fill('required_empty'));
  }
  expect(parserOf(field('n', 'number', required))('未公布')).toBe('required_empty');
});

test('in a free text only the code itself is a missing value', () => {
  const note = parserOf(field('note'));
  expect(['NP', ' NA ', '', '不适用', 'na', '=1', '约 5 次'].map(note)).toEqual(['NP', 'NA', '', '不适用', 'na', '=1', '约 5 次']);
});

test('error marks of Excel are refused everywhere, formulas where no text is wanted', () => {
  for (const parse of [parserOf(field('n', 'number')), parserOf(field('note'))]) {
    expect(['#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?', '#####', '#SPILL!'].map(parse)).toEqual(Array(7).fill('formula_error'));
  }
  expect(parserOf(field('n', 'number'))('=A1+B1')).toBe('formula_text');
});

test.each([
  ['date', field('x', 'date'), '2026-11-21', '2026-11-22'],
  ['month', field('x', 'yearmonth'), '2026-11', '2026-12'],
  ['year', field('x', 'year'), '2026', '2027'],
  ['instant', field('x', 'datetime'), '2026-11-21T23:59:59+08:00', '2026-11-22T00:00:00+08:00'],
  ['moment that is a year', field('x', 'string', { moment: ['year', 'month', 'date', 'instant'] }), '2026', '2027'],
  ['moment that is a month', field('x', 'string', { moment: ['year', 'month', 'date', 'instant'] }), '2026-11', '2026-12'],
  ['moment that is an instant', field('x', 'string', { moment: ['date', 'instant'] }), '2026-11-21T10:00:00+08:00', '2026-11-22T10:00:00+08:00'],
])('a %s may be as late as the latest date, unless the future is allowed', (_, of, last, late) => {
  const parse = parserOf(of, '2026-11-21');
  expect([parse(last), parse(late), parse('NP')]).toEqual([last, 'date_future', 'NP']);
  expect(parserOf({ ...of, future: true }, '2026-11-21')(late)).toBe(late);
  expect(parserOf(of, null)(late)).toBe(late);
});

test('limits of a year are held', () => {
  const parse = parserOf(field('x', 'year', { constraints: { minimum: 1990 } }));
  expect([parse('1990年'), parse('1989')]).toEqual(['1990', 'number_too_small']);
});

test('a cell is parsed the same however many other cells came between', () => {
  const parse = parserOf(field('n', 'number'));
  const before = ['1,234', 'x', ''].map(parse);
  for (let n = 0; n < 20_000; n += 1) expect(parse(`${n}.50`)).toBe(`${n}.5`);
  expect(['1,234', 'x', ''].map(parse)).toEqual(before);
});

test('free text is text without pattern, list or date', () => {
  expect([field('a'), field('a', 'string', { constraints: { maxLength: 5 } })].map(isFreeText)).toEqual([true, true]);
  expect([field('a', 'number'), field('a', 'string', { constraints: { pattern: 'x' } }), field('a', 'string', { moment: ['date'] }), field('a', 'string', { categories: [] })].map(isFreeText)).toEqual([false, false, false, false]);
});
