/**
 * Swaps that die at a chosen step. Steps count twice for each call that changes the disk, before it and after it; a removal or copy also dies half-way.
 * `node killed-swap.ts BUILT OUT STEP [exdev]` runs one in a process of its own that kills itself; exit 0 means that the swap ended before the step was
 * reached. `dyingSwap` does the same within a process, where from the step on no call reaches the disk any more: what a kill leaves, hundreds of times faster.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

class Died extends Error {}

let mode = '';
let built = '';
let killAt = -1;
let reached = 0;
let die = (): void => {
  throw new Died();
};

function point(): void {
  if (killAt === -1) return;
  // Also a call from some `finally` comes too late.
  if (reached >= killAt) die();
  reached += 1;
}

const { renameSync, rmSync, cpSync } = fs;

fs.renameSync = (from, to) => {
  if (mode === 'exdev' && from === built) throw Object.assign(new Error('another disk'), { code: 'EXDEV' });
  point();
  renameSync(from, to);
  point();
};
fs.rmSync = (path, options) => {
  if (!fs.existsSync(path)) return;
  if (killAt === -1) return rmSync(path, options);
  point();
  for (const [index, name] of fs.readdirSync(path).entries()) {
    rmSync(join(String(path), name), { recursive: true });
    if (index === 0) point();
  }
  rmSync(path, options);
  point();
};
fs.cpSync = (from, to, options) => {
  if (killAt === -1) return cpSync(from, to, options);
  point();
  fs.mkdirSync(to);
  for (const [index, name] of fs.readdirSync(String(from)).entries()) {
    cpSync(join(String(from), name), join(String(to), name), options);
    if (index === 0) point();
  }
  point();
};
syncBuiltinESMExports();

const { swapIn } = await import('../../scripts/swap.ts');

/** Runs a swap that dies at `step`; false when it ended before. */
export function dyingSwap(step: number, from: string, to: string, how: string): boolean {
  [killAt, reached, built, mode] = [step, 0, from, how];
  try {
    swapIn(from, to);
    return false;
  } catch (error) {
    if (error instanceof Died) return true;
    throw error;
  } finally {
    [killAt, mode] = [-1, ''];
  }
}

if (process.argv[1] === import.meta.filename) {
  const [from = '', out = '', step = '', how = ''] = process.argv.slice(2);
  die = () => process.kill(process.pid, 'SIGKILL');
  dyingSwap(Number(step), from, out, how);
}
