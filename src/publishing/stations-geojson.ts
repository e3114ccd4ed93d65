/** `/stations/stations.geojson`: where the stations are (RFC 7946, WGS-84), only those whose coordinates were supplied so; none is converted. */
import { isMeasured } from '#src/domain/missing.ts';
import type { Portal } from '#src/datasets/portal.ts';

/** RFC 7946 wants WGS-84; CGCS2000 differs from it by centimetres. */
const published = ['WGS84', 'CGCS2000'];

/** The file, or null where no station has such coordinates. */
export function stationsGeoJson(portal: Portal): string | null {
  const isDemonstration = portal.settings.demonstration !== null;
  const features = portal.rows('stations').flatMap((row) => {
    const { longitude, latitude, crs } = row;
    if (!isMeasured(longitude) || !isMeasured(latitude) || crs === null || !published.includes(crs)) return [];
    return [
      {
        type: 'Feature',
        id: row.station,
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
        properties: {
          station: row.station,
          kind: row.kind,
          name_zh: row.nameZh,
          name_en: row.nameEn,
          region: row.region,
          address_zh: row.addressZh,
          address_en: row.addressEn,
          hours: row.hours,
          services: row.services,
          crs,
          ...(isDemonstration ? { demonstration: '示例 demonstration' } : {}),
        },
      },
    ];
  });
  if (features.length === 0) return null;
  return `${JSON.stringify({ type: 'FeatureCollection', as_of: portal.asOf, demonstration: isDemonstration, features }, null, 1)}\n`;
}
