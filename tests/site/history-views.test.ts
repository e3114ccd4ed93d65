/** The views of the history page in a browser, each with its numbers worked out again from the published tables by plain loops. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { StaticServer } from '../../scripts/serve.ts';
import { accessibilityFindings } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { downloaded, patient, publishedIn, shift, shown } from '../support/history-page.ts';
import { openContext, servePortal, visit } from '../support/visit.ts';

const portal = inject('portals').find(({ name }) => name === 'demonstration')!;
const singapore = inject('portals').find(({ name }) => name === 'singapore')!;
const published = publishedIn(portal);

let browser: Browser;
let server: StaticServer;
let singaporeServer: StaticServer;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await servePortal(portal, true);
  singaporeServer = await servePortal(singapore, true);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([server.close(), singaporeServer.close()]);
});

async function opened<T>(address: string, look: (page: Page, context: BrowserContext) => Promise<T>, options: Parameters<typeof openContext>[1] = {}, at: StaticServer = server): Promise<T> {
  const context = await openContext(browser, options);
  const { page, trouble } = await visit(context, at.origin, address);
  await shown(page, 'view=');
  const seen = await look(page, context);
  expect(trouble).toEqual([]);
  await context.close();
  return seen;
}

const paths = (page: Page) => page.locator('[data-picture] path:not(.chart-cursor)').evaluateAll((all) => all.map((path) => path.getAttribute('d')));

/** Mean of the seven days that end on a date, of at least four numbers. */
function weekMean(on: (date: string) => number | null): (date: string) => number | null {
  return (date) => {
    const known = Array.from({ length: 7 }, (_, back) => on(shift(date, -back))).filter((value) => value !== null);
    return known.length < 4 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
}

/** Days of supply from stock and requests, as the page defines them; for 2025 and 2026. */
function daysOf(abo: string): (date: string) => number | null {
  const [stock, requested] = [published('stock', 'quantity', abo), published('issues', 'requested', abo)];
  return (date) => {
    const window = Array.from({ length: 28 }, (_, back) => requested(shift(date, -back))).filter((value) => value !== null);
    const quantity = stock(date);
    return quantity === null || window.length === 0 ? null : quantity / (window.reduce((sum, value) => sum + value, 0) / window.length);
  };
}

function expectNear(text: string | undefined, value: number | null, what: string, tolerance = 0.0051): void {
  if (value === null) expect(text, what).toBe('');
  else expect(Math.abs(Number(text) - value), what).toBeLessThanOrEqual(tolerance);
}

test.each(['together', 'years', 'levels', 'flow'])('the view %s is chosen by hand, kept by the address, undone by the way back, and the same for somebody else', async (view) => {
  await opened('/stock/history/?groups=a-positive,o-positive&from=2024-06-01&to=2026-11-21', async (page, context) => {
    const before = page.url();
    const first = await paths(page);
    await page.locator(`input[name="view"][value="${view}"]`).check();
    await shown(page, `view=${view}`);
    const own = await paths(page);
    expect(own).not.toEqual(first);
    const rows = await downloaded(page);
    const { page: other, trouble } = await visit(context, server.origin, new URL(page.url()).pathname + new URL(page.url()).search);
    await shown(other, `view=${view}`);
    expect(await paths(other)).toEqual(own);
    expect(await downloaded(other)).toEqual(rows);
    expect(await other.locator('[data-sentence]').innerText()).toBe(await page.locator('[data-sentence]').innerText());
    expect(trouble).toEqual([]);
    await page.goBack();
    await shown(page, 'view=panels');
    expect(page.url()).toBe(before);
    expect(await paths(page)).toEqual(first);
    expect(await page.locator('input[name="view"][value="panels"]').isChecked()).toBe(true);
  });
});

test('what came in and went out is what the tables of collections and issues say', async () => {
  const flows = [['collected', published('collections', 'quantity', 'O')], ['issued', published('issues', 'quantity', 'O')], ['requested', published('issues', 'requested', 'O')]] as const;
  for (const by of ['day', 'week'] as const) {
    const { rows, labels } = await opened(`/stock/history/?view=flow&groups=o-positive&from=2025-12-01&to=2026-01-31&by=${by}&unit=stock`, async (page) => ({
      rows: await downloaded(page),
      labels: await page.locator('[data-picture] [class*="word-"]').allTextContents(),
    }));
    expect(labels).toEqual(expect.arrayContaining(['采集', '发出', '申请']));
    expect(rows).toHaveLength(62 * 4);
    for (const [measure, on] of flows) {
      const own = rows.filter((row) => row['measure'] === measure);
      expect(own).toHaveLength(62);
      for (const row of own) {
        expect(row).toMatchObject({ unit: 'U', station: 'all', mean_of_days: by === 'week' ? '7' : '1', release: 'not_released' });
        expectNear(row['value'], (by === 'week' ? weekMean(on) : on)(row['date']!), `${measure} ${row['date']}`);
      }
    }
  }
});

test('levels are those of the thresholds of the day; the finding counts the days below normal', async () => {
  const days = daysOf('A');
  const { rows, finding } = await opened('/stock/history/?view=levels&groups=a-positive&from=2026-01-01&to=2026-11-21', async (page) => ({ rows: await downloaded(page), finding: await page.locator('[data-finding]').innerText() }));
  expect(rows).toHaveLength(325);
  let under = 0;
  for (const row of rows) {
    const value = days(row['date']!);
    const level = value === null ? '' : value >= 7 ? 'normal' : value >= 4 ? 'low' : value >= 2 ? 'short' : 'critical';
    expect(row, row['date']).toMatchObject({ measure: 'level', value: level, level_by: level === '' ? '' : 'portal' });
    if (level !== '' && level !== 'normal') under += 1;
  }
  expect(under).toBeGreaterThan(100);
  expect(finding).toContain(`A 型 低于“正常”：${under} 天`);
});

test('years lie on each other by date, or by their distance from Spring Festival', async () => {
  const stock = published('stock', 'quantity', 'B');
  const festivals = { 2025: '2025-01-29', 2026: '2026-02-17', 2027: '2027-02-06' };
  for (const align of ['calendar', 'festival'] as const) {
    const { rows, ends } = await opened(`/stock/history/?view=years&align=${align}&groups=b-positive&from=2025-01-01&to=2026-11-21&by=day&unit=stock`, async (page) => ({
      rows: await downloaded(page),
      ends: await page.locator('[data-picture] text.chart-end-label').allTextContents(),
    }));
    expect(rows).toHaveLength(690);
    for (const row of rows) {
      const date = row['date']!;
      expectNear(row['value'], stock(date), date);
      if (align === 'calendar') expect(row).toMatchObject({ aligned_on: 'calendar', aligned_year: date.slice(0, 4), aligned_day: date.slice(5) });
      else {
        const distances = Object.entries(festivals).map(([year, festival]) => ({ year, days: Math.round((Date.parse(date) - Date.parse(festival)) / 86_400_000) }));
        const nearest = distances.reduce((best, one) => (Math.abs(one.days) < Math.abs(best.days) ? one : best));
        expect(row, date).toMatchObject({ aligned_on: 'spring_festival', aligned_year: nearest.year, aligned_day: String(nearest.days) });
      }
    }
    expect(ends).toContain(align === 'calendar' ? '2026' : '2027');
  }
});

test('the season is the range of the same days of earlier years', async () => {
  const from = '2026-07-01';
  const all = await opened('/stock/history/?groups=o-positive&by=day', downloaded);
  const daily = new Map(all.map((row) => [row['date'], row['value'] === '' ? null : Number(row['value'])]));
  const mean = weekMean((date) => daily.get(date) ?? null);
  const { rows, bands } = await opened(`/stock/history/?groups=o-positive&from=${from}&to=2026-07-20&by=day&season=on`, async (page) => ({ rows: await downloaded(page), bands: await page.locator('[data-picture] path.chart-band').count() }));
  expect(bands).toBe(1);
  expect(rows).toHaveLength(20 * 4);
  for (let date = from; date <= '2026-07-20'; date = shift(date, 1)) {
    const earlier = Array.from({ length: 10 }, (_, back) => mean(`${2025 - back}${date.slice(4)}`)).filter((value) => value !== null).toSorted((a, b) => a - b);
    expect(earlier.length).toBeGreaterThanOrEqual(8);
    const quantile = (share: number) => {
      const at = share * (earlier.length - 1);
      const [low, high] = [earlier[Math.floor(at)]!, earlier[Math.ceil(at)]!];
      return low + (high - low) * (at - Math.floor(at));
    };
    for (const [measure, share] of [['season_p10', 0.1], ['season_median', 0.5], ['season_p90', 0.9]] as const) {
      expectNear(rows.find((row) => row['date'] === date && row['measure'] === measure)?.['value'], quantile(share), `${measure} ${date}`);
    }
  }
});

test('a station has its own numbers and its own dates', async () => {
  await opened('/stock/history/?groups=a-positive&by=day&unit=stock', async (page) => {
    await page.locator('fieldset:not([hidden]) select[name="station"]').selectOption('branch-east');
    await shown(page, 'station=branch-east&groups=a-positive&from=2024-11-22');
    expect(await page.locator('input[name="from"]').getAttribute('min')).toBe('2024-11-22');
    await page.locator('[data-preset="90"]').click();
    await shown(page, 'from=2026-08-24');
    const rows = await downloaded(page);
    expect(rows).toHaveLength(90);
    const stock = published('stock', 'quantity', 'A', ['branch-east']);
    for (const row of rows) {
      expect(row['station']).toBe('branch-east');
      expectNear(row['value'], stock(row['date']!), row['date']!);
    }
    // The thresholds of the station, which are lower than the region's.
    await page.locator('input[name="unit"][value="days"]').check();
    await shown(page, 'unit=days');
    expect((await page.locator('[data-picture] text').allTextContents()).join('')).toContain('警戒线（天）：正常 5（2024-11-22 起）');
  });
});

test('the table of a view says what its days say', async () => {
  const [from, to] = ['2026-02-01', '2026-04-30'];
  const { cells, head, finding } = await opened(`/stock/history/?groups=a-positive,o-positive&from=${from}&to=${to}`, async (page) => {
    await page.locator('details[data-text]').first().locator('summary').click();
    const table = page.locator('[data-facts]');
    await expect.poll(() => table.locator('tbody tr').count(), patient).toBe(2);
    return {
      head: await table.locator('thead th').allTextContents(),
      cells: await table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.dataset['value'] ?? cell.textContent ?? ''))),
      finding: await page.locator('[data-finding]').innerText(),
    };
  });
  expect(head).toEqual(['血型', '最低（天）', '哪一天', '低于“正常”的天数', '2025-04-30（天）', '2026-04-30（天）', '变化', '最长一段没有数字']);
  const lowests: { group: string; value: number; date: string }[] = [];
  for (const [index, abo] of ['A', 'O'].entries()) {
    const days = daysOf(abo);
    const dates = Array.from({ length: 89 }, (_, day) => shift(from, day));
    const known = dates.flatMap((date) => {
      const value = days(date);
      return value === null ? [] : [{ date, value }];
    });
    const lowest = known.reduce((least, one) => (one.value < least.value ? one : least));
    let [longest, run] = [0, 0];
    for (const date of dates) longest = Math.max(longest, (run = days(date) === null ? run + 1 : 0));
    const [, value, date, under, before, now, change, gap] = cells[index]!;
    expectNear(value, lowest.value, abo);
    expect(date).toContain(lowest.date);
    expect(Number(under)).toBe(known.filter((one) => one.value < 7).length);
    expectNear(before, days('2025-04-30'), 'before');
    expectNear(now, days(to), 'now');
    expectNear(change, days(to)! - days('2025-04-30')!, 'change', 0.011);
    expect(Number(gap)).toBe(longest);
    lowests.push({ group: abo, ...lowest });
  }
  const least = lowests.reduce((a, b) => (b.value < a.value ? b : a));
  const [year, month, day] = least.date.split('-').map(Number);
  expect(finding.replaceAll(/\s/g, '')).toContain(`所选血型中最低的是${least.group}型：${least.value.toFixed(1)}天（${year}年${month}月${day}日）`);
});

