/** What building a site needs of a checked portal beside what the build reads itself. */
import { declaredPhones } from '#src/datasets/declared-phones.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { PortalSettings } from '#src/datasets/settings.ts';

/** It holds no tables, so that they are not in memory twice while the build reads them again. */
export interface SiteFacts {
  readonly settings: PortalSettings;
  readonly asOf: string;
  /** Digits of the telephones that the portal publishes on purpose. */
  readonly phones: ReadonlySet<string>;
}

export function siteFacts(portal: Portal): SiteFacts {
  return { settings: portal.settings, asOf: portal.asOf, phones: declaredPhones(portal.settings, portal.rows('stations')) };
}
