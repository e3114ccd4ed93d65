/**
 * A process that dies, or a disk that is full, at a chosen step of some work. Steps count twice for each call that changes the disk: before it, and in its
 * middle (a removal or copy that has begun, a file half-written). From a kill on nothing changes any more, whatever the work still tries.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

export class Killed extends Error {}

export type Fault = 'kill' | 'full';

const changing = ['renameSync', 'rmSync', 'rmdirSync', 'mkdirSync', 'writeFileSync', 'copyFileSync', 'cpSync', 'linkSync', 'openSync'] as const;
/** What needs room on the disk. */
const writing: readonly string[] = ['mkdirSync', 'writeFileSync', 'copyFileSync', 'cpSync', 'linkSync'];

type Call = (...args: never[]) => unknown;

/** Runs `work` with a fault at `step`. `reached` is false when the work ended before; any other error is thrown. `exdev` names a folder on another disk. */
export function withFault(step: number, fault: Fault, work: () => void, exdev?: string): { readonly reached: boolean; readonly error: unknown } {
  const real = Object.fromEntries(changing.map((name) => [name, fs[name]])) as unknown as Record<string, Call>;
  const { fsyncSync } = fs;
  let count = 0;
  let struck = false;
  const strike = (name: string): boolean => {
    if (fault === 'full' && !writing.includes(name)) return false;
    if (!struck && count === step) struck = true;
    count += 1;
    return struck;
  };
  const failure = (): Error => (fault === 'kill' ? new Killed('killed') : Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
  for (const name of changing) {
    const call = real[name] as Call;
    const replaced = (...args: never[]): unknown => {
      const [first, second] = args as unknown as [string, string];
      if (name === 'openSync' && second !== 'w') return call(...args);
      if (name === 'rmSync' && !fs.existsSync(first)) return undefined;
      if (fault === 'kill' && struck) throw failure();
      if (strike(name)) throw failure();
      if (name === 'renameSync' && exdev !== undefined && first === exdev) throw Object.assign(new Error('another disk'), { code: 'EXDEV' });
      if (strike(name)) {
        halfDone(name, first, args, real);
        throw failure();
      }
      return call(...args);
    };
    (fs as unknown as Record<string, Call>)[name] = replaced;
  }
  // What a loss of power would take is not tried here, and waiting for the disk at every step is slow.
  fs.fsyncSync = () => undefined;
  syncBuiltinESMExports();
  let error: unknown = null;
  try {
    work();
  } catch (caught) {
    if (!struck) throw caught;
    error = caught;
  } finally {
    Object.assign(fs, real, { fsyncSync });
    syncBuiltinESMExports();
  }
  return { reached: struck, error };
}

function halfDone(name: string, first: string, args: readonly never[], real: Record<string, Call>): void {
  const call = (which: string, ...rest: unknown[]): unknown => (real[which] as (...all: unknown[]) => unknown)(...rest);
  if (name === 'writeFileSync' && typeof first === 'string') call('writeFileSync', first, String(args[1]).slice(0, 3));
  const isFolder = (path: unknown): path is string => typeof path === 'string' && fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (name === 'rmSync' && isFolder(first)) for (const child of fs.readdirSync(first).slice(0, 1)) call('rmSync', join(first, child), { recursive: true });
  if (name === 'cpSync' && isFolder(first)) {
    call('mkdirSync', args[1], { recursive: true });
    for (const child of fs.readdirSync(first).slice(0, 1)) call('cpSync', join(first, child), join(String(args[1]), child), { recursive: true });
  }
}
