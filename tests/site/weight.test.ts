/** Weighs what a first visit of a page loads, compressed with gzip -9, file by file as a server would. */
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { StaticServer } from '../../scripts/serve.ts';
import { launchBrowser } from '../support/browser.ts';
import { listFiles, pagesByTemplate, pageTemplates } from '../support/templates.ts';
import { openContext, servePortal, visit } from '../support/visit.ts';

const budgets = { home: 60_000, script: 20_000, interactiveScript: 40_000, page: 200_000 };
/** Pages on which the reader draws charts. */
const interactive = new Set(['stock/history/index.html', 'embed/history/index.html']);
const portal = inject('portals').find(({ name }) => name === 'demonstration')!;
const templates = pagesByTemplate(pageTemplates('src/pages'), listFiles(portal.folder).filter((file) => file.endsWith('.html')));

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await servePortal(portal);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('a first visit', () => {
  const cases = [...templates].flatMap(([template, pages]) => pages.slice(0, 1).map((page) => ({ template, page })));

  test.each(cases)('to $page keeps the budget', async ({ page: file }) => {
    const context = await openContext(browser);
    const loaded: { type: string; bytes: number; url: string }[] = [];
    context.on('requestfinished', async (request) => {
      const body = await (await request.response())?.body();
      loaded.push({ type: request.resourceType(), bytes: gzipSync(body ?? '', { level: 9 }).length, url: request.url() });
    });
    const { page } = await visit(context, server.origin, portal.base + file.replace(/index\.html$/, ''));
    const inline = await page.locator('script:not([src]):not([type="application/ld+json"])').allTextContents();
    await context.close();
    const sum = (parts: readonly { readonly bytes: number }[]) => parts.reduce((total, { bytes }) => total + bytes, 0);
    const script = sum(loaded.filter(({ type }) => type === 'script')) + gzipSync(inline.join('\n'), { level: 9 }).length;
    expect(loaded.map(({ type }) => type)).toContain('document');
    expect(loaded.filter(({ type }) => type === 'font')).toEqual([]);
    expect(script, 'script').toBeLessThanOrEqual(interactive.has(file.replace(/^en\//, '')) ? budgets.interactiveScript : budgets.script);
    expect(sum(loaded), JSON.stringify(loaded)).toBeLessThanOrEqual(file === 'index.html' ? budgets.home : budgets.page);
  });
});
