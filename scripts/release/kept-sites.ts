/** The last built sites, kept whole in `dist.releases/` beside the published one. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '#src/datasets/release-files.ts';
import type { ReleaseRecord } from '#src/releases/record.ts';
import type { Options } from '../options.ts';
import { copySite, manifestText, siteFiles } from '../site-files.ts';
import type { KnownHashes } from '../site-files.ts';

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

/**
 * A kept site with the pages and tables of a release, file by file as they were published: its own, or that of a rollback to the same tables, which
 * published the same pages again. null where none is kept whole. The hashes of its files are added to `known`.
 */
export function wholeKeptSite({ data, out }: Pick<Options, 'data' | 'out'>, records: readonly ReleaseRecord[], release: number, known: KnownHashes): string | null {
  const origin = originOf(records, release);
  const same = records.filter((record) => originOf(records, record.release) === origin).map((record) => record.release);
  const found = [release, ...same.toReversed()].find((one) => existsSync(keptSite(out, one)) && manifestText(siteFiles(keptSite(out, one), known)) === readManifest(data, one));
  return found === undefined ? null : keptSite(out, found);
}

/** The release whose pages a rollback published again, over rollbacks to rollbacks; a release itself. */
function originOf(records: readonly ReleaseRecord[], release: number): number {
  const of = records[release - 1]?.of ?? null;
  return of === null ? release : originOf(records, of);
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