test('thresholds, notes, restrictions, breaks and gaps are in the drawing with their dates', async () => {
  await opened('/stock/history/?groups=o-positive', async (page) => {
    const words = (await page.locator('[data-picture] text').allTextContents()).join('\n');
    for (const part of ['2022-12-20至2023-01-12 示例市卫生健康委员会（虚构）发布：二级预警（示例）', '2024-01-01 红细胞“正常”的警戒线由6天改为7天', '正常 6（2016-11-22 起）、7（2024-01-01 起）', '宣布限制用血', '统计办法有变']) expect(words.replaceAll('\n', '')).toContain(part);
    expect(await page.locator('[data-picture] rect.chart-restriction').count()).toBe(1);
    expect(await page.locator('[data-picture] path.chart-break').count()).toBe(3);
    // What concerns donations only is no break of the stock, and stands nowhere beside it.
    expect(words).not.toContain('献血者');
    expect(await page.locator('[data-picture] path.chart-gap').count()).toBeGreaterThanOrEqual(2);
    // The line is broken at the week without a count and at each change of the way of counting.
    expect(((await page.locator('[data-picture] path.chart-line').getAttribute('d')) ?? '').match(/M/g)?.length).toBeGreaterThanOrEqual(5);
  });
});

test('a calendar is read by keys: along the row, and from year to year', async () => {
  await opened('/en/stock/history/?view=levels&groups=o-positive', async (page) => {
    const picture = page.locator('[data-picture]');
    await picture.focus();
    expect(await picture.getAttribute('aria-valuetext')).toMatch(/^2026-11-21 · O /);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    expect(await picture.getAttribute('aria-valuetext')).toMatch(/^2025-11-20 · O /);
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('[data-reading]').textContent()).toMatch(/^2026-11-20 · O short$/);
    // A screen reader speaks the value of the drawing; the live region does not repeat it.
    expect(await page.locator('[data-reading]').getAttribute('aria-live')).toBe('off');
    expect(await page.locator('[data-reading]').textContent()).toBe(await picture.getAttribute('aria-valuetext'));
    expect(await page.locator('path.chart-cursor').getAttribute('d')).not.toBe('');
  });
});

