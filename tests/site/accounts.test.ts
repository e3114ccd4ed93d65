/** Supply and rates in a real browser: the denominator in the address, everything printed without script, exact numbers behind the words, none of it where there is no data. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { StaticServer } from '../../scripts/serve.ts';
import { launchBrowser } from '../support/browser.ts';
import { openContext, servePortal, visit } from '../support/visit.ts';

const portals = inject('portals');
const portal = portals.find(({ name }) => name === 'demonstration')!;
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

const shownBases = (page: Page) => page.locator('[data-base]').evaluateAll((panels) => panels.filter((panel) => panel.checkVisibility()).map((panel) => panel.getAttribute('data-base')));

test('without script every base is printed, and no control that would do nothing', async () => {
  const context = await openContext(browser, { javaScriptEnabled: false });
  const { page } = await visit(context, server.origin, `${portal.base}rates/?base=registered`);
  expect(await shownBases(page)).toEqual(['resident', 'registered', 'age_18_55', 'age_18_60']);
  expect(await page.locator('rate-base select').first().isVisible()).toBe(false);
  await context.close();
});

test('the address chooses base, year and region, and a choice changes the address', async () => {
  const context = await openContext(browser);
  const { page, trouble } = await visit(context, server.origin, `${portal.base}en/rates/?base=registered&year=2024&region=sample-city-b`);
  expect(await shownBases(page)).toEqual(['registered']);
  expect(await page.locator('tr[data-year]:visible').count()).toBe(1);
  expect(await page.locator('tr[data-year]:visible').innerText()).toMatch(/2024\s+District B/);
  await page.getByRole('radio', { name: 'people aged 18–60' }).check();
  expect(await shownBases(page)).toEqual(['age_18_60']);
  await page.locator('select[name="region"]').selectOption('');
  expect(new URL(page.url()).search).toBe('?base=age_18_60&year=2024');
  expect(await page.locator('tr[data-year]:visible').count()).toBe(7);
  expect(trouble).toEqual([]);
  await context.close();
});

test('what an unknown choice asks for is not shown', async () => {
  const context = await openContext(browser);
  const { page } = await visit(context, server.origin, `${portal.base}rates/?base=elsewhere&year=1066`);
  expect(await shownBases(page)).toEqual(['resident']);
  await context.close();
});

test('the equations add up from the numbers behind the words', async () => {
  const context = await openContext(browser);
  const { page } = await visit(context, server.origin, `${portal.base}supply/`);
  const equations = await page.locator('.equation').evaluateAll((lists) => lists.map((list) => [...list.querySelectorAll('[data-value]')].map((term) => Number(term.getAttribute('data-value')))));
  expect(equations).toHaveLength(4);
  for (const [opening = NaN, prepared = NaN, received = NaN, issued = NaN, out = NaN, expired = NaN, failed = NaN, other = NaN, closing] of equations) {
    expect(opening + prepared + received - issued - out - expired - failed - other).toBe(closing);
  }
  await context.close();
});

test('a portal without these tables has neither the pages nor a link to them', () => {
  const without = portals.filter(({ name }) => name.startsWith('singapore'));
  expect(without.length).toBeGreaterThan(0);
  for (const { folder } of without) for (const page of ['supply', 'rates']) expect(existsSync(join(folder, page))).toBe(false);
});
