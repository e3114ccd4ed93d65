/** Everything the portal says about the stock on its latest date: one entry for each station, component, group and unit. */
import { components, groupSlug, groupSlugs, stockUnits } from '#src/domain/blood.ts';
import type { Abo, Component, GroupSlug, Level, Rhd, StockUnit } from '#src/domain/blood.ts';
import { dateOfDay } from '#src/domain/calendar.ts';
import type { DayNumber } from '#src/domain/calendar.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { demandOn } from './demand.ts';
import type { Demand } from './demand.ts';
import { periodOn } from './level.ts';
import type { Margin, Threshold } from './level.ts';
import { monthlyStock } from './monthly.ts';
import { rarityOf } from './rare-groups.ts';
import type { Rarity } from './rare-groups.ts';
import { seasonOn, sevenDayMean } from './season.ts';
import type { Season, SeasonAbsence } from './season.ts';
import { isNumber, lastDayOf, valueOn } from './series.ts';
import type { KeyedSeries, Missing } from './series.ts';
import { computedLevel, daysOfSupply, seasonSeries, stockHistory } from './stock-history.ts';
import type { DaysAbsence } from './stock-history.ts';
import { stockRecords } from './stock-records.ts';
import type { StockRecords } from './stock-records.ts';
import { validity } from './validity.ts';
import type { Pause, Validity } from './validity.ts';

export type LevelAbsence = Exclude<DaysAbsence, 'no_demand_published' | 'percent'> | 'no_threshold';

/** One group of one component at one station, or in the whole region. */
export interface StockEntry {
  /** `all` = the region's total. */
  readonly station: string;
  readonly component: Component;
  readonly abo: Abo;
  readonly rhd: Rhd;
  readonly group: GroupSlug;
  readonly unit: StockUnit;
  /** The portal's latest stock date; every entry speaks about this date. */
  readonly date: string;
  /** Issuable stock on `date`, or why there is none. */
  readonly quantity: number | Missing;
  /** Instant at which it was counted, where the publisher says so. */
  readonly observedAt: string | null;
  /** The latest earlier value, where `quantity` is missing. */
  readonly lastKnown: { readonly date: string; readonly quantity: number } | null;
  /** Why the group is published by month and for the whole region only; `quantity` is then `suppressed`, unless the group is RhD-negative. */
  readonly rare: Rarity | null;
  /** Last complete month of a rare group: its last reported quantity. */
  readonly lastMonth: { readonly month: string; readonly quantity: number } | null;
  readonly demand: Demand | null;
  /** Unrounded; as stated where the unit is `days`. */
  readonly daysOfSupply: number | null;
  readonly level: Level | null;
  readonly levelBy: 'publisher' | 'portal' | null;
  /** The threshold that the value reaches; null below all of them. */
  readonly threshold: Threshold | null;
  /** All thresholds in force, best first. */
  readonly thresholds: readonly Threshold[];
  /** What is missing to the next better level; null at the best. */
  readonly toBetter: Margin | null;
  /** What is left above the threshold that the value reaches: below it the next worse level begins; null below all. */
  readonly toWorse: Margin | null;
  /** Of days of supply, or of the stated days or percent. */
  readonly season: Season | null;
  /** Instant with offset after which the number is out of date; null where no due time is announced. */
  readonly validUntil: string | null;
  /** The announced pause that delays the next number, if any. */
  readonly pause: Pause | null;
  readonly reasons: {
    readonly days: DaysAbsence | null;
    readonly level: LevelAbsence | null;
    readonly season: DaysAbsence | SeasonAbsence | null;
  };
}

export interface StockNow {
  /** Latest date with a stock row; null without stock. */
  readonly date: string | null;
  readonly validUntil: string | null;
  readonly pause: Pause | null;
  /** Present now, in the order of the contract. */
  readonly components: readonly Component[];
  /** The one the levels of the home page speak about; the first present where the configured one is absent. */
  readonly headlineComponent: Component | null;
  /** Groups of the headline component, in the order of `groupSlugs`. */
  readonly groups: readonly GroupSlug[];
  /** Stations with an entry, `all` first. */
  readonly stations: readonly string[];
  /** Ordered by component, group, unit, station (`all` first). */
  readonly entries: readonly StockEntry[];
}

/** A series without a row for this long is no longer shown; where absent rows are zeros it may be silent for a year. */
const aliveDays = { missing: 28, zero: 365 } as const;

/** What the portal says about stock now; asking again costs nothing. */
export const stockNow: (portal: Portal) => StockNow = oncePerPortal(buildNow);

