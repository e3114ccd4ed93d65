/** The languages of the portal: which there are, how pages, tags and people call them. */

/** Chinese is the source of every text and stands at the root of the site; the others follow under their own code. */
export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];
export const rootLocale: Locale = 'zh';

/** BCP 47 tag for `lang` and `hreflang`. */
export const languageTags: Readonly<Record<Locale, string>> = { zh: 'zh-Hans', en: 'en' };

/** The tag that Open Graph wants. */
export const openGraphLocales: Readonly<Record<Locale, string>> = { zh: 'zh_CN', en: 'en_GB' };

/** A language in its own words, for the switch. */
export const languageNames: Readonly<Record<Locale, string>> = { zh: '中文', en: 'English' };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/**
 * The published locales, root first: those of `languages` (portal.json) that the portal knows;
 * Chinese is always among them, because it owns the root address.
 */
export function publishedLocales(languages: readonly string[]): readonly Locale[] {
  return locales.filter((locale) => locale === rootLocale || languages.includes(locale));
}

/** One entry of `getStaticPaths` under `src/pages/[...locale]/`: the root locale has no path segment. */
export interface LocaleRoute {
  readonly params: { readonly locale: string | undefined };
  readonly props: { readonly locale: Locale };
}

/** What `getStaticPaths` of a page under `[...locale]` returns for the given languages. */
export function localeRoutes(languages: readonly string[]): LocaleRoute[] {
  return publishedLocales(languages).map((locale) => ({
    params: { locale: locale === rootLocale ? undefined : locale },
    props: { locale },
  }));
}
