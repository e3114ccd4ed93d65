/** Builds as an operator does: bad data, wrong calls and kills leave the published site whole, and the same input gives the same bytes. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { recoverSwap } from '../../scripts/swap.ts';
import { runScript, withoutVitest } from '../support/portals.ts';
import { writeSmallPortal } from '../support/small-portal.ts';
import { fingerprints } from '../support/tree.ts';

const small = inject('portals').find(({ name }) => name === 'small')!;
const folder = mkdtempSync(join(tmpdir(), '发布 open-blood-portal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The data of the small portal in a folder of its own, outside the project. */
function ownData(name: string): string {
  const data = join(folder, name);
  cpSync(small.data, data, { recursive: true });
  return data;
}

describe('a published site', () => {
  const out = join(folder, 'published', 'dist');
  let before: Record<string, string>;
  beforeAll(() => {
    cpSync(small.folder, out, { recursive: true });
    before = fingerprints(out);
  });

  test('is left byte for byte as it was by bad data, which ends with 1 and is named', async () => {
    const data = ownData('bad');
    const stock = readFileSync(join(data, 'stock.csv'), 'utf8');
    writeFileSync(join(data, 'stock.csv'), `${stock.trimEnd()}\r\n2026-13-45,all,unspecified,A,positive,percent,-3,\r\n`);
    const { status, output } = await runScript('build', ['--data', data, '--out', out]);
    expect(output).toContain('stock.csv:');
    expect(status).toBe(1);
    expect(fingerprints(out)).toEqual(before);
    expect(readdirSync(join(folder, 'published'))).toEqual(['dist']);
  });

  test('is left alone by a wrong call, which ends with 2', async () => {
    const { status, output } = await runScript('build', ['--outt', out]);
    expect(output).toContain('--outt');
    expect(status).toBe(2);
    expect(fingerprints(out)).toEqual(before);
  });

  test('never takes the place of files that are not a site', async () => {
    const home = join(folder, 'home');
    mkdirSync(home);
    writeFileSync(join(home, 'thesis.docx'), 'years of work');
    const { status } = await runScript('build', ['--data', ownData('good'), '--out', home]);
    expect(status).toBe(2);
    expect(readdirSync(home)).toEqual(['thesis.docx']);
  });

  test('is whole after builds killed all along their way', async () => {
    const data = ownData('other');
    writeSmallPortal(data, 'another title');
    const other = join(folder, 'other-site');
    const start = performance.now();
    expect((await runScript('build', ['--data', data, '--out', other])).status).toBe(0);
    const milliseconds = performance.now() - start;
    const after = fingerprints(other);
    expect(after['index.html']).not.toBe(before['index.html']);
    const killed: number[] = [];
    for (const share of [0.3, 0.75, 0.95]) {
      killed.push(await buildKilledAfter(share * milliseconds, ['--data', data, '--out', out]));
      recoverSwap(out);
      const now = fingerprints(out);
      expect([before, after]).toContainEqual(now);
      // The file of a killed build's lock stays; it locks nobody out.
      expect(readdirSync(join(folder, 'published')).filter((name) => name !== 'dist.lock')).toEqual(['dist']);
    }
    expect((await runScript('build', ['--data', data, '--out', out])).status).toBe(0);
    expect(fingerprints(out)).toEqual(after);
    const leftovers = killed.filter((id) => existsSync(join('node_modules', '.open-blood-portal', `build-${id}`)));
    expect(leftovers).toEqual([]);
  }, 240_000);
});

/** The id of the process that was killed, or had ended by then. */
function buildKilledAfter(milliseconds: number, args: readonly string[]): Promise<number> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [join('scripts', 'build.ts'), ...args], { env: withoutVitest(process.env), stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      done(child.pid ?? 0);
    });
  });
}

test('the same input gives the same bytes in another folder, time zone and locale', async () => {
  const project = join(folder, '另一个 文件夹', 'portal');
  for (const part of ['src', 'scripts', 'public', 'content', 'data', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    if (existsSync(part)) cpSync(part, join(project, part), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'), 'junction');
  const out = join(folder, 'same');
  const { status, output } = await runScript(
    'build',
    ['--data', ownData('same-data'), '--out', out, '--site', `${small.origin}${small.base}`],
    { project, environment: { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
  );
  expect(output).not.toContain('rror');
  expect(status).toBe(0);
  expect(fingerprints(out)).toEqual(fingerprints(small.folder));
});
