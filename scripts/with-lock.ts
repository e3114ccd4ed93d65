/** Runs a command while no other one works on the same published folder. */
import { lockSite } from './site-lock.ts';
import type { SiteLock } from './site-lock.ts';

export interface LockWords {
  readonly locked: (out: string) => string;
  readonly noPlace: (out: string) => string;
}

/** What the command returns; 2 where another one is at work on `out` or nothing can be written there. */
export async function withLock<Status extends number>(out: string, say: LockWords, work: () => Promise<Status>): Promise<Status | 2> {
  let lock: SiteLock | null;
  try {
    lock = lockSite(out);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(say.noPlace(out));
    return 2;
  }
  if (lock === null) {
    console.error(say.locked(out));
    return 2;
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
