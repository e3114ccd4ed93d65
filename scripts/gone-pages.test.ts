import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeGonePages } from './gone-pages.ts';
import { manifestText, siteFiles } from './site-files.ts';

const folder = mkdtempSync(join(tmpdir(), '旧网址 open-blood-portal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function site(name: string, paths: readonly string[]): string {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), `page ${path}`);
  }
  return join(folder, name);
}

const words = { date: '2026-11-21', title: { zh: '血液 <信息>', en: 'Blood' }, demonstration: true };
const pagesOf = (name: string) => siteFiles(name).map(({ path }) => path).filter((path) => path.endsWith('.html'));

test('every page address of three releases answers in the next one, with the page or a note', () => {
  const first = site('1', ['index.html', 'fund/index.html', 'en/fund/old/index.html', 'data/v1/funds.csv']);
  const second = site('2', ['index.html', 'fund/index.html']);
  expect(writeGonePages(second, { ...words, release: 1, manifest: manifestText(siteFiles(first)) })).toEqual(['en/fund/old/index.html']);
  const third = site('3', ['index.html', 'stock/index.html']);
  expect(writeGonePages(third, { ...words, release: 2, manifest: manifestText(siteFiles(second)) })).toEqual(['en/fund/old/index.html', 'fund/index.html']);
  for (const former of [first, second]) for (const path of pagesOf(former)) expect(pagesOf(third)).toContain(path);
  expect(readFileSync(join(third, 'index.html'), 'utf8')).toBe('page index.html');
});

test('the note says so in the language of the page and leads on; a page that comes back replaces it', () => {
  const note = readFileSync(join(folder, '3', 'en/fund/old/index.html'), 'utf8');
  expect(note).toContain('<html lang="en">');
  expect(note).toContain('[Demonstration] This page is no longer published');
  expect(note).toContain('href="../../../en/data/"');
  const chinese = readFileSync(join(folder, '3', 'fund/index.html'), 'utf8');
  expect(chinese).toContain('[示例] 这个页面不再公布 · 血液 &lt;信息&gt;');
  expect(chinese).toContain('href="../data/"');
  const back = site('4', ['index.html', 'fund/index.html']);
  writeGonePages(back, { ...words, release: 3, manifest: manifestText(siteFiles(join(folder, '3'))) });
  expect(readFileSync(join(back, 'fund/index.html'), 'utf8')).toBe('page fund/index.html');
});
