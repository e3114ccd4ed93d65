/** Calendars of drives (RFC 5545): one of each region and one of each drive. A moved or cancelled drive keeps its UID and gets the next SEQUENCE. */
import ICAL from 'ical.js';
import { addDays, dayNumber } from '#src/domain/calendar.ts';
import { instantMs, localInstant, offsetMinutes } from '#src/domain/instant.ts';
import type { Instant } from '#src/domain/instant.ts';
import { isMeasured } from '#src/domain/missing.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { DrivesRow } from '#src/datasets/rows.ts';
import { inLocale, t } from '#src/i18n/translate.ts';
import { driveSequence } from '#src/releases/drive-sequence.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';

/** What GEO wants is WGS-84; CGCS2000 differs from it by centimetres. Others stay in the table. */
const published = ['WGS84', 'CGCS2000'];

/** Regions that have a calendar: those of drives, and what they lie in up to the portal's own region. */
export function calendarRegions(portal: Portal): readonly string[] {
  const named = portal.rows('drives').flatMap(({ region }) => regionsUp(portal, region));
  return [...new Set(named)].toSorted();
}

/** A region and the regions that it lies in, up to the portal's own; the region alone where it does not lie in that. */
function regionsUp(portal: Portal, region: string): readonly string[] {
  const parents = new Map(portal.rows('regions').map((row) => [row.region, row.parent]));
  const chain = [region];
  for (let at = region; at !== portal.settings.region; ) {
    const parent = parents.get(at);
    if (parent === undefined || parent === null || chain.includes(parent)) return [region];
    chain.push(parent);
    at = parent;
  }
  return chain;
}

/** The drives of a region and of what lies in it, by date, start and id. */
export function drivesIn(portal: Portal, region: string): readonly DrivesRow[] {
  const order = ({ date, start, drive }: DrivesRow): string => `${date} ${start ?? ''} ${drive}`;
  return portal.rows('drives').filter((drive) => regionsUp(portal, drive.region).includes(region)).toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The text of a calendar with these drives; `addressOf` gives the absolute address of a page. */
export function driveCalendar(portal: Portal, log: ReleaseLog, drives: readonly DrivesRow[], name: string, addressOf: (path: string) => string): string {
  const calendar = new ICAL.Component('vcalendar');
  const zone = zoneOf(portal, drives);
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Open Blood Portal//Drives//ZH');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', `${demonstrationMark(portal)}${name}`);
  calendar.addPropertyWithValue('x-wr-timezone', portal.settings.timeZone);
  if (zone !== null) calendar.addSubcomponent(zone);
  for (const drive of drives) calendar.addSubcomponent(eventOf(portal, log, drive, zone !== null, addressOf));
  return `${calendar.toString()}\r\n`;
}

function demonstrationMark(portal: Portal): string {
  return portal.settings.demonstration === null ? '' : '【示例】';
}

/** The zone of the portal where its clocks are not changed between the first and the last drive; null where they are, and then times are given in UTC. */
function zoneOf(portal: Portal, drives: readonly DrivesRow[]): ICAL.Component | null {
  const { timeZone } = portal.settings;
  const days = drives.map(({ date }) => dayNumber(date));
  if (days.length === 0) return null;
  const offsets = new Set<number>();
  for (let day = Math.min(...days) - 1; day <= Math.max(...days) + 1; day += 1) offsets.add(offsetMinutes(day * 86_400_000, timeZone));
  const [offset] = offsets;
  if (offsets.size !== 1 || offset === undefined) return null;
  const zone = new ICAL.Component('vtimezone');
  zone.addPropertyWithValue('tzid', timeZone);
  const standard = new ICAL.Component('standard');
  const shown = ICAL.UtcOffset.fromSeconds(offset * 60);
  standard.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString('1970-01-01T00:00:00'));
  standard.addPropertyWithValue('tzoffsetfrom', shown);
  standard.addPropertyWithValue('tzoffsetto', shown);
  zone.addSubcomponent(standard);
  return zone;
}

function eventOf(portal: Portal, log: ReleaseLog, drive: DrivesRow, isZoned: boolean, addressOf: (path: string) => string): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const { sequence, changedAt } = driveSequence(log, drive.drive);
  event.addPropertyWithValue('uid', `${drive.drive}@${new URL(portal.settings.site).hostname}`);
  event.addPropertyWithValue('sequence', sequence);
  event.addPropertyWithValue('dtstamp', utcTime(changedAt ?? log.releases[0]?.at ?? portal.asOf));
  addTimes(event, portal, drive, isZoned);
  event.addPropertyWithValue('summary', summaryOf(portal, drive));
  event.addPropertyWithValue('description', descriptionOf(drive));
  event.addPropertyWithValue('location', inBoth(drive.placeZh, drive.placeEn));
  const { longitude, latitude, crs } = drive;
  // Nobody is led to a place that does not exist.
  if (portal.settings.demonstration === null && isMeasured(longitude) && isMeasured(latitude) && crs !== null && published.includes(crs)) event.addPropertyWithValue('geo', [latitude, longitude]);
  event.addPropertyWithValue('url', addressOf(`/drives/#${drive.drive}`));
  event.addPropertyWithValue('status', drive.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED');
  return event;
}

/** Start and end as stated on the region's clocks; a day without times where no start is stated. */
function addTimes(event: ICAL.Component, portal: Portal, { date, start, end }: DrivesRow, isZoned: boolean): void {
  if (start === null) {
    event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(date));
    event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(date, 1)));
    return;
  }
  for (const [property, time] of [['dtstart', start], ['dtend', end]] as const) {
    if (time === null) continue;
    if (isZoned) event.addPropertyWithValue(property, ICAL.Time.fromDateTimeString(`${date}T${time}:00`)).setParameter('tzid', portal.settings.timeZone);
    else event.addPropertyWithValue(property, utcTime(localInstant(date, time, portal.settings.timeZone)));
  }
}

/** An instant in UTC, to the second. */
function utcTime(instant: Instant): ICAL.Time {
  return ICAL.Time.fromDateTimeString(new Date(instantMs(instant)).toISOString().replace(/\.\d+Z$/, 'Z'));
}

function summaryOf(portal: Portal, drive: DrivesRow): string {
  const words = (['zh', 'en'] as const).map((locale) => t(locale, drive.status === 'cancelled' ? 'drives.calendar.cancelled' : 'drives.calendar.summary', { place: inLocale(locale, { zh: drive.placeZh, en: drive.placeEn ?? drive.placeZh }) }));
  return `${demonstrationMark(portal)}${words.join(' · ')}`;
}

function descriptionOf(drive: DrivesRow): string {
  return (['zh', 'en'] as const)
    .flatMap((locale) => [
      t(locale, 'drives.calendar.services', { services: drive.services.map((service) => t(locale, `stations.service.${service}`)).join(locale === 'zh' ? '、' : ', ') }),
      (locale === 'zh' ? drive.noteZh : (drive.noteEn ?? drive.noteZh)) ?? '',
    ])
    .concat(drive.bookingUrl ?? '')
    .filter((line) => line !== '')
    .join('\n');
}

function inBoth(zh: string, en: string | null): string {
  return en === null || en === zh ? zh : `${zh} · ${en}`;
}
