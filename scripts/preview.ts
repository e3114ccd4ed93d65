/** `npm run preview`: serves the built site on this machine, under the base it was built for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandOptions } from './command.ts';
import { builtBase, serve } from './serve.ts';
import { lockSite } from './site-lock.ts';
import { recoverSwap } from './swap.ts';

const preferredPort = 4321;

const options = commandOptions();
// A build that is at work puts its own swap right.
const lock = lockSite(options.out);
if (lock !== null) {
  recoverSwap(options.out);
  lock.release();
}
if (!existsSync(join(options.out, 'index.html'))) {
  console.error(options.lang === 'zh' ? `${options.out}：还没有生成网站。先运行 npm run build。` : `${options.out}: no site is built yet. Run npm run build first.`);
  process.exit(2);
}
const base = options.base ?? builtBase(options.out);
const { origin } = await start(preferredPort);
console.log(new URL(base, origin).href);

/** Takes any free port where the usual one is taken. */
async function start(port: number): ReturnType<typeof serve> {
  try {
    return await serve({ folder: options.out, base, port });
  } catch (error) {
    if (port !== 0 && error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return start(0);
    throw error;
  }
}
