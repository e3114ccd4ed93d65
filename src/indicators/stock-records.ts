/** The daily tables of a portal as series, built once: stock, issues, requests, collections, and what goes with them. */
import type { Component, Level } from '#src/domain/blood.ts';
import { dayNumber } from '#src/domain/calendar.ts';
import type { DayNumber } from '#src/domain/calendar.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { declaredAlerts } from './declared-alerts.ts';
import type { DemandSeries } from './demand.ts';
import { thresholdPeriods } from './level.ts';
import type { ThresholdPeriod } from './level.ts';
import { regionTotal } from './region-total.ts';
import { regionsAround, restrictedDays } from './restrictions.ts';
import { buildSeries, seriesId } from './series.ts';
import type { AbsentRow, DailySeries, KeyedSeries, SeriesKey } from './series.ts';

/** The series of one table, the region's totals included under the station `all`. */
export interface SeriesTable {
  readonly series: readonly KeyedSeries[];
  find(key: SeriesKey): DailySeries | null;
}

export interface StockRecords {
  readonly stock: SeriesTable;
  readonly issues: SeriesTable;
  readonly requested: SeriesTable;
  readonly collections: SeriesTable;
  /** Latest date with a stock row; null without stock. */
  readonly latestStockDay: DayNumber | null;
  /** Level as the publisher states it for a day; null where it does not. */
  statedLevel(key: SeriesKey, day: DayNumber): Level | null;
  /** Instant of the count that the publisher states for a series on the latest stock date. */
  observedAt(key: SeriesKey): string | null;
  demandSeries(key: SeriesKey): DemandSeries;
  thresholds(key: SeriesKey): readonly ThresholdPeriod[];
}

/** The series of a portal; asking again costs nothing. */
export const stockRecords: (portal: Portal) => StockRecords = oncePerPortal(buildRecords);

function buildRecords(portal: Portal): StockRecords {
  const absentRow = (table: 'stock' | 'issues' | 'collections'): AbsentRow => portal.settings.tables[table]?.absentRow ?? 'missing';
  const stockRows = portal.rows('stock');
  const issueRows = portal.rows('issues');
  const stock = seriesTable(buildSeries(stockRows, (row) => row.quantity, absentRow('stock')));
  const issues = seriesTable(buildSeries(issueRows, (row) => row.quantity, absentRow('issues')));
  const requested = seriesTable(buildSeries(issueRows, (row) => row.requested, absentRow('issues'), 'measured'));
  const collections = seriesTable(buildSeries(portal.rows('collections'), (row) => row.quantity, absentRow('collections')));

  const latestDate = stockRows.reduce<string | null>((latest, row) => (latest === null || row.date > latest ? row.date : latest), null);
  const stated = new Map<string, Map<string, Level>>();
  const observed = new Map<string, string>();
  for (const row of stockRows) {
    if (row.level !== null) {
      const id = seriesId(row);
      const days = stated.get(id) ?? new Map<string, Level>();
      stated.set(id, days.set(row.date, row.level));
    }
    if (row.date === latestDate && row.observedAt !== null) observed.set(seriesId(row), row.observedAt);
  }
  const statedByDay = new Map([...stated].map(([id, days]) => [id, new Map([...days].map(([date, level]) => [dayNumber(date), level]))]));

  const parents = new Map(portal.rows('regions').map((row) => [row.region, row.parent]));
  const regionOfStation = new Map(portal.rows('stations').map((row) => [row.station, row.region]));
  const alerts = declaredAlerts(portal);
  const thresholdRows = portal.rows('thresholds');

  return {
    stock,
    issues,
    requested,
    collections,
    latestStockDay: latestDate === null ? null : dayNumber(latestDate),
    statedLevel: (key, day) => statedByDay.get(seriesId(key))?.get(day) ?? null,
    observedAt: (key) => observed.get(seriesId(key)) ?? null,
    demandSeries(key) {
      const region = regionOfStation.get(key.station) ?? portal.settings.region;
      return {
        issues: issues.find(key),
        requested: requested.find(key),
        unit: key.unit,
        windowDays: portal.settings.demandWindowDays,
        isRestricted: restrictedDays(alerts, { ...key, regions: regionsAround(region, parents) }),
      };
    },
    thresholds: (key) => thresholdPeriods(thresholdRows, key),
  };
}

/** Stations' series and the totals made of them. */
function seriesTable(stations: readonly KeyedSeries[]): SeriesTable {
  const stationsOf = new Map<Component, Set<string>>();
  const groups = new Map<string, KeyedSeries[]>();
  for (const one of stations) {
    const names = stationsOf.get(one.component) ?? new Set<string>();
    stationsOf.set(one.component, names.add(one.station));
    const id = seriesId({ ...one, station: 'all' });
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [one]);
    else group.push(one);
  }
  const series = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const total = regionTotal(group, stationsOf.get(first.component)?.size === 1);
    const lastRowDay = Math.max(...group.map((one) => one.lastRowDay));
    return [
      ...(total === null ? [] : [{ ...first, station: 'all', series: total, lastRowDay }]),
      ...group.filter((one) => one.station !== 'all'),
    ];
  });
  const byId = new Map(series.map((one) => [seriesId(one), one.series]));
  return { series, find: (key) => byId.get(seriesId(key)) ?? null };
}
