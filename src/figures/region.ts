/** The region that a portal speaks about, by its name. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { inLocale } from '#src/i18n/translate.ts';

/** Whether the portal speaks about a city, so that its total is the city's. */
export function isCity(portal: Portal): boolean {
  return portal.rows('regions').some(({ region, kind }) => region === portal.settings.region && kind === 'city');
}

/** Name of the portal's region; without a row in the regions table, the publisher's name. */
export function regionName(portal: Portal, locale: Locale): string {
  const row = portal.rows('regions').find(({ region }) => region === portal.settings.region);
  return (locale === 'zh' ? row?.nameZh : (row?.nameEn ?? row?.nameZh)) ?? inLocale(locale, portal.settings.publisher);
}
