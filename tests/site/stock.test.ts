/** Stock on the built pages, in a browser: colours while valid, nothing of a verdict afterwards, the reader's own group, the picture, the embed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { StaticServer } from '../../scripts/serve.ts';
import { accessibilityFindings } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { openContext, servePortal, visit } from '../support/visit.ts';

interface CurrentStock {
  readonly valid_until: string;
  readonly groups: readonly {
    readonly station: string;
    readonly component: string;
    readonly abo: string;
    readonly rhd: string;
    readonly quantity: number | null;
    readonly mean_daily_demand: number | null;
    readonly days_of_supply: number | null;
    readonly level: string | null;
  }[];
}

const portal = inject('portals').find(({ name }) => name === 'demonstration')!;
const small = inject('portals').find(({ name }) => name === 'small')!;
const stock = JSON.parse(readFileSync(join(portal.folder, 'data/v1/current-stock.json'), 'utf8')) as CurrentStock;
const columns = stock.groups.filter((group) => group.station === 'all' && group.component === 'red_cells' && group.rhd === 'positive');
const words = {
  zh: { normal: '正常', low: '偏少', short: '紧张', critical: '紧缺' },
  en: { normal: 'normal', low: 'low', short: 'short', critical: 'critical' },
} as const;
const anyLevel = { zh: /正常|偏少|紧张|紧缺/, en: /\b(normal|low|short|critical)\b/ } as const;
const locales = ['zh', 'en'] as const;
const root = (locale: 'zh' | 'en') => (locale === 'zh' ? '/' : '/en/');

let browser: Browser;
let server: StaticServer;
let smallServer: StaticServer;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await servePortal(portal, true);
  smallServer = await servePortal(small);
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await smallServer.close();
});

async function opened<T>(address: string, look: (page: Page, context: BrowserContext) => Promise<T>, options: Parameters<typeof openContext>[1] = {}): Promise<T> {
  const context = await openContext(browser, options);
  const { page, trouble } = await visit(context, server.origin, address);
  const seen = await look(page, context);
  expect(trouble).toEqual([]);
  await context.close();
  return seen;
}

/** A clock some seconds before or after the end of validity, as an address writes it. */
function clockAt(seconds: number): string {
  return `?clock=${encodeURIComponent(new Date(Date.parse(stock.valid_until) + seconds * 1000).toISOString())}`;
}

const levelsOf = (page: Page) =>
  page.locator('.strip [data-blood-group]').evaluateAll((elements) =>
    elements.map((element) => [element.getAttribute('data-blood-group'), element.getAttribute('data-level')] as const),
  );

describe.each(locales)('%s', (locale) => {
  test('while the numbers are valid each level is shown as the machine-readable file has it', async () => {
    await opened(root(locale), async (page) => {
      const levels = new Map(await levelsOf(page));
      expect(columns.length).toBe(4);
      for (const { abo, level, days_of_supply: days } of columns) {
        const group = `${abo.toLowerCase()}-positive`;
        expect(levels.get(group)).toBe(level);
        const column = page.locator(`.strip [data-blood-group="${group}"]`);
        expect(await column.innerText()).toContain(words[locale][level as 'low']);
        expect(Number(await column.locator('[data-value]').getAttribute('data-value'))).toBeCloseTo(days ?? Number.NaN, 2);
      }
      expect(levels.get('rhd-negative')).toBeNull();
      const fills = await page.locator('.strip-group .scale-fill').evaluateAll((rectangles) => rectangles.map((one) => getComputedStyle(one).fill));
      expect(new Set(fills).size).toBe(new Set(columns.map(({ level }) => level)).size);
    });
  });

  test('the last instant of validity still counts, the next does not', async () => {
    const count = (seconds: number) => opened(root(locale) + clockAt(seconds), (page) => page.locator('[data-level]').count());
    expect(await count(0)).toBeGreaterThan(0);
    expect(await count(1)).toBe(0);
  });

  test.each(['', 'stock/', 'stock/o-positive/', 'embed/stock/'])('past the grace no level, colour or verdict is left on /%s', async (path) => {
    await opened(`${root(locale)}${path}${clockAt(1)}`, async (page) => {
      expect(await page.locator('[data-level]').count()).toBe(0);
      for (const text of await page.locator('[data-blood-group]').allTextContents()) expect(text).not.toMatch(anyLevel[locale]);
      expect(await page.locator('h1:visible').innerText()).not.toMatch(anyLevel[locale]);
      expect(await page.locator('.meaning p, .for-whom p').count()).toBe(0);
      const until = stock.valid_until.slice(11, 16);
      expect(await page.locator('.expired-note:visible').first().innerText()).toContain(until);
      const fills = await page.locator('.scale-fill').evaluateAll((rectangles) => rectangles.filter((one) => one.closest('[data-valid-until]')).map((one) => getComputedStyle(one).fill));
      expect(new Set(fills)).toEqual(new Set(fills.length === 0 ? [] : ['none']));
      expect(await accessibilityFindings(page)).toEqual([]);
    });
  });

  test('past the grace the RhD-negative stock turns grey too and says since when', async () => {
    const colours = (seconds: number) =>
      opened(root(locale) + clockAt(seconds), async (page) => {
        const line = page.locator('.strip-negative [data-blood-group="rhd-negative"]');
        return { text: await line.innerText(), colour: await line.locator('[data-value]').evaluate((one) => getComputedStyle(one).color) };
      });
    const valid = await colours(0);
    const expired = await colours(1);
    expect(expired.text).toContain('11-22 11:00');
    expect(valid.text).not.toContain('11-22 11:00');
    expect(expired.colour).not.toBe(valid.colour);
  });

  test('without a script the level is a dated sentence in ink', async () => {
    await opened(
      root(locale),
      async (page) => {
        expect(await page.locator('[data-level]').count()).toBe(0);
        const text = (await page.locator('[data-blood-group="o-positive"]').first().innerText()).replaceAll(/\s+/g, ' ');
        const level = words[locale][columns.find(({ abo }) => abo === 'O')?.level as 'low'];
        expect(text).toMatch(new RegExp(`11-21 ${level}.*(有效至|valid until) 11-22 11:00`));
        const fills = await page.locator('.strip-group .scale-fill').evaluateAll((rectangles) => rectangles.map((one) => getComputedStyle(one).fill));
        expect(new Set(fills).size).toBe(1);
        // Each group is one link away.
        expect(await page.locator('.choice-links a:visible').count()).toBe(5);
      },
      { javaScriptEnabled: false },
    );
  });
});

