/** Whether a portal has the page about giving. */
import type { Portal } from '#src/datasets/portal.ts';

/** Where some rule of eligibility is published. */
export function hasEligibility(portal: Portal): boolean {
  return portal.rows('eligibility').length > 0;
}
