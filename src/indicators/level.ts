/** Levels: which thresholds hold for a series on a date, and which level a value has by them. */
import { levels } from '#src/domain/blood.ts';
import type { Level, StockUnit } from '#src/domain/blood.ts';
import { dayNumber } from '#src/domain/calendar.ts';
import type { DayNumber } from '#src/domain/calendar.ts';
import type { SeriesKey } from './series.ts';

/** A row of the thresholds table; `all` in station, abo or rhd holds for every one. */
export interface ThresholdRow {
  readonly station: string;
  readonly component: string;
  readonly abo: string;
  readonly rhd: string;
  readonly unit: StockUnit;
  readonly level: Level;
  readonly validFrom: string;
  readonly atOrAbove: number;
  readonly clause: string | null;
}

/** `level` holds from `atOrAbove` upwards, until the next better one. */
export interface Threshold {
  readonly unit: StockUnit;
  readonly level: Level;
  readonly atOrAbove: number;
  /** `<policy slug>#<clause id>`; null: the portal's own. */
  readonly clause: string | null;
  readonly validFrom: string;
}

/** How far a value is from a threshold: positive, in the threshold's unit. */
export interface Margin {
  readonly threshold: Threshold;
  readonly difference: number;
}

/** The thresholds that hold from a day on until the next period, by unit, best level first. */
export interface ThresholdPeriod {
  readonly from: DayNumber;
  readonly days: readonly Threshold[];
  readonly own: readonly Threshold[];
  /** Which unit's thresholds name the series more exactly; of equals, days. */
  readonly preferred: 'days' | 'own';
}

/**
 * The thresholds of a series over time, in order of date. On each date, of the rows that match the series the most exact selector is taken
 * (the station's own before `all`, then the ABO group's, then the RhD status's), and for each level the row with the latest date in force;
 * a selector counts from its first date in force. `own` is the stock's own unit, empty where that is days.
 */
export function thresholdPeriods(rows: readonly ThresholdRow[], series: SeriesKey): ThresholdPeriod[] {
  const matching = rows.filter((row) => matches(row, series));
  const dates = [...new Set(matching.map((row) => row.validFrom))].toSorted();
  return dates.map((date) => {
    const valid = matching.filter((row) => row.validFrom <= date);
    const days = inForce(valid.filter((row) => row.unit === 'days'));
    const own = series.unit === 'days' ? inForce([]) : inForce(valid.filter((row) => row.unit === series.unit));
    return {
      from: dayNumber(date),
      days: days.thresholds,
      own: own.thresholds,
      preferred: own.exactness > days.exactness ? 'own' : 'days',
    };
  });
}

function matches(row: ThresholdRow, series: SeriesKey): boolean {
  const fits = (wanted: string, actual: string) => wanted === 'all' || wanted === actual;
  return row.component === series.component && fits(row.station, series.station) && fits(row.abo, series.abo) && fits(row.rhd, series.rhd);
}

function exactness(row: ThresholdRow): number {
  return (row.station === 'all' ? 0 : 4) + (row.abo === 'all' ? 0 : 2) + (row.rhd === 'all' ? 0 : 1);
}

function inForce(valid: readonly ThresholdRow[]): { readonly exactness: number; readonly thresholds: readonly Threshold[] } {
  const most = Math.max(-1, ...valid.map(exactness));
  const latest = new Map<Level, ThresholdRow>();
  for (const row of valid) {
    if (exactness(row) !== most) continue;
    const seen = latest.get(row.level);
    if (seen === undefined || row.validFrom > seen.validFrom) latest.set(row.level, row);
  }
  const thresholds = levels.flatMap((level) => {
    const row = latest.get(level);
    return row === undefined ? [] : [{ unit: row.unit, level, atOrAbove: row.atOrAbove, clause: row.clause, validFrom: row.validFrom }];
  });
  return { exactness: most, thresholds };
}

/** The thresholds of the period a day lies in; none before the first. */
export function periodOn(periods: readonly ThresholdPeriod[], day: DayNumber): ThresholdPeriod | null {
  return periods.findLast((period) => period.from <= day) ?? null;
}

/** The level of a value, the threshold it reaches, and how far the neighbours are. */
export interface LevelFinding {
  readonly level: Level;
  readonly thresholds: readonly Threshold[];
  /** The threshold reached; null below all of them. */
  readonly threshold: Threshold | null;
  /** What is missing to the next better level; null at the best. */
  readonly toBetter: Margin | null;
  /** What may be lost until a worse level begins; null below all thresholds and at the worst level. */
  readonly toWorse: Margin | null;
}

/**
 * The level by the thresholds of a period. `days` is the number of days of supply if it is known, `quantity` the stock in its own unit.
 * Null where no threshold holds for a known value. Below every threshold the level is one step worse than the lowest stated, at worst critical.
 */
export function levelBy(period: ThresholdPeriod | null, value: { readonly days: number | null; readonly quantity: number }): LevelFinding | null {
  if (period === null) return null;
  const order = period.preferred === 'own' ? (['own', 'days'] as const) : (['days', 'own'] as const);
  for (const unit of order) {
    const amount = unit === 'days' ? value.days : value.quantity;
    if (amount !== null && period[unit].length > 0) return findingOf(period[unit], amount);
  }
  return null;
}

function findingOf(thresholds: readonly Threshold[], value: number): LevelFinding | null {
  const index = thresholds.findIndex((threshold) => threshold.atOrAbove <= value);
  const lowest = thresholds.at(-1);
  if (lowest === undefined) return null;
  const threshold = thresholds[index] ?? null;
  const better = thresholds[(index === -1 ? thresholds.length : index) - 1] ?? null;
  const level = threshold?.level ?? levels[Math.min(levels.indexOf(lowest.level) + 1, levels.length - 1)] ?? 'critical';
  return {
    level,
    thresholds,
    threshold,
    toBetter: better === null ? null : { threshold: better, difference: better.atOrAbove - value },
    toWorse: threshold === null || threshold.level === 'critical' ? null : { threshold, difference: value - threshold.atOrAbove },
  };
}
