/** Supply and rates in a real browser: the choices in the address, everything printed without script, exact numbers behind the words, none of it where there is no data. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
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

/** The page at `address` of the portal in a profile of its own; nothing may have gone wrong on it when `look` is done. */
async function on(address: string, look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  const context = await openContext(browser, options);
  const { page, trouble } = await visit(context, server.origin, portal.base + address);
  await look(page);
  expect(trouble).toEqual([]);
  await context.close();
}

type Row = Readonly<Record<string, string>>;
/** A published file of the built site; none of those read here has a quoted cell. */
function published(file: string): readonly Row[] {
  const [header = '', ...lines] = readFileSync(join(portal.folder, file), 'utf8').replace('\uFEFF', '').split('\r\n').filter((line) => line !== '');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [header.split(',')[index] ?? '', cell])));
}
const ledgerColumns = ['opening', 'prepared', 'received', 'issued', 'transferred_out', 'expired', 'test_failed', 'other_discards', 'closing'];
/** Stations added, by plain loops. */
function ledgerSums(component: string, month: string): readonly number[] {
  const rows = published('data/v1/blood-ledger.csv').filter((row) => row['component'] === component && row['month'] === month);
  expect(rows.length).toBeGreaterThan(0);
  return ledgerColumns.map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0));
}

const shownBases = (page: Page) => page.locator('[data-base]').evaluateAll((panels) => panels.filter((panel) => panel.checkVisibility()).map((panel) => panel.getAttribute('data-base')));
const shownLedgers = (page: Page) => page.locator('ledger-choice figure[id]').evaluateAll((figures) => figures.filter((figure) => figure.checkVisibility()).map(({ id }) => id));
const equation = (page: Page, place: string) => page.locator(`${place} .equation dd`).evaluateAll((terms) => terms.map((term) => Number(term.getAttribute('data-value') ?? NaN)));
const query = (page: Page) => new URL(page.url()).search;

test('without script every base and component is printed, every year of the ledger has a link, and no control that would do nothing', async () => {
  for (const language of ['', 'en/']) {
    await on(`${language}rates/?base=registered`, async (page) => {
      expect(await shownBases(page)).toEqual(['resident', 'registered', 'age_18_55', 'age_18_60']);
      expect(await page.locator('.choose').isVisible()).toBe(false);
      expect(await page.locator('[data-numbers] tbody tr').count()).toBe(9 * 7);
    }, { javaScriptEnabled: false });
    await on(`${language}supply/?component=plasma&month=2021-03`, async (page) => {
      expect(await shownLedgers(page)).toEqual(['red-cells', 'apheresis-platelets', 'plasma', 'cryoprecipitate']);
      expect(await page.locator('.choose').isVisible()).toBe(false);
      await page.locator('nav a', { hasText: /^2021$/ }).click();
      const row = page.locator('#plasma tbody tr', { hasText: '2021-03' });
      expect((await row.locator('[data-value]').evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))))).slice(0, 9)).toEqual(ledgerSums('plasma', '2021-03'));
    }, { javaScriptEnabled: false });
  }
});

test('the address chooses base, year and region; a choice changes the address; Back and Forward follow', async () => {
  await on('en/rates/?base=registered&year=2024&region=sample-city-b', async (page) => {
    expect(await shownBases(page)).toEqual(['registered']);
    expect(await page.locator('[data-numbers] tr[data-year]:visible').count()).toBe(1);
    expect(await page.locator('[data-numbers] tr[data-year]:visible').innerText()).toMatch(/2024\s+District B/);
    const given = published('data/v1/donations.csv').filter((row) => row['region'] === 'sample-city-b' && row['month']?.startsWith('2024')).reduce((sum, row) => sum + Number(row['donations']), 0);
    const people = (base: string) => Number(published('data/v1/population.csv').find((row) => row['region'] === 'sample-city-b' && row['year'] === '2024' && row['base'] === base)?.['population']);
    const division = (base: string) => [given, people(base), 1000, Number(((given / people(base)) * 1000).toFixed(4))];
    expect(await equation(page, '[data-base="registered"]')).toEqual(division('registered'));
    await page.getByRole('radio', { name: 'people aged 18–60' }).check();
    expect(await shownBases(page)).toEqual(['age_18_60']);
    expect(await equation(page, '[data-base="age_18_60"]')).toEqual(division('age_18_60'));
    expect(await page.locator('[data-base="age_18_60"] .equation').innerText()).toMatch(/District B, 2024/);
    await page.locator('select[name="region"]').selectOption('');
    expect(query(page)).toBe('?base=age_18_60&year=2024');
    expect(await page.locator('[data-numbers] tr[data-year]:visible').count()).toBe(7);
    await page.goBack();
    expect(query(page)).toBe('?base=age_18_60&year=2024&region=sample-city-b');
    expect(await page.locator('select[name="region"]').inputValue()).toBe('sample-city-b');
    await page.goBack();
    expect(await shownBases(page)).toEqual(['registered']);
    await page.goForward();
    expect(await shownBases(page)).toEqual(['age_18_60']);
    expect(await equation(page, '[data-base="age_18_60"]')).toEqual(division('age_18_60'));
  });
});

