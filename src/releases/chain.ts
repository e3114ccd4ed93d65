/** Holds a log to its own hashes: numbers, predecessors, and the hash of each record. */
import { recordText, sha256 } from './record.ts';
import type { ReleaseRecord } from './record.ts';

export interface BrokenRecord {
  /** Place in the log, 1 for the oldest. */
  readonly place: number;
  readonly fault: 'number' | 'previous' | 'hash';
}

/** Every record that does not fit; none in a sound log. */
export function brokenRecords(records: readonly ReleaseRecord[]): readonly BrokenRecord[] {
  return records.flatMap((record, index): BrokenRecord[] => {
    const place = index + 1;
    const { hash, ...rest } = record;
    const faults: BrokenRecord[] = [];
    if (record.release !== place) faults.push({ place, fault: 'number' });
    if (record.previous !== (records[index - 1]?.hash ?? null)) faults.push({ place, fault: 'previous' });
    if (hash !== sha256(JSON.stringify(rest)) || !recordText(record).endsWith(`,"hash":"${hash}"}`)) faults.push({ place, fault: 'hash' });
    return faults;
  });
}
