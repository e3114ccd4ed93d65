/** Which policies a portal has to do with: those that bind its region or one that it lies in. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { currentLibrary } from './current-library.ts';
import type { Policy } from './policy.ts';

/** The portal's region and every region it lies in, nearest first; only its own where there is no table of regions. */
export const regionChain = oncePerPortal((portal: Portal): readonly string[] => {
  const parents = new Map(portal.rows('regions').map(({ region, parent }) => [region, parent]));
  const chain: string[] = [];
  for (let region: string | null = portal.settings.region; region !== null && !chain.includes(region); region = parents.get(region) ?? null) chain.push(region);
  return chain;
});

/** Whether a policy is in force and binds the portal's region. */
export function binds(policy: Policy, portal: Portal): boolean {
  return policy.status === 'in_force' && policy.binds.some((region) => regionChain(portal).includes(region));
}

/** Whether the library belongs into a portal: one of its documents binds there. A portal in another country has none of it. */
export function hasLibrary(portal: Portal): boolean {
  return (currentLibrary().policies.get('zh') ?? []).some((policy) => binds(policy, portal));
}
