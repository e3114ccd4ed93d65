/** Builds the whole site into a folder of its own; publishing it is the caller's business. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BuildNotes } from '#src/datasets/build-notes.ts';
import { releaseNumbers } from '#src/datasets/release-files.ts';
import { lastRelease, writeGoneNotes } from './gone-notes.ts';
import type { Options } from './options.ts';
import { writePageIndex } from './page-index.ts';
import { PersonalNumberOnPage, personalNumbersOnPages } from './personal-pages.ts';
import type { SiteFacts } from './site-facts.ts';
import { writeSitemap } from './sitemap.ts';

/** The project, whichever folder the command was started in. */
export const projectRoot = resolve(import.meta.dirname, '..');

/** Astro needs its working files below the project, so that they find their packages; nothing watches this folder. */
const workshop = join(projectRoot, 'node_modules', '.open-blood-portal');

/** Canonical address and base of a site. */
export interface SiteAddress {
  readonly site: string;
  /** `/` or `/portal`. */
  readonly base: string;
}

/**
 * Where a site is published: the address is `--site`, else the portal's own; its path is the base, unless `--base`
 * names another. Both from the same place, so that links and canonical addresses agree.
 */
export function siteAddress(options: Pick<Options, 'base' | 'site'>, portalSite: string): SiteAddress {
  const site = new URL(options.site ?? portalSite);
  return { site: site.href, base: options.base ?? `/${site.pathname.replaceAll(/^\/+|\/+$/g, '')}` };
}

/** Full address of the first page. */
export function fullAddress({ site, base }: SiteAddress): string {
  return new URL(`${base}/`.replace('//', '/'), site).href;
}

/** What `astro.config.mjs` and the pages read of one build; every path is absolute. */
export function siteEnvironment(options: Options, address: SiteAddress): Record<string, string> {
  return {
    OBP_DATA: options.data,
    OBP_CONTENT: options.content,
    OBP_BASE: address.base,
    OBP_SITE: address.site,
    OBP_AS_OF: options.asOf ?? '',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}

export interface BuiltSite {
  /** The folder of the whole site. */
  readonly site: string;
  /** Removes what is left of the work, the site too if it still stands there. */
  dispose(): void;
}

/** Builds into a new folder, without the release log. Throws what Astro throws, and `PersonalNumberOnPage` where a finished page holds a number that points at a person; nothing outside that folder has changed then. `logData` is the data folder with the log, where it is another. */
export async function buildSite(options: Options, address: SiteAddress, facts: SiteFacts, notes: BuildNotes, logData = options.data): Promise<BuiltSite> {
  const folder = join(workshop, `build-${process.pid}`);
  sweepWorkshop();
  mkdirSync(folder, { recursive: true });
  const dispose = () => removeFolder(folder);
  const site = join(folder, 'site');
  const notesFile = join(folder, 'notes.json');
  writeFileSync(notesFile, JSON.stringify(notes));
  Object.assign(process.env, siteEnvironment(options, address), { OBP_OUT: site, OBP_CACHE: join(folder, 'cache'), OBP_NOTES: notesFile, OBP_LOG_DATA: logData });
  try {
    // Loaded here, so that commands which build nothing start at once.
    const { build } = await import('astro');
    await build({ root: projectRoot, logLevel: 'warn' });
    await writeSitemap(site);
    // After the sitemap, which names no page that is gone.
    const release = releaseNumbers(logData).at(-1);
    if (release !== undefined) await writeGoneNotes(site, lastRelease(logData, release), { settings: facts.settings, address: fullAddress(address), date: facts.asOf.slice(0, 10) });
    const problems = personalNumbersOnPages(site, facts.phones);
    if (problems.length > 0) throw new PersonalNumberOnPage(problems, options.lang);
    await writePageIndex(site);
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
    const [, kind, id] = /^(build|rollback)-(\d+)$/.exec(name) ?? [];
    const owner = Number(id);
    if (owner > 0 && ((owner === process.pid && kind === 'build') || !isRunning(owner))) removeFolder(join(workshop, name));
  }
}

/** A new folder for the work of a rollback. */
export function workFolder(): string {
  sweepWorkshop();
  const folder = join(workshop, `rollback-${process.pid}`);
  removeFolder(folder);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

function isRunning(owner: number): boolean {
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but it is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
