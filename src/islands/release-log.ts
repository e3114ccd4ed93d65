/** The release log as a page reads it: where a file of some hash was published, and what came after a release. */

export interface LogRecord {
  readonly release: number;
  readonly kind: 'release' | 'rollback';
  readonly of: number | null;
  readonly at: string;
  readonly files: { readonly changed: readonly string[]; readonly removed: readonly string[] };
  readonly manifest: { readonly path: string };
}

export type Found =
  | { readonly state: 'current'; readonly path: string; readonly release: number; readonly at: string }
  | { readonly state: 'former' | 'gone'; readonly path: string; readonly release: number; readonly at: string; readonly later: number; readonly laterAt: string };

/** Fetches the log. Throws where it cannot be read. */
export async function fetchLog(address: string): Promise<readonly LogRecord[]> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as readonly LogRecord[];
}

/**
 * Every time a file with this SHA-256 was published, one for each path and stretch of releases, current ones first, then the latest. A stretch ends with the
 * release in which the path got another file or none.
 */
export function whereFound(records: readonly LogRecord[], hash: string): readonly Found[] {
  const open = new Map<string, { readonly release: number; readonly at: string }>();
  const ended: Found[] = [];
  for (const { release, at, files } of records) {
    const end = (path: string, state: 'former' | 'gone'): void => {
      const since = open.get(path);
      if (since === undefined) return;
      open.delete(path);
      ended.push({ state, path, release: since.release, at: since.at, later: release, laterAt: at });
    };
    for (const path of files.removed) end(path, 'gone');
    for (const entry of files.changed) {
      const path = entry.slice(65);
      end(path, 'former');
      if (entry.slice(0, 64) === hash) open.set(path, { release, at });
    }
  }
  return [...[...open].map(([path, { release, at }]): Found => ({ state: 'current', path, release, at })), ...ended.toReversed()];
}

/** The path of a hash in a list of files, as `sha256sum` writes it; null where it is not in it. */
export function pathInList(list: string, hash: string): string | null {
  const line = list.split('\n').find((one) => one.startsWith(hash));
  return line === undefined ? null : line.slice(66);
}
