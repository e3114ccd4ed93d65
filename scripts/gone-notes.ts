/** Lets every address of the last release answer in a new site: where page or file is gone, with a note of what became of it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readGone, readManifest } from '#src/datasets/release-files.ts';
import type { PortalSettings } from '#src/datasets/settings.ts';
import { goneNote } from '#src/publishing/gone-note.ts';
import type { GoneAddress } from '#src/publishing/gone-note.ts';
import { isLoadedByPages, manifestHashes } from './site-files.ts';

/** The list of the notes in a site; not there where there are none. */
export const goneList = 'data/v1/gone.json';

export interface LastRelease {
  readonly release: number;
  /** Its list of files, as `sha256sum -c` reads it. Notes are files too. */
  readonly manifest: string;
  /** What was gone by then. */
  readonly gone: readonly GoneAddress[];
}

export function lastRelease(dataDir: string, release: number): LastRelease {
  return { release, manifest: readManifest(dataDir, release), gone: parseGone(readGone(dataDir, release)) };
}

export interface NotedSite {
  readonly settings: Pick<PortalSettings, 'title' | 'demonstration'>;
  /** Full address of the site. */
  readonly address: string;
  /** Date of its data, `YYYY-MM-DD`. */
  readonly date: string;
}

/**
 * Writes a note at each address of the last release that the site in `folder` does not have, and the list of all of them; returns the list. What was gone
 * before keeps its release and date. Notes that the site brings along, because it was published before, are written anew.
 */
export async function writeGoneNotes(folder: string, last: LastRelease, { settings, address, date }: NotedSite): Promise<readonly GoneAddress[]> {
  for (const { path } of goneIn(folder)) rmSync(join(folder, path), { force: true });
  const before = new Map(last.gone.map((one) => [one.path, one]));
  const paths = [...manifestHashes(last.manifest).keys()].filter((path) => path !== goneList && !isLoadedByPages(path) && !existsSync(join(folder, path)));
  const noted: GoneAddress[] = [];
  for (const path of paths.toSorted()) {
    const gone = before.get(path) ?? { path, release: last.release, date };
    const note = await goneNote(gone, { title: settings.title, demonstration: settings.demonstration !== null, catalogue: new URL('data/', address).href });
    if (note === null) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), note);
    noted.push(gone);
  }
  rmSync(join(folder, goneList), { force: true });
  if (noted.length > 0) writeFileSync(join(folder, goneList), goneText(noted));
  return noted;
}

/** The addresses of a site at which there are notes. */
export function goneIn(folder: string): readonly GoneAddress[] {
  const path = join(folder, goneList);
  return existsSync(path) ? parseGone(readFileSync(path, 'utf8')) : [];
}

/** One address a line. */
export function goneText(gone: readonly GoneAddress[]): string {
  return gone.length === 0 ? '[]\n' : `[\n${gone.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;
}

function parseGone(text: string): readonly GoneAddress[] {
  return JSON.parse(text) as readonly GoneAddress[];
}
