/** From a low group to a place that is open, on the built site: with a position and without, in both languages, by keyboard, without a script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { StaticServer } from '../../scripts/serve.ts';
import { accessibilityFindings } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { openContext, servePortal, visit } from '../support/visit.ts';

const portal = inject('portals').find(({ name }) => name === 'demonstration')!;
const locales = ['zh', 'en'] as const;
const root = (locale: 'zh' | 'en') => (locale === 'zh' ? '/' : '/en/');
const phone = { viewport: { width: 390, height: 844 } };
/** Ten o'clock on Sunday 22 November 2026 in the region. */
const sundayMorning = `?clock=${encodeURIComponent('2026-11-22T10:30:00+08:00')}`;

interface StationRow {
  readonly station: string;
  readonly kind: string;
  readonly hours: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly services: readonly string[];
}
const { rows } = JSON.parse(readFileSync(join(portal.folder, 'data/v1/stations.json'), 'utf8')) as { readonly rows: readonly StationRow[] };

/** What is open at 10:30 on that Sunday, read off the published hours by eye; the vehicles that stand at a drive that day are not at their place. */
const drives = (JSON.parse(readFileSync(join(portal.folder, 'data/v1/drives.json'), 'utf8')) as { readonly rows: readonly { readonly date: string; readonly station: string | null; readonly status: string }[] }).rows;
const away = new Set(drives.filter(({ date, status }) => date === '2026-11-22' && status === 'planned').map(({ station }) => station));
const openOnSunday = ['centre', 'house-a-plaza', 'house-b-mall', 'house-b-library', 'house-c-park', 'house-e-street', 'vehicle-2', 'vehicle-3'].filter((station) => !away.has(station));

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

async function opened<T>(address: string, look: (page: Page) => Promise<T>, options: BrowserContextOptions = {}): Promise<T> {
  const context = await openContext(browser, { ...phone, ...options });
  const { page, trouble } = await visit(context, server.origin, address);
  const seen = await look(page);
  expect(trouble).toEqual([]);
  await context.close();
  return seen;
}

const visible = (page: Page) => page.locator('[data-place]:visible').evaluateAll((elements) => elements.map((element) => ({ station: (element as HTMLElement).dataset['place'], state: (element as HTMLElement).dataset['state'] })));

const here = { longitude: 0.36, latitude: 0.32 };

/** A tap that leads to another page, which is then there as a whole. */
async function tap(page: Page, link: Locator, to: RegExp): Promise<void> {
  await Promise.all([page.waitForURL(to, { waitUntil: 'networkidle' }), link.click()]);
}

/** Metres by the cosine formula, a second way. */
function metres(a: { longitude: number; latitude: number }, b: { longitude: number; latitude: number }): number {
  const r = Math.PI / 180;
  return 6_371_008.8 * Math.acos(Math.min(1, Math.sin(a.latitude * r) * Math.sin(b.latitude * r) + Math.cos(a.latitude * r) * Math.cos(b.latitude * r) * Math.cos((a.longitude - b.longitude) * r)));
}

