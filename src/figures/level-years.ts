/** How many days of each year one group spent under the normal line, by the thresholds of their time. */
import { daysBetween } from '#src/domain/calendar.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { levelYears } from '#src/indicators/level-years.ts';
import type { LevelYear } from '#src/indicators/level-years.ts';
import { stockHistory } from '#src/indicators/stock-history.ts';
import type { StockEntry, StockNow } from '#src/indicators/stock-now.ts';
import { drawYearBars, layoutYearBars } from '#src/charts/year-bars.ts';
import type { YearBarsInput } from '#src/charts/year-bars.ts';
import { formatDayOfYear } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { componentName, groupName, levelWord } from './blood-words.ts';
import { drawingWidths } from './figure.ts';
import type { Figure } from './figure.ts';
import { stockSource } from './stock-dates.ts';

const shownLevels = ['low', 'short', 'critical'] as const;

/** The exhibit; null for a group without a daily history or without a single level. */
export function levelYearsFigure(portal: Portal, now: StockNow, entry: StockEntry, locale: Locale): Figure | null {
  const history = stockHistory(portal, entry);
  const years = history === null ? [] : levelYears(history.start, history.levels);
  if (years.every(({ known }) => known === 0)) return null;
  const source = stockSource(portal, entry.date, locale);
  const subtitle = t(locale, 'years.subtitle', { group: groupName(entry.group, now.groups, locale), component: componentName(entry.component, locale) });
  const stated = history !== null && history.levelsBy.every((by) => by !== 'portal');
  const finding = yearsFinding(years, stated, locale);
  const input: YearBarsInput = {
    label: `${finding}. ${subtitle}`,
    parts: shownLevels.map((level) => ({ colour: level, label: levelWord(level, locale) })),
    rows: years.map((year) => ({
      label: String(year.year),
      values: year.known === 0 ? null : shownLevels.map((level) => year.days[level]),
      total: totalWords(year, locale),
    })),
    emptyLabel: t(locale, 'years.none'),
    source,
  };
  return {
    id: 'level-years',
    finding,
    subtitle,
    drawing: {
      narrow: drawYearBars(layoutYearBars(input, drawingWidths.narrow)),
      wide: drawYearBars(layoutYearBars(input, drawingWidths.wideBars)),
    },
    table: {
      caption: t(locale, 'years.table'),
      columns: [
        { title: t(locale, 'years.table.year') },
        ...(['normal', ...shownLevels] as const).map((level) => ({ title: levelWord(level, locale), numeric: true })),
        { title: t(locale, 'years.table.known'), numeric: true },
      ],
      rows: years.map(({ year, days, known }) => [String(year), ...(['normal', ...shownLevels] as const).map((level) => String(days[level])), String(known)]),
    },
    source,
    asOf: entry.date,
  };
}

function yearsFinding(years: readonly LevelYear[], stated: boolean, locale: Locale): string {
  const last = years.at(-1);
  const before = years.at(-2);
  if (last === undefined) return t(locale, 'years.title.none');
  const params = { year: last.year, date: formatDayOfYear(last.to, locale), days: last.underThreshold };
  // A year that the data does not cover from its first day is no comparison.
  if (before === undefined || before.known === 0 || !before.from.endsWith('-01-01')) return t(locale, stated ? 'years.title.firstStated' : 'years.title.first', params);
  return t(locale, stated ? 'years.title.lastStated' : 'years.title.last', { ...params, previous: before.year, before: before.underThreshold });
}

/** `45 天`, with what part of the year it covers where that is not the whole, and how many days have a level where more than one in twenty has none. */
function totalWords({ from, to, known, underThreshold }: LevelYear, locale: Locale): string {
  if (known === 0) return t(locale, 'years.none');
  const sparse = known < 0.95 * (daysBetween(from, to) + 1) ? t(locale, 'years.daysKnown', { known }) : '';
  const params = { days: underThreshold };
  if (!to.endsWith('-12-31')) return t(locale, 'years.daysTo', { ...params, date: to.slice(5) }) + sparse;
  if (!from.endsWith('-01-01')) return t(locale, 'years.daysFrom', { ...params, date: from.slice(5) }) + sparse;
  return t(locale, 'years.days', params) + sparse;
}
