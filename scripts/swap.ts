/**
 * Puts a finished site in the place of the published one by renames, and puts right what a kill left half-done.
 *
 * Beside the published folder `dist` stand for moments `dist.next` (a whole new site) and `dist.old` (the whole
 * former one). At every point at least one of the three is a whole site, and `recoverSwap` leaves it in place.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const next = (out: string) => `${out}.next`;
const copying = (out: string) => `${out}.copying`;
const old = (out: string) => `${out}.old`;

/** Removes a folder; a virus scanner or an open file on Windows gets a second. */
function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/**
 * Finishes or undoes a swap that was killed. With `out` in place the leftovers go; without it the new site
 * takes its place if it is whole (its name says so), else the former one. Does nothing where nothing is left over.
 */
export function recoverSwap(out: string): void {
  remove(copying(out));
  if (!existsSync(out)) {
    if (existsSync(next(out))) renameSync(next(out), out);
    else if (existsSync(old(out))) renameSync(old(out), out);
  }
  remove(next(out));
  remove(old(out));
}

/** Makes the whole site in `built` the published one at `out`; `built` is gone afterwards. */
export function swapIn(built: string, out: string): void {
  recoverSwap(out);
  mkdirSync(dirname(out), { recursive: true });
  moveFolder(built, next(out), copying(out));
  if (existsSync(out)) renameSync(out, old(out));
  renameSync(next(out), out);
  remove(old(out));
}

/** A rename where both are on one disk; else a copy under another name first, so that `to` is whole when it appears. */
function moveFolder(from: string, to: string, halfway: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    cpSync(from, halfway, { recursive: true });
    renameSync(halfway, to);
    remove(from);
  }
}

/**
 * Whether `out` may be replaced: it does not exist, is empty, or holds a site that a build wrote.
 * Guards against `--out` naming a folder of somebody's files.
 */
export function isReplaceable(out: string): boolean {
  if (!existsSync(out)) return true;
  return readdirSync(out).length === 0 || ['404.html', 'robots.txt'].every((file) => existsSync(join(out, file)));
}
