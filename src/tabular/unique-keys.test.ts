import fc from '../../tests/support/properties.ts';
import { expect, test } from 'vitest';
import { field, table } from '../../tests/support/reading.ts';
import { rowKey, uniqueKeys } from './unique-keys.ts';

const categories = ['x', 'y', 'z'].map((value) => ({ value, label: value, 'label@en': value }));
const clashesOf = (resource: ReturnType<typeof table>, rows: readonly (readonly string[])[]) => {
  const check = uniqueKeys(resource);
  return rows.map((cells, index) => check(cells, index + 2, 'a.csv')?.refusal ?? null).map((refusal) => refusal && [refusal.code, refusal.params['firstEn'] ?? refusal.params['previous']]);
};

test('a key stands once, whether it is made a number or stays a text', () => {
  const small = table([field('a', 'string', { categories }), field('b')], ['a', 'b']);
  // Three columns without categories are too many for a number.
  const large = table([field('a'), field('b'), field('c')], ['a', 'b', 'c']);
  expect(clashesOf(small, [['x', '1'], ['y', '1'], ['x', '2'], ['x', '1']])).toEqual([null, null, null, ['key_duplicate', 'row 2']]);
  expect(clashesOf(large, [['x', '1', ''], ['x', '', '1'], ['', 'x', '1'], ['x', '1', '']])).toEqual([null, null, null, ['key_duplicate', 'row 2']]);
});

test('rows have equal keys exactly where their cells are equal', () => {
  const cell = fc.constantFrom('', 'a', 'b', 'ab', '1', '11', 'x;y');
  const fieldsOf = { number: [field('a', 'list', { categories }), field('b')], text: [field('a'), field('b'), field('c')] };
  fc.assert(
    fc.property(fc.constantFrom('number', 'text'), fc.array(fc.tuple(cell, cell, cell), { maxLength: 30 }), (kind, rows) => {
      const fields = fieldsOf[kind as keyof typeof fieldsOf];
      const keyOf = rowKey(fields.map((_, index) => index), fields);
      const keys = new Map<string, string | number>();
      for (const row of rows) {
        const cells = row.slice(0, fields.length);
        const key = keyOf(cells);
        const known = keys.get(JSON.stringify(cells));
        if (known !== undefined) expect(key).toBe(known);
        keys.set(JSON.stringify(cells), key);
      }
      expect(new Set(keys.values()).size).toBe(keys.size);
    }),
  );
});

test('in a daily table the days go forward, and only the same day is looked at', () => {
  const daily = table([field('date', 'date'), field('station')], ['date', 'station'], { daily: true });
  expect(clashesOf(daily, [['2026-01-01', 'a'], ['2026-01-01', 'a'], ['2026-01-02', 'a'], ['2026-01-01', 'b'], ['2026-01-02', 'a'], ['2026-01-02', 'b']])).toEqual([
    null, ['key_duplicate', 'row 2'], null, ['not_sorted', '2026-01-02'], ['key_duplicate', 'row 4'], null,
  ]);
});

test('over several files the message names the file and row of the first', () => {
  const check = uniqueKeys(table([field('id')], ['id']));
  expect([check(['a'], 2, 'one.csv'), check(['b'], 3, 'one.csv'), check(['c'], 2, 'two.csv')]).toEqual([null, null, null]);
  expect(check(['b'], 3, 'two.csv')?.refusal.params).toMatchObject({ first: 'one.csv 第 3 行', firstEn: 'row 3 of one.csv' });
  expect(check(['c'], 4, 'two.csv')?.refusal.params).toMatchObject({ first: '第 2 行', firstEn: 'row 2' });
});
