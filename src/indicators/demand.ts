/** Mean daily demand over a window of days: requests where they are published, else issues outside declared restrictions. */
import type { StockUnit } from '#src/domain/blood.ts';
import { dateOfDay } from '#src/domain/calendar.ts';
import type { DayNumber } from '#src/domain/calendar.ts';
import { isNumber, lastDayOf, valueOn } from './series.ts';
import type { DailySeries } from './series.ts';

/** Less than this in the window is too little to divide by: 10 U, 10 doses, or 1,000 ml of plasma (100 ml come from 1 U). */
export const leastDemand: Readonly<Record<StockUnit, number>> = { U: 10, dose: 10, ml: 1000, days: Infinity, percent: Infinity };

/** Mean daily demand over the window that ends on the date of the stock, that date included. */
export interface Demand {
  /** Units a day, unrounded: `sum` ÷ `daysCounted`. */
  readonly mean: number;
  /** Sum over the counted days. */
  readonly sum: number;
  readonly kind: 'requested' | 'issues';
  readonly windowDays: number;
  readonly from: string;
  readonly to: string;
  readonly daysCounted: number;
  /** Days with a value that are left out because they lie in a declared restriction (only of issues). */
  readonly restrictedDays: number;
  /** Days left out because nothing was reported. */
  readonly missingDays: number;
}

export type DemandAbsence =
  /** No issues and no requests are published for this component, group and unit at that time. */
  | 'no_demand_published'
  /** They are published, but no day of the window has a value. */
  | 'demand_missing'
  /** Every day of the window with a value lies in a declared restriction. */
  | 'restricted'
  /** The counted days together have less than `leastDemand`. */
  | 'too_little_demand';

/** What the demand of one series is computed from; null: not published. */
export interface DemandSeries {
  readonly issues: DailySeries | null;
  readonly requested: DailySeries | null;
  readonly unit: StockUnit;
  readonly windowDays: number;
  isRestricted(day: DayNumber): boolean;
}

interface WindowSum {
  readonly kind: 'requested' | 'issues';
  readonly sum: number;
  readonly counted: number;
  readonly restricted: number;
}

/** Demand of the window that ends on `day`, or why there is none. */
export function demandOn(series: DemandSeries, day: DayNumber): Demand | DemandAbsence {
  const window = windowSum(series, day);
  if (typeof window === 'string') return window;
  const { kind, sum, counted, restricted } = window;
  return {
    mean: sum / counted,
    sum,
    kind,
    windowDays: series.windowDays,
    from: dateOfDay(day - series.windowDays + 1),
    to: dateOfDay(day),
    daysCounted: counted,
    restrictedDays: restricted,
    missingDays: series.windowDays - counted - restricted,
  };
}

/** What the mean of the window is made of, for ten years of days at once; null where there is none. */
export function demandSumOn(series: DemandSeries, day: DayNumber): { readonly sum: number; readonly counted: number } | null {
  const window = windowSum(series, day);
  return typeof window === 'string' ? null : window;
}

/** The mean alone, for ten years of days at once. */
export function meanDemandOn(series: DemandSeries, day: DayNumber): number | DemandAbsence {
  const window = windowSum(series, day);
  return typeof window === 'string' ? window : window.sum / window.counted;
}

function windowSum(series: DemandSeries, day: DayNumber): WindowSum | DemandAbsence {
  const from = day - series.windowDays + 1;
  const isPublished = [series.issues, series.requested].some((one) => one !== null && one.start <= day && lastDayOf(one) >= from);
  if (!isPublished) return 'no_demand_published';
  const requested = series.requested === null ? null : sumOver(series.requested, from, day, () => false);
  const isRequested = requested !== null && requested.counted > 0;
  const window = isRequested ? requested : series.issues === null ? null : sumOver(series.issues, from, day, (at) => series.isRestricted(at));
  if (window === null) return 'demand_missing';
  if (window.counted === 0) return window.restricted > 0 ? 'restricted' : 'demand_missing';
  if (window.sum < leastDemand[series.unit]) return 'too_little_demand';
  return { kind: isRequested ? 'requested' : 'issues', ...window };
}

function sumOver(series: DailySeries, from: DayNumber, to: DayNumber, isLeftOut: (day: DayNumber) => boolean) {
  let sum = 0;
  let counted = 0;
  let restricted = 0;
  for (let day = from; day <= to; day += 1) {
    const value = valueOn(series, day);
    if (!isNumber(value)) continue;
    if (isLeftOut(day)) {
      restricted += 1;
    } else {
      sum += value;
      counted += 1;
    }
  }
  return { sum, counted, restricted };
}
