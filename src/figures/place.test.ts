/** What pages say about a place, from tables of a live portal and of a demonstration: hours by date, links, telephone, files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { stationsGeoJson } from '#src/publishing/stations-geojson.ts';
import { mapPicture } from './map-picture.ts';
import { places, placesByDistrict } from './place.ts';
import { stationJsonLd } from './station-json-ld.ts';
import { laterHours, stationFamily, stationHeading, unknownSentence } from './station-page.ts';
import { hasStations, stationsHeading, stationsSketch } from './stations-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tables = {
  'regions.csv': 'region,parent,kind,name_zh,name_en\ncity,,city,河滨市,Riverside\neast,city,county,东区,East\nwest,city,county,西区,West\n',
  'stations.csv': [
    'station,parent,kind,name_zh,name_en,region,address_zh,longitude,latitude,crs,phone,hours,services,booking_url,confirmed_on',
    'a,,centre,河滨市血站,Riverside Centre,west,滨河路10号,116.3913,39.9054,WGS84,010-12345678,Mo-Su 09:00-17:00,whole_blood;apheresis_platelets,https://book.example/,2026-10-30',
    'b,a,house,东区献血屋,,east,滨河路2号,116.4,39.91,GCJ02,,周一至周五 9:00-17:00,whole_blood,,',
    'c,a,vehicle,献血车,Vehicle,east,滨河路1号,,,,,Th-Sa 16:00-00:30,whole_blood,,',
    'd,a,house,没有时间的献血屋,,north,,,,,,,whole_blood,,',
    '',
  ].join('\n'),
  'station-notices.csv': 'notice,station,from,until,status,hours,note_zh,note_en\nn1,a,2026-12-25T12:00:00+08:00,2026-12-27T00:00:00+08:00,closed,,盘点,Stocktaking\nn2,c,2026-12-30T00:00:00+08:00,,closed,,,\n',
  'drives.csv': 'drive,date,start,end,station,organiser_kind,place_zh,region,services,status\nd1,2026-12-24,09:00,12:00,c,community,东区广场,east,whole_blood,planned\n',
};

function portalOf(name: string, settings: object = {}): Portal {
  const dataDir = join(folder, name);
  mkdirSync(dataDir);
  const least = { title: '河滨市', publisher: { zh: '河滨市血站', en: 'Riverside Blood Service' }, region: 'city', site: 'https://riverside.example/' };
  writeFileSync(join(dataDir, 'portal.json'), JSON.stringify({ ...least, ...settings }));
  writeFileSync(join(dataDir, 'map.png'), 'picture');
  for (const [file, text] of Object.entries(tables)) writeFileSync(join(dataDir, file), text);
  const { portal, findings } = loadPortal({ dataDir, checks: [], asOf: '2026-12-23T20:00:00+08:00' });
  if (portal === null) throw new Error(JSON.stringify(findings.errors));
  return portal;
}

const live = portalOf('live', { map: { picture: 'map.png', review_number: 'GS(2024)0650号' } });
const demonstration = portalOf('demonstration', { demonstration: { clock: '2026-12-23T20:00:00+08:00' } });
const place = (portal: Portal, station: string, locale: 'zh' | 'en' = 'zh') => places(portal, locale).find((one) => one.station === station)!;

describe('a place', () => {
  test('has its hours by date, days that are alike as one line, and the unknown year as unknown', () => {
    expect(place(live, 'a').week.map(({ dates, hours }) => `${dates}: ${hours}`)).toEqual(['12月23日 周三至12月24日 周四: 09:00–17:00', '12月25日 周五: 09:00–12:00', '12月26日 周六: 休息', '12月27日 周日至12月29日 周二: 09:00–17:00']);
    expect(laterHours(live, place(live, 'a'), 'zh').map(({ dates, hours }) => `${dates}: ${hours}`)).toEqual(['12月30日 周三至12月31日 周四: 09:00–17:00', '1月1日 周五至1月26日 周二: 不详']);
    expect(unknownSentence(live, place(live, 'a'), 'zh')).toContain('2026年12月31日');
    expect(stationHeading(live, place(live, 'a', 'en'), 'en')).toBe('Riverside Centre: Wed 23 December 09:00–17:00');
  });

  test('whose hours cannot be read shows their text and has no schedule; without hours it says so', () => {
    expect(place(live, 'b')).toMatchObject({ statedHours: '周一至周五 9:00-17:00', encoded: null, week: [] });
    expect(place(live, 'd')).toMatchObject({ statedHours: null, encoded: null, hasHours: false });
    expect(stationHeading(live, place(live, 'b'), 'zh')).toBe('东区献血屋：开放时间请看说明');
  });

  test('that is a vehicle is away on the date of its drive, names the drive, and closes without a known end', () => {
    const vehicle = place(live, 'c');
    expect(vehicle.week.slice(0, 3).map(({ dates, hours }) => `${dates}: ${hours}`)).toEqual(['12月23日 周三: 休息', '12月24日 周四: 外出参加献血活动', '12月25日 周五至12月26日 周六: 16:00–次日 00:30']);
    expect(vehicle.drives.map(({ sentence, until }) => [sentence, until])).toEqual([['12月24日 周四 09:00–12:00，东区广场', '2026-12-24T12:00:00+08:00']]);
    expect(vehicle.notices.map(({ sentence }) => sentence)).toEqual(['2026年12月30日起关闭，何时恢复另行通知。']);
  });

  test('says its notice with the time where it is not midnight, and as last day the one before it', () => {
    expect(place(live, 'a').notices).toMatchObject([{ sentence: '2026年12月25日 12:00至2026年12月26日关闭。', note: '盘点', until: '2026-12-27T00:00:00+08:00' }]);
    expect(place(live, 'a', 'en').notices[0]?.note).toBe('Stocktaking');
  });

  test('stands in its district, in the order of the regions, numbers of a street as numbers', () => {
    expect(placesByDistrict(live, places(live, 'zh'), 'zh').map(({ name, places: list }) => [name, list.map(({ station }) => station)])).toEqual([['东区', ['c', 'b']], ['西区', ['a']], ['north', ['d']]]);
    expect(stationFamily(live, place(live, 'b'), 'zh').parent?.station).toBe('a');
    expect(stationFamily(live, place(live, 'a'), 'zh').children.map(({ station }) => station)).toEqual(['c', 'b', 'd']);
  });
});

describe('the way there', () => {
  test('a live place with coordinates has four links; without coordinates none', () => {
    expect(place(live, 'a').mapLinks.map(({ service }) => service)).toEqual(['amap', 'baidu', 'tencent', 'apple']);
    expect(place(live, 'c').mapLinks).toEqual([]);
    expect(place(live, 'c').point).toBeNull();
  });

  test('a demonstration has none, wherever its points lie', () => {
    expect(places(demonstration, 'zh').flatMap(({ mapLinks }) => mapLinks)).toEqual([]);
  });
});

describe('files and data', () => {
  test('only coordinates in WGS-84 are published as GeoJSON, as they were supplied', () => {
    const { features } = JSON.parse(stationsGeoJson(live) ?? '{}') as { features: { id: string; geometry: object }[] };
    expect(features.map(({ id, geometry }) => [id, geometry])).toEqual([['a', { type: 'Point', coordinates: [116.3913, 39.9054] }]]);
  });

  test('schema.org: dated hours, unknown days left out, the telephone and the point only of what is real', () => {
    const real = stationJsonLd(live, place(live, 'a'), 'https://x.example/', 'zh');
    const days = real['openingHoursSpecification'] as readonly { readonly validFrom: string; readonly opens: string; readonly closes: string }[];
    expect(days.map(({ validFrom }) => validFrom).at(-1)).toBe('2026-12-31');
    expect(days.find(({ validFrom }) => validFrom === '2026-12-26')).toMatchObject({ opens: '00:00', closes: '00:00' });
    expect(real).toMatchObject({ telephone: '010-12345678', geo: { longitude: 116.3913 } });
    const sample = stationJsonLd(demonstration, place(demonstration, 'a'), 'https://x.example/', 'zh');
    expect(sample).not.toHaveProperty('telephone');
    expect(sample).not.toHaveProperty('geo');
    expect(JSON.stringify(sample)).toContain('示例');
  });

  test('the map has its review number, or there is no map', () => {
    expect(mapPicture(live, 'zh')).toEqual({ file: 'stations/map.png', alt: expect.any(String), caption: '审定的地图，审图号：GS(2024)0650号' });
    expect(mapPicture(demonstration, 'zh')).toBeNull();
  });

  test('the page of all places counts them and draws those that have coordinates', () => {
    expect(hasStations(live)).toBe(true);
    expect(stationsHeading(live, 'en')).toBe('Riverside has 4 places to give blood, 1 of them also for platelets');
    const sketch = stationsSketch(live, 'zh');
    expect(sketch?.figure.table.rows.map(([name]) => name)).toEqual(['河滨市血站', '东区献血屋']);
    expect(sketch?.settings.source).toContain('没有坐标的 2 处不在图上');
    // 116.3913, 39.9054 WGS-84 and 116.4, 39.91 GCJ-02, which is 116.39377, 39.90861 WGS-84: 212 m east and 357 m north of each other.
    expect(sketch?.figure.finding).toMatch(/410 米|420 米/);
  });
});
