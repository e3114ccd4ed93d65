/** When stock was counted, until when its numbers stand, and what a page says after that. */
import type { StockEntry, StockNow } from '#src/indicators/stock-now.ts';
import { formatDate, formatDayOfYear, formatInstant, formatShortInstant } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { inLocale, t } from '#src/i18n/translate.ts';
import { capitalised, componentName } from './blood-words.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { stripEntries } from './stock-finding.ts';

/** When stock was counted: the instant that the publisher states, else the date with the time of day that portal.json names, else the date alone. */
export function momentWords(portal: Portal, entry: Pick<StockEntry, 'date' | 'observedAt'>, locale: Locale): string {
  if (entry.observedAt !== null) return formatInstant(entry.observedAt, locale);
  return withMoment(portal, formatDate(entry.date, locale), locale);
}

function withMoment(portal: Portal, date: string, locale: Locale): string {
  const moment = portal.settings.tables['stock']?.moment;
  if (moment === undefined) return date;
  return moment === 'opening' || moment === 'closing' ? t(locale, `stock.moment.${moment}`, { date }) : t(locale, 'stock.moment.time', { date, time: moment });
}

/** The end of validity, with its year only where that is another than the date's. */
function untilWords(until: string, date: string, locale: Locale): string {
  if (until.slice(0, 4) !== date.slice(0, 4)) return formatInstant(until, locale);
  return t(locale, 'stock.moment.time', { date: formatDayOfYear(until.slice(0, 10), locale), time: until.slice(11, 16) });
}

/** The same for a table whose caption names the year: `11-21 08:00`, `11-21 上班时`. */
export function shortMomentWords(portal: Portal, entry: Pick<StockEntry, 'date' | 'observedAt'>, locale: Locale): string {
  if (entry.observedAt !== null) return formatShortInstant(entry.observedAt);
  return withMoment(portal, formatShortInstant(entry.date), locale);
}

/** The dateline of the strip: that of its first column. */
export function datelineWords(portal: Portal, now: StockNow, locale: Locale): string {
  const { columns, negative } = stripEntries(now);
  const [first] = [...columns, ...negative];
  return first === undefined ? '' : groupDateline(portal, first, locale);
}

/** `悬浮红细胞，2026年11月21日 08:00盘点，有效至2026年11月22日 11:00`. */
export function groupDateline(portal: Portal, entry: StockEntry, locale: Locale): string {
  const params = { component: componentName(entry.component, locale), moment: momentWords(portal, entry, locale) };
  const words = entry.validUntil === null ? t(locale, 'stock.datelineNoEnd', params) : t(locale, 'stock.dateline', { ...params, until: untilWords(entry.validUntil, entry.date, locale) });
  return capitalised(words);
}

/** What is said once the numbers are out of date, with the levels if any of them has one; null where no due time is announced. */
export function expiredWords(now: StockNow, locale: Locale, stated: readonly StockEntry[] = now.entries): string | null {
  if (now.validUntil === null || now.date === null) return null;
  return t(locale, stated.some(({ level }) => level !== null) ? 'stock.expired.since' : 'stock.expired.sinceNoLevel', { instant: formatInstant(now.validUntil, locale), date: formatDate(now.date, locale) });
}

/** The announced pause that delays the next number, in words, and the instant from which they are shown; null without one. */
export function pausedWords(now: StockNow, locale: Locale): { readonly words: string; readonly from: string } | null {
  if (now.pause === null || now.validUntil === null) return null;
  const words = t(locale, 'stock.paused', {
    note: inLocale(locale, now.pause.note),
    from: formatDayOfYear(now.pause.from, locale),
    until: formatDayOfYear(now.pause.until, locale),
    valid: formatInstant(now.validUntil, locale),
  });
  // The offset of the end of validity is the region's own.
  return { words, from: `${now.pause.from}T00:00:00${now.validUntil.slice(19)}` };
}

/** Source and as-of date of everything about stock. */
export function stockSource(portal: Portal, date: string, locale: Locale): string {
  const params = { publisher: inLocale(locale, portal.settings.publisher), date: formatDate(date, locale) };
  const words = t(locale, portal.has('issues') ? 'stock.source' : 'stock.sourceStock', params);
  if (portal.settings.demonstration === null) return words;
  return `${words}${locale === 'zh' ? '' : ' '}${t(locale, 'stock.sourceDemonstration')}`;
}
