/** The sources that published rows name, in words. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { formatDate } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { inLocale, t } from '#src/i18n/translate.ts';

/** The row of a source. Every source of a published row is known: the data check refuses others; an unknown one throws, so that no number stands without its source. */
export function sourceRow(portal: Portal, source: string): Rows['sources'] {
  const row = portal.rows('sources').find((one) => one.source === source);
  if (row === undefined) throw new Error(`the source ${source} is not in the table of sources`);
  return row;
}

/** `发布者《标题》，2026年` for each different source, in the order they first appear; where a row names none, the portal's publisher answers for it. */
export function sourceNames(portal: Portal, sources: readonly (string | null)[], locale: Locale): string {
  const names = [...new Set(sources.filter((source) => source !== null))].map((source) => {
    const { title, publisher, date } = sourceRow(portal, source);
    return t(locale, date === null ? 'supply.sourceOne' : 'supply.sourceDated', { title, publisher, date: date === null ? '' : formatDate(date, locale) });
  });
  const unnamed = sources.length === 0 || sources.includes(null) ? [t(locale, 'supply.sourceUnnamed', { publisher: inLocale(locale, portal.settings.publisher) })] : [];
  return [...names, ...unnamed].join(t(locale, 'supply.semicolon'));
}

/** The same as a source line. */
export function sourceWords(portal: Portal, sources: readonly (string | null)[], locale: Locale): string {
  return t(locale, 'supply.sources', { sources: sourceNames(portal, sources, locale) });
}
