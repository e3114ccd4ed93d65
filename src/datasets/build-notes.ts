/** What a command tells the build that it starts: the release that is being made, and the warnings of the check. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface BuildWarning {
  readonly table: string;
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
}

export interface BuildNotes {
  /** Draft of the release that this build is for; null: the build is no release. */
  readonly release: unknown;
  /** Of a build that is no release: tables that differ from the newest release; null where there is none. */
  readonly differing: readonly string[] | null;
  readonly warnings: readonly BuildWarning[];
}

let notes: BuildNotes | null = null;

/** The notes of the running build; without any (a live preview) it is no release and nothing is known of warnings. */
export function buildNotes(): BuildNotes {
  const path = process.env['OBP_NOTES'];
  notes ??= path ? (JSON.parse(readFileSync(path, 'utf8')) as BuildNotes) : { release: null, differing: null, warnings: [] };
  return notes;
}

/** The data folder of the running build. */
export function currentDataDir(): string {
  return resolve(process.env['OBP_DATA'] ?? 'data');
}

/** The data folder whose release log the running build continues. */
export function currentLogDir(): string {
  return resolve(process.env['OBP_LOG_DATA'] || currentDataDir());
}
