/** Everything the portal says about the stock on its latest date: one entry for each station, component, group and unit. */
import type { Abo, Component, GroupSlug, Level, Rhd, StockUnit } from '#src/domain/blood.ts';
import type { MissingReason } from '#src/domain/missing.ts';

/** Why a date has no value: the publisher's reason, or `gap` where nothing was reported. */
export type Missing = MissingReason | 'gap';

/** Why there is no number of days; a publisher who states days needs no demand. */
export type DaysAbsence =
  /** The stock of that date is missing. */
  | 'stock_missing'
  /** RhD-negative: shown as stock with the call-up contact only. */
  | 'rhd_negative'
  /** No issues and no requests are published for this component, group and unit. */
  | 'no_demand_published'
  /** They are published, but no day of the window has a value. */
  | 'demand_missing'
  /** Every day of the window with a value lies in a declared restriction. */
  | 'restricted'
  /** Fewer than ten units (ten doses, 1,000 ml) in the window. */
  | 'too_little_demand'
  /** The publisher gives a percentage, which cannot be divided by a demand. */
  | 'percent';

export type LevelAbsence = Exclude<DaysAbsence, 'no_demand_published' | 'percent'> | 'no_threshold';

export type SeasonAbsence = DaysAbsence | 'too_few_values' | 'too_few_years';

/** Mean daily demand over the window that ends on the date of the stock, that date included. */
export interface Demand {
  /** Units a day, unrounded. */
  readonly mean: number;
  /** Sum over the counted days. */
  readonly sum: number;
  readonly kind: 'requested' | 'issues';
  readonly windowDays: number;
  readonly from: string;
  readonly to: string;
  readonly daysCounted: number;
  /** Days left out because they lie in a declared restriction (only of issues). */
  readonly restrictedDays: number;
  /** Days left out because nothing was reported. */
  readonly missingDays: number;
}

/** One threshold in force: `level` holds from `atOrAbove` upwards. */
export interface Threshold {
  readonly unit: StockUnit;
  readonly level: Level;
  readonly atOrAbove: number;
  /** `<policy slug>#<clause id>`; null: the portal's own. */
  readonly clause: string | null;
  readonly validFrom: string;
}

/** How far the value is from a threshold: the difference is positive and in the threshold's unit. */
export interface Margin {
  readonly threshold: Threshold;
  readonly difference: number;
}

export interface Season {
  /** 7-day mean that ends on the date; days of supply, or the stated days or percent. */
  readonly value: number;
  readonly unit: 'days' | 'percent';
  /** 100 × share of the earlier years strictly below `value`. */
  readonly percentile: number;
  /** Number of earlier years. */
  readonly years: number;
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
  /** The earlier dates compared with, latest first, each with its 7-day mean. */
  readonly earlier: readonly { readonly date: string; readonly value: number }[];
  readonly alignedOn: 'spring_festival' | 'calendar';
  /** Days after (+) or before (−) Spring Festival; null where aligned on the calendar date. */
  readonly offsetDays: number | null;
}

/** An announced period without publication. */
export interface Pause {
  readonly from: string;
  readonly until: string;
  readonly note: { readonly zh: string; readonly en: string };
}

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
  /** Published by month and for the whole region only; `quantity` is then not given unless the group is RhD-negative. */
  readonly rare: boolean;
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
  readonly season: Season | null;
  /** Instant with offset after which the number is out of date; null where no due time is announced. */
  readonly validUntil: string | null;
  /** The announced pause that delays the next number, if any. */
  readonly pause: Pause | null;
  readonly reasons: {
    readonly days: DaysAbsence | null;
    readonly level: LevelAbsence | null;
    readonly season: SeasonAbsence | null;
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
