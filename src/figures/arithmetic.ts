/** The division behind a number of days, shown with its two numbers, its window, its margins and whose the thresholds are. */
import type { Threshold } from '#src/indicators/level.ts';
import type { StockEntry, StockNow } from '#src/indicators/stock-now.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { levels } from '#src/domain/blood.ts';
import { capitalised, groupsInWords, levelWord, stockQuantity, thresholdQuantity } from './blood-words.ts';
import { clauseLink } from './clause-link.ts';
import type { ClauseLink } from './clause-link.ts';
import { shownQuantity, shownValue, sparedUnits, stockValue, wholeUnits } from './stock-value.ts';

/** One number of the division: as printed, unrounded, and what it is. */
export interface ArithmeticTerm {
  readonly text: string;
  readonly value: number;
  readonly what: string;
}

export interface Arithmetic {
  readonly quantity: ArithmeticTerm;
  readonly mean: ArithmeticTerm;
  readonly days: ArithmeticTerm;
  /** What the mean covers. */
  readonly notes: readonly string[];
}

/** A mean deserves one decimal more than what is counted. */
function meanText(mean: number): string {
  return formatNumber(mean, mean < 10 ? 2 : 1, { fixed: true });
}

/** null where the days are stated by the publisher or are not known. */
export function arithmetic(entry: StockEntry, locale: Locale): Arithmetic | null {
  const { demand, daysOfSupply, quantity } = entry;
  if (demand === null || daysOfSupply === null || typeof quantity !== 'number' || entry.unit === 'days') return null;
  const kind = t(locale, `stock.arithmetic.${demand.kind}`);
  return {
    quantity: { text: stockQuantity(quantity, entry.unit, locale), value: quantity, what: t(locale, 'stock.arithmetic.quantity') },
    mean: { text: meanText(demand.mean), value: demand.mean, what: t(locale, 'stock.arithmetic.mean', { kind }) },
    days: { text: stockQuantity(shownValue({ value: daysOfSupply, unit: 'days' }, entry), 'days', locale), value: daysOfSupply, what: t(locale, 'stock.arithmetic.days') },
    notes: [
      t(locale, demand.daysCounted === demand.windowDays ? 'stock.arithmetic.wholeWindow' : 'stock.arithmetic.window', {
        from: formatDate(demand.from, locale),
        to: formatDate(demand.to, locale),
        window: demand.windowDays,
        counted: demand.daysCounted,
      }),
      ...(demand.restrictedDays === 0 ? [] : [t(locale, 'stock.arithmetic.restricted', { days: demand.restrictedDays })]),
      ...(demand.missingDays === 0 ? [] : [t(locale, 'stock.arithmetic.missing', { days: demand.missingDays })]),
    ],
  };
}

/** The division in one line: `418 U ÷ 日均发放 130.6 = 3.2 天`. */
export function arithmeticLine(entry: StockEntry, locale: Locale): string | null {
  const parts = arithmetic(entry, locale);
  if (parts === null || entry.demand === null) return null;
  return t(locale, 'stock.arithmetic', {
    quantity: parts.quantity.text,
    mean: parts.mean.text,
    kind: t(locale, `stock.arithmetic.${entry.demand.kind}`),
    days: parts.days.text,
  });
}

/** Days are printed with one decimal: less than this would be printed as more or as nothing. */
const leastShown = 0.1;

/** How far the printed value is from the neighbouring lines, and what that is in units. */
export function marginSentences(entry: StockEntry, locale: Locale): readonly string[] {
  const margins = [['stock.margin.toBetter', entry.toBetter], ['stock.margin.toWorse', entry.toWorse]] as const;
  return margins.flatMap(([key, margin]) => {
    const value = margin === null ? null : stockValue(entry, margin.threshold.unit);
    if (margin === null || value === null) return [];
    const { level, atOrAbove, unit } = margin.threshold;
    const units = unit === 'days' && entry.demand !== null ? margin.difference * entry.demand.mean : null;
    // Units that are missing are rounded up, units that may go are rounded down: neither may promise a line that is not reached.
    const whole = units === null ? null : key === 'stock.margin.toBetter' ? wholeUnits(units) : sparedUnits(units);
    const isLittle = unit === 'days' && margin.difference < leastShown;
    return [
      t(locale, key, {
        level: levelWord(level, locale),
        at: thresholdQuantity(atOrAbove, unit, locale),
        difference: t(locale, isLittle ? 'stock.margin.little' : 'stock.margin.amount', {
          amount: stockQuantity(isLittle ? leastShown : Math.abs(atOrAbove - shownValue(value, entry)), unit, locale),
        }),
        units: whole === null ? '' : t(locale, 'stock.margin.units', { units: stockQuantity(whole, entry.unit, locale) }),
      }),
    ];
  });
}

