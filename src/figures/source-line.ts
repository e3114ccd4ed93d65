/** The line under every exhibit: whose numbers they are and up to when they go. */
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { inLocale, t } from '#src/i18n/translate.ts';

/** Source of the publisher's own tables; `tables` in words, `asOf` a date, month or year. Says where the data is generated. */
export function ownSource(portal: Portal, tables: string, asOf: string, locale: Locale): string {
  const words = t(locale, 'supply.source', { publisher: inLocale(locale, portal.settings.publisher), tables, date: formatDate(asOf, locale) });
  return portal.settings.demonstration === null ? words : `${words}${locale === 'zh' ? '' : ' '}${t(locale, 'stock.sourceDemonstration')}`;
}

/** Sentences one after another as the language sets them. */
export function inOneLine(sentences: readonly string[], locale: Locale): string {
  return sentences.filter((sentence) => sentence !== '').join(locale === 'zh' ? '' : ' ');
}