describe.each(locales)('%s', (locale) => {
  test.each(['granted', 'refused'] as const)('from the first page to an open place in two taps, the position %s', async (position) => {
    await opened(
      root(locale),
      async (page) => {
        // The demonstration's clock stands at nine on a Saturday evening: of all places only the night market is open.
        await tap(page, page.locator('.strip [data-level="low"] a, .strip [data-level="short"] a, .strip [data-level="critical"] a').first(), /\/stock\/[a-z-]+\/$/);
        if (position === 'granted') {
          // Who has allowed the position need not ask: after what is open the nearest, measured a second way.
          await expect.poll(() => page.locator('[data-distance]:visible').first().innerText()).not.toBe('');
          const [, ...closed] = (await visible(page)).filter(({ state }) => state !== 'unknown');
          const far = closed.map(({ station }) => metres(here, rows.find((row) => row.station === station)!));
          expect(far).toEqual(far.toSorted((a, b) => a - b));
        } else expect(await page.locator('[data-position]').innerText()).toBe('');
        const [first, second] = await visible(page);
        expect([first, second?.state]).toEqual([{ station: 'house-a-night', state: 'open' }, 'closed']);
        await tap(page, page.locator('[data-place]:visible a').first(), /\/stations\/house-a-night\/$/);
        expect(await page.locator('[data-place]').getAttribute('data-state')).toBe('open');
      },
      position === 'granted' ? { geolocation: here, permissions: ['geolocation'] } : {},
    );
  });

  test('by keyboard alone from the first page to an open place', async () => {
    await opened(root(locale), async (page) => {
      const focused = (selector: string) => page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector);
      const reach = async (selector: string) => {
        for (let presses = 0; presses < 60 && !(await focused(selector)); presses += 1) await page.keyboard.press('Tab');
        expect(await focused(selector)).toBe(true);
      };
      await reach('.strip [data-level="low"] a, .strip [data-level="short"] a, .strip [data-level="critical"] a');
      await Promise.all([page.waitForURL(/\/stock\/[a-z-]+\/$/, { waitUntil: 'networkidle' }), page.keyboard.press('Enter')]);
      await reach('[data-place][data-state="open"] a');
      await Promise.all([page.waitForURL(/\/stations\/house-a-night\/$/, { waitUntil: 'networkidle' }), page.keyboard.press('Enter')]);
      expect(await page.locator('[data-place]').getAttribute('data-state')).toBe('open');
    });
  });

  test('with a position the nearest open place stands first, and the position stays here', async () => {
    await opened(
      `${root(locale)}stock/a-positive/${sundayMorning}`,
      async (page) => {
        await page.locator('[data-locate]').click();
        await expect.poll(() => page.locator('[data-distance]:visible').first().innerText()).not.toBe('');
        await page.locator('.places-rest summary').click();
        const list = await visible(page);
        const states = list.map(({ state }) => state);
        expect(states.lastIndexOf('open')).toBeLessThan(states.indexOf('closed'));
        expect(list.filter(({ state }) => state === 'open').map(({ station }) => station).toSorted()).toEqual(openOnSunday.toSorted());
        const distance = (station: string | undefined) => metres(here, rows.find((row) => row.station === station)!);
        const nearest = openOnSunday.toSorted((a, b) => distance(a) - distance(b));
        expect(list.slice(0, nearest.length).map(({ station }) => station)).toEqual(nearest);
        expect(page.url()).not.toMatch(/0\.3[26]/);
        expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie)).not.toMatch(/0\.3[26]/);
        expect(await accessibilityFindings(page)).toEqual([]);
      },
      { geolocation: here, permissions: ['geolocation'] },
    );
  });

  test('with the position refused, a district takes its place', async () => {
    await opened(`${root(locale)}stock/a-positive/${sundayMorning}`, async (page) => {
      await page.locator('[data-locate]').click();
      await expect.poll(() => page.locator('[data-position]').innerText()).not.toBe('');
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('start');
      await page.locator('select[name="start"]').selectOption('district:sample-city-e');
      const [first] = await visible(page);
      expect(first).toEqual({ station: 'house-e-street', state: 'open' });
      await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('district:sample-city-e');
    });
  });

  test('by keyboard alone: choose a start, reach the first place, open it', async () => {
    await opened(`${root(locale)}stock/a-positive/${sundayMorning}`, async (page) => {
      await page.locator('select[name="start"]').focus();
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('district:sample-city-a');
      const [first] = await visible(page);
      for (let presses = 0; presses < 5 && !(await page.evaluate(() => document.activeElement?.closest('[data-place]') !== null)); presses += 1) await page.keyboard.press('Tab');
      expect(await page.evaluate(() => (document.activeElement?.closest('[data-place]') as HTMLElement | null)?.dataset['place'])).toBe(first?.station);
      await Promise.all([page.waitForURL(`**/stations/${first?.station}/`, { waitUntil: 'networkidle' }), page.keyboard.press('Enter')]);
    });
  });

  test('without a script the group leads to places with dated hours', async () => {
    await opened(
      root(locale),
      async (page) => {
        await page.locator('.choice-links a').first().click();
        expect(await page.locator('#places [data-place]').count()).toBe(rows.filter(({ services }) => services.includes('whole_blood')).length);
        await page.locator('.places-rest summary').click();
        const text = await page.locator('[data-place="branch-east"]').innerText();
        expect(text).toMatch(locale === 'zh' ? /11月21日 周六\s+08:30–12:00、13:30–17:00/ : /Sat 21 November\s+08:30–12:00, 13:30–17:00/);
        expect(text).toMatch(locale === 'zh' ? /11月22日 周日\s+休息/ : /Sun 22 November\s+closed/);
        expect(await page.locator('[data-badge]:visible, .finder:visible').count()).toBe(0);
        await page.locator('[data-place="branch-east"] a').first().click();
        expect(await page.locator('.hours').first().innerText()).toContain('08:30–12:00');
      },
      { javaScriptEnabled: false },
    );
  });

  test('the list filters by everything and keeps the query in the address', async () => {
    await opened(`${root(locale)}stations/${sundayMorning}`, async (page) => {
      expect((await visible(page)).length).toBe(rows.length);
      await page.locator('select[name="service"]').selectOption('apheresis_platelets');
      await page.locator('select[name="when"]').selectOption('now');
      const wanted = openOnSunday.filter((station) => rows.find((row) => row.station === station)?.services.includes('apheresis_platelets'));
      expect((await visible(page)).map(({ station }) => station).toSorted()).toEqual(wanted.toSorted());
      const said = await page.locator('.finder-status').innerText();
      expect(said).toContain(locale === 'zh' ? `列出现在开放的可以献机采血小板的献血地点 ${wanted.length} 处。` : `Places listed for platelets by apheresis, open now: ${wanted.length}.`);
      expect(said).toContain(locale === 'zh' ? '按11月22日 周日 10:30（北京时间）判断。' : 'As of Sun 22 November 10:30, Beijing time.');
      await expect.poll(() => new URL(page.url()).searchParams.get('open')).toBe('now');
      await page.reload();
      expect((await visible(page)).length).toBe(wanted.length);
      await page.locator('select[name="when"]').selectOption('at');
      await page.locator('input[name="at"]').fill('2026-11-28T19:30');
      // Only the plaza is open on a Saturday evening at half past seven; the centre's longer hours end at seven on other days.
      expect((await visible(page)).map(({ station }) => station)).toEqual(['house-a-plaza']);
      await page.locator('button[type="reset"]').click();
      await expect.poll(async () => (await visible(page)).length).toBe(rows.length);
      await expect.poll(() => new URL(page.url()).search).toBe(sundayMorning);
      await page.locator('input[name="text"]').fill(locale === 'zh' ? '夜市' : 'night MARKET');
      expect((await visible(page)).map(({ station }) => station)).toEqual(['house-a-night']);
      expect(await accessibilityFindings(page)).toEqual([]);
    });
  });

  test('when nothing is open, the page says where and when next', async () => {
    await opened(`${root(locale)}stations/?open=now&clock=${encodeURIComponent('2026-11-23T05:00:00+08:00')}`, async (page) => {
      const list = await visible(page);
      expect(list.every(({ state }) => state === 'closed')).toBe(true);
      expect(list[0]?.station).toBe('centre');
      expect(await page.locator('[data-status]').innerText()).toContain('08:00');
    });
  });

  test('past the 35th day, and beyond the announced years, nothing is said to be open or closed', async () => {
    await opened(`${root(locale)}stations/?clock=${encodeURIComponent('2026-12-26T10:00:00+08:00')}`, async (page) => {
      const list = await visible(page);
      expect(list.length).toBe(rows.length);
      expect(new Set(list.map(({ state }) => state))).toEqual(new Set(['unknown']));
    });
  });
});

