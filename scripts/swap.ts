/**
 * Puts a finished site in the place of the published one, file by file, so that every address answers all the time, and finishes what a kill interrupted.
 *
 * A folder full of files cannot be replaced in one step on every system, and where it is moved away and another moved in, visitors meet nothing in
 * between. So the new site first stands whole beside the published folder, as `dist.incoming`; from that moment it will be published. Then each of its
 * files takes the place of the old one in one step, pages last, and what the new site does not have goes. All of it can be done again at any time.
 * `dist.copying` and `dist.rubbish` are never whole.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Names the files of an incoming site, so that what is left of it still says what the whole was. */
const listName = '.files';

/** Publishes the rest of a site whose publication was killed, and removes what is left over. Does nothing where nothing is. */
export function recoverSwap(out: string): void {
  if (existsSync(`${out}.incoming`)) takeIn(out);
  remove(`${out}.copying`);
  remove(`${out}.rubbish`);
}

/** Makes the whole site in `built` the published one at `out`; `built` is gone afterwards. */
export function swapIn(built: string, out: string): void {
  recoverSwap(out);
  mkdirSync(dirname(out), { recursive: true });
  if (!existsSync(out)) return moveFolder(built, out, `${out}.copying`);
  const files = filesBelow(built);
  writeFileSync(join(built, listName), files.join('\n'));
  moveFolder(built, `${out}.incoming`, `${out}.copying`);
  takeIn(out);
}

/** Files below a folder, sorted, with `/`. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).split(sep).join('/'))
    .filter((file) => file !== listName)
    .toSorted();
}

function takeIn(out: string): void {
  const incoming = `${out}.incoming`;
  const files = readFileSync(join(incoming, listName), 'utf8').split('\n');
  const left = new Set(filesBelow(incoming));
  // What pages ask for comes before the pages.
  for (const pages of [false, true]) {
    for (const file of files) {
      if (file.endsWith('.html') !== pages || !left.has(file)) continue;
      const [from, to] = [join(incoming, file), join(out, file)];
      if (isSameFile(from, to)) continue;
      makeRoom(out, file);
      renameOver(from, to);
    }
  }
  const wanted = new Set(files);
  for (const file of filesBelow(out)) if (!wanted.has(file)) rmSync(join(out, file), { force: true });
  removeEmptyFolders(out);
  discard(incoming, `${out}.rubbish`);
}

/** Files that stay the same are left alone, with their date: nobody has to fetch them again. */
function isSameFile(a: string, b: string): boolean {
  const [first, second] = [statSync(a), statSync(b, { throwIfNoEntry: false })];
  return second?.isFile() === true && first.size === second.size && readFileSync(a).equals(readFileSync(b));
}

/** Makes the folder of a file, also where a file stands in its way, and takes away a folder of the file's own name. */
function makeRoom(out: string, file: string): void {
  const parts = file.split('/');
  for (let depth = 1; depth < parts.length; depth += 1) {
    const folder = join(out, ...parts.slice(0, depth));
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found?.isDirectory() === false) rmSync(folder);
    if (found?.isDirectory() !== true) mkdirSync(folder);
  }
  const place = join(out, ...parts);
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() === true) remove(place);
}

/** On Windows a file that somebody is reading cannot be replaced at that moment. */
function renameOver(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return renameSync(from, to);
    } catch (error) {
      const isBusy = error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code));
      if (!isBusy || attempt === 20) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}

function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const inner = join(folder, entry.name);
    removeEmptyFolders(inner);
    if (readdirSync(inner).length === 0) rmdirSync(inner);
  }
}

/** A rename where both are on one disk; else a copy under another name first, so that `to` is whole when it appears. */
function moveFolder(from: string, to: string, halfway: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    try {
      cpSync(from, halfway, { recursive: true });
      renameSync(halfway, to);
    } catch (failure) {
      remove(halfway);
      throw failure;
    }
    remove(from);
  }
}

/** Takes a folder's name away before its files, so that a kill never leaves half a site under a name that means a whole one. */
function discard(folder: string, rubbish: string): void {
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
