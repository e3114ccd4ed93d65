/** Whether a group's stock is normal for the season: one sentence, and the same time of each earlier year as bars. */
import type { Portal } from '#src/datasets/portal.ts';
import type { StockUnit } from '#src/domain/blood.ts';
import type { StockEntry, StockNow } from '#src/indicators/stock-now.ts';
import { drawYearBars, layoutYearBars } from '#src/charts/year-bars.ts';
import type { YearBarsInput } from '#src/charts/year-bars.ts';
import { formatDate } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { componentName, groupName, stockNumber, stockQuantity, unitWord } from './blood-words.ts';
import { drawingWidths } from './figure.ts';
import type { Figure } from './figure.ts';
import { stockSource } from './stock-dates.ts';
import { shownValue } from './stock-value.ts';

/** The season compares days of supply, or percent where the publisher states percent. */
function seasonUnit(entry: StockEntry): StockUnit {
  return entry.unit === 'percent' ? 'percent' : 'days';
}

/** `在往年同期的范围内：近 7 天平均 6.2 天，9 年的同期多在 5.1–8.4 天`, without a full stop; null where there is no comparison. */
export function seasonSentence(entry: StockEntry, locale: Locale): string | null {
  const { season } = entry;
  if (season === null) return null;
  const unit = seasonUnit(entry);
  // By the printed numbers: the sentence must not contradict itself.
  const printed = (number: number): number => shownValue({ value: number, unit }, { thresholds: [] });
  const value = printed(season.value);
  const place = value < printed(season.p10) ? 'below' : value > printed(season.p90) ? 'above' : 'within';
  return t(locale, `season.${place}`, {
    value: stockQuantity(season.value, unit, locale),
    years: season.years,
    p10: stockNumber(season.p10, unit),
    p90: stockQuantity(season.p90, unit, locale),
  });
}

/** How many of the earlier years were lower, and on what the years are aligned. */
export function seasonNotes(entry: StockEntry, locale: Locale): readonly string[] {
  const { season } = entry;
  if (season === null) return [];
  const below = season.earlier.filter(({ value }) => value < season.value).length;
  const offset = season.offsetDays ?? 0;
  const aligned =
    season.alignedOn === 'calendar'
      ? t(locale, 'season.aligned.calendar')
      : t(locale, 'season.aligned.spring_festival', {
          offset: t(locale, offset < 0 ? 'season.offset.before' : offset > 0 ? 'season.offset.after' : 'season.offset.on', { days: Math.abs(offset) }),
        });
  return [t(locale, 'season.rank', { years: season.years, below }), aligned];
}

/** The exhibit; null where there is no comparison. */
export function seasonFigure(portal: Portal, now: StockNow, entry: StockEntry, locale: Locale): Figure | null {
  const { season } = entry;
  const finding = seasonSentence(entry, locale);
  if (season === null || finding === null) return null;
  const unit = seasonUnit(entry);
  const source = stockSource(portal, entry.date, locale);
  const days = [{ date: entry.date, value: season.value, isNow: true }, ...season.earlier.map((one) => ({ ...one, isNow: false }))];
  const input: YearBarsInput = {
    label: finding,
    parts: [
      { colour: 'ink', label: t(locale, 'season.now') },
      { colour: 'context', label: t(locale, 'season.earlier') },
    ],
    rows: days.map(({ date, value, isNow }) => ({
      label: date,
      values: isNow ? [value, 0] : [0, value],
      total: stockQuantity(value, unit, locale),
    })),
    emptyLabel: '',
    source,
  };
  return {
    id: 'season',
    finding,
    subtitle: t(locale, 'season.subtitle', {
      group: groupName(entry.group, now.groups, locale),
      component: componentName(entry.component, locale),
      unit: unitWord(unit, locale),
    }),
    drawing: {
      narrow: drawYearBars(layoutYearBars(input, drawingWidths.narrow)),
      wide: drawYearBars(layoutYearBars(input, drawingWidths.wideBars)),
    },
    table: {
      caption: t(locale, 'season.table'),
      columns: [{ title: t(locale, 'stock.column.date') }, { title: t(locale, 'common.aside', { words: t(locale, 'season.table.value'), aside: unitWord(unit, locale) }), numeric: true }],
      rows: days.map(({ date, value }) => [formatDate(date, locale), stockNumber(value, unit)]),
    },
    source,
    asOf: entry.date,
  };
}
