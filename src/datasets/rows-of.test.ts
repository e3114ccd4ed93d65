import fc from '../../tests/support/properties.ts';
import { expect, test } from 'vitest';
import { field, read, table } from '../../tests/support/reading.ts';
import { rowsOf } from './rows-of.ts';

const { schema } = table(
  [field('id'), field('amount_yuan', 'number', { decimals: 2 }), field('quantity', 'number'), field('year', 'year'), field('services', 'list'), field('valid_from', 'date'), field('note')],
  ['id'],
);

test('numbers, fen, years, lists and dates in the names of the code', () => {
  expect(rowsOf(schema, [['a', '1234567.89', '12.5', '2026', 'x;y', '2026-01-02', 'NPO']])).toEqual([
    { id: 'a', amountFen: 123456789, quantity: 12.5, year: 2026, services: ['x', 'y'], validFrom: '2026-01-02', note: 'NPO' },
  ]);
});

test.each([['', 'not_reported'], ['NC', 'not_collected'], ['NP', 'not_published'], ['SUP', 'suppressed'], ['NA', 'not_applicable']])('the missing value %j keeps its reason in numbers and is null elsewhere', (code, reason) => {
  expect(rowsOf(schema, [['a', code, code, code, code, code, code]])).toEqual([{ id: 'a', amountFen: reason, quantity: reason, year: null, services: [], validFrom: null, note: null }]);
});

test('a cell that is not there is not reported', () => {
  expect(rowsOf(schema, [['a']])).toEqual([{ id: 'a', amountFen: 'not_reported', quantity: 'not_reported', year: null, services: [], validFrom: null, note: null }]);
});

test('every amount to the fen comes through exactly, from the cell as it was written', () => {
  const money = table([field('id'), field('amount_yuan', 'number', { decimals: 2 })], ['id']);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }), { minLength: 1, maxLength: 20 }), (amounts) => {
      const lines = amounts.map((fen, index) => {
        const digits = String(Math.abs(fen)).padStart(3, '0');
        return `r${index},${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
      });
      const { cells, problems } = read(`id,amount_yuan\n${lines.join('\n')}\n`, money);
      expect(problems).toEqual([]);
      expect(rowsOf(money.schema, cells)).toEqual(amounts.map((fen, index) => ({ id: `r${index}`, amountFen: fen === 0 ? 0 : fen })));
    }),
  );
});
