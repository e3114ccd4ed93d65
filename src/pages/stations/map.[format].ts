/** /stations/map.png : the approved picture of a map, byte for byte as it was supplied. */
import type { APIRoute } from 'astro';
import { currentMapPicture, currentPortal } from '#src/datasets/current-portal.ts';
import { mapFormat } from '#src/figures/map-picture.ts';

const types: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp', svg: 'image/svg+xml' };

export function getStaticPaths() {
  const format = mapFormat(currentPortal());
  return format === null ? [] : [{ params: { format } }];
}

export const GET: APIRoute = ({ params }) => new Response(currentMapPicture(), { headers: { 'content-type': types[params['format'] ?? ''] ?? 'application/octet-stream' } });
