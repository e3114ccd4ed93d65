/** Checks that no text can break out of a script element. */
import { expect, test } from 'vitest';
import { scriptJson } from './script-json.ts';

test('leaves no < and reads back as it was', () => {
  const value = { a: '</script><script>x()</script>', b: '<!-- \u2028\u2029 好' };
  const text = scriptJson(value);
  expect(text).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(text)).toEqual(value);
});
