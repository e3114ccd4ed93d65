/** /stock/history/data/<component>.json and its sisters : ten years of one component, for the history page. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { historyPieceJson, historyPieces } from '#src/publishing/history-piece.ts';

export function getStaticPaths() {
  return historyPieces(currentPortal()).map(({ path }) => ({ params: { piece: path } }));
}

export const GET: APIRoute = ({ params }) =>
  new Response(historyPieceJson(currentPortal(), String(params['piece'])), { headers: { 'content-type': 'application/json; charset=utf-8' } });
