/** Links that open a place in the maps that people here use, at the right spot of each: addresses as each company documents them. */
import { converted, inWgs84, isShifted } from '#src/domain/coordinates.ts';
import type { CoordinateSystem } from '#src/domain/coordinates.ts';
import type { Point } from '#src/domain/distance.ts';

export const mapServices = ['amap', 'baidu', 'tencent', 'apple'] as const;
export type MapService = (typeof mapServices)[number];

export interface MappedPlace extends Point {
  readonly name: string;
  readonly address: string;
  readonly crs: CoordinateSystem;
}

export interface MapLink {
  readonly service: MapService;
  readonly href: string;
}

/** Six decimals are a tenth of a metre. */
function degrees(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

/** Name of the caller that Amap, Baidu and Tencent ask for. */
const caller = 'open-blood-portal';

/**
 * One link for each service. Where maps are drawn shifted (mainland China) each gets the coordinates of its own drawing: Amap, Tencent and
 * Apple GCJ-02, Baidu BD-09. Elsewhere all get WGS-84 and are told so, as far as they can be.
 */
export function mapLinks(place: MappedPlace, isMainland: boolean): readonly MapLink[] {
  const shifted = isShifted(place, isMainland);
  const at = (system: CoordinateSystem): { readonly x: string; readonly y: string } => {
    const { longitude, latitude } = shifted ? converted(place, place.crs, system) : inWgs84(place, place.crs, isMainland);
    return { x: degrees(longitude), y: degrees(latitude) };
  };
  const gcj = at('GCJ02');
  const bd = at('BD09');
  const name = place.name;
  // Tencent separates its parts by colons, semicolons and bars.
  const plain = (text: string): string => text.replaceAll(/[:;|]/g, ' ');
  const address = (base: string, parts: Readonly<Record<string, string>>): string =>
    `${base}?${Object.entries(parts).map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&')}`;
  return [
    { service: 'amap', href: address('https://uri.amap.com/marker', { position: `${gcj.x},${gcj.y}`, name, src: caller, coordinate: shifted ? 'gaode' : 'wgs84', callnative: '0' }) },
    {
      service: 'baidu',
      href: address('https://api.map.baidu.com/marker', {
        location: `${bd.y},${bd.x}`, title: name, content: place.address === '' ? name : place.address, coord_type: shifted ? 'bd09ll' : 'wgs84', output: 'html', src: `webapp.${caller}`,
      }),
    },
    {
      service: 'tencent',
      href: address('https://apis.map.qq.com/uri/v1/marker', {
        marker: `coord:${gcj.y},${gcj.x};title:${plain(name)};addr:${plain(place.address === '' ? name : place.address)}`, coord_type: shifted ? '2' : '1', referer: caller,
      }),
    },
    { service: 'apple', href: address('https://maps.apple.com/', { ll: `${gcj.y},${gcj.x}`, q: name }) },
  ];
}
