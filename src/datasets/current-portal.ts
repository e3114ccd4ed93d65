/** The portal that the running build is about, loaded once; the folder and the instant come from the environment that scripts/ set. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentDataDir } from './build-notes.ts';
import { loadPortal } from './load-portal.ts';
import type { Portal } from './portal.ts';

let loaded: Portal | null = null;

/** Checked data of this build. Throws where the data has a problem: a build checks it before. */
export function currentPortal(): Portal {
  if (loaded === null) {
    const asOf = process.env['OBP_AS_OF'];
    const { portal, findings } = loadPortal({ dataDir: currentDataDir(), checks: [], ...(asOf ? { asOf } : {}) });
    if (portal === null) throw new Error(`The data has problems; run npm run check. First: ${JSON.stringify(findings.errors[0])}`);
    loaded = portal;
  }
  return loaded;
}

/** The approved picture of a map as the data folder has it, byte for byte; null where portal.json names none. */
export function currentMapPicture(): Uint8Array<ArrayBuffer> | null {
  const { map } = currentPortal().settings;
  return map === undefined ? null : new Uint8Array(readFileSync(join(currentDataDir(), map.picture)));
}
