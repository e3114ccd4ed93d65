import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from './published-data.ts';

const root = join(dataFolder, '..');
const written = mkdtempSync(join(tmpdir(), '示例 数据-'));

/** What `demo-data` writes: tables and portal.json. */
function fingerprints(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv') || name.endsWith('portal.json'));
  return Object.fromEntries(files.sort().map((name) => [name, createHash('sha256').update(readFileSync(join(directory, name))).digest('hex')]));
}

describe('demo-data', () => {
  beforeAll(() => {
    const env = { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'ar_EG.UTF-8' };
    execFileSync(process.execPath, [join(root, 'scripts', 'demo-data.ts'), written], { cwd: tmpdir(), env });
  }, 60_000);
  afterAll(() => rmSync(written, { recursive: true }));

  it('writes what is committed, byte for byte, in another folder, time zone and locale', () => {
    expect(fingerprints(written)).toEqual(fingerprints(dataFolder));
    expect(Object.keys(fingerprints(written)).length).toBeGreaterThan(60);
  });

  it('writes every table of the data package', () => {
    const { resources } = JSON.parse(readFileSync(join(dataFolder, 'datapackage.json'), 'utf8')) as { resources: { name: string }[] };
    const tables = new Set(Object.keys(fingerprints(written)).map((name) => name.split(/[/\\]/)[0]!.replace('.csv', '')));
    expect(resources.map(({ name }) => name).filter((name) => !tables.has(name))).toEqual([]);
  });
});
