/** The release log that the running build is about, read once. */
import { buildNotes, currentLogDir } from '#src/datasets/build-notes.ts';
import { readRecordLines } from '#src/datasets/release-files.ts';
import { parseDraft, parseRecord } from './record.ts';
import type { ReleaseRecord } from './record.ts';
import { releaseLog } from './release-log.ts';
import type { ReleaseLog } from './release-log.ts';

let records: readonly ReleaseRecord[] | null = null;
let log: ReleaseLog | null = null;

/** Every release before this build. */
export function currentRecords(): readonly ReleaseRecord[] {
  records ??= readRecordLines(currentLogDir()).map(parseRecord);
  return records;
}

/** Every release, this build's own included if it is one. `log.current?.release` is the number of the release that the tables are, or follow. */
export function currentLog(): ReleaseLog {
  if (log === null) {
    const { release } = buildNotes();
    log = releaseLog(currentRecords(), release === null ? null : parseDraft(release));
  }
  return log;
}
