import { expect, test } from 'vitest';
import { archivedPage, archivedStyles } from './archive/archived-page.ts';

const site = { base: '/portal/', address: 'https://city.example/portal/', files: new Set(['index.html', 'en/index.html', 'stock/index.html', 'data/v1/stock.csv', '_astro/a.css', '数据/index.html']) };
const at = (html: string, path = 'en/index.html') => archivedPage(html, path, site);

test('links lead to files beside the page, with query and anchor', () => {
  expect(at('<a class="x" href="/portal/stock/?c=red#a">')).toBe('<a class="x" href="../stock/index.html?c=red#a">');
  expect(at('<a href="/portal/">', 'stock/index.html')).toBe('<a href="../index.html">');
  expect(at('<a href="/portal">', 'index.html')).toBe('<a href="index.html">');
  expect(at('<link rel="stylesheet" href="/portal/_astro/a.css">')).toBe('<link rel="stylesheet" href="../_astro/a.css">');
  expect(at('<a href="/portal/%E6%95%B0%E6%8D%AE/">', 'index.html')).toBe('<a href="%E6%95%B0%E6%8D%AE/index.html">');
  expect(at('<form action="/portal/stock">')).toBe('<form action="../stock/index.html">');
});

test('anchors, other hosts and text stay; what the site has no file for leads to the web', () => {
  for (const html of ['<a href="#main">', '<a href="https://other.example/portal/">', '<a href="//other.example/">', '<code>&lt;a href="/portal/stock/"&gt;</code>', '<p>a > b href="/portal/"</p>']) expect(at(html)).toBe(html);
  expect(at('<a href="/portal/gone/">')).toBe('<a href="https://city.example/portal/gone/">');
  expect(at('<a href="/elsewhere/">')).toBe('<a href="https://city.example/elsewhere/">');
});

test('nothing runs, what stands in place of scripts is shown, descriptions for machines stay', () => {
  expect(at('<script type="module" src="/portal/x.js"></script><script>if (a > "</p>") b()</script><noscript><p>1</p></noscript>')).toBe('<p>1</p>');
  expect(at('<meta http-equiv="content-security-policy" content="default-src \'self\'; a > b"><p>')).toBe('<p>');
  const described = '<script type="application/ld+json">{"url":"/portal/"}</script>';
  expect(at(described)).toBe(described);
});

test('style sheets find their files', () => {
  expect(archivedStyles('a{b:url(/portal/data/v1/stock.csv)}c{d:url("data:x")}', '_astro/a.css', site)).toBe('a{b:url(../data/v1/stock.csv)}c{d:url("data:x")}');
});
