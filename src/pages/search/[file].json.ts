/** /search/*.json : the clauses as the search page reads them. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { searchFiles } from '#src/publishing/search-files.ts';

export function getStaticPaths() {
  return [...searchFiles(currentPortal()).keys()].map((name) => ({ params: { file: name.slice(0, -'.json'.length) } }));
}

export const GET: APIRoute = ({ params }) =>
  new Response(searchFiles(currentPortal()).get(`${params['file']}.json`), { headers: { 'content-type': 'application/json; charset=utf-8' } });
