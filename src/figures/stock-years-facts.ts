/** What the history page states from the daily numbers: the lowest value, the change within a year, the longest gap, the days under the line by year, rare groups by month. */
import { dateOfDay } from '#src/domain/calendar.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { GroupHistory } from '#src/indicators/group-histories.ts';
import { longestGap, lowestOf, yearAgo } from '#src/domain/history-facts.ts';
import { decimalsOf } from '#src/domain/shown-value.ts';
import type { DayValue } from '#src/domain/history-facts.ts';
import { levelYears } from '#src/indicators/level-years.ts';
import { monthlyStock } from '#src/indicators/monthly.ts';
import { isNumber, lastDayOf } from '#src/indicators/series.ts';
import type { StockNow } from '#src/indicators/stock-now.ts';
import { stockRecords } from '#src/indicators/stock-records.ts';
import { correctedDays } from '#src/publishing/corrected-days.ts';
import { currentLog } from '#src/releases/current-log.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { componentName, groupName, groupsInWords, stockNumber, stockQuantity, unitWord } from './blood-words.ts';
import type { FigureTable, TableCell } from './figure.ts';
import { stationName } from './stock-table.ts';
import { shownOn } from './stock-value.ts';

export interface Finding {
  readonly finding: string;
  readonly table: FigureTable;
}

/** The page's heading: the lowest value of all groups and years. */
export function lowestHeading(groups: readonly GroupHistory[], now: StockNow, locale: Locale): string {
  const lowest = groups.flatMap((group) => {
    const found = lowestOf(group.shown);
    return found === null ? [] : [{ group, ...found }];
  });
  const [first] = lowest.toSorted((a, b) => a.value - b.value || a.day - b.day);
  if (first === undefined) return t(locale, 'desk.title.empty');
  const from = dateOfDay(Math.min(...groups.map(({ shown }) => shown.start)));
  const equals = lowest.filter(({ value }) => value === first.value).length;
  const months = { from: formatDate(from.slice(0, 7), locale), to: formatDate((now.date ?? from).slice(0, 7), locale) };
  return t(locale, groups.length === 1 ? 'desk.title.single' : equals > 1 ? 'desk.title.equal' : 'desk.title', {
    span: t(locale, months.from === months.to ? 'desk.span.one' : 'desk.span', months),
    component: componentName(first.group.entry.component, locale),
    group: groupsInWords([groupName(first.group.entry.group, now.groups, locale)], locale),
    value: stockQuantity(shownOn({ value: first.value, unit: first.group.unit }, first.group.periods, first.day), first.group.unit, locale),
    date: formatDate(dateOfDay(first.day), locale),
    others: equals - 1,
  });
}

/** One row a group; a number of a day that stands corrected is marked. */
export function extremes(groups: readonly GroupHistory[], now: StockNow, locale: Locale, log: ReleaseLog = currentLog()): Finding {
  const day = Math.max(...groups.map(({ shown }) => lastDayOf(shown)));
  const date = formatDate(dateOfDay(day), locale);
  const gaps = groups.flatMap((group) => {
    const gap = longestGap(group.shown, day);
    return gap === null ? [] : [{ group, ...gap }];
  });
  const [longest] = gaps.toSorted((a, b) => b.days - a.days);
  const isEverywhere = gaps.length === groups.length && groups.length > 1 && gaps.every(({ from, to }) => from === longest?.from && to === longest.to);
  const finding =
    longest === undefined
      ? t(locale, 'desk.gap.none')
      : t(locale, longest.days === 1 ? 'desk.gap.one' : 'desk.gap.longest', {
          group: isEverywhere ? t(locale, 'desk.gap.all', { count: groups.length }) : groupName(longest.group.entry.group, now.groups, locale),
          from: formatDate(dateOfDay(longest.from), locale),
          to: formatDate(dateOfDay(longest.to), locale),
          days: longest.days,
        });
  const none = t(locale, 'history.gap');
  const rows = groups.map((group): readonly TableCell[] => {
    const { shown, unit, periods } = group;
    const shownOf = ({ day: at, value }: DayValue): number => shownOn({ value, unit }, periods, at);
    const { now: latest, before } = yearAgo(shown, day);
    const lowest = lowestOf(shown);
    const gap = longestGap(shown, day);
    const corrected = correctedDays(log, group.entry);
    const cell = (text: string, found: DayValue): TableCell => ({ text, value: found.value, ...(corrected.has(dateOfDay(found.day)) ? { mark: 'revised' } : {}) });
    return [
      groupName(group.entry.group, now.groups, locale),
      lowest === null ? none : cell(stockQuantity(shownOf(lowest), unit, locale), lowest),
      lowest === null ? '' : dateOfDay(lowest.day),
      before === null ? none : cell(stockNumber(shownOf(before), unit), before),
      latest === null ? none : cell(stockNumber(shownOf(latest), unit), latest),
      before === null || latest === null ? none : { text: formatNumber(latest.value - before.value, decimalsOf(unit), { sign: true, fixed: unit === 'days' }), value: latest.value - before.value },
      gap === null ? t(locale, 'desk.gap.noneShort') : { text: t(locale, 'desk.gap.cell', { days: gap.days, from: dateOfDay(gap.from), to: dateOfDay(gap.to) }), value: gap.days },
    ];
  });
  return {
    finding,
    table: {
      caption: t(locale, 'desk.facts.caption', { date }),
      columns: [
        { title: t(locale, 'stock.column.group') },
        { title: t(locale, 'desk.column.lowest'), numeric: true },
        { title: t(locale, 'desk.column.lowestDate') },
        { title: t(locale, 'desk.column.before'), numeric: true },
        { title: t(locale, 'desk.column.now'), numeric: true },
        { title: t(locale, 'desk.column.change'), numeric: true },
        { title: t(locale, 'desk.column.gap') },
      ],
      rows,
    },
  };
}

