/** Everything a page says about one place to give: what the stations table states, its hours by date, its notices, its next drives. */
import { addDays } from '#src/domain/calendar.ts';
import { inWgs84 } from '#src/domain/coordinates.ts';
import type { Point } from '#src/domain/distance.ts';
import { instantInZone, instantMs } from '#src/domain/instant.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { isMainlandZone } from '#src/domain/opening-hours.ts';
import { encodeSchedule } from '#src/domain/schedule.ts';
import { clockTime, instantOfWall } from '#src/domain/wall-clock.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { StationNoticesRow, StationsRow } from '#src/datasets/rows.ts';
import { firstHoursDate, hoursWindowDays, stationHours } from '#src/indicators/station-hours.ts';
import { nextDrives } from '#src/indicators/next-drives.ts';
import type { TimedDrive } from '#src/indicators/next-drives.ts';
import { formatDate, formatInstant } from '#src/i18n/format.ts';
import { isLocale } from '#src/i18n/locales.ts';
import { dateWords } from '#src/i18n/hours-words.ts';
import type { HoursLine } from '#src/i18n/hours-words.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { districtName, districtsOf } from './districts.ts';
import type { District } from './districts.ts';
import { hoursLines } from './hours-lines.ts';
import { mapLinks } from './map-links.ts';
import type { MapLink } from './map-links.ts';

export type Service = StationsRow['services'][number];

export interface NoticeWords {
  readonly notice: string;
  readonly sentence: string;
  /** The publisher's own words. */
  readonly note: string | null;
  /** After this instant it is over; null: no end is stated. */
  readonly until: string | null;
}

export interface DriveWords {
  readonly drive: string;
  readonly sentence: string;
  /** Instant after which it is over. */
  readonly until: string;
  readonly bookingUrl: string | null;
}

export interface Place {
  readonly station: string;
  readonly path: string;
  readonly name: string;
  readonly kind: StationsRow['kind'];
  readonly kindName: string;
  readonly region: string;
  readonly district: string;
  readonly address: string;
  readonly services: readonly Service[];
  readonly serviceNames: string;
  readonly access: string | null;
  readonly phone: string | null;
  readonly bookingUrl: string | null;
  readonly confirmed: string;
  /** Seven days from the build's date on; empty where nothing is known. */
  readonly week: readonly HoursLine[];
  /** The hours as stated, where they cannot be read. */
  readonly statedHours: string | null;
  readonly hasHours: boolean;
  /** The schedule for the browser; null: no badge. */
  readonly encoded: string | null;
  readonly notices: readonly NoticeWords[];
  readonly drives: readonly DriveWords[];
  /** WGS-84 to four decimals (11 m), for distances; null without coordinates. */
  readonly point: Point | null;
  readonly mapLinks: readonly MapLink[];
}

export const weekDays = 7;
const drivesShown = 3;

/** First and last date of the printed week, and the last of the window. */
export function hoursDates(portal: Portal): { readonly from: string; readonly weekEnd: string; readonly until: string } {
  const from = firstHoursDate(portal);
  return { from, weekEnd: addDays(from, weekDays - 1), until: addDays(from, hoursWindowDays - 1) };
}

function inWords(locale: Locale, zh: string | null, en: string | null): string {
  return (locale === 'zh' ? zh : (en ?? zh)) ?? '';
}

/** All stations, by district in the order of the regions table, within one by address and name. */
const placesByLocale: (portal: Portal, locale?: string) => readonly Place[] = oncePerPortal((portal, key) => {
  const locale: Locale = isLocale(key) ? key : 'zh';
  const rows = portal.rows('stations');
  const order = districtsOf(portal, rows.map(({ region }) => region), locale).map(({ region }) => region);
  const text = (row: StationsRow): string => `${row.addressZh ?? ''} ${row.station}`;
  // A number in an address sorts as a number, the same on every machine.
  const collator = new Intl.Collator('zh-Hans-CN-u-kn-true');
  return rows
    .toSorted((a, b) => order.indexOf(a.region) - order.indexOf(b.region) || collator.compare(text(a), text(b)))
    .map((row) => placeOf(portal, row, locale));
});

/** Every place of the stations table, by district; none without the table. */
export function places(portal: Portal, locale: Locale): readonly Place[] {
  return placesByLocale(portal, locale);
}