/** `7 天及以上为正常，4 天到不足 7 天为偏少，2 天到不足 4 天为紧张，不足 2 天为紧缺`; null without thresholds. */
export function thresholdList(entry: StockEntry, locale: Locale): string | null {
  const lowest = entry.thresholds.at(-1);
  if (lowest === undefined) return null;
  const below = levels[Math.min(levels.indexOf(lowest.level) + 1, levels.length - 1)] ?? 'critical';
  const steps = entry.thresholds.filter(({ atOrAbove }) => atOrAbove > 0);
  const quantityOf = (step: Threshold | undefined): string => (step === undefined ? '' : thresholdQuantity(step.atOrAbove, step.unit, locale));
  const items = steps.map((step, index) =>
    t(locale, index === 0 ? 'stock.threshold.top' : 'stock.threshold.between', { at: quantityOf(step), above: quantityOf(steps[index - 1]), level: levelWord(step.level, locale) }));
  const last = steps.at(-1);
  const rest = last === undefined || below === last.level ? [] : [t(locale, 'stock.threshold.below', { above: quantityOf(last), level: levelWord(below, locale) })];
  return capitalised([...items, ...rest].join(locale === 'zh' ? '，' : ', '));
}

/** Whose the level is, and on what its thresholds rest: after a sentence that ends in a colon come the clauses. */
export function thresholdOrigin(portal: Portal, entry: StockEntry, locale: Locale): { readonly sentence: string; readonly clauses: readonly ClauseLink[] } | null {
  if (entry.levelBy === 'publisher') return { sentence: t(locale, 'stock.threshold.publisher'), clauses: [] };
  const latest = entry.thresholds.map(({ validFrom }) => validFrom).toSorted().at(-1);
  if (latest === undefined) return null;
  const clauses = [...new Set(entry.thresholds.flatMap(({ clause }) => clause ?? []))].flatMap((name) => clauseLink(portal, name, locale) ?? []);
  const date = formatDate(latest, locale);
  return {
    sentence: t(locale, clauses.length === 0 ? 'stock.threshold.own' : 'stock.threshold.clause', { date }),
    clauses,
  };
}

/** Why there are no days or no level, each reason once. */
export function absenceSentences(portal: Portal, now: StockNow, entry: StockEntry, locale: Locale): readonly string[] {
  const reasons = [...new Set([entry.reasons.days, entry.reasons.level].filter((reason) => reason !== null))];
  // A publisher who states days or a level needs no excuse for what follows from it.
  const told = reasons.filter((reason) => !(reason === 'percent' && entry.level !== null && entry.levelBy === 'portal'));
  const sentences = told.map((reason) => t(locale, `stock.reason.${reason}`, { date: formatDate(entry.date, locale), window: portal.settings.demandWindowDays }));
  const last = entry.lastKnown;
  const known = last === null || now.date === null ? [] : [t(locale, 'stock.lastKnown', { date: formatDate(last.date, locale), quantity: stockQuantity(last.quantity, entry.unit, locale) })];
  const month = entry.lastMonth;
  const monthly = month === null || typeof entry.quantity === 'number' ? [] : [`${t(locale, 'stock.rare.month', { month: formatDate(month.month, locale), quantity: stockQuantity(month.quantity, entry.unit, locale) })}${locale === 'zh' ? '。' : '.'}`];
  return [...sentences, ...known, ...monthly];
}

/** Heading of a group's page: `A 型偏少：可用 3.2 天`. */
export function groupHeading(entry: StockEntry, name: string, locale: Locale): { readonly withLevel: string; readonly withoutLevel: string } {
  const value = stockValue(entry);
  if (value === null) {
    const missing = t(locale, entry.quantity === 'suppressed' && entry.rare !== null ? 'stock.group.titleRare' : 'stock.group.titleMissing', { group: capitalised(groupsInWords([name], locale)), date: formatDate(entry.date, locale) });
    return { withLevel: missing, withoutLevel: missing };
  }
  const params = { group: capitalised(groupsInWords([name], locale)), number: shownQuantity(value, entry, locale), level: entry.level === null ? '' : levelWord(entry.level, locale) };
  const inDays = value.unit === 'days';
  const withoutLevel = t(locale, inDays ? 'stock.group.titleNoLevel' : 'stock.group.titleStockNoLevel', params);
  return { withLevel: entry.level === null ? withoutLevel : t(locale, inDays ? 'stock.group.title' : 'stock.group.titleStock', params), withoutLevel };
}