test('a finger reads a day, and the drawing can still be scrolled past', async () => {
  await opened(
    '/stock/history/?groups=a-positive&from=2026-01-01&to=2026-01-31&by=day',
    async (page) => {
      await page.locator('[data-picture] svg').scrollIntoViewIfNeeded();
      const box = (await page.locator('[data-picture] svg').boundingBox())!;
      await page.touchscreen.tap(box.x + box.width * 0.4, box.y + 60);
      await expect.poll(() => page.locator('[data-reading]').textContent(), patient).toMatch(/^2026-01-\d\d · A 型 /);
      expect(await page.locator('[data-reading]').getAttribute('aria-live')).toBe('polite');
      expect(new URL(page.url()).searchParams.get('from')).toBe('2026-01-01');
      expect(await page.locator('[data-picture]').evaluate((element) => getComputedStyle(element).touchAction)).toBe('pan-y');
    },
    { hasTouch: true, viewport: { width: 390, height: 844 } },
  );
});

test('the sentence is spoken when the view changes, and says what is wrong with a choice', async () => {
  await opened('/en/stock/history/?groups=a-positive', async (page) => {
    const sentence = page.locator('[data-sentence][role="status"]');
    expect(await sentence.innerText()).toContain('Red cells (Whole region), A, ');
    await page.locator('fieldset:not([hidden]) input[value="a-positive"]').uncheck();
    await expect.poll(() => sentence.innerText(), patient).toMatch(/^Choose at least one group\. Red cells \(Whole region\), A, /);
    await page.locator('fieldset:not([hidden]) input[value="o-positive"]').check();
    await shown(page, 'groups=o-positive');
    expect(await sentence.innerText()).toContain('Red cells (Whole region), O, ');
  });
});

