/** Money and benefits in a real browser: from a bar to its entries and back, the calculator and the chooser, both languages, and all of it without script. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { StaticServer } from '../../scripts/serve.ts';
import { launchBrowser } from '../support/browser.ts';
import { openContext, servePortal, visit } from '../support/visit.ts';

const portals = inject('portals');
const portal = portals.find(({ name }) => name === 'demonstration-below')!;
let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await servePortal(portal, true);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const shownRows = (page: Page) => page.locator('fund-entries tbody[data-shown] tr');
const fenOf = (page: Page) => shownRows(page).evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-fen'))));

describe.each([['zh', ''], ['en', 'en/']] as const)('%s', (_, prefix) => {
  test('a bar leads to its entries, which add up to it, and back leads to the chart', async () => {
    const context = await openContext(browser);
    const { page, trouble } = await visit(context, server.origin, `${portal.base}${prefix}fund/care-fund/`);
    expect(await page.locator('fund-entries .entries').first().isVisible()).toBe(false);
    const bar = page.locator('#disbursements .figure-wide a.mark-link').first();
    const address = await bar.getAttribute('href');
    expect(address).toMatch(/^#entries-20\d\d-disbursement-/);
    await bar.click();
    expect(new URL(page.url()).hash).toBe(address);
    const body = page.locator(`fund-entries [id="${address?.slice(1)}"]`);
    const held = await body.locator('tr[data-fen]').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-fen'))));
    expect((await fenOf(page)).toSorted((a, b) => a - b)).toEqual(held.toSorted((a, b) => a - b));
    const inTable = await page.locator(`#disbursements a[href="${address}"]`).last().evaluate((link) => Number(link.closest('td')?.getAttribute('data-value')));
    expect(held.reduce((sum, fen) => sum + fen, 0)).toBe(Math.round(inTable * 100));
    expect(await page.locator('fund-entries select[name="kind"]').inputValue()).toBe(await body.getAttribute('data-kind'));
    await page.goBack();
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.locator('fund-entries select[name="kind"]').inputValue()).toBe('');
    await page.goForward();
    await page.locator('fund-entries a[data-back="disbursement"]').click();
    expect(new URL(page.url()).hash).toBe('#disbursements');
    expect(trouble).toEqual([]);
    await context.close();
  });

  test('the entries filter, sort and page, and the address brings the same view again', async () => {
    const context = await openContext(browser);
    const { page, trouble } = await visit(context, server.origin, `${portal.base}${prefix}fund/station-budget/`);
    expect(await shownRows(page).count()).toBe(50);
    await page.locator('fund-entries select[name="year"]').selectOption('2024');
    await page.locator('fund-entries button[data-sort="amount"]').click();
    const amounts = await fenOf(page);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    await page.locator('fund-entries button[data-step="1"]').click();
    const { search } = new URL(page.url());
    expect(search).toBe('?year=2024&sort=-amount&page=2');
    const second = await fenOf(page);
    expect(Math.max(...second)).toBeLessThanOrEqual(Math.min(...amounts));
    const again = await visit(context, server.origin, `${portal.base}${prefix}fund/station-budget/${search}`);
    expect(await fenOf(again.page)).toEqual(second);
    await page.locator('fund-entries button[data-all]').click();
    expect(new URL(page.url()).search).toBe('?sort=-amount');
    await page.goBack();
    expect(await fenOf(page)).toEqual(second);
    expect([...trouble, ...again.trouble]).toEqual([]);
    await context.close();
  });

  test('the calculator works out typed dates, and neither keeps nor sends them', async () => {
    const context = await openContext(browser);
    const { page, trouble } = await visit(context, server.origin, `${portal.base}${prefix}benefits/`);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const calculator = page.locator('waiver-calculator');
    expect(await calculator.locator('input[name="on"]').inputValue()).toBe('2026-11-21');
    const answer = async () => (await calculator.locator('output').innerText()).replaceAll('\u202F', ' ');
    const type = async (row: number, date: string, amount: string, unit = 'ml') => {
      await calculator.locator('input[name="date"]').nth(row).fill(date);
      await calculator.locator('input[name="amount"]').nth(row).fill(amount);
      await calculator.locator('[data-given] select').nth(row).selectOption(unit);
    };
    await type(0, '2021-11-21', '400');
    expect(await answer()).toContain('400 × 5 = 2,000');
    await type(0, '2021-11-20', '400');
    expect(await answer()).toContain('400 × 1 = 400');
    await calculator.locator('[data-do="add"]').click();
    await type(1, '2026-01-01', '1', 'doses');
    expect(await answer()).toMatch(prefix === '' ? /献血者本人：不限量/ : /The donor: without limit/);
    expect(await answer()).toContain('400 × 1 + 800 × 1 = 1,200');
    expect(await calculator.locator('[data-lines] tbody tr').count()).toBe(2);
    await calculator.locator('[data-do="remove"]').first().click();
    expect(await answer()).toContain('800 × 5 = 4,000');
    await calculator.locator('select[name="rule"]').selectOption('beijing-2009');
    expect(await answer()).toContain(prefix === '' ? '注意：这条规定在这一天不算数' : 'This rule does not hold on that day');
    expect(requests).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(/2021-11|2026-01-01/);
    expect(trouble).toEqual([]);
    await context.close();
  });

  test('the chooser tells what so many donations give in a region, and what the next step gives', async () => {
    const context = await openContext(browser);
    const { page, trouble } = await visit(context, server.origin, `${portal.base}${prefix}benefits/?region=zibo`);
    const answer = page.locator('benefit-choice [data-answer]');
    expect(await page.locator('section[data-region]:visible').evaluateAll((sections) => sections.map((section) => section.getAttribute('data-region')))).toEqual(['china', 'zibo']);
    await page.locator('benefit-choice input[name="donations"]').fill('19');
    expect(await answer.locator('h3').nth(1).innerText()).toContain('1');
    const next = await answer.locator('ul').first().innerText();
    expect(next).toContain(prefix === '' ? 'A级景区免首道门票' : 'First ticket free at A-grade sights');
    await page.locator('benefit-choice input[name="donations"]').fill('20');
    expect(await answer.locator('ul').first().innerText()).toBe(next);
    expect(await answer.locator('ul').last().locator('a').first().getAttribute('href')).toBe(`${portal.base}${prefix}policies/zibo-proposal/#c-2-1`);
    await page.locator('benefit-choice select[name="region"]').selectOption('yuxi');
    expect(new URL(page.url()).search).toBe('?region=yuxi');
    expect(await answer.locator('h3').last().innerText()).toBe(prefix === '' ? '还在征求意见或只是建议，不是现行的优待' : 'Draft or proposed, not in force');
    expect(trouble).toEqual([]);
    await context.close();
  });

  test('without script every entry, every benefit, every rule and a worked example are printed, and a link opens its entries', async () => {
    const context = await openContext(browser, { javaScriptEnabled: false });
    const { page } = await visit(context, server.origin, `${portal.base}${prefix}fund/care-fund/`);
    expect(await page.locator('.entry-view').isVisible()).toBe(false);
    expect(await page.locator('fund-entries tr[data-date]').count()).toBeGreaterThan(200);
    await page.locator('#disbursements details > summary').click();
    const link = page.locator('#disbursements td a').first();
    const anchor = (await link.getAttribute('href')) ?? '';
    await link.click();
    expect(await page.locator(anchor).isVisible()).toBe(true);
    await page.locator(`${anchor} .group a`).click();
    expect(new URL(page.url()).hash).toBe('#disbursements');
    const { page: benefits } = await visit(context, server.origin, `${portal.base}${prefix}benefits/`);
    expect(await benefits.locator('tr[data-benefit]:visible').count()).toBe(35);
    expect(await benefits.locator('waiver-calculator').isVisible()).toBe(false);
    expect((await benefits.locator('.worked').innerText()).replaceAll('\u202F', ' ')).toContain('400 × 1 + 400 × 5 = 2,400');
    expect(await benefits.locator('details[id^="rule-"]').count()).toBe(5);
    await context.close();
  });
});

test('the real account of another city stands beside the own one with its source and its precision', async () => {
  const context = await openContext(browser);
  const { page } = await visit(context, server.origin, `${portal.base}fund/`);
  const text = (await page.locator('#elsewhere').innerText()).replaceAll('\u202F', ' ');
  for (const part of ['厦门市', '2019', '108.2 万元', '104.6 万元', '2,071.3 万元', '来源']) expect(text).toContain(part);
  await context.close();
});

test('a portal without these tables has neither the pages nor a link to them', () => {
  for (const { folder } of portals.filter(({ name }) => name === 'singapore' || name === 'small')) {
    for (const page of ['fund', 'prices', 'benefits']) expect(existsSync(join(folder, page))).toBe(false);
  }
});