test('a page left open drops its levels by itself when their time is over', async () => {
  const context = await openContext(browser);
  await context.clock.install({ time: Date.parse(stock.valid_until) - 60_000 });
  const { page } = await visit(context, server.origin, '/?clock=now');
  expect(await page.locator('[data-level]').count()).toBeGreaterThan(0);
  await context.clock.fastForward(61_000);
  await expect.poll(() => page.locator('[data-level]').count()).toBe(0);
  await context.close();
});

test('outside a demonstration the visitor’s clock decides and no address can turn it back', async () => {
  const context = await openContext(browser);
  const { page } = await visit(context, smallServer.origin, '/?clock=2026-10-15T20:00:00%2B08:00');
  expect(await page.locator('[data-level]').count()).toBe(0);
  await context.close();
  const inTime = await openContext(browser);
  await inTime.clock.setFixedTime('2026-10-15T20:00:00+08:00');
  const { page: early } = await visit(inTime, smallServer.origin, '/');
  expect(await early.locator('.strip-group[data-level]').count()).toBe(8);
  await inTime.close();
});

test('the division on a group’s page is the published one, and it divides', async () => {
  await opened('/stock/o-positive/', async (page) => {
    const [quantity = 0, mean = 0, days = 0] = await page.locator('.division [data-value]').evaluateAll((parts) => parts.map((part) => Number(part.getAttribute('data-value'))));
    const published = columns.find(({ abo }) => abo === 'O');
    expect(quantity).toBe(published?.quantity);
    expect(mean).toBeCloseTo(published?.mean_daily_demand ?? Number.NaN, 3);
    expect(quantity / mean).toBeCloseTo(days, 9);
  });
});

test('the chosen group is kept on the device; unknown RhD is read as positive and says why', async () => {
  await opened('/', async (page, context) => {
    expect(await page.locator('[data-choice]:visible').count()).toBe(0);
    await page.locator('input[name="abo"][value="AB"]').check({ force: true });
    expect(await page.locator('[data-choice]:visible').getAttribute('data-choice')).toBe('ab-positive');
    expect(await page.locator('[data-choice]:visible [data-rhd-unknown]').isVisible()).toBe(true);
    const { page: again } = await visit(context, server.origin, '/en/');
    expect(await again.locator('[data-choice]:visible').getAttribute('data-choice')).toBe('ab-positive');
    await again.locator('input[name="rhd"][value="negative"]').check({ force: true });
    expect(await again.locator('[data-choice]:visible').getAttribute('data-choice')).toBe('rhd-negative');
    await again.locator('[data-forget]').click();
    expect(await again.locator('[data-choice]:visible').count()).toBe(0);
    expect(await again.evaluate(() => localStorage.length)).toBe(0);
  });
});

