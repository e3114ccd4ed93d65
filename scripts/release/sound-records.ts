/** The records of a data folder's log, if the log is whole. */
import { readRecordLines } from '#src/datasets/release-files.ts';
import { brokenRecords } from '#src/releases/chain.ts';
import { parseRecord } from '#src/releases/record.ts';
import type { ReleaseRecord } from '#src/releases/record.ts';

/** null where a record cannot be read or its hashes do not fit. */
export function soundRecords(dataDir: string): readonly ReleaseRecord[] | null {
  try {
    const records = readRecordLines(dataDir).map(parseRecord);
    return brokenRecords(records).length === 0 ? records : null;
  } catch {
    return null;
  }
}