test('the code to embed opens the same view in a frame of another page, with source, date and the way back', async () => {
  await opened('/en/stock/history/?view=levels&groups=o-positive&from=2025-01-01&to=2026-11-21', async (page, context) => {
    await page.getByText('Embed', { exact: true }).click();
    await expect.poll(() => page.locator('[data-embed-code]').textContent(), patient).toContain('<iframe');
    const code = (await page.locator('[data-embed-code]').textContent()) ?? '';
    const address = new URL(/src="([^"]+)"/.exec(code)?.[1]?.replaceAll('&amp;', '&') ?? '');
    const own = await paths(page);
    const { page: frame, trouble } = await visit(context, server.origin, address.pathname + address.search);
    await shown(frame, 'view=levels');
    expect(address.pathname).toBe('/en/embed/history/');
    expect(await paths(frame)).toEqual(own);
    expect(await frame.locator('form, [data-action]').count()).toBe(0);
    expect((await frame.locator('[data-picture] text.chart-source').allTextContents()).join(' ')).toContain('data to 21 November 2026');
    expect(await frame.locator('a[data-whole]').getAttribute('href')).toBe(`/en/stock/history/${await page.locator('history-desk').getAttribute('data-shown')}`);
    expect(trouble).toEqual([]);
    expect(await accessibilityFindings(frame)).toEqual([]);
  });
});

