/** Releases, corrects and rolls back as an operator does, and verifies files in the browser. */
import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serve } from '../../scripts/serve.ts';
import type { StaticServer } from '../../scripts/serve.ts';
import { launchBrowser } from '../support/browser.ts';
import { runScript } from '../support/portals.ts';
import { openContext, visit } from '../support/visit.ts';
import { fingerprints } from '../support/tree.ts';

const small = inject('portals').find(({ name }) => name === 'small')!;
const place = mkdtempSync(join(tmpdir(), '发布 releases-'));
const [data, out] = [join(place, '数据 data'), join(place, '网站 dist')];
const where = ['--data', data, '--out', out, '--lang', 'en', '--as-of', '2026-10-15T20:00:00+08:00'];
const stockFile = join(data, 'stock.csv');
const read = (path: string): string => readFileSync(join(out, path), 'utf8');
const verifier = (...more: string[]) => spawnSync(process.execPath, [join(out, 'data', 'verify', 'verify.mjs'), out, ...more], { encoding: 'utf8' });

let browser: Browser;
let server: StaticServer;
let firstStock: Buffer;
beforeAll(async () => {
  cpSync(small.data, data, { recursive: true });
  firstStock = readFileSync(stockFile);
  expect(await runScript('release', where)).toMatchObject({ status: 0 });
  [browser, server] = await Promise.all([launchBrowser(), serve({ folder: out })]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(place, { recursive: true, force: true });
});

describe('one changed cell', () => {
  test('is refused without a reason, and the site and the log stay as they are', async () => {
    const before = fingerprints(out);
    writeFileSync(stockFile, firstStock.toString('utf8').replace(/^(2026-10-10,all,unspecified,A,positive,percent,)\d+/m, '$133'));
    const { status, output } = await runScript('release', where);
    expect(output).toContain('["2026-10-10","all","unspecified","A","positive","percent"]');
    expect(status).toBe(1);
    expect(fingerprints(out)).toEqual(before);
    expect(readdirSync(join(data, 'releases'))).toEqual(['000001']);
  });

  test('can be looked at on a page to sign, which publishes nothing', async () => {
    const reason = ['--class', 'C', '--reason-zh', '抄写错误', '--reason-en', 'Copied wrongly', '--confirm', 'Checked with the ward'];
    expect((await runScript('release', [...where, ...reason, '--dry-run'])).status).toBe(0);
    const page = readFileSync(join(place, 'release-2.html'), 'utf8');
    for (const words of ['2026-10-10', 'Copied wrongly', 'Checked with the ward', 'Released by']) expect(page).toContain(words);
    expect(readdirSync(join(data, 'releases'))).toEqual(['000001']);
  });

  test('gives one entry, one mark and one item in the feed', async () => {
    const reason = ['--class', 'C', '--reason-zh', '抄写错误', '--reason-en', 'Copied wrongly'];
    expect(await runScript('release', [...where, ...reason])).toMatchObject({ status: 0 });
    const corrections = JSON.parse(read('data/v1/corrections.json')) as Record<string, unknown>[];
    expect(corrections).toHaveLength(1);
    expect(corrections[0]).toMatchObject({ release: 2, table: 'stock', column: 'quantity', new: '33', class: 'C' });
    expect(read('feeds/corrections.xml').match(/<entry>/g)).toHaveLength(1);
    expect(read('feeds/changes.xml').match(/<entry>/g)).toHaveLength(2);
    const chart = /<div class="figure-wide">.*?<\/svg>/s.exec(read('stock/a-positive/index.html').split('id="history"')[1] ?? '')?.[0] ?? '';
    expect(chart.match(/class="chart-corrected"/g)).toHaveLength(1);
    expect(read('stock/a-positive/index.html').match(/class="cell-mark[^>]*> \[r\]/g)).toHaveLength(1);
    expect(read('stock/b-positive/index.html')).not.toContain('class="chart-corrected"');
    const { groups } = JSON.parse(read('stock/history/data/unspecified.json')) as { groups: { group: string; corrected?: unknown }[] };
    expect(groups.filter(({ corrected }) => corrected !== undefined)).toMatchObject([{ group: 'a-positive', corrected: [['2026-10-10', 1]] }]);
    // The month of that day, in the table of all months.
    expect(read('stock/history/index.html').match(/class="cell-mark[^>]*> \[r\]/g)?.length).toBeGreaterThanOrEqual(1);
    expect(verifier().stdout).toContain('2 records are chained');
    // Of a link, a file system without them would have made nothing.
    const entries = readdirSync(place, { recursive: true, encoding: 'utf8' });
    expect(entries.filter((entry) => lstatSync(join(place, entry)).isSymbolicLink())).toEqual([]);
  });
});

describe('the page that verifies files', () => {
  const verify = async (file: string | Buffer): Promise<{ readonly state: string; readonly words: string; readonly trouble: readonly string[] }> => {
    const context = await openContext(browser, { locale: 'en-GB' });
    const { page, trouble } = await visit(context, server.origin, '/en/data/verify/');
    if (typeof file === 'string') await page.setInputFiles('#verify-file', file);
    else await page.setInputFiles('#verify-file', { name: 'stock.csv', mimeType: 'text/csv', buffer: file });
    await page.waitForSelector('file-verifier[data-result]');
    const result = { state: (await page.getAttribute('file-verifier', 'data-result')) ?? '', words: await page.innerText('[data-answer]'), trouble };
    await context.close();
    return result;
  };

  test('knows the current file, the one it replaced, and neither a changed nor an unknown one', async () => {
    const current = await verify(join(out, 'data', 'v1', 'stock.csv'));
    expect(current).toMatchObject({ state: 'current', words: expect.stringContaining('unchanged since release 2'), trouble: [] });
    const former = await verify(join(`${out}.releases`, '000001', 'data', 'v1', 'stock.csv'));
    expect(former).toMatchObject({ state: 'former', words: expect.stringContaining('Release 2'), trouble: [] });
    const changed = await verify(Buffer.from(read('data/v1/stock.csv').replace(',33,', ',34,')));
    expect(changed).toMatchObject({ state: 'unknown', trouble: [] });
    expect(await verify(join('package.json'))).toMatchObject({ state: 'unknown', trouble: [] });
    expect(await verify(join(out, 'index.html'))).toMatchObject({ state: 'page', trouble: [] });
  });

  test('takes a pasted hash; a cited page lists what was corrected since', async () => {
    const context = await openContext(browser);
    const { page, trouble } = await visit(context, server.origin, '/en/data/verify/');
    const hash = /([0-9a-f]{64}) {2}data\/v1\/stock\.csv/.exec(read('data/v1/releases/1.txt'))?.[1] ?? '';
    await page.fill('#verify-hash', hash.toUpperCase());
    await page.press('#verify-hash', 'Enter');
    await page.waitForSelector('file-verifier[data-result="former"]');
    await page.fill('#verify-hash', 'abc');
    await page.press('#verify-hash', 'Enter');
    expect(await page.innerText('[data-answer]')).toContain('64 characters');
    const cited = await visit(context, server.origin, '/en/data/stock/?release=1');
    await cited.page.waitForSelector('pinned-release li');
    expect(await cited.page.innerText('pinned-release')).toContain('now 33 (release 2, C: Copied wrongly)');
    expect([...trouble, ...cited.trouble]).toEqual([]);
    await context.close();
  });
});

test('a rollback brings back tables and site, byte for byte, keeps work that was not released, and is recorded', async () => {
  writeFileSync(stockFile, `${readFileSync(stockFile, 'utf8').trimEnd()}\r\n`.replace(',33,', ',35,'));
  const unpublished = readFileSync(stockFile);
  const { status, output } = await runScript('rollback', ['1', '--data', data, '--out', out, '--lang', 'en']);
  expect(output).toContain('recorded as release 3');
  expect(status).toBe(0);
  expect(readFileSync(stockFile).equals(firstStock)).toBe(true);
  expect(readFileSync(join(data, 'releases', 'set-aside', '000003', 'stock.csv')).equals(unpublished)).toBe(true);
  const kept = fingerprints(join(`${out}.releases`, '000001'));
  const now = fingerprints(out);
  const differing = Object.keys({ ...kept, ...now }).filter((file) => kept[file] !== now[file]).sort();
  expect(differing).toEqual(['data/v1/corrections.json', 'data/v1/releases.json', 'data/v1/releases/2.txt', 'data/v1/releases/3.txt', 'feeds/changes.xml', 'feeds/corrections.xml'].sort());
  expect(verifier().stdout).toContain('3 records are chained');
  const context = await openContext(browser);
  const { page, trouble } = await visit(context, server.origin, '/en/data/corrections/');
  await page.waitForSelector('[data-news]:not([hidden])');
  expect(await page.innerText('[data-news]')).toContain('back to release 1');
  expect(trouble).toEqual([]);
  await context.close();
});
