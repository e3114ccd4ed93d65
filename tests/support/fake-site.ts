/** Small sites and the publication of many releases without a build, for tests of what stands around a build. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { publish } from '../../scripts/release/publish.ts';
import { writeFiles } from './write-files.ts';
import { readPackedTables } from '#src/datasets/release-files.ts';
import { tableStore } from '#src/releases/table-store.ts';
import type { ReleaseDraft, ReleaseRecord } from '#src/releases/record.ts';

export type Files = Readonly<Record<string, string>>;

/** A draft in which nothing is new. */
export function emptyDraft(release: number, more: Partial<ReleaseDraft> = {}): ReleaseDraft {
  const at = `2026-11-${String(((release - 1) % 28) + 1).padStart(2, '0')}T09:00:00+08:00`;
  return { release, kind: 'release', of: null, at, as_of: at, demonstration: false, site: 'https://blood.example.org/', program: '0.1.0', note: null, doubts: [], tables: [], schemas: [], corrections: [], updates: [], by_month: [], regrouped: [], ...more };
}

/** A site of a few pages, tables and assets, each telling its release. */
export function siteOf(release: number, csv: Files): Files {
  const pages = Object.fromEntries(['index.html', '404.html', 'data/index.html', 'en/index.html'].map((path) => [path, `<p>${path} ${release}</p>`]));
  const tables = Object.fromEntries(Object.entries(csv).map(([table, text]) => [`data/v1/${table}.csv`, text]));
  return { ...pages, ...tables, 'robots.txt': 'User-agent: *\n', [`_astro/page.${release}.css`]: `p{order:${release}}`, 'feeds/changes.xml': `<feed>${release}</feed>` };
}

/** Publishes one release of a hand-made site; the published tables are those of `csv`. */
export function publishFake(place: string, records: readonly ReleaseRecord[], csv: Files, inputs: Files, more: Partial<ReleaseDraft> = {}): ReleaseRecord {
  const release = records.length + 1;
  mkdirSync(place, { recursive: true });
  const site = mkdtempSync(join(place, 'built-'));
  try {
    writeFiles(site, siteOf(release, csv));
    const bytes = new Map(Object.entries(inputs).map(([path, text]) => [path, Buffer.from(text)]));
    const data = join(place, 'data');
    return publish({ data, out: join(place, 'dist'), records, draft: emptyDraft(release, more), site, inputs: bytes, store: tableStore((number) => readPackedTables(data, number)) });
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}
