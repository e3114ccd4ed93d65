/** Releases, corrects and rolls back as an operator does, and verifies files in the browser. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

describe('a table of the operator whose column gets another name', () => {
  const page = (locale: '' | 'en/'): string => read(`${locale}data/visits/index.html`);
  const write = (column: string): void => {
    const named = (name: string) => ({ title: name, 'title@en': name, description: name, 'description@en': name });
    const standard = JSON.parse(readFileSync(join('data', 'datapackage.json'), 'utf8')) as { resources: { schema: { missingValues: unknown } }[] };
    const fields = [{ name: 'day', type: 'date', ...named('day') }, { name: column, type: 'integer', ...named(column) }];
    const schema = { fields, primaryKey: ['day'], missingValues: standard.resources[0]!.schema.missingValues };
    writeFileSync(join(data, 'datapackage.json'), JSON.stringify({ ...standard, resources: [...standard.resources, { name: 'visits', ...named('visits'), path: 'visits.csv', schema }] }));
    writeFileSync(join(data, 'visits.csv'), `day,${column}\r\n${Array.from({ length: 9 }, (_, index) => `2026-10-0${index + 1},${40 + index}`).join('\r\n')}\r\n`);
  };

  test('is version 1.0 at first, and 2.0 with a public note', async () => {
    write('visitors');
    expect(await runScript('release', where)).toMatchObject({ status: 0 });
    expect(page('en/')).toContain('First published, with 2 columns.');
    write('people');
    const refused = await runScript('release', where);
    expect(refused).toMatchObject({ status: 1, output: expect.stringContaining('The column "visitors" is now called "people"') });
    expect(await runScript('release', [...where, '--confirm', '我们改了列名 We renamed the column'])).toMatchObject({ status: 0 });
    const { schemas, corrections } = (JSON.parse(read('data/v1/releases.json')) as { schemas: unknown[]; corrections: unknown[] }[])[3]!;
    expect(schemas).toMatchObject([{ table: 'visits', version: '2.0', renamed: [{ from: 'visitors', to: 'people' }] }]);
    expect(corrections).toEqual([]);
  });

  test('is told on its page in both languages, in the feed and in the Data Package', () => {
    for (const [locale, words] of [['', '列 visitors 改名为 people。'], ['en/', 'Column visitors is now called people.']] as const) {
      const versions = /id="versions".*?<\/table>/s.exec(page(locale))?.[0] ?? '';
      expect(versions).toContain(words);
      expect(versions).toContain('我们改了列名 We renamed the column');
      expect([...versions.matchAll(/<th scope="row"[^>]*>([\d.]+)</g)].map(([, version]) => version)).toEqual(['2.0', '1.0']);
      expect(read('feeds/changes.xml').split('<entry>')[1]).toContain(words);
      const changes = /id="changes".*?<\/table>/s.exec(page(locale))?.[0] ?? '';
      expect([...changes.matchAll(/<td class="numeric" data-value="(\d+)"/g)].map(([, value]) => value)).toEqual(['9', '9', '0', '0']);
    }
    const { resources } = JSON.parse(read('data/v1/datapackage.json')) as { resources: { name: string; schema_version: string }[] };
    expect(resources.map(({ name, schema_version: version }) => [name, version])).toContainEqual(['visits', '2.0']);
    expect(resources.map(({ name, schema_version: version }) => [name, version])).toContainEqual(['stock', '1.0']);
  });
});

/** Every address that a release published, but for files that pages load under names of their content. */
function addressesOf(release: number): readonly string[] {
  return readFileSync(join(data, 'releases', String(release).padStart(6, '0'), 'files.txt'), 'utf8').trimEnd().split('\n').map((line) => line.slice(66)).filter((path) => !/^(?:_astro|pagefind)\//.test(path));
}

test('a release built again from what the log keeps is the same bytes', async () => {
  const { status, output } = await runScript('rebuild', ['2', '--data', data, '--out', out, '--lang', 'en']);
  expect(output).toMatch(/\d+ files are those of the record of release 2/);
  expect(status).toBe(0);
  const [kept, again] = [fingerprints(join(`${out}.releases`, '000002')), fingerprints(`${out}.rebuilt`)];
  for (const path of addressesOf(2)) expect(again[path], path).toBe(kept[path]);
  rmSync(`${out}.rebuilt`, { recursive: true });
});

test('a rollback brings back tables and site, byte for byte, keeps work that was not released, and is recorded', async () => {
  writeFileSync(stockFile, `${readFileSync(stockFile, 'utf8').trimEnd()}\r\n`.replace(',33,', ',35,'));
  const unpublished = readFileSync(stockFile);
  const { status, output } = await runScript('rollback', ['1', '--data', data, '--out', out, '--lang', 'en']);
  expect(output).toContain('recorded as release 5');
  expect(status).toBe(0);
  expect(readFileSync(stockFile).equals(firstStock)).toBe(true);
  expect(readFileSync(join(data, 'releases', 'set-aside', '000005', 'stock.csv')).equals(unpublished)).toBe(true);
  const kept = fingerprints(join(`${out}.releases`, '000001'));
  const now = fingerprints(out);
  const gone = (JSON.parse(read('data/v1/gone.json')) as { path: string; release: number }[]).filter(({ release }) => release === 4).map(({ path }) => path);
  for (const path of ['data/visits/index.html', 'en/data/visits/index.html', 'data/v1/visits.csv', 'data/v1/visits.xlsx']) expect(gone).toContain(path);
  const differing = Object.keys({ ...kept, ...now }).filter((file) => kept[file] !== now[file] && !file.startsWith('_astro/')).sort();
  const log = ['data/v1/corrections.json', 'data/v1/releases.json', ...[2, 3, 4, 5].map((release) => `data/v1/releases/${release}.txt`), 'feeds/changes.xml', 'feeds/corrections.xml'];
  expect(differing).toEqual([...log, ...gone, 'data/v1/gone.json'].sort());
  expect(verifier().stdout).toContain('5 records are chained');
  const context = await openContext(browser);
  const { page, trouble } = await visit(context, server.origin, '/en/data/corrections/');
  await page.waitForSelector('[data-news]:not([hidden])');
  expect(await page.innerText('[data-news]')).toContain('back to release 1');
  expect(trouble).toEqual([]);
  await context.close();
});

test('every address of every release answers after the rollback, with the page or a note', () => {
  for (const release of [1, 2, 3, 4, 5]) for (const path of addressesOf(release)) expect(existsSync(join(out, path)), `${path} of release ${release}`).toBe(true);
  expect(read('en/data/visits/index.html')).toContain('Up to release 4 there was a page here');
  expect(read('data/v1/visits.csv')).toContain('gone_since_release');
  // The notes are no tables: the log does not count them among the published ones.
  const records = JSON.parse(read('data/v1/releases.json')) as { tables: { table: string; rows: number; removed: number }[]; files: { removed: string[] }; schemas: unknown[] }[];
  expect(records.at(-1)!.files.removed).toContain('data/v1/visits.csv');
  expect(records.at(-1)!.tables.find(({ table }) => table === 'visits')).toMatchObject({ rows: 0, removed: 9 });
});

test('a rollback to a release whose site is not kept any more makes it again from the tables, and says so', async () => {
  rmSync(join(`${out}.releases`, '000004'), { recursive: true });
  const { status, output } = await runScript('rollback', ['4', '--data', data, '--out', out, '--lang', 'en']);
  expect(output).toContain('its pages were made again from its tables');
  expect(status).toBe(0);
  expect(verifier().stdout).toContain('6 records are chained');
  const published = (release: number): readonly string[] => readFileSync(join(data, 'releases', `00000${release}`, 'files.txt'), 'utf8').split('\n').filter((line) => /  data\/v1\/[^/]+\.(?:csv|parquet|xlsx)$/.test(line) || line.endsWith('data/v1/stock.json'));
  expect(published(6)).toEqual(published(4));
  expect(published(6).length).toBeGreaterThan(10);
  expect(read('en/data/visits/index.html')).toContain('Column visitors is now called people.');
  expect(existsSync(join(out, 'data/v1/gone.json'))).toBe(false);
});
