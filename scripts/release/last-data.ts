/** The data folder of an earlier release, written out again where something has to read it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { StoredFiles } from '#src/releases/table-store.ts';

/** The operator's own files among those that a release keeps. */
export function inputsOf(files: StoredFiles): ReadonlyMap<string, Uint8Array> {
  return new Map([...files].flatMap(([path, bytes]) => (path.startsWith('data/') ? [[path.slice('data/'.length), bytes] as const] : [])));
}

export function writeDataFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** Reads the tables of a release as they were, once, when they are first asked for; null where there is no release or this program no longer accepts them. */
export function portalOfRelease(files: StoredFiles | null, instant: string | null): () => Portal | null {
  let found: Portal | null | undefined;
  return () => {
    if (found !== undefined || files === null || instant === null) return found ?? null;
    const folder = mkdtempSync(join(tmpdir(), 'open-blood-portal-last-'));
    try {
      writeDataFolder(folder, inputsOf(files));
      found = loadPortal({ dataDir: folder, asOf: instant, checks: [] }).portal;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return found;
  };
}
