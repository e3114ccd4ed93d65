/** /handbook/templates/<table>.csv : the header of every table of the contract, to be filled in. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { formatCsv } from '#src/tabular/format-csv.ts';

export function getStaticPaths() {
  return currentPortal().package.resources.map(({ name, schema }) => ({ params: { table: name }, props: { header: schema.fields.map((field) => field.name) } }));
}

export const GET: APIRoute = ({ props }) =>
  new Response(formatCsv(props['header'] as readonly string[], []), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
