/** /embed/stock.svg : the strip as one picture, in ink, with its dates and its source. */
import { currentPortal } from '#src/datasets/current-portal.ts';
import { stockStrip } from '#src/figures/stock-strip.ts';
import { localeRoutes } from '#src/i18n/locales.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { stockNow } from '#src/indicators/stock-now.ts';
import type { APIRoute } from 'astro';

export function getStaticPaths() {
  const portal = currentPortal();
  return portal.has('stock') ? localeRoutes(portal.settings.languages) : [];
}

export const GET: APIRoute<{ readonly locale: Locale }> = ({ props }) => {
  const portal = currentPortal();
  const strip = stockStrip(portal, stockNow(portal), props.locale);
  return new Response(strip?.drawing.wide ?? '', { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
};
