/** The release log and what it keeps: rebuilt byte for byte, chained, and every change to a kept copy found by the verifier that is published with the site. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { releasedFiles } from '../scripts/release/open-publication.ts';
import { recoverPublication } from '../scripts/release/recover.ts';
import { keptSite } from '../scripts/release/kept-sites.ts';
import { filesBelow } from '../scripts/swap.ts';
import { readPackedTables, readRecordLines, releaseNumbers } from '#src/datasets/release-files.ts';
import { brokenRecords } from '#src/releases/chain.ts';
import { parseRecord } from '#src/releases/record.ts';
import type { ReleaseRecord } from '#src/releases/record.ts';
import { tableStore } from '#src/releases/table-store.ts';
import { withFault } from './support/dying-disk.ts';
import { publishFake } from './support/fake-site.ts';
import type { Files } from './support/fake-site.ts';

const folder = mkdtempSync(join(tmpdir(), '发布 记录-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Numbers that look random and are always the same. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Thirty states of a data folder: rows added, cells corrected, rows removed, order turned round, encodings changed, files split and taken away. */
function history(): readonly Files[] {
  const random = numbers(7);
  let rows = Array.from({ length: 400 }, (_, index) => `2026-${index},A,${random(900)}`);
  return Array.from({ length: 30 }, (_, index) => {
    rows = [...rows, ...Array.from({ length: 8 }, (_, more) => `new-${index}-${more},O,${random(900)}`)];
    if (index % 3 === 1) rows = rows.map((row, at) => (at === random(rows.length) ? `${row}1` : row));
    if (index % 5 === 2) rows = rows.filter((_, at) => at !== 17 + index);
    if (index === 9) rows = rows.toReversed();
    const end = index === 12 ? '\n' : '\r\n';
    const text = `${index === 14 ? '' : '\uFEFF'}date,abo,quantity${end}${rows.join(end)}${index === 20 ? '' : end}`;
    const files: Record<string, string> = { 'portal.json': `{"n":${index >> 3}}`, 'stock/2026.csv': text, 'events.csv': `event\r\n血${index % 4}\r\n` };
    if (index > 5 && index < 18) files['funds.csv'] = `fund\r\nf${index}`;
    return files;
  });
}

describe('thirty releases', () => {
  const place = join(folder, 'thirty');
  const states = history();
  const records: ReleaseRecord[] = [];
  for (const inputs of states) records.push(publishFake(place, records, { stock: `pub${inputs['stock/2026.csv']}` }, inputs));
  const data = join(place, 'data');

  test('are each rebuilt byte for byte from what the folder keeps', () => {
    for (const [index, inputs] of states.entries()) {
      const files = tableStore((number) => readPackedTables(data, number)).unpack(index + 1);
      const wanted = Object.entries(inputs).map(([path, text]) => [`data/${path}`, text]);
      const found = [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]);
      expect(found).toEqual([...wanted, ['published/stock.csv', `pub${inputs['stock/2026.csv']}`]]);
      const published = createHash('sha256').update(files.get('published/stock.csv')!).digest('hex');
      expect(readFileSync(join(data, 'releases', String(index + 1).padStart(6, '0'), 'files.txt'), 'utf8')).toContain(`${published}  data/v1/stock.csv\n`);
    }
  });

  test('are one chain, and take little room', () => {
    expect(brokenRecords(readRecordLines(data).map(parseRecord))).toEqual([]);
    const packed = states.map((_, index) => readPackedTables(data, index + 1)!.length);
    expect(packed.reduce((sum, size) => sum + size, 0)).toBeLessThan(12 * packed[0]!);
  });

  test('keep the last seven sites, each as it was published, and the assets of the ones before', () => {
    expect(readdirSync(join(place, 'dist.releases'))).toEqual(['000024', '000025', '000026', '000027', '000028', '000029', '000030']);
    for (const release of [24, 27, 30]) {
      const lines = readFileSync(join(data, 'releases', `0000${release}`, 'files.txt'), 'utf8');
      for (const line of lines.trimEnd().split('\n')) {
        expect(createHash('sha256').update(readFileSync(join(keptSite(join(place, 'dist'), release), line.slice(66)))).digest('hex')).toBe(line.slice(0, 64));
      }
    }
  });

  describe('altered in what the folder keeps', () => {
    const read = (number: number) => readPackedTables(data, number);
    const storeWith = (packed: Uint8Array | null) => tableStore((number) => (number === 12 ? packed : read(number)));
    const other = (text: string): string => text.replace(/\d(?=\r?\n)/, (digit) => String((Number(digit) + 1) % 10));

    test('are noticed by the hash of the file', () => {
      const packed = JSON.parse(gunzipSync(read(12)!).toString('utf8')) as { readonly entries: { readonly path: string; steps: (string | readonly [number, number])[] }[] };
      const entry = packed.entries.find(({ path }) => path === 'published/stock.csv')!;
      entry.steps = entry.steps.map((step) => (typeof step === 'string' ? other(step) : step));
      expect(() => storeWith(gzipSync(JSON.stringify(packed))).unpack(12)).toThrow('release 12: published/stock.csv cannot be rebuilt');
      expect(() => storeWith(null).unpack(12)).toThrow('the tables of release 12 are missing');
    });

    test('are noticed by the log where the hash was altered with them', () => {
      const files = new Map(tableStore(read).unpack(12));
      const stock = Buffer.from(files.get('published/stock.csv')!).toString('utf8');
      const forged = tableStore(read).pack(12, files.set('published/stock.csv', Buffer.from(other(stock))));
      expect(storeWith(forged).unpack(12).get('published/stock.csv')).toEqual(Buffer.from(other(stock)));
      const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const options = { data, content: '', out: '', base: undefined, site: undefined, asOf: undefined, lang: 'en', format: 'text' } as const;
      expect(releasedFiles(options, records, storeWith(forged), 12)).toBe(null);
      expect(said.mock.calls.flat().join()).toContain('published/stock.csv is not what the log says');
      expect(releasedFiles(options, records, tableStore(read), 12)?.size).toBe(files.size);
      said.mockRestore();
    });
  });
});

