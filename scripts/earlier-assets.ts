/** Takes the scripts and styles of former sites along into a new one, so that a page that was opened before the change goes on working. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSiteFile } from './site-files.ts';

/** Astro's folder of files that carry the hash of their content in their name. */
const assetFolder = '_astro';
const listName = 'earlier.txt';
/** Sites for which an asset outlives its own. */
export const assetLives = 7;

/**
 * Copies the assets of the site at `former` (if there is one) that the site in `built` does not have, its own and those it had taken along itself,
 * except those that have been taken along seven times. The site may share its files with a kept one. `_astro/earlier.txt` counts; it is there only where something was taken along.
 */
export function takeEarlierAssets(former: string, built: string): void {
  const [from, to] = [join(former, assetFolder), join(built, assetFolder)];
  if (!existsSync(from)) return;
  const lives = new Map(
    (existsSync(join(from, listName)) ? readFileSync(join(from, listName), 'utf8') : '')
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [[line.slice(line.indexOf(' ') + 1), Number(line.slice(0, line.indexOf(' ')))] as const])),
  );
  const taken: string[] = [];
  for (const file of readdirSync(from).toSorted()) {
    const life = (lives.get(file) ?? 0) + 1;
    if (file === listName || life > assetLives || existsSync(join(to, file))) continue;
    mkdirSync(to, { recursive: true });
    copyFileSync(join(from, file), join(to, file));
    taken.push(`${life} ${file}\n`);
  }
  if (taken.length > 0) writeSiteFile(to, listName, taken.join(''));
}
