/** Districts in which places lie, by name, in the order of the regions table. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';

export interface District {
  readonly region: string;
  readonly name: string;
}

/** Name of a region; its id where the table does not name it. */
export function districtName(portal: Portal, region: string, locale: Locale): string {
  const row = portal.rows('regions').find((one) => one.region === region);
  if (row === undefined) return region === '' ? t(locale, 'stations.district.none') : region;
  return locale === 'zh' ? row.nameZh : (row.nameEn ?? row.nameZh);
}

/** The districts that occur, each once: those of the regions table in its order, then the others by id. */
export function districtsOf(portal: Portal, regions: readonly string[], locale: Locale): readonly District[] {
  const order = portal.rows('regions').map(({ region }) => region);
  const place = (region: string): number => (order.includes(region) ? order.indexOf(region) : order.length);
  return [...new Set(regions)]
    .toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((region) => ({ region, name: districtName(portal, region, locale) }));
}
