/** Addresses inside the site: joins base, language and path, and takes them apart again. */
import { isLocale, rootLocale } from './locales.ts';
import type { Locale } from './locales.ts';

/** Folder the site is published under, with a slash at both ends: `/` or `/portal/`. */
export const base: string = withSlashes(import.meta.env.BASE_URL);

function withSlashes(path: string): string {
  const inner = path.replaceAll(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/**
 * Address of a page: `path` is the part after base and language, the same in every language
 * (`/stock/`, `stock/a-positive/`, `/policies/x/#c-1`, `/search/?q=A`; `/` or `` is the first page).
 * Pages always get a trailing slash before `?` and `#`.
 */
export function href(path: string, locale: Locale): string {
  const [, page = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  const inner = page.replaceAll(/^\/+|\/+$/g, '');
  const language = locale === rootLocale ? '' : `${locale}/`;
  return `${base}${language}${inner === '' ? '' : `${inner}/`}${rest}`;
}

/** Address of a file that exists once for all languages, e.g. `/data/v1/stock.csv`. */
export function fileHref(path: string): string {
  return base + path.replace(/^\/+/, '');
}

/**
 * The path of a page without base and language, as `href` takes it: with base `/portal/`,
 * `/portal/en/stock/` → `/stock/`. What lies outside the base is returned as it is.
 */
export function pathWithin(pathname: string): { readonly path: string; readonly locale: Locale } {
  const inner = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/s.exec(inner) ?? [];
  if (first !== rootLocale && isLocale(first)) return { path: rest === '' ? '/' : rest, locale: first };
  return { path: inner, locale: rootLocale };
}

/** Address with scheme and host for canonical links and feeds; `site` is the canonical URL of the portal's host (its path is not used: the base is). */
export function absolute(address: string, site: string | URL): string {
  return new URL(address, site).href;
}
