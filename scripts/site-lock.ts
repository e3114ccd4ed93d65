/**
 * Lets one command at a time work on a published folder. The lock is a transaction of a database file beside the folder: the operating system
 * lets go of it when its process ends, also when that is killed or the power fails, so that nobody ever has to remove a lock by hand.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface SiteLock {
  /** Lets the next one in, and takes the file away. */
  release(): void;
}

/** SQLite's code for a file that another connection has locked. */
const busy = 5;

/** The lock of the site at `out`, or null where another process has it. Throws where the place cannot be written to. */
export function lockSite(out: string): SiteLock | null {
  const path = `${out}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    const database = new DatabaseSync(path);
    try {
      // Nothing is ever written: without this a journal would stand beside the file.
      database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      if (error instanceof Error && 'errcode' in error && error.errcode === busy) return null;
      throw error;
    }
    const release = (): void => {
      removeQuietly(path);
      database.close();
    };
    // The holder before may have taken the file away between our opening and locking it: then what we hold is no lock that others see.
    if (existsSync(path) && isLocked(path)) return { release };
    database.close();
  }
}

/** Whether another connection finds the file of this name locked. */
function isLocked(path: string): boolean {
  const other = new DatabaseSync(path);
  try {
    other.exec('BEGIN EXCLUSIVE');
    return false;
  } catch {
    return true;
  } finally {
    other.close();
  }
}

/** On Windows a file that another process has open stays; it is empty and locks nobody out. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It is found there, and locked again, by the next one.
  }
}
