/** The release that published numbers belong to, as a word for the files that carry it. */
import { currentLog } from './current-log.ts';

/** Number of the release that this build is for; `not_released` where it is none. */
export function currentRelease(): string {
  const { own } = currentLog();
  return own === null ? 'not_released' : String(own.release);
}
