/** Coordinates come in pairs with their system, and not the wrong way round. */
import { isMeasured, type Measured } from '#src/domain/missing.ts';
import { cellProblem, type Located, type NamedCheck } from '../named-check.ts';

interface Placed {
  readonly longitude: Measured;
  readonly latitude: Measured;
  readonly crs: string | null;
}

export const check: NamedCheck = {
  code: 'coordinates',
  title: { zh: '经纬度成对、注明坐标系、没有写反', en: 'Coordinates come in pairs, name their system and are not swapped' },
  tables: ['stations', 'drives'],
  start: (context) => ({
    end() {
      const placed: readonly Located<Placed>[] = [...context.located('stations'), ...context.located('drives')];
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
          }
        }
      }
    },
  }),
};
