/** Measures the check of generated stock: rows a second, time beside a bare PapaParse pass over the same bytes, peak memory; and the check of the demonstration. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { checks } from '#src/datasets/checks/all.ts';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { NamedCheck } from '#src/datasets/named-check.ts';
import { addDays } from '#src/domain/calendar.ts';
import { fileChunks } from '#src/tabular/encoding.ts';

interface Measured {
  readonly rows: number;
  readonly seconds: number;
  readonly peakMb: number;
}

const sizes = [1_000_000, 5_000_000] as const;
/** The optional column `observed_at` blank, or with another instant in nearly every row: the longest cell there is, and no two alike. */
const columns = ['blank', 'filled'] as const;
type ObservedAt = (typeof columns)[number];

/** A data folder with 50 stations and so many stock rows. */
function writeFolder(folder: string, rows: number, observedAt: ObservedAt): void {
  mkdirSync(folder);
  const timing = { every: 'P1D', due: '09:00', grace: 'PT26H', moment: 'opening', absent_row: 'missing' };
  writeFileSync(
    join(folder, 'portal.json'),
    JSON.stringify({ title: 'bench', publisher: 'bench', region: 'bench', site: 'https://bench.example/', tables: { stock: timing } }),
  );
  const stations = Array.from({ length: 50 }, (_, index) => `s${index},centre,s${index},bench`);
  writeFileSync(join(folder, 'stations.csv'), ['station,kind,name_zh,region', ...stations, ''].join('\n'));
  writeStock(join(folder, 'stock.csv'), rows, observedAt);
}

/** So many stock rows: 50 stations × 8 groups × 5 rows of a day, quantities that differ from row to row. */
function writeStock(path: string, rows: number, observedAt: ObservedAt): void {
  const handle = openSync(path, 'w');
  writeSync(handle, 'date,station,component,abo,rhd,unit,quantity,level,observed_at\r\n');
  const lines: string[] = [];
  let date = '1990-01-01';
  for (let row = 0; row < rows; row += 1) {
    const inDay = row % 400;
    if (inDay === 0 && row > 0) date = addDays(date, 1);
    const abo = ['A', 'B', 'O', 'AB'][inDay % 4];
    lines.push(`${date},s${Math.floor(inDay / 8)},red_cells,${abo},${inDay % 8 < 4 ? 'positive' : 'negative'},U,${(row * 7919) % 2003},,${observedAt === 'filled' ? `${date}T${timeOf((row * 7919) % 86_400)}+08:00` : ''}\r\n`);
    if (lines.length === 20_000) writeSync(handle, lines.splice(0).join(''));
  }
  writeSync(handle, lines.join(''));
  closeSync(handle);
}

function timeOf(second: number): string {
  return [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** What `npm run check` does: every cell, key and rule, nothing kept. */
function checkAll(folder: string): Measured {
  const start = performance.now();
  let rows = 0;
  const counting: NamedCheck = {
    code: 'counting',
    title: { zh: '计数', en: 'counting' },
    tables: ['stock'],
    start: () => ({
      visit: () => () => {
        rows += 1;
      },
    }),
  };
  const { findings } = loadPortal({ dataDir: folder, asOf: '2030-01-01T00:00:00+08:00', checks: [...checks, counting], keepDaily: false });
  if (findings.errors.length + findings.warnings.length > 0) throw new Error(`the generated rows are good, but: ${JSON.stringify(findings.errors[0] ?? findings.warnings[0])}`);
  return { rows, seconds: (performance.now() - start) / 1000, peakMb: peakMb() };
}

/** The same bytes through PapaParse alone, in the same chunks. */
function parseBare(path: string): Measured {
  const start = performance.now();
  const decoder = new TextDecoder();
  let rest = '';
  let rows = -1;
  for (const chunk of fileChunks(path)) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const result = new Papa.Parser({ delimiter: ',', newline: '\r\n' }).parse(text, 0, true) as Papa.ParseResult<string[]>;
    rows += result.data.length;
    rest = text.slice(result.meta.cursor);
  }
  if (rest !== '') rows += 1;
  return { rows, seconds: (performance.now() - start) / 1000, peakMb: peakMb() };
}

/** Each in a process of its own, so that memory is its own. */
function inOwnProcess(what: 'check' | 'bare', path: string): Measured {
  const run = spawnSync(process.execPath, [import.meta.filename, what, path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (run.status !== 0) throw new Error(`measuring ${what} failed`);
  return JSON.parse(run.stdout) as Measured;
}

function demonstrationSeconds(): number {
  const start = performance.now();
  const run = spawnSync(process.execPath, [join('scripts', 'check.ts')], { stdio: 'ignore' });
  if (run.status !== 0) throw new Error('the demonstration has problems');
  return (performance.now() - start) / 1000;
}

function measureAll(): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'check-bench-'));
  try {
    const stock = columns.flatMap((observedAt) => sizes.map((size) => {
      const data = join(folder, `${size}-${observedAt}`);
      writeFolder(data, size, observedAt);
      const path = join(data, 'stock.csv');
      const bare = inOwnProcess('bare', path);
      const check = inOwnProcess('check', data);
      if (bare.rows !== size || check.rows !== size) throw new Error(`${size} rows were written, ${bare.rows} and ${check.rows} read`);
      // Two folders of 5 million rows need not stand on the disk at once.
      const megabytes = Math.round(statSync(path).size / 1e6);
      rmSync(data, { recursive: true });
      return {
        rows: size,
        observedAt,
        megabytes,
        rowsPerSecond: Math.round(size / check.seconds),
        seconds: round(check.seconds),
        barePapaParseSeconds: round(bare.seconds),
        ratio: round(check.seconds / bare.seconds),
        peakMb: check.peakMb,
      };
    }));
    return { stock, demonstrationSeconds: round(demonstrationSeconds()) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const [what, path] = process.argv.slice(2);
if (what === 'check' && path !== undefined) console.log(JSON.stringify(checkAll(path)));
else if (what === 'bare' && path !== undefined) console.log(JSON.stringify(parseBare(path)));
else console.log(JSON.stringify(measureAll()));
