/** Daily series of one station, component, group and unit, in which every missing day says why it is missing. */
import type { Abo, Component, Rhd, StockUnit } from '#src/domain/blood.ts';
import { dayNumber } from '#src/domain/calendar.ts';
import type { DayNumber } from '#src/domain/calendar.ts';
import { isMeasured } from '#src/domain/missing.ts';
import type { Measured, MissingReason } from '#src/domain/missing.ts';

/** Why a day has no value: the publisher's reason, or `gap` where there is no row. */
export type Missing = MissingReason | 'gap';
export type SeriesValue = number | Missing;

/** One value a day from `start` on; before and after there is nothing. */
export interface DailySeries {
  readonly start: DayNumber;
  readonly values: readonly SeriesValue[];
}

export interface SeriesKey {
  /** `all` = the whole region. */
  readonly station: string;
  readonly component: Component;
  readonly abo: Abo;
  readonly rhd: Rhd;
  readonly unit: StockUnit;
}

export interface KeyedSeries extends SeriesKey {
  readonly series: DailySeries;
  /** Last day with a row of its own; the series may go on with zeros for absent rows. */
  readonly lastRowDay: DayNumber;
}

/** A row of a daily table; of its further columns the series knows nothing. */
export interface SeriesRow extends SeriesKey {
  readonly date: string;
}

/** What a day without a row means while its station reports other groups of the component. */
export type AbsentRow = 'zero' | 'missing';

/** Value of a day; `gap` outside the series. */
export function valueOn(series: DailySeries, day: DayNumber): SeriesValue {
  return series.values[day - series.start] ?? 'gap';
}

/** Last day of a series; the day before its start if it is empty. */
export function lastDayOf(series: DailySeries): DayNumber {
  return series.start + series.values.length - 1;
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

/** `red_cells|A|positive|U|all`: the same text for the same series. */
export function seriesId(key: SeriesKey): string {
  return `${key.component}|${key.abo}|${key.rhd}|${key.unit}|${key.station}`;
}

interface Collected {
  readonly key: SeriesKey;
  readonly days: DayNumber[];
  readonly values: Measured[];
  /** Days on which its station reports any group of the component in that unit; shared by these groups. */
  readonly reported: Set<DayNumber>;
}

/**
 * The series of a daily table, one for each station, component, group and unit, in order of first appearance.
 * With `absentRow: 'zero'` an absent row is 0 on every date on which the station reports any group of the component in that unit,
 * also before the first and after the last row of the group; a date on which it reports none is a gap. With `missing` every absent row is a gap.
 * `valueOf` picks the column. With `presence: 'measured'`, for a column that not every publisher fills, a station reports on a date
 * only if at least one of its rows has a measured value there.
 */
export function buildSeries<Row extends SeriesRow>(
  rows: readonly Row[],
  valueOf: (row: Row) => Measured,
  absentRow: AbsentRow,
  presence: 'row' | 'measured' = 'row',
): KeyedSeries[] {
  const collected = new Map<string, Collected>();
  const reportedDays = new Map<string, Set<DayNumber>>();
  let date = '';
  let day = 0;
  for (const row of rows) {
    if (row.date !== date) {
      date = row.date;
      day = dayNumber(date);
    }
    const value = valueOf(row);
    const id = seriesId(row);
    let entry = collected.get(id);
    if (entry === undefined) {
      const { station, component, abo, rhd, unit } = row;
      const key = { station, component, abo, rhd, unit };
      const reported = reportedDays.get(reporterId(key)) ?? new Set<DayNumber>();
      reportedDays.set(reporterId(key), reported);
      entry = { key, days: [], values: [], reported };
      collected.set(id, entry);
    }
    entry.days.push(day);
    entry.values.push(value);
    if (absentRow === 'zero' && (presence === 'row' || isMeasured(value))) entry.reported.add(day);
  }
  return [...collected.values()].map(({ key, days, values, reported }) => ({
    ...key,
    series: spread(days, values, reported),
    lastRowDay: days.reduce((last, at) => Math.max(last, at), -Infinity),
  }));
}

function reporterId(key: SeriesKey): string {
  return `${key.station}|${key.component}|${key.unit}`;
}

/** Values on their days, zeros on the other reported days, gaps elsewhere. */
function spread(days: readonly DayNumber[], values: readonly Measured[], zeroDays: ReadonlySet<DayNumber>): DailySeries {
  let start = Infinity;
  let last = -Infinity;
  const reach = (day: DayNumber): void => {
    start = Math.min(start, day);
    last = Math.max(last, day);
  };
  days.forEach(reach);
  zeroDays.forEach(reach);
  const result = new Array<SeriesValue>(last - start + 1).fill('gap');
  for (const day of zeroDays) result[day - start] = 0;
  for (let index = 0; index < days.length; index += 1) result[(days[index] ?? start) - start] = values[index] ?? 'gap';
  return { start, values: result };
}
