/** Starts the Chromium of the tests: the one in the environment's CHROMIUM_PATH, else the one from the package registry. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** The package's own arguments would switch web security off and so hide real failures. */
const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** One browser; the caller closes it. Throws with advice where there is no browser for this machine. */
export async function launchBrowser(furtherArguments: readonly string[] = []): Promise<Browser> {
  const args = [...launchArguments, ...furtherArguments];
  const named = process.env['CHROMIUM_PATH'];
  if (named) return chromium.launch({ executablePath: named, args });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The packaged Chromium is for Linux on x64. Set CHROMIUM_PATH to a Chrome, Chromium or Edge of this machine.');
  }
  const folder = unpackedChromium();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...process.env, ...librariesOf(folder) },
  });
}

/** The package's own NSS libraries, and its fonts where the machine has none. */
function librariesOf(folder: string): Record<string, string> {
  const libraries = [process.env['LD_LIBRARY_PATH'], join(folder, 'al2023', 'lib')].filter(Boolean).join(':');
  return {
    LD_LIBRARY_PATH: libraries,
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
}

/**
 * Unpacks the packaged browser once for each version into a folder of this project and returns it.
 * The package itself would unpack into the shared temporary folder, where a half-written file of another process counts as done.
 */
function unpackedChromium(): string {
  const packages = join(process.cwd(), 'node_modules');
  const { version } = JSON.parse(readFileSync(join(packages, '@sparticuz', 'chromium', 'package.json'), 'utf8')) as { version: string };
  const folder = join(packages, '.open-blood-portal', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const unpacking = `${folder}-${process.pid}`;
  mkdirSync(unpacking, { recursive: true });
  const unpack = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', "import chromium from '@sparticuz/chromium'; await chromium.executablePath();"],
    // The runtime's name makes the package unpack its libraries too.
    { env: { ...process.env, TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }, encoding: 'utf8' },
  );
  if (unpack.status !== 0) throw new Error(`Chromium could not be unpacked: ${unpack.stderr}`);
  try {
    renameSync(unpacking, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(unpacking, { recursive: true });
  }
  return folder;
}
