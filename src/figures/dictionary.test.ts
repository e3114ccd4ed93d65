import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dictionaryOf } from './dictionary.ts';
import type { TableSchema } from './dictionary.ts';

const { resources } = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as { readonly resources: readonly TableSchema[] };
const stock = resources.find(({ name }) => name === 'stock')!;

test('a column is described in the language of the reader, with its title in the other', () => {
  const [date] = dictionaryOf(stock, 'zh');
  expect(date).toMatchObject({ name: 'date', title: '日期', otherTitle: 'Date', otherLocale: 'en', facts: ['日期', '主键'], example: '2026-11-21', values: [] });
  expect(dictionaryOf(stock, 'en')[0]).toMatchObject({ title: 'Date', otherTitle: '日期', facts: ['date', 'key'] });
});

test('limits, obligation and references are in words', () => {
  const facts = new Map(dictionaryOf(stock, 'en').map((entry) => [entry.name, entry.facts]));
  expect(facts.get('station')).toEqual(['text', 'key', 'see the table stations']);
  expect(facts.get('quantity')).toEqual(['number', 'may be missing', 'at least 0']);
  expect(facts.get('level')).toEqual(['one of a list', 'may be missing']);
});

test('allowed values carry their words', () => {
  const level = dictionaryOf(stock, 'zh').find(({ name }) => name === 'level');
  expect(level?.values).toEqual([
    { value: 'normal', label: '正常' },
    { value: 'low', label: '偏少' },
    { value: 'short', label: '紧张' },
    { value: 'critical', label: '紧缺' },
  ]);
});

test('every column of every table has a title, a meaning and a type in both languages', () => {
  for (const locale of ['zh', 'en'] as const) {
    for (const resource of resources) {
      const entries = dictionaryOf(resource, locale);
      expect(entries.length).toBe(resource.schema.fields.length);
      for (const { name, title, description, facts } of entries) {
        expect(title && description && facts[0], `${resource.name}.${name} (${locale})`).toBeTruthy();
      }
    }
  }
});
