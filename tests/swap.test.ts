/** Kills the swap at every step and checks that the next start leaves the former or the new site, whole. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isReplaceable, recoverSwap, swapIn } from '../scripts/swap.ts';
import { withFault } from './support/dying-disk.ts';

const folder = mkdtempSync(join(tmpdir(), '换 站-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = ['404.html', 'index.html', 'robots.txt', 'stock.html'];

/** A site whose every file holds one word; the old one has a page and a folder more, which have to go. */
function write(path: string, word: string): void {
  mkdirSync(path, { recursive: true });
  for (const file of files) writeFileSync(join(path, file), word);
  if (word !== 'old') return;
  mkdirSync(join(path, 'gone'));
  writeFileSync(join(path, 'gone', 'index.html'), word);
}

/** The one word that every file of a whole site holds; anything else is a broken site. */
function wholeSite(path: string): string {
  const words = new Set(files.map((file) => readFileSync(join(path, file), 'utf8')));
  expect([...words]).toHaveLength(1);
  expect(readdirSync(path).sort()).toEqual(words.has('old') ? ['404.html', 'gone', 'index.html', 'robots.txt', 'stock.html'] : files);
  return [...words].join();
}

describe.each([
  { mode: 'rename', former: true },
  { mode: 'exdev', former: true },
  { mode: 'rename', former: false },
] as const)('a swap ($mode, former site: $former)', ({ mode, former }) => {
  test.each(['kill', 'full'] as const)('that meets a fault (%s) anywhere leaves a whole site after the next start', (fault) => {
    const seen = new Set<string>();
    let step = 0;
    for (; ; step += 1) {
      const place = join(folder, `${mode}-${former}-${fault}-${step}`);
      const [out, built] = [join(place, 'dist'), join(place, 'built')];
      if (former) write(out, 'old');
      // What an earlier kill may have left.
      write(`${out}.rubbish`, 'rubbish');
      if (former) write(`${out}.copying`, 'half');
      write(built, 'new');
      const { reached } = withFault(step, fault, () => swapIn(built, out), mode === 'exdev' ? built : undefined);
      recoverSwap(out);
      if (former || existsSync(out)) {
        seen.add(wholeSite(out));
        expect(readdirSync(place).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
      }
      if (!reached) break;
    }
    expect(wholeSite(join(folder, `${mode}-${former}-${fault}-${step}`, 'dist'))).toBe('new');
    expect([...seen].sort()).toEqual(former ? ['new', 'old'] : ['new']);
    expect(step).toBeGreaterThan(former ? (fault === 'kill' ? 20 : 1) : 0);
  });

  test('killed in its recovery, again and again, still leaves a whole site', () => {
    const [out, built] = [join(folder, `again-${mode}-${former}`, 'dist'), join(folder, `again-${mode}-${former}`, 'built')];
    if (former) write(out, 'old');
    for (let step = 0; step < 40; step += 1) {
      rmSync(built, { recursive: true, force: true });
      write(built, 'new');
      withFault(step, 'kill', () => swapIn(built, out), mode === 'exdev' ? built : undefined);
    }
    recoverSwap(out);
    expect(['old', 'new']).toContain(wholeSite(out));
  });
});

test('a file that stays the same is left alone; a file gives way to a folder and a folder to a file', () => {
  const [out, built] = [join(folder, 'turns', 'dist'), join(folder, 'turns', 'built')];
  write(out, 'same');
  mkdirSync(join(out, 'a', 'b'), { recursive: true });
  writeFileSync(join(out, 'a', 'b', 'c.txt'), 'folder');
  writeFileSync(join(out, 'd'), 'file');
  const before = statSync(join(out, 'index.html')).ino;
  write(built, 'same');
  writeFileSync(join(built, 'a'), 'file');
  mkdirSync(join(built, 'd', 'e'), { recursive: true });
  writeFileSync(join(built, 'd', 'e', 'f.txt'), 'folder');
  swapIn(built, out);
  expect(statSync(join(out, 'index.html')).ino).toBe(before);
  expect(readFileSync(join(out, 'a'), 'utf8')).toBe('file');
  expect(readFileSync(join(out, 'd', 'e', 'f.txt'), 'utf8')).toBe('folder');
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
