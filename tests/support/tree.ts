/** Fingerprints of folders, for tests that ask whether two sites are the same bytes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './templates.ts';

/** SHA-256 of every file by its path in the folder. */
export function fingerprints(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((file) => [file, createHash('sha256').update(readFileSync(join(folder, file))).digest('hex')]),
  );
}
