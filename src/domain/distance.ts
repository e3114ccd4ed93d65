/** Distances between places and their positions on a flat drawing: small areas, such as a city and its districts. */

/** Degrees of WGS-84, or of any one system, as long as all points are of the same. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/** Mean radius of the Earth (IUGG), metres. */
const earthRadiusM = 6_371_008.8;
const radians = Math.PI / 180;

/** Metres along a great circle of the mean sphere (haversine formula): within 0.6 % of the distance on the ellipsoid. */
export function distanceM(a: Point, b: Point): number {
  const latitudes = Math.sin(((b.latitude - a.latitude) * radians) / 2) ** 2;
  const longitudes = Math.sin(((b.longitude - a.longitude) * radians) / 2) ** 2;
  const h = latitudes + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * longitudes;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Metres east and north of an origin, on the plane that touches the sphere there. */
export function offsetM(origin: Point, { longitude, latitude }: Point): { readonly east: number; readonly north: number } {
  return {
    east: (longitude - origin.longitude) * radians * earthRadiusM * Math.cos(origin.latitude * radians),
    north: (latitude - origin.latitude) * radians * earthRadiusM,
  };
}

/** The middle of the points' extent; null without points. */
export function middleOf(points: readonly Point[]): Point | null {
  if (points.length === 0) return null;
  const longitudes = points.map(({ longitude }) => longitude);
  const latitudes = points.map(({ latitude }) => latitude);
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  return { longitude: middle(longitudes), latitude: middle(latitudes) };
}

/** A distance as it is shown: tens of metres below one kilometre, tenths of a kilometre below a hundred, then whole ones. */
export function shownDistance(metres: number): { readonly unit: 'm' | 'km'; readonly value: number; readonly decimals: number } {
  if (metres < 995) return { unit: 'm', value: Math.round(metres / 10) * 10, decimals: 0 };
  return { unit: 'km', value: metres / 1000, decimals: metres < 99_950 ? 1 : 0 };
}
