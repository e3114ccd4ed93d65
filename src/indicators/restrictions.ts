/** What authorities have declared: the alerts that concern a series, and the days on which its supply was restricted. */
import type { Component } from '#src/domain/blood.ts';
import { dayNumber } from '#src/domain/calendar.ts';
import type { DayNumber, IsoDate } from '#src/domain/calendar.ts';
import { isMeasured } from '#src/domain/missing.ts';
import type { Measured } from '#src/domain/missing.ts';

/** The columns of an alert that decide whom it concerns. Null or `all`: every one. Both dates belong to it; without a last one it still holds. */
export interface AlertScope {
  readonly firstDate: IsoDate;
  readonly lastDate: IsoDate | null;
  readonly region: string | null;
  readonly component: string | null;
  readonly abo: string | null;
  readonly rhd: string | null;
}

export interface Restriction extends AlertScope {
  readonly restrictionPercent: Measured;
}

/** The part of a series that an alert is held against. */
export interface ConcernedSeries {
  /** The series' region and all the regions it lies in. */
  readonly regions: ReadonlySet<string>;
  readonly component: Component;
  readonly abo: string;
  readonly rhd: string;
}

/**
 * Whether an alert concerns a series at all, whatever the date: its region is the series' region or one around it, and component and group overlap
 * (an alert for A concerns a series of all groups together, of which a part is then restricted).
 */
export function isConcerned(alert: AlertScope, series: ConcernedSeries): boolean {
  return (
    (isAny(alert.region) || series.regions.has(alert.region)) &&
    (isAny(alert.component) || alert.component === series.component) &&
    overlap(alert.abo, series.abo) &&
    overlap(alert.rhd, series.rhd)
  );
}

/** Whether an alert is in force on a date. */
export function isInForce(alert: Pick<AlertScope, 'firstDate' | 'lastDate'>, date: IsoDate): boolean {
  return alert.firstDate <= date && (alert.lastDate === null || date <= alert.lastDate);
}

/** Tells of a day whether the supply of a series was declared restricted (an alert with a restriction above 0 %). */
export function restrictedDays(alerts: readonly Restriction[], series: ConcernedSeries): (day: DayNumber) => boolean {
  const spans = alerts
    .filter((alert) => isMeasured(alert.restrictionPercent) && alert.restrictionPercent > 0 && isConcerned(alert, series))
    .map((alert) => ({
      from: dayNumber(alert.firstDate),
      until: alert.lastDate === null ? Infinity : dayNumber(alert.lastDate),
    }));
  return (day) => spans.some((span) => span.from <= day && day <= span.until);
}

function isAny(value: string | null): value is null | 'all' {
  return value === null || value === 'all';
}

function overlap(a: string | null, b: string): boolean {
  return isAny(a) || isAny(b) || a === b;
}

/** A region and the regions it lies in, from itself outwards. A loop in the table ends the way. */
export function regionsAround(region: string, parents: ReadonlyMap<string, string | null>): ReadonlySet<string> {
  const around = new Set<string>();
  for (let at: string | null | undefined = region; typeof at === 'string' && !around.has(at); at = parents.get(at)) around.add(at);
  return around;
}
