/** /data/v1/<table>.parquet : every published table as Parquet. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { tableParquet } from '#src/publishing/table-parquet.ts';

export function getStaticPaths() {
  return currentPortal().tables.map((table) => ({ params: { table } }));
}

export const GET: APIRoute = ({ params }) =>
  new Response(tableParquet(currentPortal(), params['table'] ?? ''), { headers: { 'content-type': 'application/vnd.apache.parquet' } });
