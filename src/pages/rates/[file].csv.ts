/** /rates/rates.csv : the rates that the portal works out; only where there are any. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { donationRates } from '#src/indicators/donation-rate.ts';
import { ratesCsv } from '#src/publishing/rates-csv.ts';

export function getStaticPaths() {
  return donationRates(currentPortal()).length > 0 ? [{ params: { file: 'rates' } }] : [];
}

export const GET: APIRoute = () => new Response(ratesCsv(currentPortal()), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