test('a group that was chosen before stands above the strip; what is chosen now is answered where it is chosen', async () => {
  await opened('/', async (page, context) => {
    const top = (of: Page, selector: string) => of.locator(selector).first().evaluate((element) => element.getBoundingClientRect().top);
    await page.locator('input[name="abo"][value="A"]').check({ force: true });
    expect(await top(page, '[data-choice]:not([hidden])')).toBeGreaterThan(await top(page, '.strip'));
    const { page: again } = await visit(context, server.origin, '/');
    await again.locator('[data-answer-place] [data-choice="a-positive"]:visible').waitFor();
    expect(await top(again, '[data-choice]:not([hidden])')).toBeLessThan(await top(again, '.strip'));
    await again.locator('input[name="abo"][value="O"]').check({ force: true });
    expect(await top(again, '[data-choice="o-positive"]')).toBeGreaterThan(await top(again, '.strip'));
    expect(await accessibilityFindings(again)).toEqual([]);
  });
});

test.each(['/', '/en/'])('%s on a phone: links are as high as a finger, and with large type the sentence and where to give are on the first screen', async (address) => {
  const phone = { viewport: { width: 390, height: 844 } };
  await opened(address, async (page) => {
    const low = await page.locator('.strip-name a:visible, .give-home a:visible, .footer a:visible, .sections a:visible').evaluateAll((links) => links.map((link) => [link.textContent.trim(), link.getBoundingClientRect().height] as const).filter(([, height]) => height < 44));
    expect(low).toEqual([]);
    await page.locator('[data-switch="elder"]').click();
    for (const selector of ['h1', '.give-home a']) {
      const bottom = await page.locator(`${selector}:visible`).first().evaluate((element) => element.getBoundingClientRect().bottom);
      expect(bottom, selector).toBeLessThanOrEqual(844);
    }
  }, phone);
});

test('large type and the dark theme are kept and stand before the page is painted', async () => {
  await opened('/', async (page, context) => {
    const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    await page.getByRole('button', { name: '长辈版' }).click();
    await page.getByRole('button', { name: '深色' }).click();
    expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))).toBeCloseTo(size * 1.5, 1);
    await context.addInitScript(() => addEventListener('DOMContentLoaded', () => (document.title = JSON.stringify(document.documentElement.dataset))));
    const { page: next } = await visit(context, server.origin, '/stock/');
    expect(JSON.parse(await next.title())).toMatchObject({ reading: 'elder', theme: 'dark' });
    expect(await next.getByRole('button', { name: '长辈版' }).getAttribute('aria-pressed')).toBe('true');
    // Home, the sections and the list of all of them: at most seven main choices.
    expect(await next.locator('nav.sections a').count()).toBeLessThanOrEqual(7);
  });
});

test('the strip is saved as a PNG with its dates, and only while it is valid', async () => {
  await opened('/', async (page) => {
    await page.locator('share-picture button').click();
    await page.locator('share-picture img[src]').waitFor();
    const picture = await page.locator('share-picture img').evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return { start: image.src.slice(0, 22), width: image.naturalWidth, name: document.querySelector('share-picture a')?.getAttribute('download') };
    });
    expect(picture).toEqual({ start: 'data:image/png;base64,', width: 1440, name: '示例-stock-2026-11-21.png' });
  });
  const svg = readFileSync(join(portal.folder, 'embed/stock.svg'), 'utf8');
  for (const part of ['示例数据', '2026年11月21日', '有效至', 'https://']) expect(svg).toContain(part);
  expect(await opened(`/${clockAt(1)}`, (page) => page.locator('share-picture').count())).toBe(0);
});

test('a chart is read by keys with one tab stop, in the words of its table', async () => {
  await opened('/stock/o-positive/', async (page) => {
    const reader = page.locator('chart-reader');
    await reader.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    const cells = await page.locator('#history tbody tr').nth(1).locator('th, td').allTextContents();
    expect(await reader.getAttribute('aria-valuetext')).toBe(cells.map((cell) => cell.trim()).join(' · '));
    expect(await reader.locator('[tabindex="0"], a, button').count()).toBe(0);
  });
});

test('an embed tells the page around it how high it is, and links back', async () => {
  await opened('/about/', async (page) => {
    const height = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          addEventListener('message', ({ data }: MessageEvent<{ openBloodPortal?: string; height?: number }>) => {
            if (data.openBloodPortal === 'height') resolve(data.height ?? 0);
          });
          const frame = document.createElement('iframe');
          frame.src = '/embed/stock/';
          frame.width = '360';
          document.body.append(frame);
        }),
    );
    expect(height).toBeGreaterThan(300);
    const frame = page.frames().find((one) => one.url().endsWith('/embed/stock/'));
    expect(await frame?.locator('a[href="/"]').count()).toBe(1);
    expect(await frame?.locator('body').innerText()).toContain('示例数据');
  });
});
