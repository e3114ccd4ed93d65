/** The history page in a browser: choosing, typing, sharing, downloading; by keyboard, on a narrow screen, and without a script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { StaticServer } from '../../scripts/serve.ts';
import { accessibilityFindings } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { listFiles } from '../support/templates.ts';
import { downloaded, patient, publishedIn, shift, shown } from '../support/history-page.ts';
import { openContext, servePortal, visit } from '../support/visit.ts';

const portals = inject('portals');
const portal = portals.find(({ name }) => name === 'demonstration')!;
const below = portals.find(({ name }) => name === 'demonstration-below')!;
const singapore = portals.find(({ name }) => name === 'singapore')!;
const published = publishedIn(portal);

let browser: Browser;
let server: StaticServer;
let belowServer: StaticServer;
let singaporeServer: StaticServer;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await servePortal(portal, true);
  belowServer = await servePortal(below, true);
  singaporeServer = await servePortal(singapore, true);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([server, belowServer, singaporeServer].map((one) => one.close()));
});

async function opened<T>(address: string, look: (page: Page, context: BrowserContext) => Promise<T>, options: Parameters<typeof openContext>[1] = {}, at: StaticServer = server): Promise<T> {
  const context = await openContext(browser, options);
  const { page, trouble } = await visit(context, at.origin, address);
  const seen = await look(page, context);
  expect(trouble).toEqual([]);
  await context.close();
  return seen;
}

test('what is chosen and typed is in the address, and the address gives the same numbers to somebody else', async () => {
  await opened('/stock/history/', async (page, context) => {
    await shown(page, 'by=week');
    await page.locator('fieldset:not([hidden]) input[value="b-positive"]').uncheck();
    await page.locator('fieldset:not([hidden]) input[value="ab-positive"]').uncheck();
    await page.locator('input[name="by"][value="day"]').check();
    await page.locator('input[name="from"]').fill('2025-03-01');
    await page.locator('input[name="to"]').fill('2025-05-29');
    await shown(page, 'groups=a-positive,o-positive&from=2025-03-01&to=2025-05-29&by=day&unit=days');
    expect(new URL(page.url()).search).toBe(await page.locator('history-desk').getAttribute('data-shown'));
    expect(await page.locator('[data-sentence]').innerText()).toMatch(/A 型、O 型，2025年3月1日至2025年5月29日/);
    const lines = (of: Page) => of.locator('[data-picture] path.chart-line').evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
    const rows = await downloaded(page);
    const { page: other } = await visit(context, server.origin, new URL(page.url()).pathname + new URL(page.url()).search);
    await shown(other, 'to=2025-05-29');
    expect(await lines(other)).toEqual(await lines(page));
    expect(await downloaded(other)).toEqual(rows);
    expect(rows).toHaveLength(2 * 90);

    const before = page.url();
    await page.locator('[data-preset="90"]').click();
    await shown(page, 'to=2026-11-21');
    expect(await page.locator('[data-preset="90"]').getAttribute('aria-pressed')).toBe('true');
    await page.goBack();
    await shown(page, 'to=2025-05-29');
    expect(page.url()).toBe(before);
    expect(await page.locator('input[name="to"]').inputValue()).toBe('2025-05-29');
    await page.goForward();
    await shown(page, 'to=2026-11-21');
  });
});

test.each([['O', 'o-positive'], ['AB', 'ab-positive']])('the downloaded days of %s are those of the published stock and requests', async (abo, group) => {
  const [from, to] = ['2025-03-01', '2025-06-30'];
  const stock = published('stock', 'quantity', abo);
  const requested = published('issues', 'requested', abo);
  const daysOn = (date: string): number | null => {
    const window = Array.from({ length: 28 }, (_, back) => requested(shift(date, -back))).filter((value) => value !== null);
    const quantity = stock(date);
    return quantity === null || window.length === 0 ? null : quantity / (window.reduce((sum, value) => sum + value, 0) / window.length);
  };
  const weekOn = (date: string): number | null => {
    const known = Array.from({ length: 7 }, (_, back) => daysOn(shift(date, -back))).filter((value) => value !== null);
    return known.length < 4 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const address = (by: string, unit: string) => `/stock/history/?component=red_cells&groups=${group}&from=${from}&to=${to}&by=${by}&unit=${unit}`;
  const cases = [['day', 'days', daysOn], ['week', 'days', weekOn], ['day', 'stock', stock]] as const;
  for (const [by, unit, expected] of cases) {
    const rows = await opened(address(by, unit), async (page) => {
      await shown(page, `by=${by}`);
      return downloaded(page);
    });
    expect(rows).toHaveLength(122);
    expect(rows.filter((row) => row['value'] !== '').length).toBeGreaterThan(100);
    for (const [index, row] of rows.entries()) {
      const date = shift(from, index);
      expect(row).toMatchObject({ date, station: 'all', component: 'red_cells', group, unit: unit === 'days' ? 'days' : 'U', mean_of_days: by === 'week' ? '7' : '1', as_of: '2026-11-21', demonstration: '示例 demonstration' });
      const value = expected(date);
      if (value === null) expect(row['value'], date).toBe('');
      else expect(Math.abs(Number(row['value']) - value), date).toBeLessThanOrEqual(0.0051);
    }
  }
});

test('every statement is what the published numbers say', async () => {
  interface Changes {
    readonly scale: number;
    readonly changes: readonly (number | null)[];
  }
  const piece = JSON.parse(readFileSync(join(portal.folder, 'stock/history/data/red_cells.json'), 'utf8')) as { start: string; groups: { group: string; quantity: Changes; demand: Changes & { readonly counted: readonly (readonly [number, number | null])[] } }[] };
  const seen = await opened(
    '/stock/history/',
    async (page) => ({
      title: await page.locator('h1').innerText(),
      rows: await page.locator('.desk-facts').first().locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.dataset['value'] ?? cell.textContent?.trim() ?? ''))),
      gap: await page.locator('.desk-facts h2').first().innerText(),
      years: await page.locator('.desk-facts').nth(1).locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent?.trim() ?? ''))),
    }),
    { javaScriptEnabled: false },
  );
  const lowest: { group: string; value: number; date: string }[] = [];
  for (const [index, { group, quantity, demand }] of piece.groups.entries()) {
    const byDate = new Map<string, number>();
    const counted = demand.counted.flatMap(([days, each]) => new Array<number | null>(days).fill(each));
    let [stock, sum] = [0, 0];
    for (const [day, change] of quantity.changes.entries()) {
      stock += change ?? 0;
      sum += demand.changes[day] ?? 0;
      const each = counted[day] ?? null;
      if (change !== null && each !== null && demand.changes[day] !== null) byDate.set(shift(piece.start, day), stock / quantity.scale / (sum / demand.scale / each));
    }
    const known = [...byDate].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const least = Math.min(...byDate.values());
    const [, value = '', date = '', before = '', now = '', change = '', gap = ''] = seen.rows[index] ?? [];
    expect(Number(value), group).toBeCloseTo(least, 1);
    expect(byDate.get(date), group).toBeCloseTo(least, 9);
    lowest.push({ group, value: Number(value), date });
    expect(Number(before)).toBeCloseTo(byDate.get('2025-11-21')!, 1);
    expect(Number(now)).toBeCloseTo(byDate.get('2026-11-21')!, 1);
    expect(Number(change)).toBeCloseTo(Number(now) - Number(before), 6);
    const silent = known.slice(1).map(([at], place) => (Date.parse(at) - Date.parse(known[place]![0])) / 86_400_000 - 1);
    expect(Number(gap)).toBe(Math.max(...silent));
  }
  const [first] = lowest.toSorted((a, b) => a.value - b.value);
  const [year, month, day] = first!.date.split('-').map(Number);
  expect(seen.title.replaceAll(/\s/g, '')).toContain(`${first!.value.toFixed(1)}天（${year}年${month}月${day}日）`);
  expect(seen.title).toContain(`${first!.group.split('-')[0]!.toUpperCase()} 型`);
  expect(seen.gap.replaceAll(/\s/g, '')).toContain('2021年9月13日至2021年9月19日，7天');

  // Days of 2025 under the line at 7, from stock and requests.
  for (const [column, abo] of ['A', 'B', 'O', 'AB'].entries()) {
    const [stock, requested] = [published('stock', 'quantity', abo), published('issues', 'requested', abo)];
    let under = 0;
    let judged = 0;
    for (let date = '2025-01-01'; date <= '2025-12-31'; date = shift(date, 1)) {
      const window = Array.from({ length: 28 }, (_, back) => requested(shift(date, -back))).filter((value) => value !== null);
      const quantity = stock(date);
      if (quantity === null || window.length === 0) continue;
      judged += 1;
      if ((quantity * window.length) / window.reduce((sum, value) => sum + value, 0) < 7) under += 1;
    }
    expect(seen.years.find(([name]) => name === '2025')?.[column + 1], abo).toBe(`${under}（${judged}）`);
  }
});

test('with the keyboard alone a view is chosen and read day by day', async () => {
  await opened('/en/stock/history/?component=red_cells&groups=o-positive&from=2026-01-01&to=2026-03-31&by=day&unit=stock', async (page) => {
    await shown(page, 'unit=stock');
    await page.locator('input[name="unit"][value="stock"]').focus();
    await page.keyboard.press('ArrowLeft');
    await shown(page, 'unit=days');
    const picture = page.locator('[data-picture]');
    await picture.focus();
    await page.keyboard.press('Home');
    expect(await picture.getAttribute('aria-valuetext')).toMatch(/^2026-01-01 · O /);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageUp');
    const read = (await picture.getAttribute('aria-valuetext')) ?? '';
    expect(read).toMatch(/^2026-01-09 · O \d+\.\d.days$/);
    expect(await page.locator('[data-reading]').textContent()).toBe(read);
    const ninth = (await downloaded(page)).find((row) => row['date'] === '2026-01-09');
    expect(Number(/O (\S+?)\u202F/.exec(read)?.[1])).toBeCloseTo(Number(ninth?.['value']), 1);
    expect(await picture.locator('[tabindex]').count()).toBe(0);
  });
});

test('the pointer reads the day under it, and a drag chooses days', async () => {
  await opened('/stock/history/?component=red_cells&groups=a-positive&from=2026-01-01&to=2026-01-31&by=day&unit=days', async (page) => {
    await shown(page, 'to=2026-01-31');
    await page.locator('[data-picture]').scrollIntoViewIfNeeded();
    const axis = await page.locator('[data-picture] path.chart-axis').first().boundingBox();
    const [left, width, y] = [axis?.x ?? 0, axis?.width ?? 0, (axis?.y ?? 0) - 40];
    await page.mouse.move(left + width / 2, y);
    expect(await page.locator('[data-reading]').textContent()).toMatch(/^2026-01-16 · A 型 /);
    await page.mouse.move(left + width / 3, y);
    await page.mouse.down();
    await page.mouse.move(left + width / 2, y, { steps: 4 });
    await page.mouse.move(left + (width * 2) / 3, y, { steps: 4 });
    await page.mouse.up();
    await shown(page, 'from=2026-01-11&to=2026-01-21');
    expect(await page.locator('input[name="from"]').inputValue()).toBe('2026-01-11');

    // Beyond the right end the last day is meant; Escape ends a drag without a choice.
    await page.mouse.move(left + width / 2, y);
    await page.mouse.down();
    await page.mouse.move(left + width + 60, y + 300, { steps: 4 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(new URL(page.url()).searchParams.get('from')).toBe('2026-01-11');
    await page.mouse.move(left + width / 2, y);
    await page.mouse.down();
    await page.mouse.move(left + width + 60, y + 300, { steps: 4 });
    await page.mouse.up();
    await shown(page, 'from=2026-01-16&to=2026-01-21');
  });
});

test('the pictures to take away hold the sentence, the source and the date', async () => {
  await opened('/stock/history/?component=red_cells&groups=a-positive,o-positive&from=2025-01-01&to=2026-11-21&by=week&unit=days', async (page) => {
    await shown(page, 'by=week');
    const sentence = await page.locator('[data-sentence]').innerText();
    const save = async (kind: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-action="${kind}"]`).click()]);
      expect(file.suggestedFilename()).toBe(`demonstration-stock-red_cells-2025-01-01-2026-11-21.${kind}`);
      return readFileSync(await file.path());
    };
    const svg = (await save('svg')).toString('utf8');
    const words = [...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text).join('');
    const finding = await page.locator('[data-finding]').innerText();
    for (const part of [finding, sentence, '来源：示例市血液中心（虚构）', '数据截至2026年11月21日', '示例数据']) expect(words.replaceAll(' ', '')).toContain(part.replaceAll(' ', ''));
    expect(svg).not.toMatch(/class=|var\(|<script|<style/);
    const png = await save('png');
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    // Twice the size of the drawing with its margins.
    expect(png.readUInt32BE(16)).toBe(2 * Number(/ width="(\d+)/.exec(svg)?.[1]));
    expect(png.length).toBeGreaterThan(20_000);
  });
});

test('the words of a picture end inside it, in English too', async () => {
  await opened('/en/stock/history/?view=flow&groups=a-positive&from=2026-01-01', async (page, context) => {
    await shown(page, 'view=flow');
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-action="svg"]').click()]);
    const markup = readFileSync(await file.path(), 'utf8');
    const picture = await context.newPage();
    await picture.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`);
    const [reach, end] = await picture.evaluate(() => {
      const svg = document.documentElement as unknown as SVGSVGElement;
      return [Math.max(...[...svg.querySelectorAll('text')].map((text) => text.getBBox().x + text.getBBox().width)), svg.viewBox.baseVal.x + svg.viewBox.baseVal.width] as const;
    });
    expect(reach).toBeGreaterThan(500);
    expect(reach).toBeLessThanOrEqual(end);
  });
});

test('an address that asks for what does not exist is answered with the nearest view, which stands in the address', async () => {
  await opened('/stock/history/?groups=a-positive,z&from=2025-02-30&to=2025-03-10', async (page) => {
    await shown(page, 'groups=a-positive&from=2016-11-22&to=2025-03-10');
    expect(new URL(page.url()).search).toBe(await page.locator('history-desk').getAttribute('data-shown'));
    const sentence = page.locator('[data-sentence][role="status"]');
    expect(await sentence.innerText()).toMatch(/^网址要的有一部分不存在，下面是最接近的一图。(?:悬浮)?红细胞/);
    await page.locator('[data-preset="90"]').click();
    await shown(page, 'to=2026-11-21');
    expect(await sentence.innerText()).not.toContain('网址');
  });
});

test('while a date is wrong other choices are drawn, and after a failed fetch the page says what it shows', async () => {
  await opened('/stock/history/?groups=a-positive&from=2025-01-01&to=2025-03-01', async (page) => {
    await shown(page, 'by=week');
    await page.locator('input[name="from"]').fill('2025-05-01');
    await page.locator('input[name="by"][value="day"]').check();
    await shown(page, 'from=2025-01-01&to=2025-03-01&by=day');
    expect(await page.locator('[data-sentence]').innerText()).toMatch(/请填 2016-11-22 至 2026-11-21 之间的日期.*每天一个数/);
    expect(await page.locator('input[name="from"]').inputValue()).toBe('2025-05-01');
    await page.locator('input[name="to"]').fill('2025-06-01');
    await shown(page, 'from=2025-05-01&to=2025-06-01&by=day');
    expect(await page.locator('[data-sentence]').innerText()).not.toContain('请填');

    const before = new URL(page.url()).search;
    await page.route('**/stock/history/data/plasma.json', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: 'cut o' }));
    await page.locator('select[name="component"]').selectOption('plasma');
    await expect.poll(() => page.locator('[data-sentence]').innerText(), patient).toMatch(/没有取到.*红细胞.*2025年5月1日至2025年6月1日/);
    expect(new URL(page.url()).search).toBe(before);
    expect(await page.locator('select[name="component"]').inputValue()).toBe('red_cells');
    expect((await downloaded(page)).every((row) => row['component'] === 'red_cells')).toBe(true);
  });
});