test('the interactive view needs at most two more requests than the page', async () => {
  const context = await openContext(browser);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(`${request.resourceType()} ${new URL(request.url()).pathname}`));
  const { page } = await visit(context, server.origin, '/stock/history/');
  await shown(page, 'view=panels');
  await page.locator('[data-preset="365"]').click();
  await shown(page, 'from=2025-11-22');
  // What every page has: itself and the icon.
  const own = asked.filter((one) => !/^(document|other|image)/.test(one));
  expect(own).toHaveLength(2);
  expect(own[1]).toBe('fetch /stock/history/data/red_cells.json');
  await context.close();
});

test('on a phone the choices wait behind one line, with room they stand open, in older browsers too', async () => {
  const choices = (page: Page) => page.locator('.desk-choices');
  const view = (page: Page) => page.locator('input[name="view"][value="years"]');
  await opened('/stock/history/', async (page) => {
    expect(await view(page).isVisible()).toBe(false);
    const chart = (await page.locator('[data-picture] svg:visible').boundingBox())?.y ?? Infinity;
    expect(chart).toBeLessThan(1000);
    await choices(page).locator('summary').focus();
    await page.keyboard.press('Enter');
    await view(page).check();
    await shown(page, 'view=years');
  }, { viewport: { width: 390, height: 844 } });
  await opened('/stock/history/', async (page) => {
    expect(await view(page).isVisible()).toBe(true);
    expect(await choices(page).locator('summary').isVisible()).toBe(false);
  });
  const context = await openContext(browser);
  await context.addInitScript(() => Object.assign(CSS, { supports: () => false }));
  const { page } = await visit(context, server.origin, '/stock/history/');
  expect(await choices(page).getAttribute('open')).toBe('');
  await context.close();
});

describe('every view keeps to 320 pixels and to the rules of accessibility', () => {
  test.each(['together', 'years', 'levels', 'flow'])('%s', async (view) => {
    await opened(
      `/en/stock/history/?view=${view}`,
      async (page) => {
        await page.locator('details[data-text] summary').evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
        await expect.poll(() => page.locator('[data-facts] tbody tr').count(), patient).toBe(4);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        expect(await accessibilityFindings(page)).toEqual([]);
      },
      { viewport: { width: 320, height: 700 } },
    );
  });
});

describe('eight groups in percent', () => {
  test('have a calendar of the publisher’s levels, years and a season, but no flows and no days', async () => {
    await opened(
      '/en/stock/history/?view=levels',
      async (page) => {
        expect(await page.locator('input[name="view"]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual(['panels', 'together', 'years', 'levels']);
        const rows = await downloaded(page);
        expect(new Set(rows.map((row) => row['level_by']))).toEqual(new Set(['', 'publisher']));
        expect(rows.some((row) => row['value'] === 'critical' || row['value'] === 'low')).toBe(true);
        expect((await page.locator('[data-picture] text').allTextContents()).join(' ')).toContain('levels as the publisher states them');
        expect(await page.locator('input[name="view"][value="together"]').isDisabled()).toBe(true);
        await page.locator('input[name="view"][value="years"]').check();
        await shown(page, 'view=years');
        expect(await page.locator('[data-sentence]').innerText()).toContain('(%)');
      },
      {},
      singaporeServer,
    );
  });

  test('are in the file as the published table has them', async () => {
    const rows = await opened('/stock/history/?by=day', downloaded, {}, singaporeServer);
    const stock = (await (await fetch(`${singaporeServer.origin}/data/v1/stock.csv`)).text()).replace('\uFEFF', '').split('\r\n').slice(1).filter((line) => line !== '').map((line) => line.split(','));
    const header = (await (await fetch(`${singaporeServer.origin}/data/v1/stock.csv`)).text()).replace('\uFEFF', '').split('\r\n')[0]!.split(',');
    const cell = (line: readonly string[], name: string) => line[header.indexOf(name)] ?? '';
    const byKey = new Map(stock.map((line) => [`${cell(line, 'date')} ${cell(line, 'abo').toLowerCase()}-${cell(line, 'rhd')}`, cell(line, 'quantity')]));
    expect(rows.filter((row) => row['value'] !== '').length).toBe([...byKey.values()].filter((value) => /^\d/.test(value)).length);
    for (const row of rows) {
      const value = byKey.get(`${row['date']} ${row['group']}`) ?? '';
      expectNear(row['value'], /^\d/.test(value) ? Number(value) : null, `${row['date']} ${row['group']}`);
      expect(row['unit']).toBe('percent');
    }
  });
});
