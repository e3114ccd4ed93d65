/** The folder `releases/` of the data folder: one folder for each release, which appears whole and is never changed again. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const recordFile = 'record.json';
const manifestFile = 'files.txt';
const goneFile = 'gone.json';
const tablesFile = 'tables.json.gz';

/** What one release keeps: its record, the list of published files and the list of addresses that are gone, which are public, and its tables, which are not. */
export interface ReleaseFiles {
  readonly record: string;
  readonly manifest: string;
  readonly gone: string;
  readonly tables: Uint8Array;
}

function releasesFolder(dataDir: string): string {
  return join(dataDir, 'releases');
}

/** Where all that a release keeps stands. */
export function releaseFolder(dataDir: string, release: number): string {
  return join(releasesFolder(dataDir), String(release).padStart(6, '0'));
}

/** Numbers of the releases that are there, ascending. */
export function releaseNumbers(dataDir: string): readonly number[] {
  const folder = releasesFolder(dataDir);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /^\d{6,}$/.test(name)).map(Number).toSorted((a, b) => a - b);
}

/** The line of each record, oldest first. */
export function readRecordLines(dataDir: string): readonly string[] {
  return releaseNumbers(dataDir).map((release) => readFileSync(join(releaseFolder(dataDir, release), recordFile), 'utf8').trimEnd());
}

/** The instant of the newest release's build; null before the first. */
export function newestReleaseInstant(dataDir: string): string | null {
  const newest = readRecordLines(dataDir).at(-1);
  if (newest === undefined) return null;
  const { as_of: instant } = JSON.parse(newest) as { readonly as_of?: unknown };
  return typeof instant === 'string' ? instant : null;
}

/** The list of the files that a release published. */
export function readManifest(dataDir: string, release: number): string {
  return readFileSync(join(releaseFolder(dataDir, release), manifestFile), 'utf8');
}

/** The list of the addresses of former releases at which a release published a note; a release made before there were such lists has none. */
export function readGone(dataDir: string, release: number): string {
  const path = join(releaseFolder(dataDir, release), goneFile);
  return existsSync(path) ? readFileSync(path, 'utf8') : '[]\n';
}

/** The packed tables of a release; null where they are not there. */
export function readPackedTables(dataDir: string, release: number): Uint8Array | null {
  const path = join(releaseFolder(dataDir, release), tablesFile);
  return existsSync(path) ? readFileSync(path) : null;
}

/** Puts a release beside its place; `publish` gives it its name. The record is written last: where it is, everything is. */
export function stageRelease(dataDir: string, release: number, files: ReleaseFiles): { publish(): void } {
  const folder = releaseFolder(dataDir, release);
  const staged = `${folder}.new`;
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  write(join(staged, tablesFile), files.tables);
  write(join(staged, manifestFile), files.manifest);
  write(join(staged, goneFile), files.gone);
  write(join(staged, recordFile), `${files.record}\n`);
  return { publish: () => renameSync(staged, folder) };
}

function write(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, content);
    // A release that the log names has to survive a loss of power.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Puts right what a killed release left: a release that the published site already shows (its record is the last line of the site's log) is given its name,
 * any other half-made one is removed. `siteLog` is the text of the site's releases.json, null where there is none. Returns the number that was put right.
 */
export function recoverReleases(dataDir: string, siteLog: string | null): number | null {
  const folder = releasesFolder(dataDir);
  if (!existsSync(folder)) return null;
  let recovered: number | null = null;
  for (const name of readdirSync(folder).filter((one) => /^\d{6,}\.new$/.test(one))) {
    const staged = join(folder, name);
    const place = join(folder, name.slice(0, -'.new'.length));
    const record = existsSync(join(staged, recordFile)) ? readFileSync(join(staged, recordFile), 'utf8').trimEnd() : null;
    if (record !== null && record !== '' && !existsSync(place) && siteLog?.trimEnd().endsWith(`${record}\n]`)) {
      renameSync(staged, place);
      recovered = Number(name.slice(0, -'.new'.length));
    } else rmSync(staged, { recursive: true, force: true });
  }
  return recovered;
}
