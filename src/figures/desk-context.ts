/** What stands around the curves of the history page: restrictions, alerts and events with their dates, thresholds with theirs. */
import type { Component } from '#src/domain/blood.ts';
import { dateOfDay, dayNumber } from '#src/domain/calendar.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { declaredAlerts } from '#src/indicators/declared-alerts.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { isConcerned, regionsAround } from '#src/indicators/restrictions.ts';
import type { GroupHistory } from '#src/indicators/group-histories.ts';
import { lastDayOf } from '#src/indicators/series.ts';
import { stockRecords } from '#src/indicators/stock-records.ts';
import type { PanelInput } from '#src/charts/panel.ts';
import type { StockUnit } from '#src/domain/blood.ts';
import { levels } from '#src/domain/blood.ts';
import { formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { levelWord, listOf, unitWord } from './blood-words.ts';
import { thresholdSteps } from './group-history.ts';

/** A dated note; `isMajor`: also shown where years are drawn, not only months. */
export interface DatedNote {
  readonly x: number;
  readonly label: string;
  readonly isMajor: boolean;
  /** The way of counting changed; the note says what. */
  readonly isBreak: boolean;
}

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

/** Alerts, events, and the days from which another threshold held, in order of date. */
export function datedNotes(portal: Portal, groups: readonly GroupHistory[], locale: Locale): readonly DatedNote[] {
  const [first] = groups;
  if (first === undefined) return [];
  const alerts = concerningAlerts(portal, first.entry.component).map((alert) => {
    const issuer = locale === 'zh' ? alert.issuerZh : (alert.issuerEn ?? alert.issuerZh);
    const title = t(locale, alert.statedLevel === null ? 'alert.titlePlain' : 'alert.title', { issuer });
    const until = alert.lastDate === null ? '' : t(locale, 'desk.until', { date: alert.lastDate });
    return { x: dayNumber(alert.firstDate), label: `${alert.firstDate}${until} ${title}${alert.statedLevel ?? ''}`, isMajor: true, isBreak: false };
  });
  const events = portal
    .rows('events')
    .filter(({ date }) => /^\d{4}-\d{2}-\d{2}$/.test(date))
    .map(({ date, until, kind, titleZh, titleEn }) => ({
      x: dayNumber(date),
      label: `${date}${until === null || until === date ? '' : t(locale, 'desk.until', { date: until })} ${locale === 'zh' ? titleZh : (titleEn ?? titleZh)}`,
      isMajor: kind === 'method_break' || kind === 'policy',
      isBreak: kind === 'method_break',
    }));
  const changes = groups.flatMap((group) =>
    stepsOf(portal, group, locale).flatMap(({ label, steps }) =>
      steps.slice(1).flatMap((step, index) =>
        step.at === steps[index]?.at ? [] : [{ x: step.from, label: `${dateOfDay(step.from)} ${t(locale, 'desk.thresholdChange', { threshold: label })}` }],
      ),
    ),
  );
  // A change that the publisher has announced in its own words is not told twice.
  const told = new Set(events.filter(({ isMajor }) => isMajor).map(({ x }) => x));
  const untold = changes.filter(({ x }) => !told.has(x));
  const different = [...new Map(untold.map((change) => [change.label, change])).values()].map((change) => ({ ...change, isMajor: true, isBreak: false }));
  return [...alerts, ...events, ...different].toSorted((a, b) => a.x - b.x || (a.label < b.label ? -1 : 1));
}

/** The thresholds of a group in the unit that is shown, over its whole history. */
export function stepsOf(portal: Portal, { entry, history, unit }: GroupHistory, locale: Locale, inUnit = unit): PanelInput['thresholds'] {
  return thresholdSteps(stockRecords(portal).thresholds(entry), inUnit, history.start, lastDayOf(history.quantity), locale);
}

/**
 * The thresholds of a station with the dates from which they hold, in one sentence for each set of groups that share them:
 * `警戒线（天）：正常 6（2016-11-22 起）、7（2024-01-01 起）；偏少 4（2016-11-22 起）`. `nameOf` names a group.
 */
export function thresholdSentences(portal: Portal, groups: readonly GroupHistory[], unit: StockUnit, nameOf: (group: GroupHistory) => string, locale: Locale): readonly string[] {
  const byWords = new Map<string, string[]>();
  for (const group of groups) {
    const periods = stockRecords(portal).thresholds(group.entry);
    const words = levels.flatMap((level) => {
      let last: number | null = null;
      const steps = periods.flatMap((period) => {
        const at = [...period.days, ...period.own].find((one) => one.level === level && one.unit === unit && one.atOrAbove > 0)?.atOrAbove ?? null;
        if (at === null || at === last) return [];
        last = at;
        return [t(locale, 'desk.figure.thresholdStep', { value: formatNumber(at, 2), date: dateOfDay(period.from) })];
      });
      return steps.length === 0 ? [] : [`${levelWord(level, locale)} ${steps.join(t(locale, 'blood.listComma'))}`];
    });
    if (words.length === 0) continue;
    const levelsWords = words.join(t(locale, 'script.legend.comma'));
    byWords.set(levelsWords, [...(byWords.get(levelsWords) ?? []), nameOf(group)]);
  }
  return [...byWords].map(([words, names]) =>
    names.length === groups.length
      ? t(locale, 'desk.figure.thresholds', { unit: unitWord(unit, locale), levels: words })
      : t(locale, 'desk.figure.thresholdsOf', { groups: listOf(names, locale), unit: unitWord(unit, locale), levels: words }),
  );
}

/** `斜线是没有数字的日子；虚线是当时的警戒线`: what the marks of the drawing mean, of those that can be in it. */
export function legendWords(has: { readonly thresholds: boolean; readonly bands: boolean; readonly breaks: boolean; readonly corrected: boolean }, locale: Locale): string {
  const parts = [t(locale, 'script.legend.gap'), ...(has.thresholds ? [t(locale, 'script.legend.threshold')] : []), ...(has.bands ? [t(locale, 'script.legend.band')] : []), ...(has.breaks ? [t(locale, 'script.legend.break')] : []), ...(has.corrected ? [t(locale, 'desk.figure.corrected')] : [])];
  return t(locale, 'script.legend', { parts: parts.join(t(locale, 'script.legend.comma')) });
}