/** Days below normal by year; null where no day has a level. */
export function daysUnder(groups: readonly GroupHistory[], now: StockNow, locale: Locale): Finding | null {
  const columns = groups.map((group) => ({
    name: groupName(group.entry.group, now.groups, locale),
    years: new Map(levelYears(group.history.start, group.history.levels).map((year) => [year.year, year])),
  }));
  const cells = columns.flatMap(({ name, years }) => [...years.values()].filter(({ known }) => known > 0).map(({ year, underThreshold }) => ({ name, year, days: underThreshold })));
  const [most] = cells.toSorted((a, b) => b.days - a.days);
  if (most === undefined) return null;
  const isStated = groups.every(({ history }) => history.levelsBy.every((by) => by !== 'portal'));
  return {
    finding: most.days === 0 ? t(locale, 'desk.under.never') : t(locale, isStated ? 'desk.under.mostStated' : 'desk.under.most', { group: most.name, year: formatDate(String(most.year), locale), days: most.days }),
    table: {
      caption: t(locale, isStated ? 'desk.under.captionStated' : 'desk.under.caption'),
      columns: [{ title: t(locale, 'years.table.year') }, ...columns.map(({ name }) => ({ title: name, numeric: true }))],
      rows: [...new Set(columns.flatMap(({ years }) => [...years.keys()]))]
        .toSorted((a, b) => b - a)
        .map((year) => [
          String(year),
          ...columns.map(({ years }): TableCell => {
            const found = years.get(year);
            if (found === undefined || found.known === 0) return t(locale, 'history.gap');
            return { text: t(locale, 'desk.under.cell', { days: found.underThreshold, known: found.known }), value: found.underThreshold };
          }),
        ]),
    },
  };
}

/** The groups that are published by month only: their stock at the end of each month, for the whole region. */
export function rareMonths(portal: Portal, now: StockNow, locale: Locale): readonly (Finding & { readonly group: string; readonly name: string })[] {
  const records = stockRecords(portal);
  return now.entries
    .filter((entry) => entry.component === now.headlineComponent && entry.station === 'all' && entry.rare !== null)
    .flatMap((entry) => {
      const series = records.stock.find(entry);
      const latest = Math.max(...records.stock.series.filter((one) => one.component === entry.component).map((one) => one.lastRowDay));
      const months = series === null ? [] : monthlyStock(series, latest).flatMap(({ month, value }) => (isNumber(value) ? [{ month, value }] : []));
      const last = months.at(-1);
      if (last === undefined) return [];
      const name = groupName(entry.group, now.groups, locale);
      return [
        {
          group: entry.group,
          name,
          finding: t(locale, 'desk.rare.finding', { group: name, month: formatDate(last.month, locale), quantity: stockQuantity(last.value, entry.unit, locale) }),
          table: {
            caption: t(locale, 'desk.rare.caption', { group: name, station: stationName(portal, 'all', locale), unit: unitWord(entry.unit, locale) }),
            columns: [{ title: t(locale, 'desk.column.month') }, { title: t(locale, 'stock.column.quantity'), numeric: true }],
            rows: months.toReversed().map(({ month, value }) => [month, { text: stockNumber(value, entry.unit), value }]),
          },
        },
      ];
    });
}
