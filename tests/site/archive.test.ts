/** The archive of a site, unpacked and opened from disk: pages, styles and links work, with and without JavaScript. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { runScript } from '../support/portals.ts';

const small = inject('portals').find(({ name }) => name === 'small')!;
const folder = mkdtempSync(join(tmpdir(), '存档 open-blood-portal-'));
const unpacked = join(folder, 'unpacked');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  for (const name of ['one.zip', 'two.zip']) expect((await runScript('archive', ['--from', small.folder, '--out', join(folder, name)], { environment: { TZ: name === 'one.zip' ? 'Asia/Shanghai' : 'America/New_York' } })).status).toBe(0);
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(folder, 'one.zip'))))) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), bytes);
  }
});

test('made again it is the same bytes, also in another time zone', () => {
  expect(readFileSync(join(folder, 'one.zip')).equals(readFileSync(join(folder, 'two.zip')))).toBe(true);
});

test.each([true, false])('every page reached from the first opens from disk, styled; no link leads nowhere (JavaScript %s)', async (javaScriptEnabled) => {
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    page.on('pageerror', (error) => failed.push(String(error)));
    const queue = [pathToFileURL(join(unpacked, 'index.html')).href];
    const seen = new Set(queue);
    let visited = 0;
    for (let address = queue.shift(); address !== undefined && visited < 25; address = queue.shift()) {
      await page.goto(address);
      visited += 1;
      expect(await page.locator('h1').count(), address).toBeGreaterThan(0);
      // The browser's own margin is gone: the style sheet was read.
      expect(await page.locator('body').evaluate((body) => getComputedStyle(body).marginTop), address).toBe('0px');
      for (const link of await page.locator('a[href]').evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))) {
        const target = new URL(link, address);
        if (target.protocol !== 'file:') continue;
        target.hash = '';
        target.search = '';
        expect(() => readFileSync(fileURLToPath(target)), `${address} → ${target.href}`).not.toThrow();
        if (target.href.endsWith('.html') && !seen.has(target.href)) {
          seen.add(target.href);
          queue.push(target.href);
        }
      }
    }
    expect(visited).toBe(25);
    expect(failed).toEqual([]);
  } finally {
    await browser.close();
  }
});
