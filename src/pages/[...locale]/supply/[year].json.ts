/** /supply/<year>.json : the months of the blood ledger in one year, in the words of the page's language, for its chooser. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { ledgerPiece } from '#src/figures/ledger-piece.ts';
import { ledgerYearsPresent } from '#src/figures/ledger.ts';
import { localeRoutes } from '#src/i18n/locales.ts';
import type { Locale } from '#src/i18n/locales.ts';

export function getStaticPaths() {
  const portal = currentPortal();
  return localeRoutes(portal.settings.languages).flatMap(({ params, props }) =>
    ledgerYearsPresent(portal).map((year) => ({ params: { ...params, year: String(year) }, props: { ...props, year } })),
  );
}

export const GET: APIRoute<{ readonly locale: Locale; readonly year: number }> = ({ props: { locale, year } }) =>
  new Response(JSON.stringify(ledgerPiece(currentPortal(), year, locale)), { headers: { 'content-type': 'application/json; charset=utf-8' } });
