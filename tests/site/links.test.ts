/** Walks every built page: what a page links to exists, and what the head says is true. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { findTag, tagsOf } from '../support/html.ts';
import type { Tag } from '../support/html.ts';
import { listFiles } from '../support/templates.ts';

const languageOf = { 'zh-Hans': '', en: 'en/' } as const;

describe.each(inject('portals'))('$name', ({ folder, base, origin }) => {
  const files = new Set(listFiles(folder));
  const pages = new Map<string, readonly Tag[]>(
    [...files].filter((file) => file.endsWith('.html')).map((file) => [file, tagsOf(readFileSync(join(folder, file), 'utf8'))]),
  );
  const idsOf = new Map([...pages].map(([file, tags]) => [file, new Set(tags.map(({ attributes }) => attributes['id']))]));

  /** The file behind an address of the site, or null. */
  function fileAt(pathname: string): string | null {
    if (!pathname.startsWith(base)) return null;
    const path = decodeURIComponent(pathname.slice(base.length));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    return files.has(file) ? file : null;
  }

  function addressOf(page: string): string {
    return `${origin}${base}${page.replace(/index\.html$/, '')}`;
  }

  test('every address inside the site leads somewhere, with its slash and its anchor', () => {
    const broken: string[] = [];
    for (const [page, tags] of pages) {
      for (const { name, attributes } of tags) {
        for (const key of ['href', 'src', 'action', 'poster', 'srcset'] as const) {
          const value = attributes[key];
          if (value === undefined || /^(mailto|tel|data|webcal):/.test(value)) continue;
          const url = new URL(key === 'srcset' ? (value.split(/\s/)[0] ?? '') : value, addressOf(page));
          if (url.origin !== origin) {
            if (!(name === 'a' && /^https?:$/.test(url.protocol))) broken.push(`${page}: <${name} ${key}="${value}"> loads from another host`);
            continue;
          }
          const file = fileAt(url.pathname);
          if (file === null) broken.push(`${page}: <${name} ${key}="${value}"> leads nowhere`);
          else if (url.hash !== '' && file.endsWith('.html') && !idsOf.get(file)?.has(decodeURIComponent(url.hash.slice(1)))) {
            broken.push(`${page}: <${name} ${key}="${value}"> has no such anchor`);
          }
        }
        for (const key of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers'] as const) {
          for (const id of attributes[key]?.split(/\s+/).filter(Boolean) ?? []) {
            if (!idsOf.get(page)?.has(id)) broken.push(`${page}: <${name} ${key}="${id}"> names no element`);
          }
        }
      }
    }
    expect(broken).toEqual([]);
    expect(pages.size).toBeGreaterThan(3);
  });

  test('no page has inline styles or handlers, and each carries the policy', () => {
    const broken: string[] = [];
    for (const [page, tags] of pages) {
      for (const { name, attributes } of tags) {
        for (const key of Object.keys(attributes)) {
          if (key === 'style' || key.startsWith('on')) broken.push(`${page}: <${name} ${key}=…>`);
        }
        if (/^javascript:/i.test(attributes['href'] ?? '')) broken.push(`${page}: javascript: address`);
      }
      const policy = findTag(tags, 'meta', { 'http-equiv': 'content-security-policy' })?.attributes['content'] ?? '';
      for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "require-trusted-types-for 'script'"]) {
        if (!policy.includes(part)) broken.push(`${page}: its policy lacks ${part}`);
      }
      if (/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)/.test(policy)) broken.push(`${page}: its policy allows ${policy}`);
    }
    expect(broken).toEqual([]);
  });

  test('language, canonical and alternate links are right', () => {
    const broken: string[] = [];
    for (const [page, tags] of pages) {
      const language = page.startsWith('en/') ? 'en' : 'zh-Hans';
      const lang = findTag(tags, 'html', {})?.attributes['lang'];
      if (lang !== language) broken.push(`${page}: lang is ${lang}`);
      const canonical = findTag(tags, 'link', { rel: 'canonical' })?.attributes['href'];
      if (canonical === undefined) {
        if (findTag(tags, 'meta', { name: 'robots' })?.attributes['content']?.includes('noindex') !== true) {
          broken.push(`${page}: neither canonical nor noindex`);
        }
        continue;
      }
      if (canonical !== addressOf(page)) broken.push(`${page}: canonical is ${canonical}`);
      const inner = page.replace(/^en\//, '').replace(/index\.html$/, '');
      for (const [tag, prefix] of Object.entries(languageOf)) {
        const twin = `${prefix}${inner}index.html`;
        const alternate = findTag(tags, 'link', { rel: 'alternate', hreflang: tag })?.attributes['href'];
        const expected = files.has(twin) ? `${origin}${base}${prefix}${inner}` : undefined;
        if (alternate !== expected) broken.push(`${page}: alternate ${tag} is ${alternate}, expected ${expected}`);
      }
      const standard = findTag(tags, 'link', { rel: 'alternate', hreflang: 'x-default' })?.attributes['href'];
      if (standard !== `${origin}${base}${inner}`) broken.push(`${page}: x-default is ${standard}`);
      for (const name of ['og:title', 'og:description', 'og:url', 'og:image', 'og:locale']) {
        if (!findTag(tags, 'meta', { property: name })?.attributes['content']) broken.push(`${page}: no ${name}`);
      }
      if (!findTag(tags, 'meta', { name: 'description' })?.attributes['content']) broken.push(`${page}: no description`);
    }
    expect(broken).toEqual([]);
  });

  test('the sitemap lists exactly the pages with a canonical address', () => {
    const listed = [...readFileSync(join(folder, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
    const expected = [...pages].filter(([, tags]) => findTag(tags, 'link', { rel: 'canonical' })).map(([page]) => addressOf(page));
    expect(listed.sort()).toEqual(expected.sort());
  });
});

describe.each(inject('portals').filter(({ name }) => name.startsWith('demonstration')))('$name is a demonstration', ({ folder }) => {
  const files = listFiles(folder);

  test('and says so on every page, and asks not to be indexed', () => {
    const silent = files.filter((file) => file.endsWith('.html')).filter((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      const body = html.slice(html.indexOf('<body'));
      return !body.includes('示例') || !/<meta name="robots" content="noindex/.test(html);
    });
    expect(silent).toEqual([]);
    expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).toContain('Disallow: /\n');
  });

  test('and says so in every file of data, feed, calendar and picture', () => {
    const speaking = files.filter((file) => /\.(csv|json|jsonld|geojson|xml|ics|svg)$/.test(file) && !/^(_astro\/|favicon\.svg$|sitemap\.xml$|pagefind\/|handbook\/templates\/)/.test(file));
    const silent = speaking.filter((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      // A header alone and an empty list hold no data.
      const isEmpty = (file.endsWith('.csv') && text.trimEnd().split('\n').length === 1) || text.trim() === '[]';
      return !isEmpty && !/示例|"demonstration": ?true/.test(text);
    });
    expect(silent).toEqual([]);
    expect(speaking.length).toBeGreaterThan(10);
  });

  test('and nobody can dial a number from it', () => {
    const diallable = files.filter((file) => file.endsWith('.html')).filter((file) => /href="(tel|sms):/.test(readFileSync(join(folder, file), 'utf8')));
    expect(diallable).toEqual([]);
  });
});

describe.each(inject('portals').filter(({ name }) => !name.startsWith('demonstration')))('$name is no demonstration', ({ folder }) => {
  test('and nothing in it says that it is one', () => {
    // The handbook tells of the demonstration; what is no page of its own (404, embed) is hidden everywhere.
    const speaking = listFiles(folder)
      .filter((file) => /\.(html|csv|json|xml|svg|txt)$/.test(file) && !/^((en\/)?(handbook|embed)\/|404\.html)/.test(file))
      .filter((file) => /示例市|noindex|"demonstration": ?true|Disallow/.test(readFileSync(join(folder, file), 'utf8')));
    expect(speaking).toEqual([]);
  });
});
