/** Coordinates between the systems of Chinese maps, by gcoord; only for the build. Shifted only inside mainland China: elsewhere maps draw WGS-84. */
import gcoord from 'gcoord';
import type { Point } from './distance.ts';

export const coordinateSystems = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

/** CGCS2000 and WGS-84 differ by centimetres. */
const names = { WGS84: gcoord.WGS84, CGCS2000: gcoord.WGS84, GCJ02: gcoord.GCJ02, BD09: gcoord.BD09 } as const;

/** A point of one system in another, as gcoord computes it, wherever it lies; degrees. Its inverse of the shift is within 0.1 m. */
export function converted({ longitude, latitude }: Point, from: CoordinateSystem, to: CoordinateSystem): Point {
  if (names[from] === names[to]) return { longitude, latitude };
  const [east = longitude, north = latitude] = gcoord.transform([longitude, latitude], names[from], names[to]);
  return { longitude: east, latitude: north };
}

type Corner = readonly [longitude: number, latitude: number];

/** The extremes of the mainland, rounded outward; neighbouring countries lie within them too. */
const extent = { west: 73.4, east: 135.1, south: 18.1, north: 53.6 } as const;
/** Rough outlines, only to tell in which system maps draw; never shown. The line towards Shenzhen follows the Shenzhen River. */
const apart: readonly (readonly Corner[])[] = [
  // Hong Kong
  [[113.82, 22.13], [113.82, 22.42], [113.93, 22.46], [114.0, 22.5], [114.05, 22.502], [114.07, 22.514], [114.09, 22.529], [114.115, 22.531], [114.15, 22.545], [114.165, 22.56], [114.19, 22.557], [114.228, 22.549], [114.25, 22.555], [114.3, 22.57], [114.45, 22.565], [114.52, 22.4], [114.52, 22.13]],
  // Macau
  [[113.526, 22.1], [113.526, 22.185], [113.535, 22.21], [113.548, 22.2145], [113.56, 22.214], [113.61, 22.2], [113.61, 22.1]],
  // Taiwan with Penghu
  [[119.3, 23.1], [119.3, 23.85], [119.95, 24.2], [120.4, 25.0], [121.3, 25.5], [122.3, 25.5], [122.3, 21.7], [120.2, 21.7]],
];

function isWithin(corners: readonly Corner[], x: number, y: number): boolean {
  let inside = false;
  for (const [index, [toX, toY]] of corners.entries()) {
    const [fromX, fromY] = corners[(index + corners.length - 1) % corners.length] ?? [toX, toY];
    if (fromY > y !== toY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX) inside = !inside;
  }
  return inside;
}

/**
 * Whether maps draw shifted at a point of a portal whose region lies in mainland China (`isMainland`): within the extent of the
 * mainland and not in Hong Kong, Macau or Taiwan, which gcoord, with its single box, shifts too.
 */
export function isShifted({ longitude, latitude }: Point, isMainland: boolean): boolean {
  if (!isMainland || longitude < extent.west || longitude > extent.east || latitude < extent.south || latitude > extent.north) return false;
  return !apart.some((corners) => isWithin(corners, longitude, latitude));
}

/** A point in WGS-84, for distances and drawings. Where maps are not shifted GCJ-02 is WGS-84, and BD-09 only Baidu's own shift. */
export function inWgs84(point: Point, system: CoordinateSystem, isMainland: boolean): Point {
  if (isShifted(point, isMainland)) return converted(point, system, 'WGS84');
  return system === 'BD09' ? converted(point, 'BD09', 'GCJ02') : point;
}
