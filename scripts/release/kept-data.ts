/** The operator's own files that a release keeps, written out again where something has to read them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inputPath } from '#src/releases/table-store.ts';
import type { StoredFiles } from '#src/releases/table-store.ts';

/** The operator's own files among those that a release keeps. */
export function inputsOf(files: StoredFiles): ReadonlyMap<string, Uint8Array> {
  return new Map([...files].flatMap(([path, bytes]) => (path.startsWith(inputPath('')) ? [[path.slice(inputPath('').length), bytes] as const] : [])));
}

export function writeDataFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
