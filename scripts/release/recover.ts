/** Puts right what a killed build, release or rollback left, before anything new begins. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finishRestoring } from '#src/datasets/restore-data.ts';
import { recoverReleases, releaseNumbers } from '#src/datasets/release-files.ts';
import type { Options } from '../options.ts';
import { recoverSwap } from '../swap.ts';
import { dropUnpublishedSites } from './kept-sites.ts';

/** The site first: whether a release took place is read from the site that it published. */
export function recoverPublication({ data, out }: Pick<Options, 'data' | 'out'>): void {
  recoverSwap(out);
  const log = join(out, 'data', 'v1', 'releases.json');
  recoverReleases(data, existsSync(log) ? readFileSync(log, 'utf8') : null);
  finishRestoring(data);
  dropUnpublishedSites(out, releaseNumbers(data).at(-1) ?? 0);
}
