/** Drives as they stand in a list: one with all that is said about it, days of them, weeks of days. */
import { daysBetween } from '#src/domain/calendar.ts';
import type { IsoDate } from '#src/domain/calendar.ts';
import { inWgs84 } from '#src/domain/coordinates.ts';
import type { Point } from '#src/domain/distance.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { isMainlandZone } from '#src/domain/opening-hours.ts';
import { clockTime, instantOfWall } from '#src/domain/wall-clock.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { DrivesRow } from '#src/datasets/rows.ts';
import { inOrderOfTime } from '#src/indicators/next-drives.ts';
import type { TimedDrive } from '#src/indicators/next-drives.ts';
import { dateWords } from '#src/i18n/hours-words.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { categoryWord } from './dictionary.ts';
import { districtName } from './districts.ts';
import { mapLinks } from './map-links.ts';
import type { MapLink } from './map-links.ts';
import { places } from './place.ts';

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

/** In order of time, by day. */
export function daysOfDrives(portal: Portal, rows: readonly DrivesRow[], locale: Locale): readonly DriveDay[] {
  return [...Map.groupBy(inOrderOfTime(rows), ({ drive }) => drive.date)].map(([date, drives]) => ({ date, title: dateWords(date, locale), drives: drives.map((timed) => itemOf(portal, timed, locale)) }));
}

function itemOf(portal: Portal, { drive: row, from, until }: TimedDrive, locale: Locale): DriveItem {
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
