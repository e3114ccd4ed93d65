/** /stock/history/data/<component>.json : ten years of one component, for the history page. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { componentsWithHistory } from '#src/indicators/group-histories.ts';
import { historyPieceJson } from '#src/publishing/history-piece.ts';

export function getStaticPaths() {
  return componentsWithHistory(currentPortal()).map((component) => ({ params: { component } }));
}

export const GET: APIRoute = ({ params }) =>
  new Response(historyPieceJson(currentPortal(), String(params['component'])), { headers: { 'content-type': 'application/json; charset=utf-8' } });
