/**
 * `npm run audit`: the built site of `--out` in every combination of language, theme, reading mode and width, each
 * template with axe and for sideways scrolling, and the markup of every page. Prints each finding and ends with 1 if there are any.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityFindings } from '../tests/support/accessibility.ts';
import { launchBrowser } from '../tests/support/browser.ts';
import { markupFindings } from '../tests/support/markup.ts';
import { listFiles, pagesByTemplate, pageTemplates } from '../tests/support/templates.ts';
import { openContext, visit } from '../tests/support/visit.ts';
import { commandOptions } from './command.ts';
import { builtBase, serve } from './serve.ts';
import { projectRoot } from './site-build.ts';

const widths = [320, 390, 768, 1440] as const;
const themes = ['light', 'dark'] as const;
const readings = ['ordinary', 'elder'] as const;

const options = commandOptions();
if (!existsSync(join(options.out, 'index.html'))) {
  console.error(`${options.out}: no built site; npm run build`);
  process.exit(2);
}
const files = listFiles(options.out).filter((file) => file.endsWith('.html'));
const findings: string[] = [];

function found(list: readonly string[]): void {
  for (const finding of list) console.log(finding);
  findings.push(...list);
}

for (const file of files) found(await markupFindings(readFileSync(join(options.out, file), 'utf8'), file));

const pages = [...pagesByTemplate(pageTemplates(join(projectRoot, 'src', 'pages')), files).values()].flatMap((of) =>
  [of.find((page) => !page.startsWith('en/')), of.find((page) => page.startsWith('en/'))].filter((page) => page !== undefined),
);
const browser = await launchBrowser();
const base = builtBase(options.out);
const server = await serve({ folder: options.out, base });
let looks = 0;
for (const theme of themes) {
  for (const reading of readings) {
    const context = await openContext(browser, { colorScheme: theme });
    await context.addInitScript((mode) => localStorage.setItem('portal-reading', mode), reading);
    for (const file of pages) {
      const { page, trouble } = await visit(context, server.origin, base + file.replace(/index\.html$/, ''));
      for (const width of widths) {
        const look = `${file} ${theme} ${reading} ${width} px`;
        await page.setViewportSize({ width, height: 900 });
        found((await lookAt(page, width)).map((finding) => `${look}: ${finding}`));
        looks += 1;
      }
      found(trouble.map((finding) => `${file} ${theme} ${reading}: ${finding}`));
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
await server.close();
console.log(`${files.length} pages read, ${looks} looks, ${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;

async function lookAt(page: Page, width: number): Promise<string[]> {
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
  const sideways = scrollWidth > width ? [`scrolls sideways (${scrollWidth} px)`] : [];
  return [...sideways, ...(await accessibilityFindings(page))];
}
