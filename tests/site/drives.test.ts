/** The page of drives in a real browser: filters in the address, distance with and without a position, past ones gone by the clock, everything there without script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { StaticServer } from '../../scripts/serve.ts';
import { launchBrowser } from '../support/browser.ts';
import { openContext, servePortal, visit } from '../support/visit.ts';

const portal = inject('portals').find(({ name }) => name === 'demonstration-below')!;
/** The published table by plain splitting; no cell of the columns looked at holds a comma. */
const rows = readFileSync(join(portal.folder, 'data', 'v1', 'drives.csv'), 'utf8').trim().split('\r\n').slice(1).map((line) => {
  const [drive = '', date = '', start = '', , , organiser = ''] = line.split(',');
  return { drive, date, start, organiser, district: /sample-city-[a-f]/.exec(line)?.[0], status: /,(planned|cancelled|held),/.exec(line)?.[1] };
});
const coming = rows.filter(({ date, status }) => date >= '2026-11-21' && status !== 'held');
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

/** In open weeks or not. */
const listed = (page: Page) => page.locator('[data-drive]').evaluateAll((items) => items.filter((item) => !(item as HTMLElement).hidden).map((item) => item.id));

test('without script every coming drive is listed by date with its file, and past ones with what they collected', async () => {
  const context = await openContext(browser, { javaScriptEnabled: false });
  const { page } = await visit(context, server.origin, `${portal.base}drives/`);
  expect((await listed(page)).toSorted()).toEqual(coming.map(({ drive }) => drive).toSorted());
  expect(await page.locator('drive-finder .finder').isVisible()).toBe(false);
  expect(await page.locator('[data-drive] a[href$=".ics"]').count()).toBe(coming.length);
  expect(await page.locator('#past tbody tr').count()).toBe(Math.min(60, rows.filter(({ status }) => status === 'held').length));
  await context.close();
});

test('without script the months lead to every drive of the table, to come and over', async () => {
  const context = await openContext(browser, { javaScriptEnabled: false });
  const { page } = await visit(context, server.origin, `${portal.base}drives/`);
  const months = await page.locator('nav[aria-labelledby="months"] a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  expect(months.map((path) => path.slice(-8, -1)).toSorted()).toEqual([...new Set(rows.map(({ date }) => date.slice(0, 7)))].toSorted());
  for (const path of months) {
    await page.goto(server.origin + path);
    const ofMonth = rows.filter(({ date }) => path.endsWith(`/${date.slice(0, 7)}/`));
    const open = ofMonth.filter((drive) => coming.includes(drive));
    expect((await listed(page)).toSorted()).toEqual(open.map(({ drive }) => drive).toSorted());
    expect(await page.locator('#past tbody tr').count()).toBe(ofMonth.length - open.length);
  }
  await context.close();
});

test('a day whose only drive is called off is marked in the calendar', async () => {
  const html = readFileSync(join(portal.folder, 'drives', 'index.html'), 'utf8');
  const off = [...new Set(coming.map(({ date }) => date))].filter((date) => coming.every((one) => one.date !== date || one.status === 'cancelled'));
  const marked = [...html.matchAll(/<a href="#day-([\d-]+)" class="off">/g)].map(([, date]) => date);
  expect(marked).toEqual(off);
});

test('district and organiser are chosen in the page and by the address; an unknown choice asks for nothing', async () => {
  const context = await openContext(browser);
  const { page, trouble } = await visit(context, server.origin, `${portal.base}en/drives/?district=sample-city-b&organiser=nobody`);
  const inB = coming.filter(({ district }) => district === 'sample-city-b');
  expect((await listed(page)).toSorted()).toEqual(inB.map(({ drive }) => drive).toSorted());
  await page.locator('select[name="organiser"]').selectOption('community');
  const both = inB.filter(({ organiser }) => organiser === 'community');
  expect((await listed(page)).toSorted()).toEqual(both.map(({ drive }) => drive).toSorted());
  expect(await page.locator('[data-status][role]').innerText()).toBe(both.length === 0 ? 'No drive fits.' : `Drives that fit: ${both.filter(({ status }) => status === 'planned').length}.`);
  await expect.poll(() => new URL(page.url()).searchParams.get('organiser')).toBe('community');
  await page.locator('[data-clear]').click();
  expect((await listed(page)).length).toBe(coming.length);
  await expect.poll(() => new URL(page.url()).search).toBe('');
  expect(trouble).toEqual([]);
  await context.close();
});

test('with a position each day has the nearest first; it stays in the page; refused, a district will do', async () => {
  const granted = await openContext(browser, { geolocation: { longitude: 0.3, latitude: 0.26 }, permissions: ['geolocation'] });
  const { page, trouble } = await visit(granted, server.origin, `${portal.base}drives/`);
  await page.locator('[data-locate]').click();
  await page.waitForFunction(() => document.querySelector('[data-drive] [data-distance]')?.textContent !== '');
  const days = await page.locator('.drive-day').evaluateAll((sections) => sections.map((section) => [...section.querySelectorAll('[data-distance]')].map((place) => {
    const [, number = '', unit = ''] = /([\d.]+) (公里|米)/.exec(place.textContent ?? '') ?? [];
    return Number(number) * (unit === '米' ? 0.001 : 1);
  })));
  expect(days.flat().every((distance) => distance > 0)).toBe(true);
  for (const distances of days) expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  expect([new URL(page.url()).search, await page.evaluate(() => localStorage.length + sessionStorage.length)]).toEqual(['', 0]);
  expect(trouble).toEqual([]);
  await granted.close();
  const refused = await openContext(browser);
  const { page: other } = await visit(refused, server.origin, `${portal.base}drives/`);
  await other.locator('[data-locate]').click();
  await other.waitForFunction(() => (document.querySelector('[data-position]')?.textContent ?? '').includes('没有得到位置'));
  await other.locator('select[name="from"]').selectOption('sample-city-a');
  expect(await other.locator('[data-drive] [data-distance]').first().innerText()).toMatch(/公里|米/);
  await refused.close();
});

test('by the clock a drive that is over leaves; a link to a later day opens its week', async () => {
  const context = await openContext(browser);
  const [first] = coming.filter(({ status }) => status === 'planned');
  const { page } = await visit(context, server.origin, `${portal.base}drives/?clock=${encodeURIComponent(`${first!.date}T23:59:00+08:00`)}`);
  expect(await page.locator(`#${first!.drive} .drive-time`).isVisible()).toBe(false);
  const last = coming.at(-1)!;
  const { page: later } = await visit(context, server.origin, `${portal.base}drives/#${last.drive}`);
  await later.locator(`#${last.drive} .drive-time`).waitFor({ state: 'visible' });
  await context.close();
});
