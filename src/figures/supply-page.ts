/** What /supply/ has to show, and its first sentence. */
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { bloodLedgers } from '#src/indicators/ledger.ts';
import { requestsMet, supplyBalance } from '#src/indicators/supply-balance.ts';
import { capitalised, componentName, stockQuantity } from './blood-words.ts';

/** Whether any of the page's tables has something to say. */
export function hasSupply(portal: Portal): boolean {
  return (
    bloodLedgers(portal).length > 0 ||
    portal.rows('transfers').length > 0 ||
    portal.rows('use-indicators').some(({ region }) => region === portal.settings.region) ||
    requestsMet(portal).length > 0 ||
    supplyBalance(portal).length > 0
  );
}

/** The latest month of the headline component, else the name of the section. */
export function supplyHeading(portal: Portal, locale: Locale): string {
  const ledgers = bloodLedgers(portal);
  const ledger = ledgers.find(({ component }) => component === portal.settings.headlineComponent) ?? ledgers[0];
  const latest = ledger?.months.at(-1);
  if (ledger === undefined || latest === undefined) return t(locale, 'nav.supply');
  const { prepared, received, issued, expired, testFailed, otherDiscards } = latest.amounts;
  if (prepared === null || received === null || issued === null || expired === null || testFailed === null || otherDiscards === null) return t(locale, 'nav.supply');
  const quantity = (value: number): string => stockQuantity(value, ledger.unit, locale);
  return capitalised(t(locale, 'supply.heading', {
    month: formatDate(latest.month, locale), component: componentName(ledger.component, locale),
    income: quantity(prepared + received), issued: quantity(issued), discarded: quantity(expired + testFailed + otherDiscards),
  }));
}
