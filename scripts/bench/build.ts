/** Builds the site of the given options once and prints what that cost as JSON; removes what it built. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { commandOptions } from '../command.ts';
import { buildSite, siteAddress } from '../site-build.ts';

const options = commandOptions();
const start = performance.now();
const { site, dispose } = await buildSite(options, siteAddress(options, 'https://bench.example/'));
const seconds = (performance.now() - start) / 1000;
const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(site, file)).isFile());
const pages = files.filter((file) => file.endsWith('.html')).length;
const home = readFileSync(join(site, 'index.html'));
console.log(
  JSON.stringify({
    seconds: Number(seconds.toFixed(2)),
    pages,
    pages_per_second: Number((pages / seconds).toFixed(1)),
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(join(site, file)).size, 0),
    // Kilobytes on every system.
    peak_memory_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    home_html_bytes: home.length,
    home_html_gzip_bytes: gzipSync(home, { level: 9 }).length,
  }),
);
dispose();
