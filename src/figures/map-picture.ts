/** The operator's approved picture of a map: shown as it is, with its review number (审图号). */
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';

/** `png`, `jpg`, … of the picture; null where there is none. */
export function mapFormat({ settings }: Portal): string | null {
  return settings.map === undefined ? null : (settings.map.picture.split('.').at(-1) ?? null);
}

export interface MapPicture {
  /** Without base. */
  readonly file: string;
  readonly alt: string;
  readonly caption: string;
}

export function mapPicture(portal: Portal, locale: Locale): MapPicture | null {
  const format = mapFormat(portal);
  if (format === null || portal.settings.map === undefined) return null;
  return { file: `stations/map.${format}`, alt: t(locale, 'stations.map.alt'), caption: t(locale, 'stations.map.picture', { number: portal.settings.map.reviewNumber }) };
}
