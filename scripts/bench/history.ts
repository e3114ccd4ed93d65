/**
 * Measures the history page in a browser, beside a plain page that draws the same numbers from a CSV with Plot and D3, and prints JSON:
 * bytes and requests of a first visit; time to the first drawing and to the interactive one on a slow phone; time to draw ten years of all groups again.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { dateOfDay } from '#src/domain/calendar.ts';
import { sevenDayMeans } from '#src/domain/seven-day-mean.ts';
import { readStock } from '#src/islands/history-piece.ts';
import type { StockFile } from '#src/islands/history-piece.ts';
import { launchBrowser } from '../../tests/support/browser.ts';
import { checkedPortal } from '../checked-portal.ts';
import { commandOptions } from '../command.ts';
import { buildSite, projectRoot, siteAddress } from '../site-build.ts';
import { siteFacts } from '../site-facts.ts';

/** Like a weak phone on a mobile network. */
const slow = { processor: 4, latencyMs: 150, bitsPerSecond: 1_600_000 } as const;
const visits = 5;
const redraws = 12;

/** What a page shows and when it answers; both selectors of what appears. */
interface Subject {
  readonly address: string;
  readonly drawn: string;
  readonly interactive: string;
}

interface Visit {
  readonly bytes: number;
  readonly requests: number;
  readonly firstDrawingMs: number;
  readonly interactiveMs: number;
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.csv': 'text/csv; charset=utf-8', '.svg': 'image/svg+xml' };

/** Serves a folder compressed, as a web server would. */
async function serveCompressed(folder: string): Promise<{ readonly origin: string; close(): void }> {
  const known = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/\?.*$/, ''));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (path.includes('..') || !existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
    const body = known.get(file) ?? gzipSync(readFileSync(file), { level: 9 });
    known.set(file, body);
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'gzip', 'content-length': body.length, 'cache-control': 'no-store' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The page that the history page is held against: two libraries, a CSV, one chart a group with a reading on hover. */
function writePlainPage(site: string, component: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'plain-history-'));
  const { start, groups } = readStock(JSON.parse(readFileSync(join(site, `stock/history/data/${component}.json`), 'utf8')) as StockFile);
  const rows = [...groups].flatMap(([group, { days, stock }]) => sevenDayMeans(days ?? stock).map((value, index) => `${dateOfDay(start + index)},${group},${value === null ? '' : Number(value.toFixed(4))}`));
  writeFileSync(join(folder, 'stock.csv'), ['date,group,value', ...rows, ''].join('\n'));
  copyFileSync(join(projectRoot, 'node_modules/d3/dist/d3.min.js'), join(folder, 'd3.js'));
  copyFileSync(join(projectRoot, 'node_modules/@observablehq/plot/dist/plot.umd.min.js'), join(folder, 'plot.js'));
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Stock</title><div id="chart"></div>
<script src="d3.js"></script><script src="plot.js"></script>
<script>
  d3.csv('stock.csv', d3.autoType).then((data) => {
    document.getElementById('chart').append(Plot.plot({ width: innerWidth - 20, height: 700, y: { grid: true, zero: true }, marks: [
      Plot.lineY(data, { x: 'date', y: 'value', fy: 'group' }),
      Plot.ruleX(data, Plot.pointerX({ x: 'date', py: 'value', fy: 'group', stroke: 'red' })),
      Plot.tip(data, Plot.pointerX({ x: 'date', y: 'value', fy: 'group' })),
    ] }));
  });