test('the link to the other language keeps the view', async () => {
  await opened('/stock/history/?groups=a-positive&from=2025-01-01&to=2025-03-01', async (page) => {
    await page.locator('[data-preset="90"]').click();
    await shown(page, 'from=2026-08-24');
    const { search } = new URL(page.url());
    await page.locator('language-links a').first().click();
    await shown(page, 'from=2026-08-24');
    expect(new URL(page.url()).pathname).toBe('/en/stock/history/');
    expect(new URL(page.url()).search).toBe(search);
  });
});

test('another component brings its own groups, and a wrong date changes nothing', async () => {
  await opened('/stock/history/', async (page) => {
    await shown(page, 'red_cells');
    await page.locator('select[name="component"]').selectOption('plasma');
    await shown(page, 'component=plasma&station=all&groups=a,b,o,ab');
    const before = page.url();
    await page.locator('input[name="from"]').fill('2030-01-01');
    await expect.poll(() => page.locator('[data-sentence]').innerText(), patient).toContain('2016-11-22');
    expect(page.url()).toBe(before);
  });
});

test('the citation and the copied address open the same view', async () => {
  await opened('/en/stock/history/', async (page, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await shown(page, 'red_cells');
    await page.locator('[data-preset="365"]').click();
    await shown(page, 'from=2025-11-22');
    await page.locator('[data-action="copy"]').click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), patient).toBe(page.url());
    await page.getByText('Cite', { exact: true }).click();
    await expect.poll(() => page.locator('[data-citation]').last().innerText(), patient).toContain('from=2025-11-22');
    const [chinese = '', english = ''] = await page.locator('[data-citation]').allInnerTexts();
    expect(chinese).toMatch(/^示例市血液中心（虚构）\. .*\[DS\/OL\]\. \(2026-11-21\)\[\d{4}-\d{2}-\d{2}\]\. http/);
    expect(english).toContain('Data to 2026-11-21');
    for (const citation of [chinese, english]) expect(citation).toContain(page.url());
  });
});

