/** /data/v1/<table>.csv : every published table as CSV. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';

export function getStaticPaths() {
  return currentPortal().tables.map((table) => ({ params: { table } }));
}

export const GET: APIRoute = ({ params }) =>
  new Response(tableCsv(currentPortal(), params['table'] ?? ''), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
