/** /badges/stock-<group>.svg : a group's number with its date and end of validity, for other sites. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { stockNow } from '#src/indicators/stock-now.ts';
import { stockBadge } from '#src/publishing/stock-badge.ts';

export function getStaticPaths() {
  return stockNow(currentPortal()).groups.map((group) => ({ params: { group }, props: { group } }));
}

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({ props }) =>
  new Response(stockBadge(currentPortal(), props.group), { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
