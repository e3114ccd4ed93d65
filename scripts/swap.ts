/**
 * Puts a finished site in the place of the published one by renames, and puts right what a kill left half-done.
 *
 * Beside the published folder `dist` stand for moments `dist.next` (a whole new site), `dist.old` (the whole former
 * one), `dist.copying` and `dist.rubbish` (never whole). At every point one of the first three is a whole site.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Finishes or undoes a swap that was killed. With `out` in place the leftovers go; without it the new site
 * takes its place if there is one, else the former one. Does nothing where nothing is left over.
 */
export function recoverSwap(out: string): void {
  if (!existsSync(out)) {
    if (existsSync(`${out}.next`)) renameSync(`${out}.next`, out);
    else if (existsSync(`${out}.old`)) renameSync(`${out}.old`, out);
  }
  for (const leftover of ['next', 'old', 'copying']) discard(`${out}.${leftover}`, `${out}.rubbish`);
  remove(`${out}.rubbish`);
}

/** Makes the whole site in `built` the published one at `out`; `built` is gone afterwards. */
export function swapIn(built: string, out: string): void {
  recoverSwap(out);
  mkdirSync(dirname(out), { recursive: true });
  moveFolder(built, `${out}.next`, `${out}.copying`);
  if (existsSync(out)) renameSync(out, `${out}.old`);
  renameSync(`${out}.next`, out);
  discard(`${out}.old`, `${out}.rubbish`);
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

/** Takes a folder's name away before its files, so that a kill never leaves half a site under a name that means a whole one. */
function discard(folder: string, rubbish: string): void {
  if (!existsSync(folder)) return;
  remove(rubbish);
  renameSync(folder, rubbish);
  remove(rubbish);
}

/** Removes a folder; a virus scanner or an open file on Windows gets a second. */
function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/**
 * Whether `out` may be replaced: it does not exist, is empty, or holds a site that a build wrote.
 * Guards against `--out` naming a folder of somebody's files.
 */
export function isReplaceable(out: string): boolean {
  const found = statSync(out, { throwIfNoEntry: false });
  if (found === undefined) return true;
  if (!found.isDirectory()) return false;
  return readdirSync(out).length === 0 || ['404.html', 'robots.txt'].every((file) => existsSync(join(out, file)));
}
