/** The one number by which an entry is shown: days of supply where they are known, else the stock in its own unit. */
import type { StockUnit } from '#src/domain/blood.ts';
import { decimalsOf, underItsLine } from '#src/domain/shown-value.ts';
import { periodOn } from '#src/indicators/level.ts';
import type { ThresholdPeriod } from '#src/indicators/level.ts';
import type { StockEntry } from '#src/indicators/stock-now.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { stockNumber, stockQuantity } from './blood-words.ts';

export interface StockValue {
  /** Unrounded. */
  readonly value: number;
  readonly unit: StockUnit;
}

/** Days of supply, else the quantity; in a strip of days only days. null where there is neither. */
export function stockValue(entry: StockEntry, unit: StockUnit | null = null): StockValue | null {
  const { daysOfSupply, quantity } = entry;
  if (daysOfSupply !== null && (unit === null || unit === 'days')) return { value: daysOfSupply, unit: 'days' };
  if (typeof quantity !== 'number' || (unit !== null && unit !== entry.unit)) return null;
  return { value: quantity, unit: entry.unit };
}

/** The stock itself, as it was counted; null where it is missing or is what `stockValue` shows already. */
export function countedQuantity(entry: StockEntry): number | null {
  return typeof entry.quantity === 'number' && entry.unit !== 'days' && entry.daysOfSupply !== null ? entry.quantity : null;
}

/** The value rounded as it is printed, except that rounding never lifts it over a threshold of its unit. */
export function shownValue({ value, unit }: StockValue, entry: Pick<StockEntry, 'thresholds'>): number {
  const lines = entry.thresholds.filter((threshold) => threshold.unit === unit).map(({ atOrAbove }) => atOrAbove);
  return Number(stockNumber(underItsLine(value, decimalsOf(unit), lines), unit).replaceAll(',', '').replace('−', '-'));
}

/** The same for a day of a history, by the thresholds of that day. */
export function shownOn({ value, unit }: StockValue, periods: readonly ThresholdPeriod[], day: number): number {
  const period = periodOn(periods, day);
  return shownValue({ value, unit }, { thresholds: period === null ? [] : [...period.days, ...period.own] });
}

/** `3.2 天`. */
export function shownQuantity(value: StockValue, entry: Pick<StockEntry, 'thresholds'>, locale: Locale): string {
  return stockQuantity(shownValue(value, entry), value.unit, locale);
}

/** Why an entry has no number, in a word: `未填报`. */
export function missingWord(entry: StockEntry, locale: Locale): string {
  return typeof entry.quantity === 'number' ? t(locale, 'strip.missing') : t(locale, `blood.missing.${entry.quantity}`);
}

/** Whole units that an amount holds: rounded down, but not by what floating point takes from a whole number. */
export function sparedUnits(units: number): number {
  return Math.floor(units + 1e-6);
}

/** Whole units that cover an amount: rounded up, but not by what floating point adds to a whole number. */
export function wholeUnits(units: number): number {
  return Math.ceil(units - 1e-6);
}
