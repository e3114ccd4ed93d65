import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DataPackage } from '#src/tabular/data-package.ts';
import { field, table } from '../../tests/support/reading.ts';
import { rowTypesSource } from './row-types.ts';

test('rows.ts is what the data package makes of it; otherwise run "npm run types"', () => {
  const dataPackage = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;
  expect(readFileSync('src/datasets/rows.ts', 'utf8')).toBe(rowTypesSource(dataPackage));
});

test('the type of every kind of column', () => {
  const required = { constraints: { required: true } };
  const words = { categories: ['a', 'b'].map((value) => ({ value, label: value, 'label@en': value })) };
  const sample = table(
    [
      field('id', 'string'), field('name', 'string', required), field('note', 'string'), field('kind', 'string', { ...words, ...required }), field('kind_too', 'string', words),
      field('count', 'integer', required), field('share', 'number'), field('price_yuan', 'number'), field('year', 'year'), field('since', 'year', required), field('month', 'yearmonth'), field('services', 'list', words), field('words', 'list'),
    ],
    ['id'],
  );
  const source = rowTypesSource({ $schema: '', name: 'x', title: 'x', 'title@en': 'x', languages: [], resources: [{ ...sample, name: 'two-words' }] });
  expect([...source.matchAll(/readonly (\w+): (.+);/g)].map(([, name, type]) => `${name}: ${type}`)).toEqual([
    'id: string', 'name: string', 'note: string | null', "kind: 'a' | 'b'", "kindToo: 'a' | 'b' | null",
    'count: number', 'share: Measured', 'priceFen: Measured', 'year: number | null', 'since: number', 'month: string | null', "services: readonly ('a' | 'b')[]", 'words: readonly string[]',
  ]);
  expect(source).toContain('export interface TwoWordsRow {');
  expect(source).toContain("readonly 'two-words': TwoWordsRow;");
  expect(source).toContain('/** price_yuan · price_yuan, fen */');
});
