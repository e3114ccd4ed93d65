/** Two builds into one folder: the second is told so and changes nothing; a killed one leaves no lock that anybody has to remove. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockSite } from '../scripts/site-lock.ts';
import { runScript } from './support/portals.ts';

const folder = mkdtempSync(join(tmpdir(), '锁 lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that holds the lock of a site. */
async function holder(out: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join('tests', 'support', 'holds-lock.ts'), out], { stdio: ['pipe', 'pipe', 'inherit'] });
  const said = await new Promise<string>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())));
  expect(said).toBe('held');
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('close', resolve));
}

test('one holds it, the next is refused, and after the release it is free and nothing is left', () => {
  const out = join(folder, 'one', 'dist');
  const first = lockSite(out);
  expect(first).not.toBeNull();
  expect(lockSite(out)).toBeNull();
  expect(lockSite(join(folder, 'one', 'other'))?.release()).toBeUndefined();
  first?.release();
  expect(readdirSync(join(folder, 'one'))).toEqual([]);
  const second = lockSite(out);
  expect(second).not.toBeNull();
  second?.release();
});

test('a build beside another ends with 2, says why and touches nothing; after a kill the next one runs', async () => {
  const out = join(folder, 'two', 'dist');
  // What a swap in the middle looks like: the second build may not put it "right".
  const files = ['404.html', 'index.html', 'robots.txt'];
  for (const [place, word] of [[out, 'old'], [`${out}.incoming`, 'new']] as const) {
    mkdirSync(place, { recursive: true });
    for (const file of files) writeFileSync(join(place, file), word);
  }
  writeFileSync(join(`${out}.incoming`, '.files'), files.join('\n'));
  const other = await holder(out);
  // A folder with a problem: where the lock does not stop it, the build ends with 1.
  const build = (lang: string) => runScript('build', ['--data', join('tests', 'golden', 'bad', 'date-empty'), '--out', out, '--lang', lang]);
  const refused = await build('zh');
  expect(refused.output.trim()).toBe(`${out}：另一个命令正在生成或更换这个网站。等它结束后再运行一次。`);
  expect(refused.status).toBe(2);
  expect(existsSync(join(`${out}.incoming`, 'index.html'))).toBe(true);
  other.kill('SIGKILL');
  await ended(other);
  expect(existsSync(`${out}.lock`)).toBe(true);
  const after = await build('en');
  expect(after.output).toContain('stock.csv:2 date');
  expect(after.status).toBe(1);
  expect(readdirSync(join(folder, 'two'))).toEqual(['dist']);
  expect(files.map((file) => readFileSync(join(out, file), 'utf8'))).toEqual(['new', 'new', 'new']);
}, 120_000);
