/** Builds the whole site into a folder of its own; publishing it is the caller's business. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import type { Options } from './options.ts';

/** The project, whichever folder the command was started in. */
export const projectRoot = resolve(import.meta.dirname, '..');

/** Astro needs its working files below the project, so that they find their packages; nothing watches this folder. */
const workshop = join(projectRoot, 'node_modules', '.open-blood-portal');

/** What `astro.config.mjs` and the pages read of one build; every path is absolute. */
export function siteEnvironment(options: Options): Record<string, string> {
  return {
    OBP_DATA: options.data,
    OBP_CONTENT: options.content,
    OBP_BASE: options.base,
    OBP_SITE: options.site ?? '',
    OBP_AS_OF: options.asOf ?? '',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}

/**
 * Builds into a new folder and returns it: `site` is the whole site, `dispose()` removes everything that is left.
 * Throws what Astro throws; nothing outside the folder has changed then.
 */
export async function buildSite(options: Options): Promise<{ readonly site: string; dispose(): void }> {
  const folder = join(workshop, `build-${process.pid}`);
  sweepWorkshop();
  mkdirSync(folder, { recursive: true });
  const dispose = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const site = join(folder, 'site');
  Object.assign(process.env, siteEnvironment(options), { OBP_OUT: site, OBP_CACHE: join(folder, 'cache') });
  try {
    await build({ root: projectRoot, logLevel: 'warn' });
  } catch (error) {
    dispose();
    throw error;
  }
  return { site, dispose };
}

/** Removes what killed builds left: folders named by a process that runs no more. */
function sweepWorkshop(): void {
  mkdirSync(workshop, { recursive: true });
  for (const name of readdirSync(workshop)) {
    const owner = Number(/^build-(\d+)$/.exec(name)?.[1]);
    if (!(owner > 0) || (owner !== process.pid && isRunning(owner))) continue;
    rmSync(join(workshop, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but it is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
