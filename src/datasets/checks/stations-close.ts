/** Two stations at one spot are most likely one of them wrong. */
import { inWgs84 } from '#src/domain/coordinates.ts';
import { distanceM, type Point } from '#src/domain/distance.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { isMainlandZone } from '#src/domain/opening-hours.ts';
import { cellProblem, type NamedCheck } from '../named-check.ts';

const nearestM = 20;
/** Degrees of latitude that are farther than that, so that most pairs need no reckoning. */
const apartDegrees = 0.001;

export const check: NamedCheck = {
  code: 'stations_close',
  title: { zh: '没有两个站点相距不到 20 米', en: 'No two stations are less than 20 m apart' },
  tables: ['stations'],
  start: (context) => ({
    end() {
      const isMainland = isMainlandZone(context.settings.timeZone);
      const before: { readonly station: string; readonly point: Point }[] = [];
      for (const { at, value: { station, longitude, latitude, crs } } of context.located('stations')) {
        if (!isMeasured(longitude) || !isMeasured(latitude) || crs === null) continue;
        const point = inWgs84({ longitude, latitude }, crs, isMainland);
        const close = before.find((other) => Math.abs(other.point.latitude - point.latitude) < apartDegrees && distanceM(other.point, point) < nearestM);
        if (close !== undefined) {
          context.report('warning', cellProblem(at, 'longitude', `${longitude}, ${latitude}`,
            { zh: `与站点“${close.station}”相距不到 20 米。`, en: `It is less than 20 m from the station "${close.station}".` },
            { zh: '确认不是抄错或重复；确实在同一处的，可以不改。', en: 'Make sure that it is no slip and no repetition; where both stand there, leave it.' }));
        }
        before.push({ station, point });
      }
    },
  }),
};
