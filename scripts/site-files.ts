/** The files of a built site: their list with hashes, and whole copies of a site. */
import { copyFileSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '#src/releases/record.ts';
import { filesBelow } from './swap.ts';

export interface SiteFile {
  /** With `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Whether a file is part of the log, which cannot name its own hash. */
export function isLogFile(path: string): boolean {
  return path === 'data/v1/releases.json' || /^data\/v1\/releases\/\d+\.txt$/.test(path);
}

/** Whether a file is for machines: no page, and nothing that only pages load. */
export function isMachineFile(path: string): boolean {
  return !path.endsWith('.html') && !isLoadedByPages(path);
}

/** Whether a file has a name that changes with its content, and is no address that anybody keeps. */
export function isLoadedByPages(path: string): boolean {
  return path.startsWith('_astro/') || path.startsWith('pagefind/');
}

/** Hashes of files that were read just now, by the file itself, whatever its name: a copy that shares it need not be read again. */
export type KnownHashes = Map<string, string>;

/** Every file of a site but the log, in order of path. What is read is added to `known`. */
export function siteFiles(folder: string, known: KnownHashes = new Map()): readonly SiteFile[] {
  return filesBelow(folder)
    .filter((path) => !isLogFile(path))
    .map((path) => {
      const place = join(folder, path);
      const { dev, ino, size } = statSync(place, { bigint: true });
      const hash = known.get(`${dev}:${ino}`) ?? sha256(readFileSync(place));
      known.set(`${dev}:${ino}`, hash);
      return { path, sha256: hash, bytes: Number(size) };
    });
}

/** The list in the form that `sha256sum -c` reads. */
export function manifestText(files: readonly SiteFile[]): string {
  return files.map((file) => `${file.sha256}  ${file.path}\n`).join('');
}

/** What such a list holds: path → hash. */
export function manifestHashes(manifest: string): ReadonlyMap<string, string> {
  return new Map(manifest.split('\n').flatMap((line) => (line === '' ? [] : [[line.slice(66), line.slice(0, 64)] as const])));
}

/** Copies a site; the copy shares its files with the original where the disk can, and takes no room then. */
export function copySite(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  for (const path of filesBelow(from)) {
    const target = join(to, path);
    mkdirSync(dirname(target), { recursive: true });
    try {
      linkSync(join(from, path), target);
    } catch {
      copyFileSync(join(from, path), target);
    }
  }
}

/** Writes a file of a site that may share its files with a copy: the copy keeps the old content. */
export function writeSiteFile(folder: string, path: string, content: string): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.new`, content);
  renameSync(`${target}.new`, target);
}
