/** `/data/v1/current-stock.json`: what the portal says about stock now, for programs. */
import type { Abo, Component, Level, Rhd, StockUnit } from '#src/domain/blood.ts';
import { publishedNumber } from '#src/domain/published-number.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { isNumber } from '#src/indicators/series.ts';
import { stockNow } from '#src/indicators/stock-now.ts';
import type { StockEntry } from '#src/indicators/stock-now.ts';

/** Names and order are public; what is not known is null. */
export interface CurrentStock {
  /** Date of the stock. */
  readonly as_of: string | null;
  /** The build's instant. */
  readonly published_at: string;
  readonly valid_until: string | null;
  readonly demonstration: boolean;
  readonly groups: readonly CurrentGroup[];
}

export interface CurrentGroup {
  /** `all` = the region's total. */
  readonly station: string;
  readonly component: Component;
  readonly abo: Abo;
  readonly rhd: Rhd;
  readonly quantity: number | null;
  readonly unit: StockUnit;
  readonly mean_daily_demand: number | null;
  readonly demand_kind: 'requested' | 'issues' | null;
  readonly window_days: number | null;
  readonly days_counted: number | null;
  readonly days_of_supply: number | null;
  readonly level: Level | null;
  readonly level_by: 'publisher' | 'portal' | null;
  readonly threshold: { readonly unit: StockUnit; readonly at_or_above: number; readonly clause: string | null } | null;
  readonly season: { readonly percentile: number; readonly years: number } | null;
}

/** Every entry of stock now; computed numbers with nine decimals. */
export function currentStock(portal: Portal): CurrentStock {
  const now = stockNow(portal);
  return {
    as_of: now.date,
    published_at: portal.asOf,
    valid_until: now.validUntil,
    demonstration: portal.settings.demonstration !== null,
    groups: now.entries.map(currentGroup),
  };
}

function currentGroup(entry: StockEntry): CurrentGroup {
  const { demand, threshold, season } = entry;
  return {
    station: entry.station,
    component: entry.component,
    abo: entry.abo,
    rhd: entry.rhd,
    quantity: isNumber(entry.quantity) ? publishedNumber(entry.quantity) : null,
    unit: entry.unit,
    mean_daily_demand: demand === null ? null : publishedNumber(demand.mean),
    demand_kind: demand?.kind ?? null,
    window_days: demand?.windowDays ?? null,
    days_counted: demand?.daysCounted ?? null,
    days_of_supply: entry.daysOfSupply === null ? null : publishedNumber(entry.daysOfSupply),
    level: entry.level,
    level_by: entry.levelBy,
    threshold: threshold === null ? null : { unit: threshold.unit, at_or_above: threshold.atOrAbove, clause: threshold.clause },
    season: season === null ? null : { percentile: publishedNumber(season.percentile), years: season.years },
  };
}

/** The file. */
export function currentStockJson(portal: Portal): string {
  return `${JSON.stringify(currentStock(portal), null, 2)}\n`;
}
