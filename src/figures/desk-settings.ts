/** What the history page hands to its script, made from the portal. */
import type { Component } from '#src/domain/blood.ts';
import { dateOfDay, dayNumber, yearOf } from '#src/domain/calendar.ts';
import { springFestivalDay } from '#src/domain/lunar.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { componentsWithHistory, stationHistories } from '#src/indicators/group-histories.ts';
import type { StationHistories } from '#src/indicators/group-histories.ts';
import { isNumber, lastDayOf } from '#src/indicators/series.ts';
import type { StockNow } from '#src/indicators/stock-now.ts';
import { currentRelease } from '#src/releases/current-release.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { zh as scriptMessages } from '#src/i18n/messages/zh/desk-script.ts';
import { inLocale, t, template } from '#src/i18n/translate.ts';
import { capitalised, componentName, groupName, unitWord } from './blood-words.ts';
import { datedNotes, longSpanDays, restrictionBands, thresholdsOf } from './desk-context.ts';
import { stockSource } from './stock-dates.ts';
import { stationName } from './stock-table.ts';

/** Address of the numbers of a component at a station, null where that kind is not published. */
export type PieceAddress = (kind: 'stock' | 'flow', component: string, station: string) => string | null;

/** `finding` is what the page says above its own drawing; `pieceOf` and `embed` are the addresses of the numbers, of the page that other sites embed and of the script that gives it its height. */
export function deskSettings(portal: Portal, now: StockNow, locale: Locale, { pieceOf, page, embed, embedScript }: { readonly pieceOf: PieceAddress; readonly page: string; readonly embed: string; readonly embedScript: string }, finding: string) {
  const components = componentsWithHistory(portal).map((component) => componentSettings(portal, now, locale, component, pieceOf));
  const years = components.flatMap(({ stations }) => stations.flatMap(({ from, to }) => [yearOf(from), yearOf(to)]));
  const firstYear = Math.min(...years) - 1;
  type Word = keyof typeof scriptMessages;
  return {
    locale,
    components,
    finding,
    source: now.date === null ? '' : stockSource(portal, now.date, locale),
    release: currentRelease(),
    /** Machine word of a demonstration for the last column of its files; empty outside one. */
    demonstration: portal.settings.demonstration === null ? '' : '示例 demonstration',
    longSpanDays,
    /** Days of Spring Festival, one a year from `firstYear` to the year after the last. */
    festivals: { firstYear, days: Array.from({ length: Math.max(...years) + 2 - firstYear }, (_, index) => springFestivalDay(firstYear + index)) },
    page,
    embed,
    embedScript,
    words: Object.fromEntries((Object.keys(scriptMessages) as Word[]).map((key) => [key, template(locale, key)])) as Record<Word, string>,
  };
}

function componentSettings(portal: Portal, now: StockNow, locale: Locale, component: Component, pieceOf: PieceAddress) {
  const stations = stationHistories(portal, component);
  const [first] = stations;
  const unit = first?.groups[0]?.entry.unit ?? 'U';
  const asOf = dateOfDay(lastOf(stations));
  return {
    component,
    name: capitalised(componentName(component, locale)),
    unit,
    unitWord: unitWord(unit, locale),
    stations: stations.map((one) => stationSettings(portal, now, locale, component, one, pieceOf)),
    bands: restrictionBands(portal, component, dayNumber(asOf)),
    notes: datedNotes(portal, component, locale),
    citations: (['zh', 'en'] as const).map((language) =>
      t(language, language === 'zh' ? 'desk.cite.gbt' : 'desk.cite.en', {
        publisher: inLocale(language, portal.settings.publisher),
        title: inLocale(language, portal.settings.title),
        component: componentName(component, language),
        asOf,
        // These are filled by the script.
        station: '{station}',
        from: '{from}',
        to: '{to}',
        accessed: '{accessed}',
        address: '{address}',
      }),
    ),
  };
}

function stationSettings(portal: Portal, now: StockNow, locale: Locale, component: Component, histories: StationHistories, pieceOf: PieceAddress) {
  const { station, groups } = histories;
  const unit = groups[0]?.entry.unit ?? 'U';
  const slugs = component === now.headlineComponent ? now.groups : groups.map(({ entry }) => entry.group);
  const nameOf = ({ entry }: (typeof groups)[number]): string => groupName(entry.group, slugs, locale);
  const last = lastOf([histories]);
  const hasDays = groups.some((group) => unit !== 'days' && group.history.days.some(isNumber));
  return {
    station,
    name: stationName(portal, station, locale),
    cited: (['zh', 'en'] as const).map((language) => (station === 'all' ? '' : t(language, 'desk.cite.station', { station: stationName(portal, station, language) }))),
    piece: pieceOf('stock', component, station) ?? '',
    flow: pieceOf('flow', component, station),
    hasDays,
    hasLevels: groups.some(({ history }) => history.levels.some((level) => level !== null)),
    from: dateOfDay(Math.min(...groups.map(({ history }) => history.start))),
    to: dateOfDay(last),
    groups: groups.map((group) => ({
      group: group.entry.group,
      name: nameOf(group),
      thresholds: { days: hasDays ? thresholdsOf(portal, group, 'days', last, locale) : [], stock: thresholdsOf(portal, group, unit, last, locale) },
    })),
  };
}

/** The last day of the histories of some stations. */
function lastOf(stations: readonly StationHistories[]): number {
  return Math.max(...stations.flatMap(({ groups }) => groups.map(({ history }) => lastDayOf(history.quantity))));
}