test.each(['rates/', 'supply/', 'fund/', 'prices/'])('%s says until when its tables stand, and past that since when they do not', async (path) => {
  for (const language of ['', 'en/']) {
    await on(`${language}${path}`, async (page) => {
      expect(await page.locator('.table-standing [data-when="valid"]:visible').count()).toBeGreaterThan(0);
      expect(await page.locator('.table-standing [data-when="expired"]:visible').count()).toBe(0);
    });
    await on(`${language}${path}?clock=2028-01-01T00:00:00Z`, async (page) => {
      await page.locator('.table-standing [data-when="expired"]:visible').first().waitFor();
      expect(await page.locator('.table-standing [data-when="valid"]').count()).toBe(0);
    });
  }
});

test('what is missing to a target follows the chosen year and place, and closes the gap', async () => {
  await on('rates/?year=2017&region=sample-city-d', async (page) => {
    const [given = NaN, people = NaN] = await equation(page, '[data-base="resident"]');
    const needed = Math.ceil((15 * people) / 1000) - given;
    expect(needed).toBeGreaterThan(0);
    const sentence = await page.locator('[data-base="resident"] [data-target="15"]').innerText();
    expect(sentence).toContain('2017 年丁区');
    expect(sentence).toContain(`还差 ${needed.toLocaleString('en-US')} 人次`);
  });
});

test('the address chooses component and month of the ledger in both languages; Back and Forward follow; the latest month comes back whole', async () => {
  for (const [language, words] of [['', '2021年3月'], ['en/', 'March 2021']] as const) {
    await on(`${language}supply/?component=plasma&month=2021-03`, async (page) => {
      await page.locator(`#plasma h2:has-text("${words}")`).waitFor();
      expect(await shownLedgers(page)).toEqual(['plasma']);
      const sums = ledgerSums('plasma', '2021-03');
      expect(await equation(page, '#plasma')).toEqual(sums);
      // Closed tables have no text that is to be seen.
      expect(await page.locator('#plasma tbody th').allTextContents()).toEqual(Array.from({ length: 12 }, (_, index) => `2021-${String(index + 1).padStart(2, '0')}`));
      expect(await page.locator('#plasma tbody tr').nth(2).locator('td').evaluateAll((cells) => cells.slice(0, 9).map((cell) => Number(cell.getAttribute('data-value'))))).toEqual(sums);
      expect(await page.locator('#plasma').getAttribute('data-as-of')).toBe('2021-03');
      expect(await page.locator('#plasma .figure-wide svg').getAttribute('aria-label')).toContain(words);
      await page.locator('select[name="month"]').selectOption('');
      expect(query(page)).toBe('?component=plasma');
      expect(await equation(page, '#plasma')).toEqual(ledgerSums('plasma', '2026-10'));
      await page.locator('select[name="component"]').selectOption('red_cells');
      expect(await shownLedgers(page)).toEqual(['red-cells']);
      await page.goBack();
      await page.goBack();
      expect(query(page)).toBe('?component=plasma&month=2021-03');
      await page.locator(`#plasma h2:has-text("${words}")`).waitFor();
      expect(await equation(page, '#plasma')).toEqual(sums);
      await page.goForward();
      await page.goForward();
      expect(await shownLedgers(page)).toEqual(['red-cells']);
      expect(await equation(page, '#red-cells')).toEqual(ledgerSums('red_cells', '2026-10'));
    });
  }
});

test('what the address asks for in vain is as by default', async () => {
  await on('rates/?base=elsewhere&year=1066&region=atlantis', async (page) => {
    expect(await shownBases(page)).toEqual(['resident']);
    expect(await page.locator('[data-numbers]').evaluate((details) => (details as HTMLDetailsElement).open)).toBe(false);
  });
  await on('supply/?component=gold&month=1066-10', async (page) => {
    expect(await shownLedgers(page)).toHaveLength(4);
    expect(await equation(page, '#red-cells')).toEqual(ledgerSums('red_cells', '2026-10'));
  });
});

