/** The sections of the portal, in their order: where they are, and which data they need to exist. */
import type { Portal } from '#src/datasets/portal.ts';
import { hasLibrary } from '#src/policies/relevance.ts';
import { hasDrives } from './drives-page.ts';
import { hasEligibility } from './donate-page.ts';
import { hasBenefits } from './benefits.ts';
import { hasRates } from './rates-page.ts';
import { hasStations } from './stations-page.ts';
import { hasSupply } from './supply-page.ts';
import { hasWaivers } from './waivers.ts';
import type { MessageKey } from '#src/i18n/messages/zh.ts';

export interface Section {
  readonly id: string;
  /** Without base and language. */
  readonly path: string;
  /** Name in the navigation. */
  readonly name: MessageKey;
  /** One line of what the reader finds there. */
  readonly about: MessageKey;
  /** Stands in the masthead: what a giver, a searcher and a user of data come for; the others in the list of all. At most six do, so that with that list there are seven choices. */
  readonly main: boolean;
  /** Absent: always there. */
  readonly needs?: (portal: Portal) => boolean;
}

const sections: readonly Section[] = [
  { id: 'stock', path: '/stock/', name: 'nav.stock', about: 'nav.stock.about', main: true, needs: (portal) => portal.has('stock') },
  { id: 'stations', path: '/stations/', name: 'nav.stations', about: 'nav.stations.about', main: true, needs: hasStations },
  { id: 'drives', path: '/drives/', name: 'nav.drives', about: 'nav.drives.about', main: true, needs: hasDrives },
  { id: 'donate', path: '/donate/', name: 'nav.donate', about: 'nav.donate.about', main: true, needs: hasEligibility },
  { id: 'benefits', path: '/benefits/', name: 'nav.benefits', about: 'nav.benefits.about', main: false, needs: hasBenefits },
  { id: 'waivers', path: '/benefits/waivers/', name: 'nav.waivers', about: 'nav.waivers.about', main: false, needs: hasWaivers },
  { id: 'supply', path: '/supply/', name: 'nav.supply', about: 'nav.supply.about', main: false, needs: hasSupply },
  { id: 'rates', path: '/rates/', name: 'nav.rates', about: 'nav.rates.about', main: false, needs: hasRates },
  { id: 'fund', path: '/fund/', name: 'nav.fund', about: 'nav.fund.about', main: false, needs: (portal) => portal.rows('funds').length > 0 },
  { id: 'prices', path: '/prices/', name: 'nav.prices', about: 'nav.prices.about', main: false, needs: (portal) => portal.rows('tariffs').length > 0 },
  { id: 'policies', path: '/policies/', name: 'nav.policies', about: 'nav.policies.about', main: true, needs: hasLibrary },
  { id: 'commitments', path: '/commitments/', name: 'nav.commitments', about: 'nav.commitments.about', main: false, needs: (portal) => hasLibrary(portal) && portal.has('targets') },
  { id: 'duties', path: '/duties/', name: 'nav.duties', about: 'nav.duties.about', main: false, needs: hasLibrary },
  { id: 'data', path: '/data/', name: 'nav.data', about: 'nav.data.about', main: true },
  { id: 'search', path: '/search/', name: 'nav.search', about: 'nav.search.about', main: false },
  { id: 'about', path: '/about/', name: 'nav.about', about: 'nav.about.about', main: false },
  { id: 'handbook', path: '/handbook/', name: 'nav.handbook', about: 'nav.handbook.about', main: false },
];

/** The sections that this portal has the data for. */
export function presentSections(portal: Portal): readonly Section[] {
  return sections.filter(({ needs }) => needs === undefined || needs(portal));
}
