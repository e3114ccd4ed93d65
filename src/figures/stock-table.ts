/** Stock by group, component and station as rows of a table, each with its division, its level and its dates. */
import type { Component, GroupSlug } from '#src/domain/blood.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { StockEntry, StockNow } from '#src/indicators/stock-now.ts';
import { formatShortInstant } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { drawLevelShape } from '#src/charts/level-shape.ts';
import { arithmetic } from './arithmetic.ts';
import { capitalised, componentName, groupName, levelWord, stockNumber, thresholdQuantity, unitWord } from './blood-words.ts';
import { isCity } from './region.ts';
import { shortMomentWords } from './stock-dates.ts';
import { missingWord, shownValue } from './stock-value.ts';

export interface StockTableRow {
  readonly entry: StockEntry;
  readonly group: string;
  readonly component: string;
  readonly station: string;
  /** The number, or why there is none. */
  readonly quantity: string;
  readonly unit: string;
  /** `418 ÷ 130.6`; empty where the days are not divided. */
  readonly division: string;
  readonly days: string;
  readonly level: string;
  readonly shape: string | null;
  readonly levelBy: string;
  readonly threshold: string;
  readonly moment: string;
  readonly validUntil: string;
}

/** Name of a station, `全市合计` for the region's total; the id where the stations table does not name it. */
export function stationName(portal: Portal, station: string, locale: Locale): string {
  if (station === 'all') return t(locale, isCity(portal) ? 'blood.region' : 'blood.stations');
  const row = portal.rows('stations').find((one) => one.station === station);
  return (locale === 'zh' ? row?.nameZh : (row?.nameEn ?? row?.nameZh)) ?? station;
}

export function stockTableRow(portal: Portal, now: StockNow, entry: StockEntry, locale: Locale): StockTableRow {
  const parts = arithmetic(entry, locale);
  const isMeasured = typeof entry.quantity === 'number';
  const month = entry.lastMonth;
  return {
    entry,
    group: capitalised(groupName(entry.group, groupsOf(now, entry.component), locale)),
    component: capitalised(componentName(entry.component, locale)),
    station: stationName(portal, entry.station, locale),
    quantity:
      typeof entry.quantity === 'number'
        ? stockNumber(entry.quantity, entry.unit)
        : month === null ? missingWord(entry, locale) : `${stockNumber(month.quantity, entry.unit)} (${month.month})`,
    unit: isMeasured || month !== null ? unitWord(entry.unit, locale) : '',
    division: parts === null || !isMeasured ? '' : t(locale, 'stock.table.division', { quantity: stockNumber(parts.quantity.value, entry.unit), mean: parts.mean.text }),
    days: entry.daysOfSupply === null ? '' : stockNumber(shownValue({ value: entry.daysOfSupply, unit: 'days' }, entry), 'days'),
    level: entry.level === null ? '' : levelWord(entry.level, locale),
    shape: entry.level === null ? null : drawLevelShape(entry.level),
    levelBy: entry.levelBy === null ? '' : t(locale, `stock.levelBy.${entry.levelBy}`),
    threshold: entry.threshold === null ? '' : thresholdQuantity(entry.threshold.atOrAbove, entry.threshold.unit, locale),
    // A month's stock was not counted on the day of the others, and does not run out with them.
    moment: isMeasured || month === null ? shortMomentWords(portal, entry, locale) : '',
    validUntil: entry.validUntil === null || (!isMeasured && month !== null) ? '' : formatShortInstant(entry.validUntil),
  };
}

/** The groups of a component, each once. */
function groupsOf(now: StockNow, component: Component): readonly GroupSlug[] {
  return [...new Set(now.entries.filter((entry) => entry.component === component).map(({ group }) => group))];
}

/** A station that holds everything has no row of its own: the region's total is its number. */
function withoutRepeats(entries: readonly StockEntry[]): readonly StockEntry[] {
  const keyOf = ({ component, group, unit }: StockEntry): string => `${component} ${group} ${unit}`;
  return entries.filter((entry) => {
    if (entry.station === 'all' || typeof entry.quantity !== 'number') return true;
    const alike = entries.filter((other) => keyOf(other) === keyOf(entry));
    return !(alike.length === 2 && alike.some(({ station, quantity }) => station === 'all' && quantity === entry.quantity));
  });
}

/** The rows of one component, in the order of the entries. */
export function componentRows(portal: Portal, now: StockNow, component: Component, locale: Locale): readonly StockTableRow[] {
  return withoutRepeats(now.entries.filter((entry) => entry.component === component)).map((entry) => stockTableRow(portal, now, entry, locale));
}

/** Every entry that speaks about a group: its own, and those of other components that do not tell RhD apart. */
export function groupRows(portal: Portal, now: StockNow, entry: StockEntry, locale: Locale): readonly StockTableRow[] {
  const speaksOf = (other: StockEntry): boolean =>
    other.group === entry.group || (entry.rhd !== 'negative' && other.abo === entry.abo && (other.rhd === 'all' || entry.rhd === 'all'));
  return withoutRepeats(now.entries.filter(speaksOf)).map((one) => stockTableRow(portal, now, one, locale));
}
