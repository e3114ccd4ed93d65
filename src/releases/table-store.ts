/** Keeps the tables of every release: each file whole once, then as its difference from the release before. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { applyDelta, lineDelta } from './line-delta.ts';
import type { DeltaStep } from './line-delta.ts';
import { sha256 } from './record.ts';

/** A file kept as a difference is whole again after so many differences, so that no chain grows long. */
export const longestChain = 48;

interface Entry {
  readonly path: string;
  /** Release whose state the steps start from; null: `steps` is the whole file. */
  readonly from: number | null;
  readonly depth: number;
  readonly steps: readonly DeltaStep[];
}

interface Store {
  /** Every file of the release, with the release that holds its entry. */
  readonly index: readonly { readonly path: string; readonly sha256: string; readonly at: number }[];
  readonly entries: readonly Entry[];
}

/** The files of one release by path, as bytes. */
export type StoredFiles = ReadonlyMap<string, Uint8Array>;

/** Where a published table stands among the files of a release, and where a file of the operator's does. */
export const publishedPath = (table: string): string => `published/${table}.csv`;
export const inputPath = (file: string): string => `data/${file}`;

/** Name of the published table that a path among the files of a release is; null where it is none. */
export function publishedTableIn(path: string): string | null {
  return /^published\/(.+)\.csv$/.exec(path)?.[1] ?? null;
}

/** The packed store of release `number`; null where it is absent. */
export type ReadStore = (number: number) => Uint8Array | null;

/** The kept tables of all releases. What was read once is not read again. */
export interface TableStore {
  /** Packs the files of release `number`, whose predecessor is `number - 1` and is read where there is one. */
  pack(number: number, files: StoredFiles): Uint8Array;
  /** The files of a release, exact to the byte. Throws with the path where a store is missing or a file does not have its hash. */
  unpack(number: number): StoredFiles;
}

export function tableStore(read: ReadStore): TableStore {
  const reader = storeReader(read);
  return {
    pack(number, files) {
      const before = number > 1 ? new Map(reader.store(number - 1).index.map((one) => [one.path, one])) : new Map<string, Store['index'][number]>();
      const entries: Entry[] = [];
      const index = [...files].map(([path, bytes]) => {
        const hash = sha256(bytes);
        const last = before.get(path);
        if (last?.sha256 === hash) return last;
        entries.push(entryOf(path, bytes, last === undefined ? null : { at: last.at, ...reader.file(path, last.at) }));
        return { path, sha256: hash, at: number };
      });
      const store: Store = { index, entries };
      // The header of a gzip file has no time here, so that the same tables give the same bytes.
      return gzipSync(JSON.stringify(store), { level: 9 });
    },
    unpack: (number) =>
      new Map(
        reader.store(number).index.map(({ path, sha256: wanted, at }) => {
          const bytes = Buffer.from(reader.file(path, at).text, 'latin1');
          if (sha256(bytes) !== wanted) throw new Error(`release ${number}: ${path} cannot be rebuilt: its kept differences were altered`);
          return [path, bytes] as const;
        }),
      ),
  };
}

function entryOf(path: string, bytes: Uint8Array, last: { readonly at: number; readonly text: string; readonly depth: number } | null): Entry {
  const text = Buffer.from(bytes).toString('latin1');
  const whole: Entry = { path, from: null, depth: 0, steps: [text] };
  if (last === null || last.depth + 1 >= longestChain) return whole;
  const steps = lineDelta(last.text, text);
  const size = steps.reduce((sum, step) => sum + (typeof step === 'string' ? step.length : 12), 0);
  return size > text.length / 2 ? whole : { path, from: last.at, depth: last.depth + 1, steps };
}

function storeReader(read: ReadStore) {
  const stores = new Map<number, Store>();
  const store = (number: number): Store => {
    let found = stores.get(number);
    if (found === undefined) {
      const packed = read(number);
      if (packed === null) throw new Error(`the tables of release ${number} are missing`);
      found = JSON.parse(gunzipSync(packed).toString('utf8')) as Store;
      stores.set(number, found);
    }
    return found;
  };
  const texts = new Map<string, { readonly text: string; readonly depth: number }>();
  const file = (path: string, at: number): { readonly text: string; readonly depth: number } => {
    const known = texts.get(`${at} ${path}`);
    if (known !== undefined) return known;
    const entry = store(at).entries.find((one) => one.path === path);
    if (entry === undefined) throw new Error(`release ${at} does not hold ${path}`);
    const found = { text: entry.from === null ? entry.steps.join('') : applyDelta(file(path, entry.from).text, entry.steps), depth: entry.depth };
    texts.set(`${at} ${path}`, found);
    return found;
  };
  return { store, file };
}
