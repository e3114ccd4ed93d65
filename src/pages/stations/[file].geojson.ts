/** /stations/stations.geojson : where the stations are; only where their coordinates were supplied in WGS-84 or CGCS2000. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { stationsGeoJson } from '#src/publishing/stations-geojson.ts';

export function getStaticPaths() {
  const text = stationsGeoJson(currentPortal());
  return text === null ? [] : [{ params: { file: 'stations' }, props: { text } }];
}

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/geo+json; charset=utf-8' } });
