/** The page about giving in a real browser: the donor's own dates, the day on which the rules change, nothing kept or sent, nothing missing without script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { StaticServer } from '../../scripts/serve.ts';
import { launchBrowser } from '../support/browser.ts';
import { openContext, servePortal, visit } from '../support/visit.ts';

const portals = inject('portals');
const demonstration = portals.find(({ name }) => name === 'demonstration')!;
const small = portals.find(({ name }) => name === 'small')!;
let browser: Browser;
const servers: StaticServer[] = [];
let origins: readonly string[];
beforeAll(async () => {
  browser = await launchBrowser();
  for (const portal of [demonstration, small]) servers.push(await servePortal(portal));
  origins = servers.map(({ origin }) => origin);
});
afterAll(async () => {
  await browser.close();
  for (const server of servers) await server.close();
});

const answer = (page: Page) => page.locator('come-back output').innerText();
const dates = (page: Page) => page.locator('come-back [data-given] input');

/** The small portal's page on a day of the visitor's clock. */
async function onDay(context: BrowserContext, day: string, path = 'donate/') {
  await context.clock.setFixedTime(new Date(`${day}T12:00:00+08:00`));
  return visit(context, origins[1]!, `${small.base}${path}`);
}

test('the answer for the donor’s own dates, in both languages; nothing is sent or kept', async () => {
  const context = await openContext(browser);
  for (const [path, wanted] of [['donate/', ['最早 2027年2月1日 可以献全血', '2026年8月1日 献全血，间隔 6 个月']], ['en/donate/', ['whole blood from 1 February 2027 on', '1 August 2026, whole blood; interval 6 months']]] as const) {
    const { page, trouble } = await visit(context, origins[0]!, `${demonstration.base}${path}`);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await dates(page).fill('2026-08-01');
    for (const words of wanted) expect(await answer(page)).toContain(words);
    await page.locator('[data-do="add"]').click();
    await dates(page).nth(1).fill('2026-11-15');
    await page.locator('come-back [data-given] select').nth(1).selectOption('apheresis_platelets');
    await page.locator('select[name="wanted"]').selectOption('apheresis_platelets');
    // Platelets 14 days after platelets (29 November), three months after whole blood (1 November).
    expect(await answer(page)).toMatch(/2026年11月29日|29 November 2026/);
    await page.locator('input[name="born"]').fill('1970-11-29');
    expect(await answer(page)).toMatch(/56 周岁|will be 56/);
    await page.locator('[data-do="remove"]').nth(1).click();
    expect(await answer(page)).toMatch(/2026年11月21日|21 November 2026/);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, location.search])).toEqual([0, 0, '', '']);
    expect([...requests, ...trouble]).toEqual([]);
    await page.close();
  }
  await context.close();
});

test('by keyboard alone a date can be typed and an answer is read', async () => {
  const context = await openContext(browser);
  const { page } = await visit(context, origins[0]!, `${demonstration.base}en/donate/`);
  await dates(page).focus();
  // The same in both orders of day and month.
  await page.keyboard.type('08082026');
  expect(await answer(page)).toContain('8 February 2027');
  expect(await page.locator('come-back output').getAttribute('aria-live')).toBe('polite');
  await context.close();
});

test('on the day a rule changes, heading, rules and answers change, and not before', async () => {
  const context = await openContext(browser);
  const shown = async (day: string) => {
    const { page } = await onDay(context, day);
    await dates(page).fill('2026-09-20');
    const found = {
      heading: (await page.locator('h1').innerText()).trim(),
      rules: await page.locator('#rules table').first().locator('tbody tr:visible td:nth-child(2)').allInnerTexts(),
      coming: await page.locator('#rules table').nth(1).locator('tbody tr:visible').count(),
      answer: (await answer(page)).split('\n')[0],
    };
    await page.close();
    return found;
  };
  expect(await shown('2026-12-31')).toEqual({ heading: '18 至 55 周岁可以献血，两次全血间隔 6 个月', rules: ['18 周岁', '55 周岁', '6 个月'], coming: 2, answer: '最早 2027年1月1日 可以献全血。' });
  expect(await shown('2027-01-01')).toEqual({ heading: '18 至 65 周岁可以献血，两次全血间隔 90 天', rules: ['18 周岁', '65 周岁', '90 天'], coming: 0, answer: '按日期，现在就可以献全血（从 2027年1月1日 起）。' });
  await context.close();
});

test('without script the rules of the portal’s day stand there with what is decided, and no control', async () => {
  const context = await openContext(browser, { javaScriptEnabled: false });
  const { page } = await visit(context, origins[1]!, `${small.base}en/donate/`);
  expect(await page.locator('#rules table').first().locator('tbody tr:visible').count()).toBe(3);
  expect(await page.locator('#rules table').nth(1).locator('tbody tr').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('since 1 January 2027')]));
  expect(await page.locator('come-back').isVisible()).toBe(false);
  await context.close();
});

test('every published rule stands on the page with its value and source, drafts as drafts', () => {
  const html = readFileSync(join(demonstration.folder, 'donate', 'index.html'), 'utf8');
  const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const rows = readFileSync(join(demonstration.folder, 'data', 'v1', 'eligibility.csv'), 'utf8').trim().split('\r\n').slice(1).map((line) => line.split(','));
  const units: Readonly<Record<string, string>> = { years: '周岁', months: '个月', weeks: '周', days: '天', times: '次' };
  const missing = rows.filter(([, subject, , , , value, unit = '', , status]) => subject !== 'volume_ml' && !text.includes(`${value} ${units[unit]}${status === 'draft' ? '（草案）' : ''}`));
  expect(rows.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
  expect(text).toContain('200 至 400 毫升');
});
