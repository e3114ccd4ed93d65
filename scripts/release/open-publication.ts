/** What build, release and rollback do before anything else: put right what a kill left, and look whether site and log are what they should be. */
import { join } from 'node:path';
import { readPackedTables, readRecordLines } from '#src/datasets/release-files.ts';
import { shownPath } from '#src/datasets/table-files.ts';
import { brokenRecords } from '#src/releases/chain.ts';
import { filesAfter, parseRecord, sha256 } from '#src/releases/record.ts';
import type { ReleaseRecord } from '#src/releases/record.ts';
import { publishedTableIn, tableStore } from '#src/releases/table-store.ts';
import type { StoredFiles, TableStore } from '#src/releases/table-store.ts';
import type { Options } from '../options.ts';
import { publicationWords } from '../publication-words.ts';
import { isReplaceable } from '../swap.ts';
import { recoverPublication } from './recover.ts';

/** The records of a sound log, none before the first release; null, after a word to the operator, where the site's folder holds other files or the log is broken. */
export function openPublication(options: Options): readonly ReleaseRecord[] | null {
  const say = publicationWords[options.lang];
  recoverPublication(options);
  if (!isReplaceable(options.out)) {
    console.error(say.notOurs(options.out));
    return null;
  }
  const records = soundRecords(options.data);
  if (records === null) console.error(say.brokenLog(shownPath(join(options.data, 'releases'))));
  return records;
}

/** The tables that the releases of a data folder keep, read when they are asked for. */
export function keptTables(dataDir: string): TableStore {
  return tableStore((release) => readPackedTables(dataDir, release));
}

/** The files that a release keeps, if its published tables are those of the log; null, after a word to the operator, where they are missing or altered. */
export function releasedFiles(options: Options, records: readonly ReleaseRecord[], store: TableStore, release: number): StoredFiles | null {
  try {
    const files = store.unpack(release);
    const hashes = filesAfter(records.slice(0, release));
    for (const [path, bytes] of files) {
      const table = publishedTableIn(path);
      if (table !== null && hashes.get(`data/v1/${table}.csv`) !== sha256(bytes)) throw new Error(`release ${release}: ${path} is not what the log says was published`);
    }
    return files;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(publicationWords[options.lang].brokenLog(shownPath(join(options.data, 'releases'))));
    return null;
  }
}

/** null where a record cannot be read or its hashes do not fit. */
function soundRecords(dataDir: string): readonly ReleaseRecord[] | null {
  try {
    const records = readRecordLines(dataDir).map(parseRecord);
    return brokenRecords(records).length === 0 ? records : null;
  } catch {
    return null;
  }
}