/** What a verifier says of a folder, run in this process's own Node. */
function verify(copy: string, ...more: string[]): { readonly status: number | null; readonly output: string } {
  const run = spawnSync(process.execPath, [join('public', 'data', 'verify', 'verify.mjs'), copy, ...more], { encoding: 'utf8' });
  return { status: run.status, output: run.stdout + run.stderr };
}

describe('the published verifier', () => {
  const place = join(folder, 'verify');
  const records: ReleaseRecord[] = [];
  for (let index = 0; index < 6; index += 1) {
    records.push(publishFake(place, records, { stock: `a,b\r\n${'x,1\r\n'.repeat(index + 1)}`, funds: 'fund\r\nf\r\n' }, { 'portal.json': '{}' }));
  }
  const copy = join(place, 'dist');

  test('finds nothing wrong with a true copy', () => {
    const { status, output } = verify(copy);
    expect(output).toContain('6 records are chained');
    expect(status).toBe(0);
  });

  test('says of a single file whether and when it was published', () => {
    const former = join(keptSite(copy, 3), 'data', 'v1', 'stock.csv');
    expect(verify(copy, '--file', former)).toMatchObject({ status: 0, output: expect.stringContaining('release 3 (2026-11-03T09:00:00+08:00), replaced later') });
    expect(verify(copy, '--file', join(copy, 'data', 'v1', 'stock.csv')).output).toContain('still current');
    const unknown = join(place, 'unknown.csv');
    writeFileSync(unknown, 'a,b\r\n');
    expect(verify(copy, '--file', unknown)).toMatchObject({ status: 1, output: expect.stringContaining('the log does not hold this file') });
  });

  test('holds a log to one that was kept earlier, also where the whole chain was made anew', () => {
    const earlier = join(keptSite(copy, 4), 'data', 'v1', 'releases.json');
    expect(verify(copy, '--earlier', earlier).status).toBe(0);
    const other = join(folder, 'forged');
    const forged: ReleaseRecord[] = [];
    for (let index = 0; index < 6; index += 1) forged.push(publishFake(other, forged, { stock: `a,b\r\n${'x,2\r\n'.repeat(index + 1)}` }, {}));
    expect(verify(join(other, 'dist')).status).toBe(0);
    expect(verify(join(other, 'dist'), '--earlier', earlier)).toMatchObject({ status: 1, output: expect.stringContaining('not the one that was kept earlier') });
  });

  test('finds and names a thousand random changes', { timeout: 60_000 }, async () => {
    const verifier = (await import(new URL('../public/data/verify/verify.mjs', import.meta.url).href)) as { verifyCopy(folder: string): { readonly faults: readonly string[] } };
    const random = numbers(11);
    const files = filesBelow(copy);
    const log = join(copy, 'data', 'v1', 'releases.json');
    const whole = readFileSync(log);
    const lines = () => whole.toString('utf8').trimEnd().split('\n').slice(1, -1).map((line) => line.replace(/,$/, ''));
    const writeLines = (some: readonly string[]) => writeFileSync(log, `[\n${some.join(',\n')}\n]\n`);
    const undoLog = () => writeFileSync(log, whole);
    const inLog = 'data/v1/releases.json';
    const changes = Array.from({ length: 1000 }, (_, index) => {
      const file = files[random(files.length)]!;
      const path = join(copy, file);
      const before = readFileSync(path);
      const undo = () => writeFileSync(path, before);
      const kind = index % 6;
      if (kind === 0) return { undo, change: () => {
        const bytes = Buffer.from(before);
        const at = random(bytes.length);
        bytes[at] = (bytes[at]! + 1 + random(254)) % 256;
        writeFileSync(path, bytes);
        return file;
      } };
      if (kind === 1) return { undo, change: () => {
        const others = files.filter((one) => !readFileSync(join(copy, one)).equals(before));
        writeFileSync(path, readFileSync(join(copy, others[random(others.length)]!)));
        return file;
      } };
      if (kind === 2) return random(2) === 0
        ? { undo, change: () => (rmSync(path), file) }
        : { undo: () => rmSync(`${path}.more`), change: () => (writeFileSync(`${path}.more`, 'x'), `${file}.more`) };
      if (kind === 3) return { undo: undoLog, change: () => {
        const some = lines();
        some.splice(random(some.length - 1), 1);
        writeLines(some);
        return inLog;
      } };
      if (kind === 4) return { undo: undoLog, change: () => {
        const some = lines();
        const at = random(some.length - 1);
        [some[at], some[at + 1]] = [some[at + 1]!, some[at]!];
        writeLines(some);
        return inLog;
      } };
      return random(2) === 0
        ? { undo: undoLog, change: () => (writeLines(lines().slice(0, 1 + random(5))), 'cut off') }
        : { undo: undoLog, change: () => (writeFileSync(log, whole.subarray(0, random(whole.length))), inLog) };
    });
    const missed = changes.flatMap(({ change, undo }, index) => {
      const named = change();
      const { faults } = verifier.verifyCopy(copy);
      undo();
      return faults.some((line) => line.includes(named)) ? [] : [{ kind: index % 6, named, faults }];
    });
    expect(missed).toEqual([]);
    expect(verify(copy).status).toBe(0);
  });
});

