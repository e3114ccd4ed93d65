/** The portal of the last release, read from the tables that it kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { StoredFiles } from '#src/releases/table-store.ts';
import { inputsOf, writeDataFolder } from './kept-data.ts';

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