test.each(['America/Los_Angeles', 'Pacific/Auckland'])('a visitor in %s sees what is open at the door', async (timezoneId) => {
  await opened(`/stations/${sundayMorning}`, async (page) => {
    expect((await visible(page)).filter(({ state }) => state === 'open').map(({ station }) => station).toSorted()).toEqual(openOnSunday.toSorted());
  }, { timezoneId });
});

test('a notice closes from its noon: the published one of the station house', async () => {
  const stateAt = (clock: string) => opened(`/stations/house-a-station/?clock=${encodeURIComponent(clock)}`, (page) => page.locator('[data-place]').getAttribute('data-state'));
  expect(await stateAt('2026-11-27T23:59:00+08:00')).toBe('closed');
  expect(await stateAt('2026-11-28T09:00:00+08:00')).toBe('open');
});

test('list and sketch light each other up; a point leads to its place', async () => {
  await opened('/stations/', async (page) => {
    await page.locator('[data-place="house-b-mall"] a').focus();
    expect(await page.locator('.plot-lit[data-point="house-b-mall"]').count()).toBeGreaterThan(0);
    await page.locator('.figure-narrow:visible [data-point="centre"], .figure-wide:visible [data-point="centre"]').dispatchEvent('click');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-place]')?.getAttribute('data-place'))).toBe('centre');
    await page.locator('select[name="start"]').selectOption('station:centre');
    await expect.poll(() => page.locator('svg:visible .plot-ring').count()).toBeGreaterThan(1);
  }, { viewport: { width: 1440, height: 900 } });
});

test('in a demonstration nothing leads to a map, a telephone or a booking, and every file says what it is', async () => {
  for (const path of ['stations/index.html', 'stations/centre/index.html', 'en/stations/vehicle-1/index.html']) {
    const html = readFileSync(join(portal.folder, path), 'utf8');
    expect(html).not.toMatch(/href="(tel:|https:\/\/(uri\.amap|api\.map\.baidu|apis\.map\.qq|maps\.apple|booking\.))/);
  }
  const geo = JSON.parse(readFileSync(join(portal.folder, 'stations/stations.geojson'), 'utf8')) as { demonstration: boolean; features: { geometry: { coordinates: number[] }; properties: Record<string, unknown> }[] };
  expect(geo.demonstration).toBe(true);
  expect(geo.features.map(({ geometry, properties }) => [properties['station'], ...geometry.coordinates, properties['demonstration']])).toEqual(rows.map(({ station, longitude, latitude }) => [station, longitude, latitude, '示例 demonstration']));
  const jsonLd = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(readFileSync(join(portal.folder, 'stations/centre/index.html'), 'utf8'))?.[1] ?? 'null') as { name: string; openingHoursSpecification: { validFrom: string; opens: string; closes: string }[] };
  expect(jsonLd.name).toMatch(/^\[示例\]/);
  expect(jsonLd.openingHoursSpecification.length).toBe(35);
  expect(jsonLd.openingHoursSpecification.find(({ validFrom }) => validFrom === '2026-11-24')).toMatchObject({ opens: '08:00', closes: '19:00' });
});

test('a portal without stations has no page, no section and no word about them', async () => {
  const small = inject('portals').find(({ name }) => name === 'small')!;
  for (const path of ['index.html', 'stock/a-positive/index.html']) {
    const html = readFileSync(join(small.folder, path), 'utf8');
    expect(html).not.toMatch(/href="[^"]*stations\/|<place-finder|data-place=|class="give/);
  }
});
