/** The policy library in a real browser: facets in the address and without script, clauses with citations, live numbers and terms, topics from the law down, duties that lead to their clauses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { StaticServer } from '../../scripts/serve.ts';
import { accessibilityFindings } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { openContext, servePortal, visit } from '../support/visit.ts';

const portals = inject('portals');
const portal = portals.find(({ name }) => name === 'demonstration-below')!;
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

const shown = (page: Page) => page.locator('.policy-list > li:visible').evaluateAll((items) => items.map((item) => item.getAttribute('data-status')));

test('the address narrows the list, a choice changes the address, and counts follow', async () => {
  const context = await openContext(browser);
  const { page, trouble } = await visit(context, server.origin, `${portal.base}policies/?status=draft`);
  const drafts = await shown(page);
  expect(new Set(drafts)).toEqual(new Set(['draft']));
  expect(await page.locator('policy-facets [role="status"]').innerText()).toContain(String(drafts.length));
  await page.locator('select[name="status"]').selectOption('in_force');
  await page.locator('select[name="topic"]').selectOption('emergency');
  expect(new URL(page.url()).search).toBe('?status=in_force&topic=emergency');
  expect(await shown(page)).toEqual(['in_force']);
  expect(await page.locator('select[name="kind"] option[value="notice"]').innerText()).toMatch(/\(1\)$/);
  await page.locator('[data-all]').click();
  expect(new URL(page.url()).search).toBe('');
  expect((await shown(page)).length).toBe(await page.locator('.policy-list > li').count());
  expect(trouble).toEqual([]);
  await context.close();
});

test('without script the list is whole and every value of a facet leads to its documents', async () => {
  const context = await openContext(browser, { javaScriptEnabled: false });
  const { page } = await visit(context, server.origin, `${portal.base}en/policies/?status=draft`);
  expect((await shown(page)).length).toBe(9);
  expect(await page.locator('select:visible').count()).toBe(0);
  const facets = await page.locator('.facet-index').evaluateAll((lists) => lists.map((list) => list.id));
  expect(facets).toEqual(['by-status', 'by-kind', 'by-level', 'by-place', 'by-issuer', 'by-year']);
  for (const entry of await page.locator('#by-status .topic-list > div').all()) {
    const count = Number(/\((\d+)\)/.exec((await entry.locator('dt').innerText()))?.[1]);
    expect(await entry.locator('dd a').count()).toBe(count);
  }
  await context.close();
});

test('a document says its status and whom it binds before its title, a clause its number, terms and citation', async () => {
  const context = await openContext(browser);
  const { page, trouble } = await visit(context, server.origin, `${portal.base}policies/yuxi-opinion/#c-1-2`);
  const order = await page.locator('main').evaluate((main) => [...main.querySelectorAll('.policy-status, h1')].slice(0, 2).map((element) => element.tagName));
  expect(order).toEqual(['SPAN', 'H1']);
  expect(await page.locator('.policy-status').first().innerText()).toBe('征求意见稿：没有约束力');
  const clause = page.locator('#c-1-2');
  expect(await clause.locator('.clause-numbers [data-verdict]').evaluateAll((all) => all.map((one) => one.getAttribute('data-verdict')))).toEqual(['not_binding', 'not_binding', 'not_binding', 'not_binding']);
  expect(await clause.locator('.clause-numbers dt a').first().getAttribute('href')).toBe(`${portal.base}commitments/#rate-2020`);
  expect(await clause.locator('a.term').first().getAttribute('href')).toMatch(new RegExp(`^${portal.base}policies/glossary/#[a-z-]+$`));
  await clause.locator('details.cite > summary').click();
  const citation = await clause.locator('.cite p').innerText();
  expect(citation).toContain(`${portal.origin}${portal.base}policies/yuxi-opinion/#c-1-2`);
  expect(citation).toContain('玉溪市人民政府办公室');
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
  await clause.locator('copy-text button').last().click();
  await clause.locator('copy-text [role="status"]:not(:empty)').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(citation);
  expect(trouble).toEqual([]);
  expect(await accessibilityFindings(page)).toEqual([]);
  await context.close();
});

test('every link of topics, glossary, commitments and duties into a document leads to a clause that is there', async () => {
  const ids = new Map<string, Set<string>>();
  const dead: string[] = [];
  let followed = 0;
  for (const language of ['', 'en/']) {
    for (const path of ['policies/topics/emergency', 'policies/topics/eligibility', 'policies/glossary', 'commitments', 'duties']) {
      const html = readFileSync(join(portal.folder, language, path, 'index.html'), 'utf8');
      for (const [, document = '', id = ''] of html.matchAll(/href="\/portal\/((?:en\/)?policies\/[a-z0-9-]+)\/#([^"]+)"/g)) {
        if (!ids.has(document)) ids.set(document, new Set([...readFileSync(join(portal.folder, document, 'index.html'), 'utf8').matchAll(/ id="([^"]+)"/g)].map(([, one = '']) => one)));
        followed += 1;
        if (!ids.get(document)!.has(id)) dead.push(`${language}${path}: ${document}#${id}`);
      }
      const own = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, one]) => one));
      for (const [, id = ''] of html.matchAll(/href="#([^"]+)"/g)) if (!own.has(id)) dead.push(`${language}${path}: #${id}`);
    }
  }
  expect(followed).toBeGreaterThan(300);
  expect(dead).toEqual([]);
});

test.each(['', 'en/'])('a promise is judged while its data stands and not a second longer, in "%s"', async (language) => {
  const verdicts = (page: Page) => page.locator('.promise [data-verdict]:visible').evaluateAll((all) => all.map((one) => one.getAttribute('data-verdict')));
  const entries = JSON.parse(readFileSync(join(portal.folder, 'data/v1/commitments.json'), 'utf8')) as { verdict: string | null; valid_until: string | null }[];
  for (const [clock, standing] of [['2026-11-21T21:00:00+08:00', true], ['2026-12-20T00:00:00+08:00', false], ['2028-01-01T00:00:00+08:00', false]] as const) {
    const context = await openContext(browser);
    const { page, trouble } = await visit(context, server.origin, `${portal.base}${language}commitments/?clock=${encodeURIComponent(clock)}`);
    await page.locator('stock-clock[data-judged]').first().waitFor();
    const wanted = entries.filter(({ verdict, valid_until: until }) => verdict !== null && (until === null || Date.parse(clock) <= Date.parse(until))).map(({ verdict }) => verdict);
    expect((await verdicts(page)).toSorted()).toEqual(wanted.toSorted());
    expect(wanted.length === entries.filter(({ verdict }) => verdict !== null).length).toBe(standing);
    // What rests on a table without announced times has no end.
    expect(wanted.length).toBeGreaterThan(0);
    expect(await page.locator('h1:visible').count()).toBe(1);
    expect(trouble).toEqual([]);
    await context.close();
  }
});

test('a number in the matrix opens the duties that it counts', async () => {
  const context = await openContext(browser);
  const { page, trouble } = await visit(context, server.origin, `${portal.base}duties/`);
  expect(await page.locator('.owed:visible').count()).toBe(0);
  const cell = page.locator('.duty-matrix td a').first();
  const id = (await cell.getAttribute('href') ?? '').slice(1);
  await cell.click();
  const list = page.locator(`[id="${id}"]`);
  await list.waitFor({ state: 'visible' });
  expect(await list.locator('li').count()).toBeGreaterThanOrEqual(Number(await cell.getAttribute('data-value')));
  expect(await page.locator('details.bearer[open]').count()).toBe(1);
  expect(trouble).toEqual([]);
  await context.close();
});

test('a portal elsewhere has no library, no topic and no word of it', () => {
  for (const name of ['small', 'singapore']) {
    const folder = portals.find((one) => one.name === name)!.folder;
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toMatch(/policies\/|commitments\/|duties\//);
  }
});
