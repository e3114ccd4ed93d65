/** Stock, days of supply and level of one series on every day of its history. */
import type { Level } from '#src/domain/blood.ts';
import type { DayNumber } from '#src/domain/calendar.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { meanDemandOn } from './demand.ts';
import type { DemandAbsence } from './demand.ts';
import { levelBy, periodOn } from './level.ts';
import type { LevelFinding, ThresholdPeriod } from './level.ts';
import { rarityOf } from './rare-groups.ts';
import type { Rarity } from './rare-groups.ts';
import { isNumber, seriesId } from './series.ts';
import type { DailySeries, SeriesKey, SeriesValue } from './series.ts';
import { stockRecords } from './stock-records.ts';

export type DaysAbsence =
  /** The stock of that date is missing. */
  | 'stock_missing'
  /** The publisher gives a percentage, which cannot be divided by a demand. */
  | 'percent'
  | DemandAbsence
  | Rarity;

/** Every array has one element a day from `start` on. */
export interface StockHistory {
  readonly start: DayNumber;
  readonly quantity: DailySeries;
  /** Days of supply, unrounded, or why there are none; as stated where the unit is days. */
  readonly days: readonly (number | DaysAbsence)[];
  readonly levels: readonly (Level | null)[];
  readonly levelsBy: readonly ('publisher' | 'portal' | null)[];
}

/** The history of a series; null where there is no such series and for rare groups, which have no daily history. Computed once for each series. */
export function stockHistory(portal: Portal, key: SeriesKey): StockHistory | null {
  return histories(portal)(key);
}

const histories = oncePerPortal((portal) => {
  const known = new Map<string, StockHistory | null>();
  return (key: SeriesKey): StockHistory | null => {
    const id = seriesId(key);
    const found = known.get(id);
    if (found !== undefined) return found;
    const history = rarityOf(portal, key) === null ? buildHistory(portal, key) : null;
    known.set(id, history);
    return history;
  };
});

function buildHistory(portal: Portal, key: SeriesKey): StockHistory | null {
  const records = stockRecords(portal);
  const quantity = records.stock.find(key);
  if (quantity === null) return null;
  const demand = records.demandSeries(key);
  const periods = records.thresholds(key);
  const days: (number | DaysAbsence)[] = [];
  const levels: (Level | null)[] = [];
  const levelsBy: ('publisher' | 'portal' | null)[] = [];
  for (const [index, value] of quantity.values.entries()) {
    const day = quantity.start + index;
    const ofDay = daysOfSupply(value, key, () => meanDemandOn(demand, day));
    const stated = records.statedLevel(key, day);
    const computed = stated === null ? computedLevel(key, value, ofDay, periodOn(periods, day)) : null;
    days.push(ofDay);
    levels.push(stated ?? computed?.level ?? null);
    levelsBy.push(stated !== null ? 'publisher' : computed !== null ? 'portal' : null);
  }
  return { start: quantity.start, quantity, days, levels, levelsBy };
}

/** Issuable stock ÷ mean daily demand, or why there is none; stated days are taken as they are. */
export function daysOfSupply(quantity: SeriesValue, key: SeriesKey, meanDemand: () => number | DemandAbsence): number | DaysAbsence {
  if (!isNumber(quantity)) return 'stock_missing';
  if (key.unit === 'days') return quantity;
  if (key.unit === 'percent') return 'percent';
  const mean = meanDemand();
  return isNumber(mean) ? quantity / mean : mean;
}

/** Reasons for which the stock in its own unit has no level either: a demand that cannot be judged says nothing good about the stock. */
const withoutLevel: ReadonlySet<DaysAbsence> = new Set(['too_little_demand', 'demand_missing', 'restricted']);

/** The portal's level; never of RhD-negative groups, for which only a publisher may state one. */
export function computedLevel(
  key: SeriesKey,
  quantity: SeriesValue,
  days: number | DaysAbsence,
  period: ThresholdPeriod | null,
): LevelFinding | null {
  if (key.rhd === 'negative' || !isNumber(quantity)) return null;
  if (isNumber(days)) return levelBy(period, { days, quantity });
  return withoutLevel.has(days) ? null : levelBy(period, { days: null, quantity });
}

/** What the season is drawn of: days of supply, or the stated percent. */
export function seasonSeries(key: SeriesKey, history: StockHistory): DailySeries {
  if (key.unit === 'percent') return history.quantity;
  return { start: history.start, values: history.days.map((value): SeriesValue => (isNumber(value) ? value : 'gap')) };
}