describe.each(['kill', 'full'] as const)('a release that meets a fault (%s)', (fault) => {
  test('anywhere leaves, after the next start, the old site with the old log or the new with the new', () => {
    const seen = new Set<string>();
    const base = join(folder, `fault-${fault}`);
    const first = publishFake(base, [], { stock: 'a\r\n1\r\n' }, { 'portal.json': '1' });
    let step = 0;
    for (; ; step += 1) {
      const place = join(folder, `fault-${fault}-${step}`);
      cpSync(base, place, { recursive: true });
      const [data, out] = [join(place, 'data'), join(place, 'dist')];
      const { reached } = withFault(step, fault, () => void publishFake(place, [first], { stock: 'a\r\n2\r\n' }, { 'portal.json': '2' }));
      recoverPublication({ data, out });
      const last = releaseNumbers(data).at(-1);
      const log = readRecordLines(data).map(parseRecord);
      expect(JSON.parse(readFileSync(join(out, 'data', 'v1', 'releases.json'), 'utf8'))).toEqual(log);
      for (const line of readFileSync(join(out, 'data', 'v1', 'releases', `${last}.txt`), 'utf8').trimEnd().split('\n')) {
        expect(createHash('sha256').update(readFileSync(join(out, line.slice(66)))).digest('hex')).toBe(line.slice(0, 64));
      }
      expect(filesBelow(out).filter((file) => file.endsWith('.html')).every((file) => readFileSync(join(out, file), 'utf8').includes(` ${last}<`))).toBe(true);
      expect(readdirSync(join(data, 'releases'))).toEqual(releaseNumbers(data).map((number) => String(number).padStart(6, '0')));
      expect(existsSync(keptSite(out, 2))).toBe(last === 2);
      seen.add(String(last));
      rmSync(place, { recursive: true });
      if (!reached) break;
    }
    expect([...seen].sort()).toEqual(['1', '2']);
    expect(step).toBeGreaterThan(20);
  });
});

test('a kept site and the published one do not share a file that changes', () => {
  const place = join(folder, 'shared');
  const first = publishFake(place, [], { stock: '1' }, {});
  const kept = join(keptSite(join(place, 'dist'), 1), 'index.html');
  const before = statSync(kept).ino;
  publishFake(place, [first], { stock: '2' }, {});
  expect(statSync(kept).ino).toBe(before);
  expect(readFileSync(kept, 'utf8')).toContain(' 1<');
  expect(readFileSync(join(place, 'dist', 'index.html'), 'utf8')).toContain(' 2<');
});
