/** Builds the sites that the site tests look at, each once for a whole run. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { writeSingaporePortal } from './singapore-portal.ts';
import { writeSmallPortal } from './small-portal.ts';

export interface BuiltPortal {
  readonly name: 'demonstration' | 'demonstration-below' | 'small' | 'singapore';
  readonly data: string;
  readonly folder: string;
  /** With a slash at both ends. */
  readonly base: string;
  readonly origin: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    portals: readonly BuiltPortal[];
  }
}

/** Vitest's global set-up of the site tests: builds side by side and removes everything afterwards. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'open-blood-portal-sites-'));
  const smallData = join(folder, '数据 data');
  writeSmallPortal(smallData);
  const singaporeData = join(folder, 'singapore-data');
  await writeSingaporePortal(singaporeData);
  const portals: readonly BuiltPortal[] = [
    { name: 'demonstration', base: '/', origin: 'https://blood.example', data: 'data', folder: join(folder, 'demonstration') },
    { name: 'demonstration-below', base: '/portal/', origin: 'https://city.example', data: 'data', folder: join(folder, 'below') },
    { name: 'small', base: '/', origin: 'https://riverside.example', data: smallData, folder: join(folder, 'small') },
    { name: 'singapore', base: '/', origin: 'https://singapore.example', data: singaporeData, folder: join(folder, 'singapore') },
  ];
  // Two at a time: a build of the demonstration takes a gigabyte.
  const [demonstrations, others] = [portals.slice(0, 2), portals.slice(2)];
  await Promise.all([demonstrations, others].map(buildOneByOne));
  project.provide('portals', portals);
  return () => rmSync(folder, { recursive: true, force: true });
}

async function buildOneByOne(portals: readonly BuiltPortal[]): Promise<void> {
  for (const { name, base, origin, data, folder: out } of portals) {
    const { status, output } = await runScript('build', ['--data', data, '--out', out, '--site', `${origin}${base}`]);
    if (status !== 0) throw new Error(`the ${name} portal did not build:\n${output}`);
  }
}

/** Runs one of scripts/ as npm would; `output` is all that it printed. */
export function runScript(
  name: string,
  args: readonly string[],
  options: { readonly environment?: Readonly<Record<string, string>>; readonly project?: string } = {},
): Promise<{ readonly status: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const project = options.project ?? process.cwd();
    const child = spawn(process.execPath, [join(project, 'scripts', `${name}.ts`), ...args], {
      cwd: project,
      env: { ...withoutVitest(process.env), ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output }));
  });
}

/** The environment of a build outside the test runner, which sets a mode of its own. */
export function withoutVitest(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(VITEST|NODE_ENV$|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$)/.test(name)));
}
