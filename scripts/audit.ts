/**
 * `npm run audit`: the built site of `--out` in every combination of language, theme, reading mode and width, each
 * template with axe and for sideways scrolling, the markup of every page, and Lighthouse on each template. Prints
 * every finding and ends with 1 if there are any.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings } from '../tests/support/accessibility.ts';
import { launchBrowser } from '../tests/support/browser.ts';
import { runLighthouse } from '../tests/support/lighthouse.ts';
import { markupFindings } from '../tests/support/markup.ts';
import { listFiles, pagesByTemplate, pageTemplates } from '../tests/support/templates.ts';
import { openContext, visit } from '../tests/support/visit.ts';
import { commandOptions } from './command.ts';
import { builtBase, serve } from './serve.ts';
import { projectRoot } from './site-build.ts';

const widths = [320, 390, 768, 1440] as const;
const themes = ['light', 'dark'] as const;
const readings = ['ordinary', 'elder'] as const;
/** Of 100, on Lighthouse's simulated phone. */
const leastPerformance = 90;

const { out } = commandOptions();
if (!existsSync(join(out, 'index.html'))) {
  console.error(`${out}: no built site; npm run build`);
  process.exit(2);
}
const base = builtBase(out);
const files = listFiles(out).filter((file) => file.endsWith('.html'));
const samples = [...pagesByTemplate(pageTemplates(join(projectRoot, 'src', 'pages')), files).values()].flatMap((pages) =>
  [pages.find((page) => !page.startsWith('en/')), pages.find((page) => page.startsWith('en/'))].filter((page) => page !== undefined),
);
let findings = 0;

for (const file of files) found(file, await markupFindings(readFileSync(join(out, file), 'utf8'), file));
const server = await serve({ folder: out, base });
const port = await freePort();
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
for (const theme of themes) {
  for (const reading of readings) await lookAtEveryPage(browser, theme, reading);
}
for (const file of samples.filter((page) => !page.startsWith('en/'))) {
  const demonstration = readFileSync(join(out, file), 'utf8').includes('<meta name="robots" content="noindex');
  const { scores, findings: failed } = await runLighthouse(server.origin + addressOf(file), port, demonstration ? ['is-crawlable'] : []);
  console.log(`${file} lighthouse ${JSON.stringify(scores)}`);
  found(file, failed);
  if ((scores['performance'] ?? 0) < leastPerformance) found(file, ['lighthouse performance is too low']);
}
await browser.close();
await server.close();
console.log(`${files.length} pages, ${samples.length} samples, ${findings} findings`);
process.exitCode = findings > 0 ? 1 : 0;

function addressOf(file: string): string {
  return base + file.replace(/index\.html$/, '');
}

function found(where: string, list: readonly string[]): void {
  for (const finding of list) console.log(`${where}: ${finding}`);
  findings += list.length;
}

async function lookAtEveryPage(browser: Browser, theme: (typeof themes)[number], reading: (typeof readings)[number]): Promise<void> {
  const context = await openContext(browser, { colorScheme: theme });
  await context.addInitScript((mode) => localStorage.setItem('portal-reading', mode), reading);
  for (const file of samples) {
    const { page, trouble } = await visit(context, server.origin, addressOf(file));
    found(`${file} ${theme} ${reading}`, trouble);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      found(`${file} ${theme} ${reading} ${width} px`, await lookAt(page, width));
    }
    await page.close();
  }
  await context.close();
}

async function lookAt(page: Page, width: number): Promise<string[]> {
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
  const sideways = scrollWidth > width ? [`scrolls sideways (${scrollWidth} px)`] : [];
  return [...sideways, ...(await accessibilityFindings(page))];
}

/** A port that nobody listens on now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}
