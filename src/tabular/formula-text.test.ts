import fc from '../../tests/support/properties.ts';
import { expect, test } from 'vitest';
import { neutralText, originalText } from './formula-text.ts';

test('what begins like a formula gets an apostrophe, everything else stays', () => {
  expect(neutralText('=1+1')).toBe("'=1+1");
  expect(neutralText('\t=1+1')).toBe("'\t=1+1");
  expect(neutralText("'=1+1")).toBe("''=1+1");
  expect(neutralText('-5+1')).toBe("'-5+1");
  for (const text of ['', '12', 'a=b', "it's", "'quoted'", '—', '库存-偏低', '示例', '-5', '-12.50', "'-5"]) expect(neutralText(text)).toBe(text);
});

test('the rule can be taken back for every text', () => {
  const text = fc.array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '＝', 'a', '5', ' ', ',', '"', '血'), { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(fc.property(text, (one) => originalText(neutralText(one)) === one && (/^-\d+$/.test(one) || !/^[=+\-@\t\r\n＝＋－＠]/.test(neutralText(one)))), { numRuns: 3000 });
});
