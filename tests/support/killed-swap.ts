/**
 * Runs one swap in a process of its own and kills it at a chosen step:
 * `node killed-swap.ts BUILT OUT STEP [exdev]`. Steps count twice for each call that changes the disk, before it and
 * after it; a removal or copy is also killed half-way. Exit 0 means that the swap ended before the step was reached.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const [built = '', out = '', step = '', mode = ''] = process.argv.slice(2);
const killAt = Number(step);
let reached = 0;

function point(): void {
  if (reached === killAt) process.kill(process.pid, 'SIGKILL');
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
  point();
  for (const [index, name] of fs.readdirSync(path).entries()) {
    rmSync(join(String(path), name), { recursive: true });
    if (index === 0) point();
  }
  rmSync(path, options);
  point();
};
fs.cpSync = (from, to, options) => {
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
swapIn(built, out);
