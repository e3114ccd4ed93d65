/** What the page of one station says beyond its place in the list: heading, later hours, stock, family. */
import { addDays, daysBetween } from '#src/domain/calendar.ts';
import { announcedYears } from '#src/domain/holidays.ts';
import { isMainlandZone } from '#src/domain/opening-hours.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { stationHours } from '#src/indicators/station-hours.ts';
import { stockNow } from '#src/indicators/stock-now.ts';
import { formatDate } from '#src/i18n/format.ts';
import type { HoursLine } from '#src/i18n/hours-words.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { hoursLines } from './hours-lines.ts';
import { hoursDates, places } from './place.ts';
import type { Place } from './place.ts';
import type { FigureTable } from './figure.ts';
import { stockTableRow } from './stock-table.ts';

/** The hours of the build's date as the finding: `示例市血液中心：11月21日 周六 08:00–17:00`. */
export function stationHeading(portal: Portal, place: Place, locale: Locale): string {
  const schedule = stationHours(portal).get(place.station)?.schedule ?? null;
  const [first] = schedule === null ? [] : hoursLines(schedule, hoursDates(portal).from, 1, locale, stationHours(portal).get(place.station)?.awayOn);
  return first === undefined ? t(locale, 'station.headingUnknown', { name: place.name }) : t(locale, 'station.heading', { name: place.name, date: first.dates, hours: first.hours });
}

/** The hours after the printed week, to the end of the window. */
export function laterHours(portal: Portal, place: Place, locale: Locale): readonly HoursLine[] {
  const hours = stationHours(portal).get(place.station);
  if (hours === undefined || hours.schedule === null) return [];
  const { weekEnd, until } = hoursDates(portal);
  return hoursLines(hours.schedule, addDays(weekEnd, 1), daysBetween(weekEnd, until), locale, hours.awayOn);
}

/** Why some days of the window are unknown: the year's holidays are not announced; null where that is not so. */
export function unknownSentence(portal: Portal, place: Place, locale: Locale): string | null {
  const last = `${Math.max(...announcedYears)}-12-31`;
  if (place.encoded === null || place.statedHours !== null || !isMainlandZone(portal.settings.timeZone) || hoursDates(portal).until <= last) return null;
  return t(locale, 'station.unknownAfter', { date: formatDate(last, locale) });
}

/** That no change is announced; of a vehicle that goes to drives, none besides these. null where a notice says what changes. */
export function changesSentence(portal: Portal, place: Place, locale: Locale): string | null {
  if (place.notices.length > 0) return null;
  const goesAway = (stationHours(portal).get(place.station)?.awayOn ?? []).length > 0;
  return t(locale, goesAway ? 'station.changes.onlyAway' : 'station.changes.none', { until: formatDate(hoursDates(portal).until, locale) });
}

/** The stock that this station publishes on the latest date; null where it publishes none. No levels: those stand where they expire. */
export function stationStock(portal: Portal, place: Place, locale: Locale): FigureTable | null {
  const now = stockNow(portal);
  const rows = now.entries.filter(({ station }) => station === place.station).map((entry) => stockTableRow(portal, now, entry, locale));
  if (rows.length === 0) return null;
  return {
    caption: t(locale, 'station.stock', { name: place.name }),
    columns: [
      { title: t(locale, 'stock.column.component') },
      { title: t(locale, 'stock.column.group') },
      { title: t(locale, 'stock.column.quantity'), numeric: true },
      { title: t(locale, 'stock.column.moment') },
      { title: t(locale, 'stock.column.validUntil') },
    ],
    rows: rows.map((row) => [row.component, row.group, [row.quantity, row.unit].filter((part) => part !== '').join(' '), row.moment, row.validUntil]),
  };
}

/** The station it belongs to and the ones that belong to it. */
export function stationFamily(portal: Portal, place: Place, locale: Locale): { readonly parent: Place | null; readonly children: readonly Place[] } {
  const rows = portal.rows('stations');
  const all = places(portal, locale);
  const parent = rows.find(({ station }) => station === place.station)?.parent ?? null;
  const children = new Set(rows.filter((row) => row.parent === place.station).map(({ station }) => station));
  return { parent: all.find(({ station }) => station === parent) ?? null, children: all.filter(({ station }) => children.has(station)) };
}
