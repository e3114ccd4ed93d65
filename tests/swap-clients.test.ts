/** Replaces a site two hundred times while eight visitors read pages and what the pages ask for: nothing is ever missing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { serve } from '../scripts/serve.ts';
import { swapIn } from '../scripts/swap.ts';
import { manyPages } from './support/many-pages.ts';
import type { Swapping } from './support/swapping.ts';
import { writeFiles } from './support/write-files.ts';

const times = 200;
const visitors = 8;

test('no page and no asset fails', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), '换站 访客-'));
  const out = join(folder, 'dist');
  writeFiles(join(folder, 'first'), manyPages(0));
  swapIn(join(folder, 'first'), out);
  const server = await serve({ folder: out });
  const turns = new Int32Array(new SharedArrayBuffer(4 * (1 + visitors))).fill(-1);
  turns[0] = 0;
  const worker = new Worker(new URL('./support/swapping.ts', import.meta.url), { workerData: { out, times, pause: 10, turns } satisfies Swapping });
  let isOver = false;
  const over = new Promise<void>((done, fail) => {
    worker.once('message', () => done());
    worker.once('error', fail);
  }).finally(() => (isOver = true));

  const failures: string[] = [];
  const seen = new Set<string>();
  let [pages, assets] = [0, 0];
  const get = async (path: string): Promise<string> => {
    const response = await fetch(server.origin + path);
    const text = await response.text();
    if (!response.ok || text === '') failures.push(`${path} ${response.status}`);
    return text;
  };
  const visitor = async (number: number): Promise<void> => {
    for (let page = number * 4; !isOver; page += 1) {
      Atomics.store(turns, 1 + number, Atomics.load(turns, 0));
      const html = await get(`/p${page % 12}/`);
      pages += 1;
      const asset = /href="([^"]+)"/.exec(html)?.[1] ?? '';
      seen.add(asset);
      const style = await get(asset);
      expect(style).toBe(`/* ${/(\d+)\.css/.exec(asset)?.[1]} */`);
      assets += 1;
      Atomics.store(turns, 1 + number, -1);
      await get('/data/v1/stock.csv');
    }
  };
  await Promise.all([over, ...Array.from({ length: visitors }, (_, number) => visitor(number))]);
  await worker.terminate();
  await server.close();
  rmSync(folder, { recursive: true });
  expect(failures).toEqual([]);
  expect(pages).toBe(assets);
  expect(pages).toBeGreaterThan(times);
  // The visitors saw the site change under them.
  expect(seen.size).toBeGreaterThan(20);
});
