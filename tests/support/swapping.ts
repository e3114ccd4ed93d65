/** A thread that replaces a site again and again while others read it: `out`, how often, and the pause between in milliseconds are its data. */
import { rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { takeEarlierAssets } from '../../scripts/earlier-assets.ts';
import { swapIn } from '../../scripts/swap.ts';
import { manyPages } from './many-pages.ts';
import { writeFiles } from './write-files.ts';

const { out, times, pause } = workerData as { readonly out: string; readonly times: number; readonly pause: number };

for (let turn = 1; turn <= times; turn += 1) {
  const built = `${out}-built`;
  rmSync(built, { recursive: true, force: true });
  writeFiles(built, manyPages(turn));
  takeEarlierAssets(out, built);
  swapIn(built, out);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
}
parentPort?.postMessage('done');