function buildNow(portal: Portal): StockNow {
  const records = stockRecords(portal);
  const day = records.latestStockDay;
  const { settings } = portal;
  if (day === null) {
    return { date: null, validUntil: null, pause: null, components: [], headlineComponent: null, groups: [], stations: [], entries: [] };
  }
  const date = dateOfDay(day);
  const timing = settings.tables['stock'];
  const valid = timing === undefined ? null : validity(date, timing, settings.pauses, settings.timeZone);
  const alive = records.stock.series.filter((one) => one.lastRowDay >= day - aliveDays[timing?.absentRow ?? 'missing']);
  const entries = alive
    .filter((one) => one.station === 'all' || rarityOf(portal, one) === null)
    .map((one) => entryOf(portal, records, one, day, valid))
    .toSorted(byPlace(portal.rows('stations').map((row) => row.station)));
  const present = components.filter((component) => entries.some((entry) => entry.component === component));
  const headlineComponent = present.find((component) => component === settings.headlineComponent) ?? present[0] ?? null;
  return {
    date,
    validUntil: valid?.validUntil ?? null,
    pause: valid?.pause ?? null,
    components: present,
    headlineComponent,
    groups: groupSlugs.filter((group) => entries.some((entry) => entry.component === headlineComponent && entry.group === group)),
    stations: [...new Set(entries.map((entry) => entry.station))].toSorted(byStation(portal.rows('stations').map((row) => row.station))),
    entries,
  };
}

function entryOf(portal: Portal, records: StockRecords, one: KeyedSeries, day: DayNumber, valid: Validity | null): StockEntry {
  const { station, component, abo, rhd, unit } = one;
  const key = { station, component, abo, rhd, unit };
  const rare = rarityOf(portal, key);
  const value = valueOn(one.series, day);
  const common = {
    ...key,
    group: groupSlug(abo, rhd),
    date: dateOfDay(day),
    observedAt: records.observedAt(key),
    rare,
    validUntil: valid?.validUntil ?? null,
    pause: valid?.pause ?? null,
  };
  const history = stockHistory(portal, key);
  if (rare !== null || history === null) {
    const reason = rare ?? 'stock_missing';
    return {
      ...common,
      ...nothing,
      quantity: rare === 'rhd_negative' ? value : 'suppressed',
      lastMonth: lastMonthOf(one, day),
      reasons: { days: reason, level: reason, season: reason },
    };
  }

  const demand = demandOn(records.demandSeries(key), day);
  const days = daysOfSupply(value, key, () => (typeof demand === 'string' ? demand : demand.mean));
  const stated = records.statedLevel(key, day);
  const finding = computedLevel(key, value, days, periodOn(records.thresholds(key), day));
  const season = seasonOn(sevenDayMean(seasonSeries(key, history)), day);
  const daysReason = isNumber(days) ? null : days;
  return {
    ...common,
    quantity: value,
    lastKnown: isNumber(value) ? null : lastKnownOf(one, day),
    lastMonth: null,
    demand: typeof demand === 'string' ? null : demand,
    daysOfSupply: isNumber(days) ? days : null,
    level: stated ?? finding?.level ?? null,
    levelBy: stated !== null ? 'publisher' : finding !== null ? 'portal' : null,
    threshold: stated === null ? (finding?.threshold ?? null) : null,
    thresholds: stated === null ? (finding?.thresholds ?? []) : [],
    toBetter: stated === null ? (finding?.toBetter ?? null) : null,
    toWorse: stated === null ? (finding?.toWorse ?? null) : null,
    season: typeof season === 'string' ? null : season,
    reasons: {
      days: daysReason,
      level: stated !== null || finding !== null ? null : levelAbsence(rhd, daysReason),
      season: typeof season !== 'string' ? null : season === 'too_few_values' && unit !== 'percent' ? (daysReason ?? season) : season,
    },
  };
}

const nothing = {
  lastKnown: null,
  demand: null,
  daysOfSupply: null,
  level: null,
  levelBy: null,
  threshold: null,
  thresholds: [],
  toBetter: null,
  toWorse: null,
  season: null,
} as const;

function levelAbsence(rhd: Rhd, days: DaysAbsence | null): LevelAbsence {
  if (rhd === 'negative') return 'rhd_negative';
  return days === null || days === 'no_demand_published' || days === 'percent' ? 'no_threshold' : days;
}

function lastKnownOf(one: KeyedSeries, before: DayNumber): StockEntry['lastKnown'] {
  for (let day = Math.min(before, lastDayOf(one.series)); day >= one.series.start; day -= 1) {
    const quantity = valueOn(one.series, day);
    if (isNumber(quantity)) return { date: dateOfDay(day), quantity };
  }
  return null;
}

function lastMonthOf(one: KeyedSeries, latest: DayNumber): StockEntry['lastMonth'] {
  const last = monthlyStock(one.series, latest).at(-1);
  return last !== undefined && isNumber(last.value) ? { month: last.month, quantity: last.value } : null;
}

function byPlace(stations: readonly string[]): (a: StockEntry, b: StockEntry) => number {
  const station = byStation(stations);
  return (a, b) =>
    components.indexOf(a.component) - components.indexOf(b.component) ||
    groupSlugs.indexOf(a.group) - groupSlugs.indexOf(b.group) ||
    stockUnits.indexOf(a.unit) - stockUnits.indexOf(b.unit) ||
    station(a.station, b.station);
}

/** `all` first, then as the stations table lists them, then by id. */
function byStation(stations: readonly string[]): (a: string, b: string) => number {
  const place = (station: string) => (station === 'all' ? -1 : stations.includes(station) ? stations.indexOf(station) : stations.length);
  return (a, b) => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}
