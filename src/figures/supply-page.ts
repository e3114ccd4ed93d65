/** What /supply/ and its years have to show, and their first sentences. */
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { ledgerYears } from '#src/indicators/ledger-year.ts';
import { bloodLedgers, ledgerDiscards, sumOf } from '#src/indicators/ledger.ts';
import type { ComponentLedger, LedgerPeriod } from '#src/indicators/ledger.ts';
import { requestsMet, supplyBalance } from '#src/indicators/supply-balance.ts';
import { capitalised, componentName, stockQuantity } from './blood-words.ts';
import { yearWords } from './ledger.ts';

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
  const words = ledger === undefined || latest === undefined ? null : flowWords(ledger, latest, locale);
  return latest === undefined || words === null ? t(locale, 'nav.supply') : capitalised(t(locale, 'supply.heading', { month: formatDate(latest.month, locale), ...words }));
}

/** The year of the headline component, else of the first one with a ledger in it; where a figure is missing, only which year it is. */
export function ledgerYearHeading(portal: Portal, year: number, locale: Locale): { readonly sentence: string; readonly period: string } {
  const accounts = bloodLedgers(portal).flatMap((ledger) => ledgerYears(ledger).flatMap((account) => (account.year === year ? [{ ledger, account }] : [])));
  const shown = accounts.find(({ ledger }) => ledger.component === portal.settings.headlineComponent) ?? accounts[0];
  const period = shown === undefined ? formatDate(String(year), locale) : yearWords(shown.account, locale);
  const words = shown === undefined ? null : flowWords(shown.ledger, shown.account, locale);
  return { period, sentence: words === null ? t(locale, 'supply.year.plain', { period }) : capitalised(t(locale, 'supply.heading', { month: period, ...words })) };
}

/** What came in, was issued and discarded; null where a figure is missing. */
function flowWords({ component, unit }: ComponentLedger, { amounts }: LedgerPeriod, locale: Locale): { readonly component: string; readonly income: string; readonly issued: string; readonly discarded: string } | null {
  const [income, discarded] = [sumOf([amounts.prepared, amounts.received]), sumOf(ledgerDiscards.map((column) => amounts[column]))];
  if (income === null || discarded === null || amounts.issued === null) return null;
  const quantity = (value: number): string => stockQuantity(value, unit, locale);
  return { component: componentName(component, locale), income: quantity(income), issued: quantity(amounts.issued), discarded: quantity(discarded) };
}
