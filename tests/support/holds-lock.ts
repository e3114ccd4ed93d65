/** Takes the lock of a site, says so, and holds it until it is killed or its input ends: `node holds-lock.ts OUT`. */
import { lockSite } from '../../scripts/site-lock.ts';

const lock = lockSite(process.argv[2] ?? '');
console.log(lock === null ? 'refused' : 'held');
process.stdin.once('end', () => lock?.release()).resume();
