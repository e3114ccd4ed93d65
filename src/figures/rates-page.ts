/** What /rates/ has to show, and its first sentence. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { donationRates } from '#src/indicators/donation-rate.ts';
import { nationOf, ratesElsewhere, yearlyFigures } from '#src/indicators/published-figures.ts';
import { ownRateHeading } from './own-rate.ts';
import { nationalSeries } from './published-series.ts';

/** Whether any of the page's tables has something to say. */
export function hasRates(portal: Portal): boolean {
  if (portal.rows('donations').length > 0 || donationRates(portal).length > 0) return true;
  const nation = nationOf(portal);
  if (nation === null) return false;
  return nationalSeries.some(({ indicator, unit }) => yearlyFigures(portal, nation, indicator, unit).some(({ status }) => status === 'published')) || ratesElsewhere(portal, nation).length > 0;
}

/** The region's own latest rate, else the name of the section. */
export function ratesHeading(portal: Portal, locale: Locale): string {
  return ownRateHeading(portal, locale) ?? t(locale, 'nav.rates');
}
