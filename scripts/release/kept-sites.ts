/** The last built sites, kept whole in `dist.releases/` beside the published one. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copySite, manifestText, siteFiles } from '../site-files.ts';

export const keptSites = 7;

function keptFolder(out: string): string {
  return `${out}.releases`;
}

/** Where the site of a release is kept, or would be. */
export function keptSite(out: string, release: number): string {
  return join(keptFolder(out), String(release).padStart(6, '0'));
}

/** Keeps a site; it appears whole. */
export function keepSite(out: string, release: number, site: string): void {
  const place = keptSite(out, release);
  mkdirSync(keptFolder(out), { recursive: true });
  rmSync(place, { recursive: true, force: true });
  copySite(site, `${place}.new`);
  renameSync(`${place}.new`, place);
}

/** Whether a kept site is there and, file by file, the one that its release published. */
export function isKeptWhole(out: string, release: number, manifest: string): boolean {
  const place = keptSite(out, release);
  return existsSync(place) && manifestText(siteFiles(place)) === manifest;
}

/** Removes all but the latest seven, and what a kill left half-made. */
export function dropOldSites(out: string): void {
  const folder = keptFolder(out);
  if (!existsSync(folder)) return;
  const names = readdirSync(folder);
  const whole = names.filter((name) => /^\d{6,}$/.test(name)).toSorted();
  for (const name of [...names.filter((one) => /^\d{6,}\.new$/.test(one)), ...whole.slice(0, -keptSites)]) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Removes the sites of releases that did not take place. */
export function dropUnpublishedSites(out: string, newest: number): void {
  const folder = keptFolder(out);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (/^\d{6,}$/.test(name) && Number(name) > newest) rmSync(join(folder, name), { recursive: true, force: true });
}
