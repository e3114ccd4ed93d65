/** What stands around the curves of the history page: restrictions, alerts and events with their dates, thresholds with theirs. */
import type { Component, StockUnit } from '#src/domain/blood.ts';
import { dayNumber } from '#src/domain/calendar.ts';
import type { Breaks } from '#src/domain/drawn-breaks.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { declaredAlerts } from '#src/indicators/declared-alerts.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { isConcerned, regionsAround } from '#src/indicators/restrictions.ts';
import type { GroupHistory } from '#src/indicators/group-histories.ts';
import { stockRecords } from '#src/indicators/stock-records.ts';
import type { ThresholdLine } from '#src/domain/threshold-steps.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { thresholdLines } from './threshold-lines.ts';

/** A dated note; `isMajor`: also shown where years are drawn, not only months. */
export interface DatedNote {
  readonly x: number;
  readonly label: string;
  readonly isMajor: boolean;
  /** Which lines it breaks, where it says that the way of counting changed. */
  readonly breaks: Breaks;
  /** It may say in the publisher's words that a threshold changed. */
  readonly isAboutThresholds: boolean;
}

/** An event of another table has no place beside the stock. */
const shownTables: readonly string[] = ['stock', 'collections', 'issues', 'thresholds'];

/** From where on only major notes are shown. */
export const longSpanDays = 800;

/** Spans in which the supply of a component was declared restricted, both ends included. */
export function restrictionBands(portal: Portal, component: Component, last: number): readonly { readonly from: number; readonly to: number }[] {
  return concerningAlerts(portal, component)
    .filter(({ restrictionPercent }) => isMeasured(restrictionPercent) && restrictionPercent > 0)
    .map(({ firstDate, lastDate }) => ({ from: dayNumber(firstDate), to: lastDate === null ? last : dayNumber(lastDate) }));
}

function concerningAlerts(portal: Portal, component: Component) {
  const regions = regionsAround(portal.settings.region, new Map(portal.rows('regions').map((row) => [row.region, row.parent])));
  return declaredAlerts(portal).filter((alert) => isConcerned(alert, { regions, component, abo: 'all', rhd: 'all' }));
}

/** Alerts and events around the stock of a component, in order of date. */
export function datedNotes(portal: Portal, component: Component, locale: Locale): readonly DatedNote[] {
  const alerts = concerningAlerts(portal, component).map((alert) => {
    const issuer = locale === 'zh' ? alert.issuerZh : (alert.issuerEn ?? alert.issuerZh);
    const title = t(locale, alert.statedLevel === null ? 'alert.titlePlain' : 'alert.title', { issuer });
    const until = alert.lastDate === null ? '' : t(locale, 'desk.until', { date: alert.lastDate });
    return { x: dayNumber(alert.firstDate), label: `${alert.firstDate}${until} ${title}${alert.statedLevel ?? ''}`, isMajor: true, breaks: null, isAboutThresholds: false };
  });
  const events = portal
    .rows('events')
    .filter((event) => /^\d{4}-\d{2}-\d{2}$/.test(event.date) && (event.component === null || event.component === component) && (event.table === null || shownTables.includes(event.table)))
    .map(({ date, until, kind, titleZh, titleEn, table }) => ({
      x: dayNumber(date),
      label: `${date}${until === null || until === date ? '' : t(locale, 'desk.until', { date: until })} ${locale === 'zh' ? titleZh : (titleEn ?? titleZh)}`,
      isMajor: kind === 'method_break' || kind === 'policy',
      breaks: kind === 'method_break' ? breaksOf(table) : null,
      isAboutThresholds: kind === 'method_break' && (table === null || table === 'thresholds'),
    }));
  return [...alerts, ...events].toSorted((a, b) => a.x - b.x || (a.label < b.label ? -1 : 1));
}

/** Which lines a change in the way of counting breaks; one that names no table may concern all of them. */
function breaksOf(table: string | null): Breaks {
  // Days of supply are divided by what was issued or requested.
  return table === null || table === 'stock' ? 'all' : table === 'issues' ? 'days' : null;
}

/** The thresholds of a group in a unit, from the beginning of its history to `last`, the last day of all that are shown beside it. */
export function thresholdsOf(portal: Portal, { entry, history }: GroupHistory, unit: StockUnit, last: number, locale: Locale): readonly ThresholdLine[] {
  return thresholdLines(stockRecords(portal).thresholds(entry), unit, history.start, last, locale);
}

/** `斜线是没有数字的日子；虚线是当时的警戒线`: what the marks of the drawing mean, of those that can be in it. */
export function legendWords(has: { readonly thresholds: boolean; readonly bands: boolean; readonly breaks: boolean; readonly corrected: boolean }, locale: Locale): string {
  const parts = [t(locale, 'script.legend.gap'), ...(has.thresholds ? [t(locale, 'script.legend.threshold')] : []), ...(has.bands ? [t(locale, 'script.legend.band')] : []), ...(has.breaks ? [t(locale, 'script.legend.break')] : []), ...(has.corrected ? [t(locale, 'desk.figure.corrected')] : [])];
  return t(locale, 'script.legend', { parts: parts.join(t(locale, 'script.legend.comma')) });
}
