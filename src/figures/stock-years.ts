/** All the years of the headline component: monthly means of every group as small multiples, and their table. */
import { dateOfDay, dayNumber, firstDayOfMonth, monthOf } from '#src/domain/calendar.ts';
import type { IsoMonth } from '#src/domain/calendar.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { GroupHistory } from '#src/indicators/group-histories.ts';
import { isBreakIn } from '#src/domain/drawn-breaks.ts';
import { yearAgo } from '#src/domain/history-facts.ts';
import { decimalsOf } from '#src/domain/shown-value.ts';
import { monthlyMeans } from '#src/indicators/monthly-mean.ts';
import { isNumber, lastDayOf } from '#src/indicators/series.ts';
import type { StockNow } from '#src/indicators/stock-now.ts';
import { correctedDays } from '#src/publishing/corrected-days.ts';
import { currentLog } from '#src/releases/current-log.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';
import { drawPanels, layoutPanels } from '#src/charts/panels.ts';
import type { PanelsInput } from '#src/charts/panels.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { MessageKey } from '#src/i18n/messages/zh.ts';
import { drawnThresholds, thresholdChanges, thresholdSentences, withThresholdChanges } from '#src/i18n/threshold-words.ts';
import { t } from '#src/i18n/translate.ts';
import type { MessageParams } from '#src/i18n/translate.ts';
import { componentName, groupName, stockQuantity, unitWord } from './blood-words.ts';
import { datedNotes, legendWords, restrictionBands, thresholdsOf } from './desk-context.ts';
import { drawingWidths } from './figure.ts';
import type { Figure, FigureTable, TableCell } from './figure.ts';
import { stockSource } from './stock-dates.ts';
import { shownOn, shownValue } from './stock-value.ts';

/** The exhibit; null without a daily history. */
export function stockYearsFigure(portal: Portal, now: StockNow, groups: readonly GroupHistory[], locale: Locale, log: ReleaseLog = currentLog()): Figure | null {
  const [first] = groups;
  if (first === undefined || now.date === null) return null;
  const { unit } = first;
  const from = Math.min(...groups.map(({ shown }) => shown.start));
  const to = Math.max(...groups.map(({ shown }) => lastDayOf(shown)));
  const component = componentName(first.entry.component, locale);
  const source = stockSource(portal, now.date, locale);
  const finding = yearsFinding(groups, to, component, locale);
  const subtitle = t(locale, 'desk.figure.subtitle', { component, measure: t(locale, unit === 'days' ? 'script.measure.days' : 'script.measure.stock'), unit: unitWord(unit, locale) });
  const bands = restrictionBands(portal, first.entry.component, to);
  const lines = groups.map((group) => ({ name: groupName(group.entry.group, now.groups, locale), lines: thresholdsOf(portal, group, unit, to, locale) }));
  const span = { from, to, unit: unitWord(unit, locale) };
  const say = (key: MessageKey, params: MessageParams): string => t(locale, key, params);
  const notes = datedNotes(portal, first.entry.component, locale).filter(({ x, isMajor }) => isMajor && x >= from && x <= to)
    .map((note) => ({ ...note, isBreak: isBreakIn(note.breaks, unit === 'days') }));
  // One format for the labels of a picture.
  const means = groups.map(({ shown }) => monthlyMeans(shown));
  const latest = means.map((ofGroup) => ofGroup.at(-1)?.value).map((value) => (isNumber(value) ? value : null));
  const isFixed = latest.some((value) => !Number.isInteger(shownValue({ value: value ?? 0, unit }, { thresholds: [] })));
  const panels = groups.map((group, index) => {
    const ofGroup = means[index] ?? [];
    const last = latest[index] ?? null;
    const corrected = correctedMonths(log, group);
    const middleOf = (month: IsoMonth): number => dayNumber(firstDayOfMonth(month)) + 14;
    return {
      title: groupName(group.entry.group, now.groups, locale),
      lines: [
        {
          look: 'series-1' as const,
          xs: ofGroup.map(({ month }) => middleOf(month)),
          values: ofGroup.map(({ value }) => (isNumber(value) ? value : null)),
          corrected: new Set([...corrected].map(middleOf)),
          endLabel: last === null ? '' : stockQuantity(shownOn({ value: last, unit }, group.periods, to), unit, locale, isFixed || unit === 'days'),
        },
      ],
      thresholds: drawnThresholds(lines[index]?.lines ?? [], from, to),
    };
  });
  const input: PanelsInput = {
    label: `${finding}. ${subtitle}`,
    panels,
    from,
    to,
    unit: unitWord(unit, locale),
    least: unit === 'percent' ? 100 : 1,
    bands,
    events: withThresholdChanges(notes, thresholdChanges(lines, span, say)),
    xTicks: yearTicks(from, to),
    emptyLabel: t(locale, 'history.empty'),
    isHatched: true,
    legend: [
      ...thresholdSentences(lines, span, say),
      legendWords({ thresholds: panels.some(({ thresholds }) => thresholds.length > 0), bands: bands.length > 0, breaks: notes.some(({ isBreak }) => isBreak), corrected: panels.some(({ lines }) => lines.some(({ corrected }) => corrected.size > 0)) }, locale),
    ],
    source,
  };
  return {
    id: 'years',
    finding,
    subtitle,
    drawing: {
      narrow: drawPanels(layoutPanels(input, { width: drawingWidths.narrow, columns: 1, panelHeight: 170 })),
      wide: drawPanels(layoutPanels(input, { width: 1000, columns: 2, panelHeight: 200 })),
    },
    table: monthlyTable(groups, now, locale, null, log),
    source,
    asOf: now.date,
  };
}

