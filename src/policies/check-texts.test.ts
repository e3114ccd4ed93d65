import { expect, test } from 'vitest';
import { collectProblems } from '#src/tabular/problem.ts';
import { checkTexts } from './check-texts.ts';

function codesOf(text: string): readonly string[] {
  const sink = collectProblems();
  checkTexts([{ path: 'content/pages/zh/x.mdx', text }], sink);
  return sink.findings().errors.map(({ row, code }) => `${row} ${code}`);
}

test('headings, lists, code, links within the site and the known components are a text', () => {
  expect(codesOf('---\ntitle: x\n---\n\n# a\n\n- [b](/data/#c) `{d}`\n\n```json\n{ "e": 1 }\n```\n\n<Setting name="small-count" />\n')).toEqual([]);
});

test('whatever could run, load or disguise something is refused with its line', () => {
  expect(codesOf('import fs from "fs"\n')).toEqual(['1 text_is_code']);
  expect(codesOf('a\n\n{process.exit()}\n')).toEqual(['3 text_is_code']);
  expect(codesOf('<script src="https://x.example/a.js"></script>\n')).toEqual(['1 text_component']);
  expect(codesOf('<Setting name={1 + 1} />\n')).toEqual(['1 text_attribute']);
  expect(codesOf('[a](javascript:alert)\n')).toEqual(['1 text_link']);
  expect(codesOf('![a](https://x.example/a.png)\n')).toEqual(['1 text_markup']);
  expect(codesOf('a\n\n<Formula>\n')).toEqual(['3 text_syntax']);
});