/** Districts that have a place, each with its places. */
export function placesByDistrict(portal: Portal, list: readonly Place[], locale: Locale): readonly (District & { readonly places: readonly Place[] })[] {
  return districtsOf(portal, list.map(({ region }) => region), locale).map((district) => ({ ...district, places: list.filter(({ region }) => region === district.region) }));
}

function placeOf(portal: Portal, row: StationsRow, locale: Locale): Place {
  const hours = stationHours(portal).get(row.station);
  const { from } = hoursDates(portal);
  const name = inWords(locale, row.nameZh, row.nameEn);
  const address = inWords(locale, row.addressZh, row.addressEn);
  const schedule = hours?.schedule ?? null;
  const isDemonstration = portal.settings.demonstration !== null;
  const isMainland = isMainlandZone(portal.settings.timeZone);
  const position = isMeasured(row.longitude) && isMeasured(row.latitude) && row.crs !== null ? { longitude: row.longitude, latitude: row.latitude, crs: row.crs } : null;
  const point = position === null ? null : inWgs84(position, position.crs, isMainland);
  return {
    station: row.station,
    path: `/stations/${row.station}/`,
    name,
    kind: row.kind,
    kindName: t(locale, `stations.kind.${row.kind}`),
    region: row.region,
    district: districtName(portal, row.region, locale),
    address,
    services: row.services,
    serviceNames: row.services.map((service) => t(locale, `stations.service.${service}`)).join(t(locale, 'stations.hours.separator')),
    access: inWords(locale, row.accessZh, row.accessEn) || null,
    phone: row.phone,
    bookingUrl: row.bookingUrl,
    confirmed: row.confirmedOn === null ? t(locale, 'stations.confirmed.none') : t(locale, 'stations.confirmed', { date: formatDate(row.confirmedOn, locale) }),
    week: schedule === null ? [] : hoursLines(schedule, from, weekDays, locale, hours?.awayOn),
    statedHours: hours?.isReadable === false ? hours.stated : null,
    hasHours: row.hours !== null,
    encoded: schedule === null ? null : encodeSchedule(schedule),
    notices: (hours?.notices ?? []).map((notice) => noticeWords(portal, notice, locale)),
    drives: nextDrives(portal).filter(({ drive }) => drive.station === row.station).slice(0, drivesShown).map((drive) => driveWords(portal, drive, locale)),
    point: point === null ? null : { longitude: Math.round(point.longitude * 1e4) / 1e4, latitude: Math.round(point.latitude * 1e4) / 1e4 },
    mapLinks: position === null || isDemonstration ? [] : mapLinks({ ...position, name, address }, isMainland),
  };
}

/** A notice as a dated sentence in the region's time, with the publisher's words beside it. */
function noticeWords(portal: Portal, notice: StationNoticesRow, locale: Locale): NoticeWords {
  const from = momentWords(portal, notice.from, locale, false);
  return {
    notice: notice.notice,
    sentence: notice.until === null ? t(locale, `stations.notice.${notice.status}Open`, { from }) : t(locale, `stations.notice.${notice.status}`, { from, until: momentWords(portal, notice.until, locale, true) }),
    note: inWords(locale, notice.noteZh, notice.noteEn) || null,
    until: notice.until,
  };
}

/** An instant on the region's clock; at midnight the date that begins there, or as an end the date that ends there. */
function momentWords(portal: Portal, instant: string, locale: Locale, isEnd: boolean): string {
  const local = instantInZone(instantMs(instant), portal.settings.timeZone);
  if (local.slice(11, 16) !== '00:00') return formatInstant(local, locale);
  return formatDate(isEnd ? addDays(local.slice(0, 10), -1) : local.slice(0, 10), locale);
}

/** A drive as a line: `11月23日 周一 09:00–12:00，甲区示例大学体育馆`. */
export function driveWords(portal: Portal, { drive, from, until }: TimedDrive, locale: Locale): DriveWords {
  const date = dateWords(drive.date, locale);
  const place = inWords(locale, drive.placeZh, drive.placeEn);
  const isTimed = drive.start !== null && drive.end !== null;
  return {
    drive: drive.drive,
    sentence: isTimed
      ? t(locale, 'stations.drives.line', { date, hours: t(locale, 'stations.hours.span', { from: clockTime(from), until: clockTime(until, true) }), place })
      : t(locale, 'stations.drives.untimed', { date, place }),
    until: instantOfWall(until, portal.settings.timeZone),
    bookingUrl: drive.bookingUrl,
  };
}
