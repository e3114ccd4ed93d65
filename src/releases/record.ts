/** One release as the public log states it: what was published when, what was changed and why, and the hash of every file. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** R1 better source, R2 routine revision, R3 change of method, C error corrected. */
export const revisionClasses = ['R1', 'R2', 'R3', 'C'] as const;
export type RevisionClass = (typeof revisionClasses)[number];

const text = z.strictObject({ zh: z.string(), en: z.string() });
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const change = {
  table: z.string(),
  /** Cells of the primary key. */
  key: z.array(z.string()),
  /** null: the whole row was removed. */
  column: z.string().nullable(),
  /** Cell as it was published; of a removed row its other cells as `column=value`. */
  old: z.string().nullable(),
  new: z.string().nullable(),
};

const correction = z.strictObject({ ...change, class: z.enum(revisionClasses), reason: text });
const update = z.strictObject(change);

const tableEntry = z.strictObject({
  table: z.string(),
  rows: z.int(),
  /** Earliest and latest date, month or year of the rows that are not in the future; null where the table has none. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  added: z.int(),
  /** Of the added rows those that lie before the end of what had been published: they fill the past. */
  late: z.int(),
  changed: z.int(),
  removed: z.int(),
});

const schemaChange = z.strictObject({
  table: z.string(),
  /** `1.0` as first published; see schema-versions.ts for what makes another. */
  version: z.string(),
  /** Primary key. */
  key: z.array(z.string()),
  /** `name type` or `name type unit`. */
  columns: z.array(z.string()),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  renamed: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  /** Columns with another type or unit than before. */
  retyped: z.array(z.strictObject({ column: z.string(), from: z.string(), to: z.string() })),
  /** The key before, where it is another; else null. */
  key_before: z.array(z.string()).nullable(),
});

const doubt = z.strictObject({ code: z.string(), table: z.string(), key: z.array(z.string()), column: z.string().nullable(), value: z.string().nullable(), usual: z.string().nullable() });

/** Of a record everything but what is only known when the site is built. */
const draftShape = {
  /** 1, 2, 3 … */
  release: z.int(),
  kind: z.enum(['release', 'rollback']),
  /** Of a rollback: the release whose tables and site are current again. */
  of: z.int().nullable(),
  /** When it was published, by the publisher's clock. */
  at: z.string(),
  /** The instant of the build. */
  as_of: z.string(),
  demonstration: z.boolean(),
  /** Address of the site, with its path. */
  site: z.string(),
  /** Version of the program. */
  program: z.string(),
  /** The publisher's public answer to the doubts. */
  note: z.string().nullable(),
  doubts: z.array(doubt),
  tables: z.array(tableEntry),
  /** Tables whose columns are not those of the release before; in the first release all. */
  schemas: z.array(schemaChange),
  corrections: z.array(correction),
  /** Changed announcements (drives, notices, events that lay ahead): news, not corrections. */
  updates: z.array(update),
  /** Groups of the daily tables that are published by month and for the whole region: `component|abo|rhd`. */
  by_month: z.array(z.string()),
  /** Of these groups those that were published otherwise in the release before. */
  regrouped: z.array(z.string()),
};

const recordSchema = z.strictObject({
  ...draftShape,
  /** Hash of the record before; null in the first. */
  previous: hash.nullable(),
  /** Files for machines that are new or other than in the record before, as `<SHA-256> <path>`, and the paths that are gone. */
  files: z.strictObject({ changed: z.array(z.string()), removed: z.array(z.string()) }),
  /** The list of every published file with its hash, `<path>` in the site. The log itself is not in it. */
  manifest: z.strictObject({ path: z.string(), sha256: hash, files: z.int(), bytes: z.int() }),
  /** SHA-256 of the record without this member, as compact JSON in the order it is written in. */
  hash,
});
const draftSchema = z.strictObject(draftShape);

export type ReleaseRecord = Readonly<z.output<typeof recordSchema>>;
export type ReleaseDraft = Readonly<z.output<typeof draftSchema>>;
export type TableEntry = ReleaseDraft['tables'][number];
export type SchemaChange = ReleaseDraft['schemas'][number];
export type Correction = ReleaseDraft['corrections'][number];
export type Update = ReleaseDraft['updates'][number];
export type Doubt = ReleaseDraft['doubts'][number];

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A record with its hash. */
export function sealed(record: Omit<ReleaseRecord, 'hash'>): ReleaseRecord {
  return { ...record, hash: sha256(JSON.stringify(record)) };
}

/** A record as its file and the log hold it: one line of compact JSON. */
export function recordText(record: ReleaseRecord): string {
  return JSON.stringify(record);
}

/** Reads a record. Throws on what is none; its hash is not checked here. */
export function parseRecord(line: string): ReleaseRecord {
  // The members stay in the order of the file, on which the hash rests.
  const value: unknown = JSON.parse(line);
  recordSchema.parse(value);
  return value as ReleaseRecord;
}

/** Reads a draft that a command handed to the build. Throws on what is none. */
export function parseDraft(value: unknown): ReleaseDraft {
  return draftSchema.parse(value);
}

/** `/data/v1/releases.json`: a JSON array with one record a line, oldest first. */
export function logText(records: readonly ReleaseRecord[]): string {
  return records.length === 0 ? '[]\n' : `[\n${records.map(recordText).join(',\n')}\n]\n`;
}

/** Hash of each file for machines after the last of the records, by path. */
export function filesAfter(records: readonly Pick<ReleaseRecord, 'files'>[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { files: { changed, removed } } of records) {
    for (const path of removed) files.delete(path);
    for (const entry of changed) files.set(entry.slice(65), entry.slice(0, 64));
  }
  return files;
}
