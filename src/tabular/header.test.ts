import { expect, test } from 'vitest';
import { field, table } from '../../tests/support/reading.ts';
import { matchHeader, refusedHeader } from './header.ts';

const required = { constraints: { required: true } };
const { schema } = table(
  [field('date', 'date', { title: '日期', 'title@en': 'Day', ...required }), field('abo', 'string', { title: 'ABO 血型', ...required }), field('quantity', 'number', { title: '数量' })],
  ['date'],
);
const faultsOf = (cells: readonly string[]) => matchHeader(cells, schema).faults.map(({ refusal, column, value }) => [refusal.code, column, value]);

test.each([
  [['date', 'abo', 'quantity'], [0, 1, 2]],
  [['日期', 'ABO 血型', '数量'], [0, 1, 2]],
  [['数量', 'Day', 'ABO血型'], [1, 2, 0]],
  [['\ufeffＤＡＴＥ', ' abo ', 'Quantity'], [0, 1, 2]],
])('%j is known, whatever the language, the order and the width', (cells, positions) => {
  const { header, faults, known } = matchHeader(cells, schema);
  expect([header.positions, header.width, faults, known]).toEqual([positions, 3, [], 3]);
});

test('an optional column may be absent, a required one not', () => {
  expect(matchHeader(['abo', 'date'], schema)).toMatchObject({ header: { positions: [1, 0, -1] }, faults: [] });
  expect(faultsOf(['date', 'quantity'])).toEqual([['header_missing', 'abo', null]]);
});

test('unknown and repeated names are faults, each by its name', () => {
  expect(faultsOf(['date', 'abo', '日期', '备注'])).toEqual([['header_duplicate', 'date', '日期'], ['header_unknown', null, '备注']]);
  expect(faultsOf(['date', 'abo', '__proto__', 'constructor'])).toEqual([['header_unknown', null, '__proto__'], ['header_unknown', null, 'constructor']]);
});

test('columns without a name are remembered, and those at the end do not count', () => {
  expect(matchHeader(['date', '', 'abo', '\u3000', ''], schema).header).toEqual({ positions: [0, 2, -1], width: 3, unnamed: [1, 3, 4] });
});

test.each([['date;abo;quantity', 'semicolon'], ['日期\tABO 血型', 'tab'], ['日期，ABO 血型', 'Chinese comma'], ['date|abo', 'vertical bar']])('%j has another delimiter', (line, delimiterEn) => {
  expect(refusedHeader([line], schema)).toMatchObject({ code: 'wrong_delimiter', params: { delimiterEn } });
});

test('what is no header in any delimiter is not called one', () => {
  expect([refusedHeader(['某某中心；库存表'], schema), refusedHeader(['a;b', 'c'], schema)]).toEqual([null, null]);
});
