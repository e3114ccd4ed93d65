/** Checks and builds the site of the given options once, as `npm run build` does, and prints what that cost as JSON; removes what it built. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkedPortal } from '../checked-portal.ts';
import { commandOptions } from '../command.ts';
import { buildSite, siteAddress } from '../site-build.ts';
import { siteFacts } from '../site-facts.ts';

const options = commandOptions();
const start = performance.now();
const { portal } = checkedPortal(options, { keepDaily: false });
if (portal === null) throw new Error('the data has problems; npm run check');
const { site, dispose } = await buildSite(options, siteAddress(options, portal.settings.site), siteFacts(portal), { release: null, differing: null, warnings: [] });
const seconds = (performance.now() - start) / 1000;
const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(site, file)).isFile());
const pages = files.filter((file) => file.endsWith('.html')).length;
console.log(
  JSON.stringify({
    seconds: Number(seconds.toFixed(2)),
    pages,
    pagesPerSecond: Number((pages / seconds).toFixed(1)),
    files: files.length,
    megabytes: Math.round(files.reduce((sum, file) => sum + statSync(join(site, file)).size, 0) / 1e6),
    // maxRSS is in kilobytes on every system.
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    homeGzipBytes: homeGzipBytes(site),
  }),
);
dispose();

/** The first page with its own styles and scripts, each compressed with gzip -9; the test of budgets weighs what a browser really loads. */
function homeGzipBytes(folder: string): number {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const parts = [...html.matchAll(/<(?:link rel="stylesheet" href|script[^>]* src)="\/([^"]+)"/g)].map(([, path = '']) => readFileSync(join(folder, path)));
  return [html, ...parts].reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0);
}
