/** Checks that addresses join and part at the root and below a path. */
import { afterEach, describe, expect, test, vi } from 'vitest';

async function addressesUnder(base: string) {
  vi.resetModules();
  vi.stubEnv('BASE_URL', base);
  return import('./addresses.ts');
}

afterEach(() => void vi.unstubAllEnvs());

describe.each([
  { base: '/', root: '/' },
  { base: '/portal', root: '/portal/' },
  { base: '/a/b/', root: '/a/b/' },
])('under $base', ({ base, root }) => {
  test('pages get language and trailing slash, files neither', async () => {
    const { fileHref, href } = await addressesUnder(base);
    expect(href('/', 'zh')).toBe(root);
    expect(href('', 'en')).toBe(`${root}en/`);
    expect(href('/stock/a-positive', 'zh')).toBe(`${root}stock/a-positive/`);
    expect(href('/policies/x/#c-1', 'en')).toBe(`${root}en/policies/x/#c-1`);
    expect(href('/search/?q=三免/', 'zh')).toBe(`${root}search/?q=三免/`);
    expect(fileHref('/data/v1/stock.csv')).toBe(`${root}data/v1/stock.csv`);
  });

  test('an address parts into what made it', async () => {
    const { href, pathWithin } = await addressesUnder(base);
    for (const locale of ['zh', 'en'] as const) {
      for (const path of ['/', '/stock/', '/english/', '/stock/a-positive/']) {
        expect(pathWithin(href(path, locale))).toEqual({ path, locale });
      }
    }
    expect(pathWithin(`${root}en`)).toEqual({ path: '/', locale: 'en' });
  });
});

test('an absolute address takes the host of the site and its own path', async () => {
  const { absolute } = await addressesUnder('/portal/');
  expect(absolute('/portal/stock/', 'https://city.example/portal/')).toBe('https://city.example/portal/stock/');
});
