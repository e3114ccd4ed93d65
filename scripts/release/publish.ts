/** Publishes a draft: completes the built site with the log, seals the record, keeps site and tables, and swaps the site in. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, stageRelease } from '#src/datasets/release-files.ts';
import { filesAfter, logText, recordText, sealed, sha256 } from '#src/releases/record.ts';
import type { ReleaseDraft, ReleaseRecord } from '#src/releases/record.ts';
import { inputPath, publishedPath } from '#src/releases/table-store.ts';
import type { StoredFiles, TableStore } from '#src/releases/table-store.ts';
import { goneIn, goneText } from '../gone-notes.ts';
import { isMachineFile, manifestText, siteFiles, writeSiteFile } from '../site-files.ts';
import type { KnownHashes, SiteFile } from '../site-files.ts';
import { swapIn } from '../swap.ts';
import { dropOldSites, keepSite, keptSites } from './kept-sites.ts';

export interface Publication {
  readonly data: string;
  readonly out: string;
  readonly records: readonly ReleaseRecord[];
  readonly draft: ReleaseDraft;
  /** The built site with the assets of earlier ones, without the log; gone afterwards. */
  readonly site: string;
  /** The operator's files, which are kept beside the published tables. */
  readonly inputs: ReadonlyMap<string, Uint8Array>;
  readonly store: TableStore;
  /** Of files that the site shares with a kept one. */
  readonly known?: KnownHashes;
}

/**
 * The order makes a kill harmless: the release stands complete beside its place before the site is swapped in, and gets its name after. What is killed
 * between is finished at the next start, because the site then shows the record.
 */
export function publish({ data, out, records, draft, site, inputs, store, known }: Publication): ReleaseRecord {
  const { release } = draft;
  writeManifests(site, data, records);
  const files = siteFiles(site, known);
  const gone = goneIn(site);
  // A note in the place of a file is not the file.
  const isGone = new Set(gone.map(({ path }) => path));
  const manifest = manifestText(files);
  const record = sealed({
    ...draft,
    previous: records.at(-1)?.hash ?? null,
    files: changedFiles(records, files.filter(({ path }) => !isGone.has(path))),
    manifest: { path: manifestPath(release), sha256: sha256(manifest), files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) },
  });
  writeSiteFile(site, manifestPath(release), manifest);
  writeSiteFile(site, 'data/v1/releases.json', logText([...records, record]));

  const published = files.filter(({ path }) => !isGone.has(path)).flatMap(({ path }) => {
    const table = /^data\/v1\/([^/]+)\.csv$/.exec(path)?.[1];
    return table === undefined ? [] : [[publishedPath(table), readFileSync(join(site, path))] as const];
  });
  const stored: StoredFiles = new Map([...[...inputs].map(([path, bytes]) => [inputPath(path), bytes] as const), ...published]);
  const tables = store.pack(release, stored);
  const staged = stageRelease(data, release, { record: recordText(record), manifest, gone: goneText(gone), tables });
  keepSite(out, release, site);
  swapIn(site, out);
  staged.publish();
  dropOldSites(out);
  return record;
}

export function manifestPath(release: number): string {
  return `data/v1/releases/${release}.txt`;
}

/** The lists of the last releases, as long as their sites are kept, and the log of all. For a site that is no release. */
export function writeLog(site: string, data: string, records: readonly ReleaseRecord[]): void {
  writeManifests(site, data, records);
  writeSiteFile(site, 'data/v1/releases.json', logText(records));
}

function writeManifests(site: string, data: string, records: readonly ReleaseRecord[]): void {
  // A kept site that is published again brings the lists of its own time.
  rmSync(join(site, 'data', 'v1', 'releases'), { recursive: true, force: true });
  for (const { release } of records.slice(-(keptSites - 1))) writeSiteFile(site, manifestPath(release), readManifest(data, release));
}

function changedFiles(records: readonly ReleaseRecord[], files: readonly SiteFile[]): ReleaseRecord['files'] {
  const before = filesAfter(records);
  const now = new Map(files.filter(({ path }) => isMachineFile(path)).map(({ path, sha256: hash }) => [path, hash]));
  return {
    changed: [...now].filter(([path, hash]) => before.get(path) !== hash).map(([path, hash]) => `${hash} ${path}`),
    removed: [...before.keys()].filter((path) => !now.has(path)).toSorted(),
  };
}
