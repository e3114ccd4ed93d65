/** Opens pages of every template in a real browser: both languages, with and without script, at the root and below a path. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { StaticServer } from '../../scripts/serve.ts';
import { accessibilityFindings } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { listFiles, pagesByTemplate, pageTemplates } from '../support/templates.ts';
import { openContext, openTab, servePortal, type Tab } from '../support/visit.ts';

const portals = inject('portals');
const templates = pageTemplates('src/pages');
const built = new Map(
  portals.map((portal) => [portal.name, pagesByTemplate(templates, listFiles(portal.folder).filter((file) => file.endsWith('.html')))]),
);

let browser: Browser;
const servers = new Map<string, StaticServer>();

beforeAll(async () => {
  browser = await launchBrowser();
  // At the root the policy comes as a header too, as the handbook advises; below a path only with the page.
  for (const portal of portals) servers.set(portal.name, await servePortal(portal, portal.base === '/'));
});
afterAll(async () => {
  await browser.close();
  for (const server of servers.values()) await server.close();
});

test('every template makes a page of some portal, and every page comes from a template', () => {
  const unused = templates.filter((template) => ![...built.values()].some((pages) => (pages.get(template) ?? []).length > 0));
  expect(unused).toEqual([]);
  expect([...built.values()].flatMap((pages) => pages.get('') ?? [])).toEqual([]);
});

/** The first page of a template in each language. */
function samples(pages: readonly string[]): string[] {
  const english = pages.find((page) => page.startsWith('en/'));
  const chinese = pages.find((page) => !page.startsWith('en/'));
  return [chinese, english].filter((page) => page !== undefined);
}

describe.each(portals)('$name', ({ name, base }) => {
  // Below a path other addresses are wanted and nothing else changes.
  const isBelow = base !== '/';
  const cases = [...(built.get(name) ?? [])].flatMap(([template, pages]) => samples(pages).map((page) => ({ template, page })));
  // A tab goes on to the next page faster than a new one opens.
  let tabs: readonly { readonly context: BrowserContext; readonly tab: Tab; readonly hasScript: boolean }[];

  beforeAll(async () => {
    const { origin } = servers.get(name)!;
    tabs = await Promise.all(
      (isBelow ? [true] : [true, false]).map(async (hasScript) => {
        const context = await openContext(browser, { javaScriptEnabled: hasScript, viewport: { width: 320, height: 640 } });
        return { context, tab: await openTab(context, origin), hasScript };
      }),
    );
  });
  afterAll(async () => {
    for (const { context } of tabs) await context.close();
  });

  test.each(cases)('$page opens without trouble, with and without script', async ({ page: file }) => {
    const address = base + file.replace(/index\.html$/, '');
    await Promise.all(tabs.map(({ tab, hasScript }) => look(tab, address, hasScript)));
  });

  async function look(tab: Tab, address: string, hasScript: boolean): Promise<void> {
    const { page, trouble } = await tab.goTo(address);
    expect(trouble, `script: ${hasScript}`).toEqual([]);
    expect(await page.locator('h1:visible').count()).toBe(1);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, 'the page must not scroll sideways at 320 px').toBeLessThanOrEqual(320);
    if (hasScript && !isBelow) expect(await accessibilityFindings(page)).toEqual([]);
  }
});
