/** A thread that replaces a site again and again while others read it; waits for a visitor whose page is as old as assets are kept. */
import { rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { assetLives, takeEarlierAssets } from '../../scripts/earlier-assets.ts';
import { swapIn } from '../../scripts/swap.ts';
import { manyPages } from './many-pages.ts';
import { writeFiles } from './write-files.ts';

/** Where the site is replaced, how often, the pause between in milliseconds, and the turns that thread and visitors tell each other. */
export interface Swapping {
  readonly out: string;
  readonly times: number;
  readonly pause: number;
  /** First the published turn; then for each visitor the turn that was published when it asked for its page, -1 between pages. */
  readonly turns: Int32Array;
}

const { out, times, pause, turns } = workerData as Swapping;
const nobody = new Int32Array(new SharedArrayBuffer(4));

for (let turn = 1; turn <= times; turn += 1) {
  const built = `${out}-built`;
  rmSync(built, { recursive: true, force: true });
  writeFiles(built, manyPages(turn));
  do Atomics.wait(nobody, 0, 0, pause);
  while (oldestPageInHand() < turn - assetLives);
  takeEarlierAssets(out, built);
  swapIn(built, out);
  Atomics.store(turns, 0, turn);
}
parentPort?.postMessage('done');

function oldestPageInHand(): number {
  return Math.min(...Array.from({ length: turns.length - 1 }, (_, visitor) => Atomics.load(turns, visitor + 1)).map((turn) => (turn < 0 ? times : turn)));
}
