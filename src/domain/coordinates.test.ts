/** Conversions against gcoord itself on a thousand points, against published pairs, and where nothing may be shifted. */
import gcoord from 'gcoord';
import { describe, expect, test } from 'vitest';
import { converted, inWgs84, isShifted } from './coordinates.ts';
import { distanceM, middleOf, offsetM } from './distance.ts';

/** Points of a lattice over the mainland that never repeat a fraction. */
const points = Array.from({ length: 1000 }, (_, index) => ({ longitude: 74 + ((index * 61.803) % 60), latitude: 19 + ((index * 34.141) % 34) }));

test('a thousand points equal gcoord to a millionth of a degree, in every direction', () => {
  const systems = { WGS84: gcoord.WGS84, GCJ02: gcoord.GCJ02, BD09: gcoord.BD09 } as const;
  for (const point of points) {
    for (const [from, fromName] of Object.entries(systems)) {
      for (const [to, toName] of Object.entries(systems)) {
        const own = converted(point, from as 'WGS84', to as 'WGS84');
        const [longitude, latitude] = fromName === toName ? [point.longitude, point.latitude] : gcoord.transform([point.longitude, point.latitude], fromName, toName);
        expect(Math.abs(own.longitude - longitude)).toBeLessThan(1e-6);
        expect(Math.abs(own.latitude - latitude)).toBeLessThan(1e-6);
      }
    }
    expect(converted(point, 'CGCS2000', 'GCJ02')).toEqual(converted(point, 'WGS84', 'GCJ02'));
  }
});

test('there and back is the same place to a metre', () => {
  for (const point of points) {
    for (const system of ['GCJ02', 'BD09'] as const) expect(distanceM(converted(converted(point, 'WGS84', system), system, 'WGS84'), point)).toBeLessThan(1);
  }
});

describe('shifted only inside mainland China', () => {
  test.each([
    ['Beijing, Tiananmen', 116.3913, 39.9054, true],
    ['Shanghai, the Bund', 121.4903, 31.2401, true],
    ['Urumqi', 87.6168, 43.8256, true],
    ['Sanya', 109.5119, 18.2528, true],
    ['Shenzhen, Luohu station', 114.1171, 22.5337, true],
    ['Shenzhen, Futian', 114.0579, 22.5431, true],
    ['Zhuhai, Gongbei', 113.5439, 22.2198, true],
    ['Xiamen', 118.0894, 24.4798, true],
    ['Pingtan', 119.79, 25.5, true],
    ['Hong Kong, Central', 114.1577, 22.2855, false],
    ['Hong Kong, Sheung Shui', 114.1283, 22.5015, false],
    ['Hong Kong airport', 113.9185, 22.308, false],
    ['Macau, Senado Square', 113.5404, 22.1937, false],
    ['Taipei', 121.5654, 25.033, false],
    ['Penghu', 119.5664, 23.5711, false],
    ['Singapore', 103.8198, 1.3521, false],
    ['the demonstration, at sea', 0.312, 0.284, false],
  ])('%s', (_, longitude, latitude, wanted) => {
    const point = { longitude, latitude };
    expect(isShifted(point, true)).toBe(wanted);
    expect(isShifted(point, false)).toBe(false);
    if (!wanted) expect(inWgs84(point, 'GCJ02', true)).toEqual(point);
    else expect(distanceM(inWgs84(point, 'GCJ02', true), point)).toBeGreaterThan(100);
  });
});

test('the shift in Chinese cities is what was measured: 265 to 622 m to GCJ-02, 853 to 1,380 m to BD-09', () => {
  const cities = [[116.3913, 39.9054], [121.4903, 31.2401], [113.2644, 23.1291], [104.0665, 30.5723], [87.6168, 43.8256]] as const;
  for (const [longitude, latitude] of cities) {
    const point = { longitude, latitude };
    expect(distanceM(point, converted(point, 'WGS84', 'GCJ02'))).toBeGreaterThan(265);
    expect(distanceM(point, converted(point, 'WGS84', 'GCJ02'))).toBeLessThan(622.5);
    expect(distanceM(point, converted(point, 'WGS84', 'BD09'))).toBeGreaterThan(853);
    expect(distanceM(point, converted(point, 'WGS84', 'BD09'))).toBeLessThan(1380.5);
  }
});

test('distances and offsets agree with each other and with a degree of the meridian', () => {
  const a = { longitude: 116, latitude: 40 };
  // A degree of latitude on the mean sphere: 111.195 km.
  expect(distanceM(a, { longitude: 116, latitude: 41 })).toBeCloseTo(111_195, -1);
  const { east, north } = offsetM(a, { longitude: 116.1, latitude: 40.05 });
  expect(Math.hypot(east, north) / distanceM(a, { longitude: 116.1, latitude: 40.05 })).toBeCloseTo(1, 3);
  expect(distanceM(a, a)).toBe(0);
  expect(middleOf([a, { longitude: 118, latitude: 42 }, { longitude: 117.9, latitude: 40 }])).toEqual({ longitude: 117, latitude: 41 });
  expect(middleOf([])).toBeNull();
});
