/** Builds a portal with 500 stations and 5,000 drives and measures its lists: compressed weight, and how long one choice takes in the browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../tests/support/browser.ts';
import { writeManyPlaces } from '../../tests/support/many-places.ts';
import { openContext, visit } from '../../tests/support/visit.ts';
import { runScript } from '../../tests/support/portals.ts';
import { serve } from '../serve.ts';

const stations = 500;
const drives = 5000;

interface Measured {
  /** From the event to the frame that shows the answer, in milliseconds. */
  readonly median: number;
  readonly worst: number;
  /** The longest that the handlers of one event took. */
  readonly worstScript: number;
}

/** Each of the values in turn, from the event to the end of the next frame: script, style, layout and paint, and the wait for the screen. */
async function choiceMilliseconds(page: Page, name: string, values: readonly string[]): Promise<Measured> {
  const times: { readonly frame: number; readonly script: number }[] = [];
  for (const value of values) {
    times.push(await page.evaluate(
      ({ name, value }) => new Promise<{ frame: number; script: number }>((resolve, reject) => {
        const control = document.querySelector<HTMLInputElement | HTMLSelectElement>(`.finder [name="${name}"]`);
        if (control === null) reject(new Error(`there is no control ${name}`));
        else {
          const start = performance.now();
          control.value = value;
          for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
          const script = performance.now() - start;
          requestAnimationFrame(() => {
            // A message comes after the frame.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve({ frame: performance.now() - start, script });
            port2.postMessage(null);
          });
        }
      }),
      { name, value },
    ));
    // What the page does afterwards, such as drawing the sketch again, is not waited for.
    await page.waitForTimeout(400);
  }
  const frames = times.map(({ frame }) => frame).toSorted((a, b) => a - b);
  return { median: Math.round(frames[Math.floor(frames.length / 2)] ?? 0), worst: Math.round(frames.at(-1) ?? 0), worstScript: Math.round(Math.max(...times.map(({ script }) => script))) };
}

/** What is chosen on each page. */
const choices: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '/stations/': {
    text: ['示', '示例路1', '第3区', '第3区示例', '', '99', ''],
    district: ['large-3', 'large-4', '', 'large-5', ''],
    service: ['apheresis_platelets', '', 'whole_blood', ''],
    kind: ['centre', '', 'vehicle', ''],
    when: ['now', '', 'now', ''],
    start: ['district:large-3', 'station:s-7', '', 'district:large-5', ''],
  },
  '/stock/a-positive/': { start: ['district:large-3', 'station:s-4', 'district:large-5', ''] },
  '/drives/': { district: ['large-3', 'large-4', '', 'large-5', ''], from: ['large-3', 'large-4', '', 'large-5', ''] },
  '/drives/2026-12/': { district: ['large-3', ''] },
  '/': {},
};

const folder = mkdtempSync(join(tmpdir(), 'places-bench-'));
try {
  const [data, site] = [join(folder, 'data'), join(folder, 'site')];
  writeManyPlaces(data, stations, drives);
  const { status, output } = await runScript('build', ['--data', data, '--out', site]);
  if (status !== 0) throw new Error(`the portal did not build:\n${output}`);
  const server = await serve({ folder: site, base: '/' });
  const browser = await launchBrowser();
  const result: Record<string, unknown> = { stations, drives };
  for (const [path, controls] of Object.entries(choices)) {
    const context = await openContext(browser);
    const loaded: Promise<number>[] = [];
    context.on('requestfinished', (request) => {
      loaded.push(request.response().then(async (response) => gzipSync((await response?.body()) ?? '', { level: 9 }).length));
    });
    const { page, trouble } = await visit(context, server.origin, path);
    const bytes = (await Promise.all(loaded)).reduce((sum, one) => sum + one, 0);
    const milliseconds: Record<string, Measured> = {};
    for (const [name, values] of Object.entries(controls)) milliseconds[name] = await choiceMilliseconds(page, name, values);
    if (trouble.length > 0) throw new Error(trouble.join('\n'));
    result[path] = { gzipBytes: bytes, milliseconds };
    await context.close();
  }
  await browser.close();
  await server.close();
  console.log(JSON.stringify(result));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
