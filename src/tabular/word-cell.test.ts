import { expect, test } from 'vitest';
import { field } from '../../tests/support/reading.ts';
import type { Category } from './data-package.ts';
import { categoryParser, listParser, patternParser, textParser } from './word-cell.ts';

const categories: readonly Category[] = [
  { value: 'red_cells', label: '悬浮红细胞', 'label@en': 'red cells', aliases: ['红细胞'] },
  { value: 'plasma', label: '血浆', 'label@en': 'plasma' },
];

test('a category in its value, both labels and its aliases, whatever the width, the case and the blanks', () => {
  const parse = categoryParser(categories);
  for (const raw of ['red_cells', 'RED_CELLS', '悬浮红细胞', '悬 浮红细胞', '红细胞', 'Red Cells', 'redcells', 'ｒｅｄ＿ｃｅｌｌｓ', '\u200b红细胞\u3000']) expect(parse(raw)).toBe('red_cells');
});

test('another word is refused with everything that can be put in', () => {
  expect(categoryParser(categories)(' 白细胞 ')).toEqual({ code: 'not_in_list', params: { value: '白细胞', labels: '悬浮红细胞（red_cells）、血浆（plasma）', labelsEn: 'red_cells, plasma' } });
});

test('a list comes out in the order of the schema, each entry once', () => {
  const parse = listParser(field('x', 'list', { categories }));
  expect(['plasma;red_cells', '血浆；红细胞', '红细胞、血浆', ';red_cells; plasma;'].map(parse)).toEqual(Array(4).fill('red_cells;plasma'));
  expect(parse('plasma')).toBe('plasma');
  expect(parse('红细胞;red_cells')).toMatchObject({ code: 'list_repeats', params: { value: 'red_cells' } });
  expect(parse('plasma;x')).toMatchObject({ code: 'not_in_list', params: { value: 'x' } });
  expect(parse('；')).toMatchObject({ code: 'required_empty' });
});

test('a list without categories keeps its words and their order', () => {
  expect(listParser(field('x', 'list'))('乙； 甲;ｂ')).toBe('乙;甲;b');
});

test('an id is tidied, held to its pattern, and what Excel made of it is recognised', () => {
  const parse = patternParser('^[a-z0-9-]+$', 'centre', 8);
  expect([parse(' ｃｅｎｔｒｅ '), parse('a–1')]).toEqual(['centre', 'a-1']);
  expect(parse('3.3E+17')).toMatchObject({ code: 'id_scientific' });
  expect(parse('Centre')).toMatchObject({ code: 'pattern_mismatch', params: { example: 'centre' } });
  expect(parse('centre①')).toMatchObject({ code: 'pattern_mismatch' });
  expect(parse('a-very-long-id')).toMatchObject({ code: 'text_too_long', params: { found: 14, wanted: 8 } });
});

test('free text keeps everything but the blanks at its ends; its length is counted in characters', () => {
  const parse = textParser(4);
  expect(parse('\u3000Ａ ①\n')).toBe('Ａ ①');
  expect(parse('𠀀𠀀𠀀𠀀')).toBe('𠀀𠀀𠀀𠀀');
  expect(parse('12345')).toMatchObject({ code: 'text_too_long', params: { found: 5, wanted: 4 } });
  expect([parse('a\u0007'), parse('a\u007f')]).toMatchObject([{ code: 'control_character' }, { code: 'control_character' }]);
});
