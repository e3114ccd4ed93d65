/** Holds the README to package.json: every dependency with its reason, every command that it names. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const readme = readFileSync('README.md', 'utf8');
const { scripts, dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
const table = readme.slice(readme.indexOf('| package |'), readme.indexOf('## Licence'));

test('names every dependency with its reason, and no other', () => {
  const named = new Set(
    [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) => cell.split(', ')).filter((name) => !/^(package|-+)$/.test(name)),
  );
  const installed = new Set(
    [...Object.keys(dependencies), ...Object.keys(devDependencies)].map((name) => (name.startsWith('@types/') ? '@types/*' : name)),
  );
  expect([...named].sort()).toEqual([...installed].sort());
});

test('names only commands that there are', () => {
  const commands = [...readme.matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  expect(commands.length).toBeGreaterThan(2);
});

test('every version is exact', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});
