/** Measures the reader on generated stock: rows a second, time beside a bare PapaParse pass over the same bytes, peak memory; and the check of the demonstration. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { addDays } from '#src/domain/calendar.ts';
import { fileChunks } from '#src/tabular/encoding.ts';
import type { DataPackage } from '#src/tabular/data-package.ts';
import { readTable } from '#src/tabular/read-table.ts';

interface Measured {
  readonly rows: number;
  readonly seconds: number;
  readonly peakMb: number;
}

const sizes = [1_000_000, 5_000_000] as const;

/** So many stock rows: 50 stations × 8 groups × 5 rows of a day, quantities that differ from row to row. */
function writeStock(path: string, rows: number): void {
  const handle = openSync(path, 'w');
  writeSync(handle, 'date,station,component,abo,rhd,unit,quantity,level,observed_at\r\n');
  const lines: string[] = [];
  let date = '1990-01-01';
  for (let row = 0; row < rows; row += 1) {
    const inDay = row % 400;
    if (inDay === 0 && row > 0) date = addDays(date, 1);
    const abo = ['A', 'B', 'O', 'AB'][inDay % 4];
    lines.push(`${date},s${Math.floor(inDay / 8)},red_cells,${abo},${inDay % 8 < 4 ? 'positive' : 'negative'},U,${(row * 7919) % 2003},,\r\n`);
    if (lines.length === 20_000) writeSync(handle, lines.splice(0).join(''));
  }
  writeSync(handle, lines.join(''));
  closeSync(handle);
}

function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** What the reader does: every cell checked, every key held, nothing kept. */
function readAll(path: string): Measured {
  const dataPackage = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;
  const resource = dataPackage.resources.find(({ name }) => name === 'stock');
  if (resource === undefined) throw new Error('datapackage.json has no stock table');
  const start = performance.now();
  const report = (_severity: string, problem: { readonly code: string }): never => {
    throw new Error(`the generated rows are good, but ${problem.code} was reported`);
  };
  const { rows } = readTable({ path, name: path }, resource, { latestDate: '2100-01-01' }, { report }, () => undefined);
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
function inOwnProcess(what: 'read' | 'bare', path: string): Measured {
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
    const stock = sizes.map((size) => {
      const path = join(folder, `${size}.csv`);
      writeStock(path, size);
      const bare = inOwnProcess('bare', path);
      const read = inOwnProcess('read', path);
      if (bare.rows !== size || read.rows !== size) throw new Error(`${size} rows were written, ${bare.rows} and ${read.rows} read`);
      return {
        rows: size,
        megabytes: Math.round(statSync(path).size / 1e6),
        rowsPerSecond: Math.round(size / read.seconds),
        seconds: round(read.seconds),
        barePapaParseSeconds: round(bare.seconds),
        ratio: round(read.seconds / bare.seconds),
        peakMb: read.peakMb,
      };
    });
    return { stock, demonstrationSeconds: round(demonstrationSeconds()) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const [what, path] = process.argv.slice(2);
if (what === 'read' && path !== undefined) console.log(JSON.stringify(readAll(path)));
else if (what === 'bare' && path !== undefined) console.log(JSON.stringify(parseBare(path)));
else console.log(JSON.stringify(measureAll()));