/** Months with a day whose stock stands corrected. */
function correctedMonths(log: ReleaseLog, { entry }: GroupHistory): ReadonlySet<IsoMonth> {
  return new Set([...correctedDays(log, entry)].map(monthOf));
}

/** The first of January of every year within. */
function yearTicks(from: number, to: number): PanelsInput['xTicks'] {
  const ticks: { x: number; label: string }[] = [];
  for (let year = Number(dateOfDay(from).slice(0, 4)) + 1; dayNumber(`${year}-01-01`) <= to; year += 1) ticks.push({ x: dayNumber(`${year}-01-01`), label: String(year) });
  return ticks;
}

/** How many groups have less than a year before, on the last day. */
function yearsFinding(groups: readonly GroupHistory[], day: number, component: string, locale: Locale): string {
  const changes = groups.flatMap(({ shown }) => {
    const { now, before } = yearAgo(shown, day);
    return now === null || before === null ? [] : [{ now, before }];
  });
  const date = formatDate(dateOfDay(day), locale);
  if (changes.length === 0) return t(locale, 'desk.finding.none', { date });
  const fewer = changes.filter(({ now, before }) => now.value < before.value).length;
  const more = changes.filter(({ now, before }) => now.value > before.value).length;
  const counts = [['fewer', fewer], ['more', more], ['same', changes.length - fewer - more]] as const;
  const parts = counts.flatMap(([what, count]) => (count === 0 ? [] : [t(locale, `desk.finding.${what}`, { count })]));
  const key = changes.length === groups.length ? 'desk.finding.change' : 'desk.finding.changeKnown';
  return t(locale, key, { date, component, known: changes.length, parts: parts.join(t(locale, 'desk.finding.comma')) });
}

/** Months latest first, one column a group; of one year or of all. */
function monthlyTable(groups: readonly GroupHistory[], now: StockNow, locale: Locale, year: number | null, log: ReleaseLog): FigureTable {
  const [first] = groups;
  const unit = first?.unit ?? 'days';
  const columns = groups.map((group) => ({
    title: groupName(group.entry.group, now.groups, locale),
    values: new Map(monthlyMeans(group.shown).map(({ month, value }) => [month, value])),
    corrected: correctedMonths(log, group),
  }));
  const months = [...new Set(columns.flatMap(({ values }) => [...values.keys()]))].filter((month) => year === null || month.startsWith(String(year))).toSorted().toReversed();
  const unitNote = unitWord(unit, locale);
  return {
    caption: t(locale, 'desk.months.caption', { years: year === null ? '' : formatDate(String(year), locale), unit: unitNote }),
    columns: [{ title: t(locale, 'desk.column.month') }, ...columns.map(({ title }) => ({ title, numeric: true }))],
    rows: months.map((month) => [
      month,
      ...columns.map(({ values, corrected }): TableCell => {
        const value = values.get(month);
        return isNumber(value) ? { text: formatNumber(value, decimalsOf(unit), { fixed: true }), value, ...(corrected.has(month) ? { mark: 'revised' } : {}) } : t(locale, 'history.gap');
      }),
    ]),
  };
}

/** The same table in parts, one a year, latest first. */
export function monthlyTables(groups: readonly GroupHistory[], now: StockNow, locale: Locale, log: ReleaseLog = currentLog()): readonly { readonly year: number; readonly table: FigureTable }[] {
  const years = new Set(groups.flatMap(({ shown }) => yearsOf(monthOf(dateOfDay(shown.start)), monthOf(dateOfDay(lastDayOf(shown))))));
  return [...years].toSorted((a, b) => b - a).map((year) => ({ year, table: monthlyTable(groups, now, locale, year, log) }));
}

function yearsOf(from: IsoMonth, to: IsoMonth): number[] {
  const years: number[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) years.push(year);
  return years;
}