test('without a script the chart, the statements and every month are there', async () => {
  await opened(
    '/stock/history/',
    async (page) => {
      expect(await page.locator('[data-picture] svg:visible path.chart-line').count()).toBe(4);
      expect(await page.locator('main form:visible, main [data-action]:visible').count()).toBe(0);
      const months = await page.locator('.desk-months').first().locator('tbody tr').count();
      expect(months).toBe(121);
      // The mean of October 2026, from the daily levels of the page's own data file.
      const cell = page.locator('.desk-months').first().locator('tr', { has: page.getByText('2026-10', { exact: true }) }).locator('td').nth(2);
      const stock = published('stock', 'quantity', 'O');
      const requested = published('issues', 'requested', 'O');
      const days = Array.from({ length: 31 }, (_, index) => shift('2026-10-01', index)).flatMap((date) => {
        const window = Array.from({ length: 28 }, (_one, back) => requested(shift(date, -back))).filter((value) => value !== null);
        const quantity = stock(date);
        return quantity === null ? [] : [quantity / (window.reduce((sum, value) => sum + value, 0) / window.length)];
      });
      expect(Number(await cell.getAttribute('data-value'))).toBeCloseTo(days.reduce((sum, value) => sum + value, 0) / days.length, 6);
    },
    { javaScriptEnabled: false },
  );
});

