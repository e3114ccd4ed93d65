/** What the page of drives says: the coming ones by date, the months they fall in, what past ones collected. */
import { daysBetween, daysInMonth, firstDayOfMonth, isoDate, lastDayOfMonth, monthOf, monthsFrom, weekday, yearOf } from '#src/domain/calendar.ts';
import type { IsoDate } from '#src/domain/calendar.ts';
import { inWgs84 } from '#src/domain/coordinates.ts';
import type { Point } from '#src/domain/distance.ts';
import { localDateOf } from '#src/domain/instant.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { isMainlandZone } from '#src/domain/opening-hours.ts';
import { clockTime, instantOfWall } from '#src/domain/wall-clock.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { DrivesRow } from '#src/datasets/rows.ts';
import { timedDrive } from '#src/indicators/next-drives.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { categoryWord } from './dictionary.ts';
import { districtName } from './districts.ts';
import type { FigureTable } from './figure.ts';
import { dateWords } from './hours-words.ts';
import { mapLinks } from './map-links.ts';
import type { MapLink } from './map-links.ts';
import { places } from './place.ts';
import { ownSource } from './source-line.ts';

/** So many coming drives are listed, in whole days, and so many past ones. */
const listed = 400;
const pastListed = 60;

export interface DriveItem {
  readonly drive: string;
  readonly date: IsoDate;
  readonly hours: string;
  readonly place: string;
  readonly district: string;
  readonly region: string;
  readonly organiser: string;
  readonly organiserName: string;
  readonly services: DrivesRow['services'];
  readonly serviceNames: string;
  readonly vehicle: { readonly name: string; readonly path: string } | null;
  readonly isCancelled: boolean;
  readonly note: string | null;
  readonly bookingUrl: string | null;
  /** Instant after which it is over. */
  readonly until: string;
  readonly point: Point | null;
  readonly mapLinks: readonly MapLink[];
}

export interface DriveDay {
  readonly date: IsoDate;
  readonly title: string;
  readonly drives: readonly DriveItem[];
}

export interface DriveMonth {
  readonly title: string;
  /** Weeks from Monday on; null: a day of another month. `count` of planned drives, 0 for none. */
  readonly weeks: readonly (readonly ({ readonly day: number; readonly date: IsoDate; readonly count: number; readonly words: string } | null)[])[];
}

export function hasDrives(portal: Portal): boolean {
  return portal.rows('drives').length > 0;
}

function today(portal: Portal): IsoDate {
  return localDateOf(portal.asOf, portal.settings.timeZone);
}

function coming(portal: Portal): readonly DrivesRow[] {
  return portal.rows('drives').filter(({ date, status }) => date >= today(portal) && status !== 'held');
}

/** `11月21日至12月20日安排了 80 场献血活动，另有 1 场取消`. */
export function drivesHeading(portal: Portal, locale: Locale): string {
  const rows = coming(portal);
  const from = formatDate(today(portal), locale);
  const count = rows.filter(({ status }) => status === 'planned').length;
  const last = rows.map(({ date }) => date).toSorted().at(-1);
  if (count === 0 || last === undefined) return t(locale, 'drives.titleNone', { from });
  const cancelled = rows.length - count;
  return t(locale, cancelled > 0 ? 'drives.titleCancelled' : 'drives.title', { from, until: formatDate(last, locale), count, cancelled });
}

/** The coming days with their drives, earliest first, as many whole days as the page holds; `rest`: how many drives lie beyond. */
export function driveDays(portal: Portal, locale: Locale): { readonly days: readonly DriveDay[]; readonly rest: number } {
  const byDay = Map.groupBy(coming(portal).map(timedDrive).toSorted((a, b) => a.from - b.from || (a.drive.drive < b.drive.drive ? -1 : 1)), ({ drive }) => drive.date);
  const days: DriveDay[] = [];
  let count = 0;
  for (const [date, drives] of byDay) {
    if (count > 0 && count + drives.length > listed) break;
    count += drives.length;
    days.push({ date, title: dateWords(date, locale), drives: drives.map((drive) => itemOf(portal, drive.drive, locale)) });
  }
  return { days, rest: coming(portal).length - count };
}

