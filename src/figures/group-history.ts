/** The last 90 days of one group: the line, the thresholds of their time, the season behind, gaps and events. */
import type { Level, StockUnit } from '#src/domain/blood.ts';
import { dateOfDay, dayNumber } from '#src/domain/calendar.ts';
import type { DayNumber } from '#src/domain/calendar.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { seasonRange, sevenDayMean } from '#src/indicators/season.ts';
import { isNumber } from '#src/indicators/series.ts';
import { seasonSeries, stockHistory } from '#src/indicators/stock-history.ts';
import type { StockEntry, StockNow } from '#src/indicators/stock-now.ts';
import { stockRecords } from '#src/indicators/stock-records.ts';
import { drawLineChart, layoutLineChart } from '#src/charts/line-chart.ts';
import type { LineChartInput, LinePoint } from '#src/charts/line-chart.ts';
import { formatDayOfYear } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { drawnThresholds } from '#src/i18n/threshold-words.ts';
import { t } from '#src/i18n/translate.ts';
import { correctedDays } from '#src/publishing/corrected-days.ts';
import { currentLog } from '#src/releases/current-log.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';
import { componentName, groupName, levelWord, stockQuantity, unitWord } from './blood-words.ts';
import { drawingWidths } from './figure.ts';
import type { Figure } from './figure.ts';
import { stockSource } from './stock-dates.ts';
import { shownOn } from './stock-value.ts';
import { thresholdLines } from './threshold-lines.ts';

const shownDays = 90;

/** The exhibit; null for a group without a daily history. */
export function groupHistoryFigure(portal: Portal, now: StockNow, entry: StockEntry, locale: Locale, log: ReleaseLog = currentLog()): Figure | null {
  const history = stockHistory(portal, entry);
  if (history === null) return null;
  const last = dayNumber(entry.date);
  const from = Math.max(history.start, last - shownDays + 1);
  const inDays = entry.unit !== 'percent' && history.days.some(isNumber);
  const unit: StockUnit = inDays ? 'days' : entry.unit;
  const values = inDays ? history.days : history.quantity.values;
  const corrected = correctedDays(log, entry);
  const points: LinePoint[] = [];
  for (let day = from; day <= last; day += 1) {
    const value = values[day - history.start];
    points.push({ x: day, value: value !== undefined && isNumber(value) ? value : null, ...(corrected.has(dateOfDay(day)) ? { isCorrected: true } : {}) });
  }
  const steps = drawnThresholds(thresholdLines(stockRecords(portal).thresholds(entry), unit, from, last, locale), from, last);
  const within = <T>(days: readonly T[]): readonly T[] => days.slice(from - history.start, last - history.start + 1);
  const stated = within(history.levelsBy).every((by) => by !== 'portal');
  const periods = stockRecords(portal).thresholds(entry);
  const quantityOf = (day: DayNumber, value: number): string => stockQuantity(shownOn({ value, unit }, periods, day), unit, locale);
  const finding = historyFinding(points, within(history.levels), stated, quantityOf, locale);
  const name = groupName(entry.group, now.groups, locale);
  const space = locale === 'zh' ? '' : ' ';
  const drawn = t(locale, inDays ? 'history.subtitle.days' : 'history.subtitle.other', {
    group: name,
    component: componentName(entry.component, locale),
    unit: unitWord(unit, locale),
  });
  const marked = points.filter(({ isCorrected }) => isCorrected === true).length;
  const subtitle = [drawn, ...(steps.length === 0 ? [] : [t(locale, 'history.dashed')]), ...(marked === 0 ? [] : [space + t(locale, 'corrections.chart.note', { count: marked })])].join('');
  const source = stockSource(portal, entry.date, locale);
  const means = inDays || unit === 'percent' ? sevenDayMean(seasonSeries(entry, history)) : null;
  const end = points.at(-1)?.value ?? null;
  const input: LineChartInput = {
    label: `${finding}. ${subtitle}`,
    points,
    unit: unitWord(unit, locale),
    least: unit === 'percent' ? 100 : 1,
    thresholds: steps,
    band: means === null ? [] : seasonBand(means, from, last),
    bandLabel: t(locale, 'history.band'),
    events: eventNotes(portal, from, last, locale),
    xTicks: monthTicks(from, last, locale),
    endLabel: end === null ? '' : quantityOf(last, end),
    gapLabel: t(locale, 'history.gap'),
    emptyLabel: t(locale, 'history.empty'),
    source,
  };
  return {
    id: 'history',
    finding,
    subtitle,
    isReadable: true,
    drawing: {
      narrow: drawLineChart(layoutLineChart(input, { width: drawingWidths.narrow, height: 210 })),
      wide: drawLineChart(layoutLineChart(input, { width: drawingWidths.wide, height: 280 })),
    },
    table: {
      caption: `${t(locale, 'history.table')}: ${subtitle}`,
      columns: [
        { title: t(locale, 'stock.column.date') },
        { title: t(locale, inDays ? 'stock.column.days' : 'stock.column.quantity'), numeric: true },
        { title: t(locale, 'history.table.level') },
      ],
      rows: points
        .map(({ x, value, isCorrected = false }) => {
          const level = history.levels[x - history.start] ?? null;
          const text = value === null ? t(locale, 'history.gap') : quantityOf(x, value);
          return [dateOfDay(x), isCorrected ? { text, mark: 'revised' as const } : text, level === null ? '' : levelWord(level, locale)];
        })
        .toReversed(),
    },
    source,
    asOf: entry.date,
  };
}