test.each(['/stock/history/', '/en/stock/history/'])('%s keeps to 320 pixels and to the rules of accessibility', async (address) => {
  await opened(
    address,
    async (page) => {
      await shown(page, 'red_cells');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await accessibilityFindings(page)).toEqual([]);
    },
    { viewport: { width: 320, height: 700 } },
  );
});

test('it works below a folder of a host', async () => {
  await opened('/portal/stock/history/', (page) => shown(page, 'red_cells'), {}, belowServer);
});

test('eight groups in percent, with the publisher’s levels, are a history too', async () => {
  await opened(
    '/stock/history/',
    async (page) => {
      await shown(page, 'component=unspecified');
      expect(await page.locator('[data-picture] path.chart-line').count()).toBe(8);
      expect(await page.locator('input[name="unit"]').count()).toBe(0);
      expect(await page.locator('[data-sentence]').innerText()).toMatch(/（全部血站合计），全部 8 个血型，.*%/);
      // Six days: shorter spans would be the same, and one choice is pressed.
      expect(await page.locator('[data-preset]:visible').evaluateAll((all) => all.map((one) => [(one as HTMLElement).dataset['preset'], one.getAttribute('aria-pressed')]))).toEqual([['all', 'true']]);
    },
    {},
    singaporeServer,
  );
});

test('the numbers of a component are at most 60 KB compressed', () => {
  const files = listFiles(join(portal.folder, 'stock/history/data'));
  // Four components and three stations of red cells, each with its stock and its flows.
  expect(files.length).toBe(14);
  for (const file of files) expect(gzipSync(readFileSync(join(portal.folder, 'stock/history/data', file)), { level: 9 }).length, file).toBeLessThanOrEqual(60_000);
});
