/** Builds a portal with 500 stations and 5,000 drives and measures its list of places: compressed weight, and how long one change of the filter takes in the browser. */
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

/** From an input to the list as it then stands, laid out, in milliseconds; the median and the worst of the values, each after the other. */
async function filterMilliseconds(page: Page, name: string, values: readonly string[]): Promise<{ readonly median: number; readonly worst: number }> {
  const times = await page.evaluate(
    ({ name, values }) =>
      values.map((value) => {
        const control = document.querySelector<HTMLInputElement | HTMLSelectElement>(`form.finder [name="${name}"]`);
        if (control === null) throw new Error(`there is no control ${name}`);
        const start = performance.now();
        control.value = value;
        control.dispatchEvent(new Event('input', { bubbles: true }));
        // Asking for a height makes the browser lay the page out.
        void document.body.offsetHeight;
        return performance.now() - start;
      }),
    { name, values },
  );
  const sorted = times.toSorted((a, b) => a - b);
  return { median: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0), worst: Math.round(sorted.at(-1) ?? 0) };
}

const folder = mkdtempSync(join(tmpdir(), 'places-bench-'));
try {
  const [data, site] = [join(folder, 'data'), join(folder, 'site')];
  writeManyPlaces(data, stations, drives);
  const { status, output } = await runScript('build', ['--data', data, '--out', site]);
  if (status !== 0) throw new Error(`the portal did not build:\n${output}`);
  const server = await serve({ folder: site, base: '/' });
  const browser = await launchBrowser();
  const result: Record<string, unknown> = { stations, drives };
  for (const path of ['/stations/', '/stock/a-positive/', '/']) {
    const context = await openContext(browser);
    const loaded: Promise<number>[] = [];
    context.on('requestfinished', (request) => {
      loaded.push(request.response().then(async (response) => gzipSync((await response?.body()) ?? '', { level: 9 }).length));
    });
    const { page, trouble } = await visit(context, server.origin, path);
    const bytes = (await Promise.all(loaded)).reduce((sum, one) => sum + one, 0);
    if (trouble.length > 0) throw new Error(trouble.join('\n'));
    const filters = path === '/stations/'
      ? {
          text: await filterMilliseconds(page, 'text', ['示', '示例路1', '第3区', '第3区示例', '', '99', '']),
          district: await filterMilliseconds(page, 'district', ['large-3', 'large-4', '', 'large-5', '']),
          service: await filterMilliseconds(page, 'service', ['apheresis_platelets', '', 'whole_blood', '']),
          when: await filterMilliseconds(page, 'when', ['now', '', 'now', '']),
          start: await filterMilliseconds(page, 'start', ['district:large-3', 'station:s-7', '']),
        }
      : path === '/' ? {} : { start: await filterMilliseconds(page, 'start', ['district:large-3', 'station:s-4', '']) };
    result[path] = { gzipBytes: bytes, milliseconds: filters };
    await context.close();
  }
  await browser.close();
  await server.close();
  console.log(JSON.stringify(result));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