function seasonBand(means: Parameters<typeof seasonRange>[0], from: DayNumber, to: DayNumber): LineChartInput['band'] {
  const band: { x: number; low: number; median: number; high: number }[] = [];
  for (let x = from; x <= to; x += 1) {
    const range = seasonRange(means, x);
    if (range !== null) band.push({ x, low: range.p10, median: range.median, high: range.p90 });
  }
  return band;
}

/** Holidays, weather, campaigns and changes of method that begin in these days. */
function eventNotes(portal: Portal, from: DayNumber, to: DayNumber, locale: Locale): LineChartInput['events'] {
  return portal
    .rows('events')
    .filter((event) => /^\d{4}-\d{2}-\d{2}$/.test(event.date))
    .map((event) => ({ x: dayNumber(event.date), label: `${event.date.slice(5)} ${locale === 'zh' ? event.titleZh : (event.titleEn ?? event.titleZh)}` }))
    .filter(({ x }) => x >= from && x <= to);
}

/** The first of each month. */
function monthTicks(from: DayNumber, to: DayNumber, locale: Locale): LineChartInput['xTicks'] {
  const ticks: { x: number; label: string }[] = [];
  for (let x = from; x <= to; x += 1) {
    const date = dateOfDay(x);
    if (date.endsWith('-01')) ticks.push({ x, label: formatDayOfYear(date, locale) });
  }
  return ticks;
}

function historyFinding(points: readonly LinePoint[], dayLevels: readonly (Level | null)[], stated: boolean, quantityOf: (day: DayNumber, value: number) => string, locale: Locale): string {
  const known = points.flatMap(({ x, value }) => (value === null ? [] : [{ x, value }]));
  const [lowest] = known.toSorted((a, b) => a.value - b.value);
  const highest = known.reduce((most, one) => (one.value > most.value ? one : most), { x: 0, value: -Infinity });
  const to = formatDayOfYear(dateOfDay(points.at(-1)?.x ?? 0), locale);
  if (lowest === undefined) return t(locale, 'history.title.empty', { days: points.length, to });
  const judged = dayLevels.filter((level) => level !== null);
  const under = judged.filter((level) => level !== 'normal').length;
  const params = {
    days: points.length,
    to,
    under,
    known: judged.length,
    lowest: quantityOf(lowest.x, lowest.value),
    highest: quantityOf(highest.x, highest.value),
    date: formatDayOfYear(dateOfDay(lowest.x), locale),
  };
  if (points.length === 1) return t(locale, 'history.title.oneDay', { to, lowest: params.lowest, level: judged[0] === undefined ? '' : t(locale, 'history.title.oneDayLevel', { level: levelWord(judged[0], locale) }) });
  if (judged.length === 0) return t(locale, 'history.title.noThreshold', params);
  if (stated) return t(locale, under === 0 ? 'history.title.neverStated' : 'history.title.underStated', params);
  // "Of 90 days" is only true where every day is known.
  const isWhole = judged.length === points.length;
  if (under === 0) return t(locale, isWhole ? 'history.title.never' : 'history.title.neverKnown', params);
  return t(locale, isWhole ? 'history.title.under' : 'history.title.underKnown', params);
}
