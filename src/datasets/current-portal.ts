/** The portal that the running build is about, loaded once; the folder and the instant come from the environment that scripts/ set. */
import { resolve } from 'node:path';
import { loadPortal } from './load-portal.ts';
import type { Portal } from './portal.ts';

let loaded: Portal | null = null;

/** Checked data of this build. Throws where the data has a problem: a build checks it before. */
export function currentPortal(): Portal {
  if (loaded === null) {
    const asOf = process.env['OBP_AS_OF'];
    const { portal, findings } = loadPortal({ dataDir: resolve(process.env['OBP_DATA'] ?? 'data'), checks: [], ...(asOf ? { asOf } : {}) });
    if (portal === null) throw new Error(`The data has problems; run npm run check. First: ${JSON.stringify(findings.errors[0])}`);
    loaded = portal;
  }
  return loaded;
}
