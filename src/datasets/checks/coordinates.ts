/** Coordinates come in pairs with their system, not the wrong way round, and lie where the portal does. */
import { distanceM, type Point } from '#src/domain/distance.ts';
import { isMeasured, type Measured } from '#src/domain/missing.ts';
import { isMainlandZone } from '#src/domain/opening-hours.ts';
import { cellProblem, type Located, type NamedCheck } from '../named-check.ts';

interface Placed {
  readonly longitude: Measured;
  readonly latitude: Measured;
  readonly crs: string | null;
}

/** The extremes of China, in any of its systems, rounded outward. */
const china = { west: 73, east: 136, south: 3, north: 54 } as const;
/** No portal's places lie farther from their middle. */
const farthestM = 1_000_000;

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The place in the middle by longitude and by latitude, which one wrong place does not move; null of fewer than three. */
function middlePlace(points: readonly Point[]): Point | null {
  if (points.length < 3) return null;
  return { longitude: middle(points.map(({ longitude }) => longitude)), latitude: middle(points.map(({ latitude }) => latitude)) };
}

function isInChina({ longitude, latitude }: Point): boolean {
  return longitude >= china.west && longitude <= china.east && latitude >= china.south && latitude <= china.north;
}

export const check: NamedCheck = {
  code: 'coordinates',
  title: { zh: '经纬度成对、注明坐标系、没有写反、在本地区', en: 'Coordinates come in pairs, name their system, are not swapped and lie in the region' },
  tables: ['stations', 'drives'],
  start: (context) => ({
    end() {
      const placed: readonly Located<Placed>[] = [...context.located('stations'), ...context.located('drives')];
      const centre = middlePlace(placed.flatMap(({ value: { longitude, latitude } }) => (isMeasured(longitude) && isMeasured(latitude) ? [{ longitude, latitude }] : [])));
      // A demonstration lies at sea, where nobody can be led to.
      const isInMainland = context.settings.demonstration === null && isMainlandZone(context.settings.timeZone);
      for (const { at, value: { longitude, latitude, crs } } of placed) {
        if (isMeasured(longitude) !== isMeasured(latitude)) {
          context.report('error', cellProblem(at, isMeasured(longitude) ? 'latitude' : 'longitude', null,
            { zh: '经度和纬度只填了一个。', en: 'Only one of longitude and latitude is given.' },
            { zh: '两个都填，或都留空。', en: 'Give both or neither.' }));
        } else if (isMeasured(longitude) && isMeasured(latitude)) {
          if (crs === null) {
            context.report('error', cellProblem(at, 'crs', null,
              { zh: '有坐标却没有写坐标系；写错会偏出几百米。', en: 'There are coordinates but no system; the wrong one is off by hundreds of metres.' },
              { zh: '问明坐标来源：高德、腾讯填 GCJ02，百度填 BD09，卫星定位填 WGS84。', en: 'Find out where they come from: Amap and Tencent GCJ02, Baidu BD09, GPS WGS84.' }));
          }
          // Nowhere in China is the latitude above 54 or the longitude below 73: a pair like that is the wrong way round.
          if (longitude >= 3 && longitude <= 54 && latitude >= 73) {
            context.report('error', cellProblem(at, 'longitude', String(longitude),
              { zh: '经度和纬度写反了。', en: 'Longitude and latitude are swapped.' },
              { zh: '对调两列。', en: 'Swap the two columns.' }));
          } else if (isInMainland && !isInChina({ longitude, latitude })) {
            context.report('error', cellProblem(at, 'longitude', `${longitude}, ${latitude}`,
              { zh: '这个点不在中国。', en: 'This point does not lie in China.' },
              { zh: '检查经度和纬度有没有抄错、少了一位或写反。', en: 'Check both for a wrong, missing or swapped digit.' }));
          } else if (centre !== null && distanceM(centre, { longitude, latitude }) > farthestM) {
            context.report('error', cellProblem(at, 'longitude', `${longitude}, ${latitude}`,
              { zh: '这个点离其他地点一千公里以上。', en: 'This point lies more than a thousand kilometres from the others.' },
              { zh: '检查经度和纬度有没有抄错或少了一位。', en: 'Check both for a wrong or missing digit.' }));
          }
        }
      }
    },
  }),
};
