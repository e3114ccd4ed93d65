/** The whole region's series: as the publisher states it, else the sum over its stations. */
import type { DayNumber } from '#src/domain/calendar.ts';
import { isNumber, lastDayOf, valueOn } from './series.ts';
import type { DailySeries, KeyedSeries, Missing, SeriesValue } from './series.ts';

/** A station that stops reporting counts as missing for this many days, then as closed. */
export const graceDays = 28;

/** Days and percent cannot be added. */
const addableUnits: ReadonlySet<string> = new Set(['U', 'dose', 'ml']);

/**
 * The total of one component, group and unit. `series` are its stations and, where the publisher states it, `all`.
 * From the first to 28 days after the last stated date the total is what is stated, and missing where that is; outside, and where nothing is stated,
 * it is the sum over the stations that have begun to report and have not been silent for more than 28 days: missing if one of them is missing.
 * Null where nothing is stated and the unit cannot be added; `isOnlyStation` says that there is nothing to add.
 */
export function regionTotal(series: readonly KeyedSeries[], isOnlyStation: boolean): DailySeries | null {
  const stated = series.find((one) => one.station === 'all')?.series ?? null;
  const stations = series
    .filter((one) => one.station !== 'all' && (isOnlyStation || addableUnits.has(one.unit)))
    .map((one) => one.series);
  if (stations.length === 0) return stated;
  const all = stated === null ? stations : [...stations, stated];
  const start = Math.min(...all.map((one) => one.start));
  const end = Math.max(...all.map(lastDayOf));
  const values: SeriesValue[] = [];
  for (let day = start; day <= end; day += 1) {
    values.push(stated !== null && counts(stated, day) ? valueOn(stated, day) : sumOn(stations, day));
  }
  return { start, values };
}

function counts(series: DailySeries, day: DayNumber): boolean {
  return day >= series.start && day <= lastDayOf(series) + graceDays;
}

/** The sum, or the reason that all missing stations share, else a gap. */
function sumOn(stations: readonly DailySeries[], day: DayNumber): SeriesValue {
  let sum: number | null = null;
  let missing: Missing | null = null;
  for (const station of stations) {
    if (!counts(station, day)) continue;
    const value = valueOn(station, day);
    if (isNumber(value)) sum = (sum ?? 0) + value;
    else missing = missing === null || missing === value ? value : 'gap';
  }
  return missing ?? sum ?? 'gap';
}