function itemOf(portal: Portal, row: DrivesRow, locale: Locale): DriveItem {
  const { from, until } = timedDrive(row);
  const isMainland = isMainlandZone(portal.settings.timeZone);
  const position = isMeasured(row.longitude) && isMeasured(row.latitude) && row.crs !== null ? { longitude: row.longitude, latitude: row.latitude, crs: row.crs } : null;
  const point = position === null ? null : inWgs84(position, position.crs, isMainland);
  const place = locale === 'zh' ? row.placeZh : (row.placeEn ?? row.placeZh);
  const vehicle = places(portal, locale).find(({ station }) => station === row.station);
  return {
    drive: row.drive,
    date: row.date,
    hours: row.start === null ? t(locale, 'drives.untimed') : row.end === null ? clockTime(from) : t(locale, 'stations.hours.span', { from: clockTime(from), until: clockTime(until, true) }),
    place,
    district: districtName(portal, row.region, locale),
    region: row.region,
    organiser: row.organiserKind,
    organiserName: categoryWord(portal, 'drives', 'organiser_kind', row.organiserKind, locale),
    services: row.services,
    serviceNames: row.services.map((service) => t(locale, `stations.service.${service}`)).join(t(locale, 'stations.hours.separator')),
    vehicle: vehicle === undefined ? null : { name: vehicle.name, path: vehicle.path },
    isCancelled: row.status === 'cancelled',
    note: (locale === 'zh' ? row.noteZh : (row.noteEn ?? row.noteZh)) || null,
    bookingUrl: row.bookingUrl,
    until: instantOfWall(until, portal.settings.timeZone),
    point: point === null ? null : { longitude: Math.round(point.longitude * 1e4) / 1e4, latitude: Math.round(point.latitude * 1e4) / 1e4 },
    mapLinks: position === null || portal.settings.demonstration !== null ? [] : mapLinks({ ...position, name: place, address: '' }, isMainland),
  };
}

export interface DriveWeek {
  /** `11月28日至12月4日，35 场`. */
  readonly title: string;
  readonly days: readonly DriveDay[];
}

/** Seven days each from the first on, so that a page need not show all at once. */
export function driveWeeks(days: readonly DriveDay[], locale: Locale): readonly DriveWeek[] {
  const [first] = days;
  if (first === undefined) return [];
  return [...Map.groupBy(days, ({ date }) => Math.floor(daysBetween(first.date, date) / 7)).values()].map((week) => ({
    title: t(locale, 'drives.week', {
      from: week[0]?.title ?? '',
      until: week.at(-1)?.title ?? '',
      count: week.reduce((sum, { drives }) => sum + drives.filter(({ isCancelled }) => !isCancelled).length, 0),
    }),
    days: week,
  }));
}

/** The months of the listed days as calendars. */
export function driveMonths(days: readonly DriveDay[], locale: Locale): readonly DriveMonth[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const counts = new Map(days.map(({ date, drives }) => [date, drives.filter(({ isCancelled }) => !isCancelled).length]));
  return monthsFrom(monthOf(first.date), monthOf(last.date)).map((month) => {
    const number = Number(month.slice(5));
    const cells = Array.from({ length: daysInMonth(yearOf(month), number) }, (_, index) => {
      const date = isoDate(yearOf(month), number, index + 1);
      const count = counts.get(date) ?? 0;
      return { day: index + 1, date, count, words: t(locale, 'drives.month.count', { count }) };
    });
    const padded = [...blanks(weekday(firstDayOfMonth(month)) - 1), ...cells, ...blanks(7 - weekday(lastDayOfMonth(month)))];
    return { title: t(locale, 'drives.month', { month: formatDate(month, locale) }), weeks: Array.from({ length: padded.length / 7 }, (_, week) => padded.slice(week * 7, week * 7 + 7)) };
  });
}

function blanks(count: number): readonly null[] {
  return Array.from({ length: count }, () => null);
}

export interface PastDrives {
  readonly finding: string;
  readonly notes: readonly string[];
  readonly table: FigureTable;
  readonly source: string;
  readonly asOf: string;
}

/** What drives that were held collected, the latest first; null where none was held. */
export function pastDrives(portal: Portal, locale: Locale): PastDrives | null {
  const held = portal.rows('drives').filter(({ status }) => status === 'held').toSorted((a, b) => (`${a.date} ${a.start ?? ''}` < `${b.date} ${b.start ?? ''}` ? 1 : -1));
  const [latest, earliest] = [held[0], held.at(-1)];
  if (latest === undefined || earliest === undefined) return null;
  const counts = held.flatMap(({ collected }) => (isMeasured(collected) ? [collected] : []));
  const params = { from: formatDate(earliest.date, locale), until: formatDate(latest.date, locale), drives: held.length, collected: formatNumber(counts.reduce((sum, one) => sum + one, 0)) };
  const asOf = today(portal);
  return {
    finding: t(locale, counts.length === held.length ? 'drives.past.finding' : 'drives.past.unknown', params),
    notes: held.length > pastListed ? [t(locale, 'drives.past.rest', { count: pastListed })] : [],
    table: {
      caption: t(locale, 'drives.past.caption'),
      columns: [
        { title: t(locale, 'drives.past.date') },
        { title: t(locale, 'drives.past.place') },
        { title: t(locale, 'drives.past.organiser') },
        { title: t(locale, 'drives.past.collected'), numeric: true },
      ],
      rows: held.slice(0, pastListed).map((row) => [
        formatDate(row.date, locale),
        locale === 'zh' ? row.placeZh : (row.placeEn ?? row.placeZh),
        categoryWord(portal, 'drives', 'organiser_kind', row.organiserKind, locale),
        isMeasured(row.collected) ? { text: formatNumber(row.collected), value: row.collected } : t(locale, 'drives.past.notPublished'),
      ]),
    },
    source: ownSource(portal, t(locale, 'drives.table'), asOf, locale),
    asOf,
  };
}
