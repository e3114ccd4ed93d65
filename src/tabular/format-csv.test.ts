import fc from '../../tests/support/properties.ts';
import { expect, test } from 'vitest';
import { field, read, table } from '../../tests/support/reading.ts';
import { formatCsv } from './format-csv.ts';

test('the bytes of RFC 4180 with a byte order mark', () => {
  expect(formatCsv(['id', 'note'], [['a', 'plain'], ['b', 'one, "two"'], ['c', 'line\nend'], ['d', '']])).toBe('\uFEFFid,note\r\na,plain\r\nb,"one, ""two"""\r\nc,"line\nend"\r\nd,\r\n');
  expect(formatCsv(['id'], [])).toBe('\uFEFFid\r\n');
});

test('a number below zero is not made a text', () => {
  expect(formatCsv(['n'], [['-5'], ['+x'], ['=1']])).toBe('\uFEFFn\r\n-5\r\n+x\r\n=1\r\n');
});

const notes = table([field('id', 'string', { constraints: { required: true, pattern: '^[a-z0-9]+$' } }), field('note'), field('last')], ['id']);

test('any free text that was written is read back, up to the blanks at its ends', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(fc.constantFrom('"', ',', '\n', '\r', ';', '\t', '血', '\u3000', ' ', '\ufeff', '#', '=', 'a', '😀'), { maxLength: 8 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(anything, anything), { minLength: 1, maxLength: 6 }), (texts) => {
      const { rows, problems } = read(Buffer.from(formatCsv(['id', 'note', 'last'], texts.map((pair, index) => [`r${index}`, ...pair]))), notes);
      // What an Excel error mark, a control character or a box, NUL, and a line that looks like a row make of it is said elsewhere.
      const refused = new Set(problems.map(({ row }) => row));
      for (const { code } of problems) expect(['formula_error', 'control_character', 'text_garbled', 'nul_byte', 'rows_in_quotes']).toContain(code);
      if (refused.has(null)) return;
      const expected = texts.map((pair, index) => [`r${index}`, ...pair.map(asRead)]).filter((_, index) => !refused.has(index + 2));
      expect(rows.map(({ cells }) => cells)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

function asRead(text: string): string {
  // A lone surrogate cannot be written in UTF-8; line ends become \n.
  return text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/g, '');
}
