import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { PersonalNumberOnPage, personalNumbersOnPages } from './personal-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'personal-pages-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function problems(files: Readonly<Record<string, string>>, declared: ReadonlySet<string> = new Set()) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return personalNumbersOnPages(folder, declared);
}

test('names the page, the place and the kind, and never the number', () => {
  const found = problems({
    'fund/index.html': '<html><body><h1>帮助 110101199003071230</h1><a href="tel:+8613900001234">电话</a></body></html>',
    'en/index.html': '<p title="6222021234567890">2026-11-21</p><p>nothing</p>',
    'feeds/changes.xml': '<feed><title>请拨 0533-2345678</title></feed>',
    'drives/one.ics': 'DESCRIPTION:139 0000 1234',
  });
  expect(found.map(({ file, column, value, message }) => [file, column, value, message.en])).toEqual([
    ['drives/one.ics', 'text', null, 'This page seems to hold a telephone number, which may not be published.'],
    ['feeds/changes.xml', 'text', null, 'This page seems to hold a telephone number, which may not be published.'],
    ['fund/index.html', 'href', null, 'This page seems to hold a telephone number, which may not be published.'],
    ['fund/index.html', 'text', null, 'This page seems to hold an identity number, which may not be published.'],
  ]);
  const { message } = new PersonalNumberOnPage(found, 'zh');
  expect(message.split('\n')).toHaveLength(4);
  expect(message + JSON.stringify(found)).not.toMatch(/\d{7}|\d{3,4}[- ]\d{4}/);
});

test('a number inside marks, entities or invisible signs is found; cells beside each other are not one number', () => {
  expect(problems({ 'a.html': '<td>139<b>0000</b>&#8203;1234</td>', 'b.html': '<td>1390</td><td>0001</td><td>234</td>', 'c.html': '139&nbsp;0000&nbsp;1234' }).map(({ file }) => file)).toEqual(['a.html', 'c.html']);
});

test('declared telephones, scripts, addresses, hashes and pictures pass', () => {
  const page = '<script>const n = 13900001234;</script><style>i{width:13900001234px}</style><a href="tel:010-62345678">010-62345678</a><a href="https://example.org/art_13900001234.html">x</a><code>9f13900001234a</code><svg><path d="M139.00001234 5"/></svg>';
  expect(problems({ 'a.html': page }, new Set(['1062345678']))).toEqual([]);
});