</script>`,
  );
  return folder;
}

/** One cold visit on the slow phone. */
async function visitOnce(browser: Browser, { address, drawn, interactive }: Subject): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let [bytes, requests] = [0, 0];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: slow.latencyMs, downloadThroughput: slow.bitsPerSecond / 8, uploadThroughput: slow.bitsPerSecond / 8 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.processor });
  await page.addInitScript(
    (selectors: readonly string[]) => {
      const seen: (number | null)[] = selectors.map(() => null);
      Object.assign(globalThis, { seenAt: seen });
      const look = (): void => {
        for (const [index, selector] of selectors.entries()) {
          if (seen[index] !== null || document.querySelector(selector) === null) continue;
          seen[index] = -1;
          // After the second frame it has been painted.
          requestAnimationFrame(() => requestAnimationFrame(() => (seen[index] = performance.now())));
        }
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
    },
    [drawn, interactive],
  );
  await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
  await page.waitForFunction(() => ((globalThis as unknown as { readonly seenAt: readonly (number | null)[] }).seenAt ?? []).every((at) => at !== null && at > 0), null, { timeout: 120_000 });
  const [firstDrawingMs = 0, interactiveMs = 0] = await page.evaluate(() => (globalThis as unknown as { readonly seenAt: readonly number[] }).seenAt);
  await page.waitForTimeout(300);
  await context.close();
  return { bytes, requests, firstDrawingMs: Math.round(firstDrawingMs), interactiveMs: Math.round(interactiveMs) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The middle of some visits, taken in turn with those of the other page. */
function middle(all: readonly Visit[]): Visit {
  const of = (name: keyof Visit): number => median(all.map((one) => one[name]));
  return { bytes: of('bytes'), requests: of('requests'), firstDrawingMs: of('firstDrawingMs'), interactiveMs: of('interactiveMs') };
}

interface Redraws {
  readonly median: number;
  /** The one after opening the page, whose code runs for the first time. */
  readonly first: number;
  readonly longest: number;
  /** What the page's main thread really worked, painting included: the times above also hold what else the machine was busy with. */
  readonly processorMedian: number;
  readonly processorLongest: number;
  readonly redraws: number;
}

/** From a choice to the finished layout of the new drawing, without slowing anything down; the choice alternates between two. */
async function redrawMs(browser: Browser, address: string): Promise<Redraws> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (): Promise<number> => ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  await page.goto(address);
  await page.waitForSelector('history-desk[data-shown]', { state: 'attached' });
  await page.waitForTimeout(300);
  const [times, processor]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < redraws; turn += 1) {
    const before = await worked();
    times.push(await page.evaluate(redrawOnce, turn % 2 === 0 ? 'day' : 'week'));
    processor.push((await worked()) - before);
  }
  await context.close();
  const rounded = (value: number): number => Number(value.toFixed(1));
  return { median: rounded(median(times)), first: rounded(times[0] ?? Number.NaN), longest: rounded(Math.max(...times)), processorMedian: rounded(median(processor)), processorLongest: rounded(Math.max(...processor)), redraws };
}

/** Runs in the page. */
async function redrawOnce(by: string): Promise<number> {
  const desk = document.querySelector<HTMLElement>('history-desk');
  const input = desk?.querySelector<HTMLInputElement>(`input[name="by"][value="${by}"]`);
  if (desk === null || input === null || input === undefined) throw new Error('there is no choice of days and means');
  const shown = new Promise((resolve) => new MutationObserver(resolve).observe(desk, { attributeFilter: ['data-shown'] }));
  const begun = performance.now();
  input.click();
  await shown;
  desk.getBoundingClientRect();
  return performance.now() - begun;
}

const options = commandOptions();
const { portal } = checkedPortal(options, { keepDaily: false });
if (portal === null) throw new Error('the data has problems; npm run check');
const { site, dispose } = await buildSite({ ...options, base: '/' }, { ...siteAddress(options, portal.settings.site), base: '/' }, siteFacts(portal), { release: null, differing: null, warnings: [] });
const plainFolder = writePlainPage(site, portal.settings.headlineComponent);
const [own, plain] = await Promise.all([serveCompressed(site), serveCompressed(plainFolder)]);
const browser = await launchBrowser();
try {
  const subjects: Readonly<Record<'page' | 'sharedView' | 'plain', Subject>> = {
    page: { address: `${own.origin}/stock/history/`, drawn: '[data-picture] svg', interactive: 'history-desk[data-shown]' },
    sharedView: { address: `${own.origin}/stock/history/?view=panels&by=week`, drawn: '[data-picture] svg', interactive: 'history-desk[data-shown]' },
    plain: { address: `${plain.origin}/`, drawn: '#chart svg', interactive: '#chart svg' },
  };
  const all: Record<keyof typeof subjects, Visit[]> = { page: [], sharedView: [], plain: [] };
  for (let turn = 0; turn < visits; turn += 1) {
    for (const name of ['page', 'sharedView', 'plain'] as const) all[name].push(await visitOnce(browser, subjects[name]));
  }
  const [page, sharedView, beside] = [middle(all.page), middle(all.sharedView), middle(all.plain)];
  console.log(
    JSON.stringify({
      conditions: slow,
      visits,
      page,
      sharedView,
      plain: beside,
      firstDrawingShare: Number((page.firstDrawingMs / beside.firstDrawingMs).toFixed(2)),
      interactiveShare: Number((page.interactiveMs / beside.interactiveMs).toFixed(2)),
      redrawMs: await redrawMs(browser, subjects.page.address),
      redrawWithSeasonMs: await redrawMs(browser, `${own.origin}/stock/history/?season=on`),
    }),
  );
} finally {
  await browser.close();
  own.close();
  plain.close();
  rmSync(plainFolder, { recursive: true, force: true });
  dispose();
}
