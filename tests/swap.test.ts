/** Kills the swap at every step and checks that the next start leaves the former or the new site, whole. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isReplaceable, recoverSwap, swapIn } from '../scripts/swap.ts';
import { dyingSwap } from './support/killed-swap.ts';
import { listFiles } from './support/templates.ts';

const folder = mkdtempSync(join(tmpdir(), '换 站-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = ['404.html', 'index.html', 'robots.txt', 'stock.html'];

function write(path: string, word: string): void {
  mkdirSync(path, { recursive: true });
  for (const file of files) writeFileSync(join(path, file), word);
}

/** The one word that every file of a whole site holds; anything else is a broken site. */
function wholeSite(path: string): string {
  expect(readdirSync(path).sort()).toEqual(files);
  const words = new Set(files.map((file) => readFileSync(join(path, file), 'utf8')));
  expect([...words]).toHaveLength(1);
  return [...words].join();
}

/** Runs a swap in a process of its own that kills itself at `step`; false when it ended before. */
function swapKilledAt(step: number, built: string, out: string, mode: string): boolean {
  const run = spawnSync(process.execPath, [join('tests', 'support', 'killed-swap.ts'), built, out, String(step), mode], { encoding: 'utf8' });
  if (run.signal === 'SIGKILL') return true;
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  return false;
}

/** Every file below a folder with what it holds. */
function contentsOf(place: string): Record<string, string> {
  return Object.fromEntries(listFiles(place).map((file) => [file, readFileSync(join(place, file), 'utf8')]));
}

test.each([['rename', 5], ['exdev', 4], ['exdev', 99]] as const)('a process that is killed (%s, step %d) leaves what a swap leaves that dies at that step within this process', (mode, step) => {
  const places = ['killed', 'dying'].map((name) => join(folder, `${name}-${mode}-${step}`));
  for (const place of places) {
    write(join(place, 'dist'), 'old');
    write(join(place, 'built'), 'new');
  }
  const [killed = '', dying = ''] = places;
  const died = swapKilledAt(step, join(killed, 'built'), join(killed, 'dist'), mode);
  expect(dyingSwap(step, join(dying, 'built'), join(dying, 'dist'), mode)).toBe(died);
  expect(died).toBe(step < 99);
  expect(contentsOf(killed)).toEqual(contentsOf(dying));
});

describe.each([
  { mode: 'rename', former: true, points: 19 },
  { mode: 'exdev', former: true, points: 25 },
  { mode: 'rename', former: false, points: 7 },
])('a swap ($mode, former site: $former)', ({ mode, former, points }) => {
  test('killed anywhere leaves a whole site after the next start', () => {
    const seen = new Set<string>();
    let step = 0;
    for (; ; step += 1) {
      const place = join(folder, `${mode}-${former}-${step}`);
      const out = join(place, 'dist');
      if (former) write(out, 'old');
      // What an earlier kill may have left.
      write(`${out}.rubbish`, 'rubbish');
      if (former) write(`${out}.old`, 'older');
      write(join(place, 'built'), 'new');
      const killed = dyingSwap(step, join(place, 'built'), out, mode);
      recoverSwap(out);
      if (former || existsSync(out)) {
        seen.add(wholeSite(out));
        expect(readdirSync(place).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
      }
      if (!killed) break;
    }
    expect(wholeSite(join(folder, `${mode}-${former}-${step}`, 'dist'))).toBe('new');
    expect([...seen].sort()).toEqual(former ? ['new', 'old'] : ['new']);
    expect(step).toBe(points);
  });

  test('killed in its recovery, again and again, still leaves a whole site', () => {
    const out = join(folder, `again-${mode}-${former}`, 'dist');
    if (former) write(out, 'old');
    for (let step = 0; step < 24; step += 1) {
      write(join(folder, `again-${mode}-${former}`, 'built'), 'new');
      dyingSwap(step, join(folder, `again-${mode}-${former}`, 'built'), out, mode);
    }
    recoverSwap(out);
    expect(['old', 'new']).toContain(wholeSite(out));
  });
});

test('a swap without trouble leaves the new site and nothing beside it', () => {
  const out = join(folder, 'plain', 'deeper', 'dist');
  write(join(folder, 'plain', 'built'), 'new');
  swapIn(join(folder, 'plain', 'built'), out);
  expect(wholeSite(out)).toBe('new');
  expect(readdirSync(join(folder, 'plain'))).toEqual(['deeper']);
  expect(readdirSync(join(folder, 'plain', 'deeper'))).toEqual(['dist']);
});

test('only an empty folder or a site may be replaced', () => {
  const place = join(folder, 'whose');
  expect(isReplaceable(place)).toBe(true);
  mkdirSync(place);
  expect(isReplaceable(place)).toBe(true);
  writeFileSync(join(place, 'thesis.docx'), 'years of work');
  expect(isReplaceable(place)).toBe(false);
  expect(isReplaceable(join(place, 'thesis.docx'))).toBe(false);
  write(place, 'old');
  expect(isReplaceable(place)).toBe(true);
});
