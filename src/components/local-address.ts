/** The address of a file that each language has of its own. */
import { fileHref } from '#src/i18n/addresses.ts';
import { rootLocale } from '#src/i18n/locales.ts';
import type { Locale } from '#src/i18n/locales.ts';

/** `embed/stock.svg` → `/embed/stock.svg`, `/en/embed/stock.svg`. */
export function localAddress(path: string, locale: Locale): string {
  return fileHref(locale === rootLocale ? path : `${locale}/${path}`);
}