test('the equations of every page of the ledger add up from the numbers behind the words; a step that is not in the ledger is a term of its own, with its note', async () => {
  for (const address of ['supply/', 'supply/2019/', 'supply/2024/', 'en/supply/2016/']) {
    await on(address, async (page) => {
      const equations = await page.locator('main figure[id]:has(.account-flow)').evaluateAll((figures) => figures.map((figure) => ({
        terms: [...figure.querySelectorAll('.equation dd')].map((term) => ({ sign: term.querySelector('.sign')?.textContent ?? '', value: Number(term.getAttribute('data-value') ?? NaN) })),
        hasNote: [...figure.querySelectorAll('p.small')].some((note) => /与上月期末不同|differs from the closing/.test(note.textContent ?? '')),
      })));
      expect(equations.length).toBe(4);
      for (const { terms } of equations) {
        const sum = terms.reduce((total, { sign, value }) => (sign === '=' ? total : total + (sign === '−' ? -value : value)), 0);
        expect(terms.at(-1)).toEqual({ sign: '=', value: sum });
      }
      const open = equations.filter(({ terms }) => terms.length === 10);
      if (address === 'supply/2024/') expect(open.length).toBeGreaterThan(0);
      else expect(open).toEqual([]);
      expect(open.every(({ hasNote }) => hasNote)).toBe(true);
    });
  }
});

test('the file of rates is the donations and populations of the published tables divided, with the target and what is missing to it', () => {
  const rows = published('rates/rates.csv');
  expect(rows).toHaveLength(9 * 7 * 4);
  const donations = new Map<string, number>();
  for (const row of published('data/v1/donations.csv')) {
    for (const region of [row['region'], 'sample-city']) {
      const key = `${row['month']?.slice(0, 4)}|${region}`;
      donations.set(key, (donations.get(key) ?? 0) + Number(row['donations']));
    }
  }
  const population = new Map(published('data/v1/population.csv').map((row) => [`${row['year']}|${row['region']}|${row['base']}`, Number(row['population'])]));
  for (const row of rows) {
    const given = donations.get(`${row['year']}|${row['region']}`) ?? NaN;
    const people = population.get(`${row['year']}|${row['region']}|${row['base']}`) ?? NaN;
    expect(Number(row['rate_per_1000'])).toBeCloseTo((given / people) * 1000, 3);
    expect(Number(row['donations_to_target'])).toBe(Math.max(0, Math.ceil((15 * people) / 1000) - given));
    expect([row['target_per_1000'], row['clause'], row['status'], row['demonstration']]).toEqual(['15', 'yuxi-opinion#c-1-2', 'derived', '示例 demonstration']);
  }
});

test('on the built page no published figure of the country or another place is without its source', async () => {
  for (const language of ['', 'en/']) {
    await on(`${language}rates/`, async (page) => {
      const rows = await page.locator('figure[id^="national-"] tbody tr, #elsewhere tbody tr').evaluateAll((all) =>
        all.map((row) => {
          const at = [...(row.closest('table')?.querySelectorAll('thead th') ?? [])].findIndex((cell) => /^(来源|Source)$/.test(cell.textContent?.trim() ?? ''));
          return (row as HTMLTableRowElement).cells[at]?.textContent?.trim() ?? '';
        }),
      );
      const lines = readFileSync(join(portal.folder, 'data/v1/figures.csv'), 'utf8').split('\r\n');
      const expected = lines.filter((line) => /^[^,]+,china,\d{4},(donation_rate|donations|volume),/.test(line) || /^[^,]+,(?!china,)[^,]+,\d{4},donation_rate,/.test(line));
      expect(expected.length).toBeGreaterThan(50);
      expect(rows).toHaveLength(expected.length);
      expect(rows.filter((source) => source.length < 6)).toEqual([]);
      // The grey line of the region's own chart, too.
      const grey = await page.locator('#own-rate table').last().locator('tbody tr').evaluateAll((all) => all.map((row) => [...(row as HTMLTableRowElement).cells].slice(6, 8).map((cell) => cell.textContent?.trim() ?? '')));
      expect(grey.filter(([value = '', source = '']) => /\d/.test(value) !== source.length > 5)).toEqual([]);
      expect(grey.some(([value = '']) => /\d/.test(value))).toBe(true);
      expect(await page.locator('main').innerText()).toMatch(/不含香港、澳门和台湾|Without Hong Kong, Macau and Taiwan/);
      expect(await page.locator('#national-rate h2').innerText()).toMatch(/2025 年的全国数还没有查到|No national figure was found yet for 2025/);
    });
  }
});

test('a portal without these tables has neither the pages nor a link to them', () => {
  const without = portals.filter(({ name }) => name.startsWith('singapore'));
  expect(without.length).toBeGreaterThan(0);
  for (const { folder } of without) {
    for (const page of ['supply', 'rates', 'en/supply', 'en/rates']) expect(existsSync(join(folder, page))).toBe(false);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toMatch(/\/(supply|rates)\//);
  }
});
