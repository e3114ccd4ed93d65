/** Each map link against a reference: the place where the service itself draws the point. */
import gcoord from 'gcoord';
import { describe, expect, test } from 'vitest';
import { distanceM } from '#src/domain/distance.ts';
import { mapLinks, mapServices } from './map-links.ts';
import type { MapService } from './map-links.ts';

/** The point that a link names, as longitude and latitude in the service's own order and form. */
function named(service: MapService, href: string): { readonly longitude: number; readonly latitude: number } {
  const url = new URL(href);
  const text = { amap: url.searchParams.get('position'), baidu: url.searchParams.get('location'), tencent: /coord:([^;]+)/.exec(url.searchParams.get('marker') ?? '')?.[1], apple: url.searchParams.get('ll') }[service] ?? '';
  const [first = Number.NaN, second = Number.NaN] = text.split(',').map(Number);
  return service === 'amap' ? { longitude: first, latitude: second } : { longitude: second, latitude: first };
}

const drawn = { amap: gcoord.GCJ02, baidu: gcoord.BD09, tencent: gcoord.GCJ02, apple: gcoord.GCJ02 } as const;
const crs = { WGS84: gcoord.WGS84, CGCS2000: gcoord.WGS84, GCJ02: gcoord.GCJ02, BD09: gcoord.BD09 } as const;
const cities = [[116.3913, 39.9054], [121.4903, 31.2401], [102.5422, 24.3519], [118.0548, 36.8131], [87.6168, 43.8256]] as const;

describe.each(mapServices)('%s', (service) => {
  test.each(Object.keys(crs) as (keyof typeof crs)[])('is within 10 m of its reference for coordinates in %s', (system) => {
    for (const truth of cities) {
      const [longitude, latitude] = gcoord.transform([...truth], gcoord.WGS84, crs[system]);
      const { href } = mapLinks({ longitude, latitude, crs: system, name: '献血屋', address: '某路 1 号' }, true).find((link) => link.service === service)!;
      const [x, y] = gcoord.transform([...truth], gcoord.WGS84, drawn[service]);
      expect(distanceM(named(service, href), { longitude: x, latitude: y })).toBeLessThan(10);
    }
  });

  test('in Hong Kong and abroad the point stays where it is', () => {
    for (const [longitude, latitude, isMainland] of [[114.1577, 22.2855, true], [103.8198, 1.3521, false]] as const) {
      const { href } = mapLinks({ longitude, latitude, crs: 'WGS84', name: 'x', address: '' }, isMainland).find((link) => link.service === service)!;
      expect(distanceM(named(service, href), { longitude, latitude })).toBeLessThan(1);
    }
  });

  test('an odd name stays inside its part of the address', () => {
    const name = '献血屋&x=1?#;title:别处|coord:1,2 "<>';
    const { href } = mapLinks({ longitude: 116.4, latitude: 39.9, crs: 'GCJ02', name, address: 'a;b:c' }, true).find((link) => link.service === service)!;
    const url = new URL(href);
    expect(url.protocol).toBe('https:');
    expect(url.hash).toBe('');
    expect(url.searchParams.has('x')).toBe(false);
    if (service === 'tencent') expect(url.searchParams.get('marker')?.match(/[:;|]/g)?.join('')).toBe(':;:;:');
    expect(href).not.toMatch(/[\s"<>]/);
  });
});

test('the system is named where the service can be told', () => {
  const systems = (isMainland: boolean) => mapLinks({ longitude: 116.4, latitude: 39.9, crs: 'GCJ02', name: 'x', address: '' }, isMainland).map(({ href }) => {
    const { searchParams } = new URL(href);
    return searchParams.get('coordinate') ?? searchParams.get('coord_type');
  });
  expect(systems(true)).toEqual(['gaode', 'bd09ll', '2', null]);
  expect(systems(false)).toEqual(['wgs84', 'wgs84', '1', null]);
});
