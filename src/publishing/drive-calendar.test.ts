/** Calendars of drives through a history of releases, read back by two libraries that did not write them. */
import { readFileSync } from 'node:fs';
import ical from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { expect, test } from 'vitest';
import { emptyLog } from '#src/releases/release-log.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';
import { portalOf } from '#src/datasets/portal.ts';
import { parseSettings } from '#src/datasets/settings.ts';
import type { DataPackage } from '#src/tabular/data-package.ts';
import { calendarRegions, driveCalendar, drivesIn } from './drive-calendar.ts';

type TextRecord = Readonly<Record<string, string>>;
const dataPackage = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;

function portalWith(drives: readonly TextRecord[], settings: Readonly<Record<string, unknown>> = {}) {
  const cells = (table: string, records: readonly TextRecord[]): [string, string[][]] => {
    const fields = dataPackage.resources.find(({ name }) => name === table)!.schema.fields;
    return [table, records.map((record) => fields.map(({ name }) => record[name] ?? ''))];
  };
  const json = JSON.stringify({ title: 'x', publisher: 'x', region: 'city', site: 'https://blood.example.org/', ...settings });
  return portalOf(parseSettings(json, 'portal.json').settings!, '2026-11-21T21:00:00+08:00', dataPackage, new Map([cells('drives', drives), cells('regions', regions)]));
}

const drive: TextRecord = {
  drive: 'd-1', date: '2026-11-25', start: '13:30', end: '17:00', station: '', organiser_kind: 'university', place_zh: '大学; 体育馆, 东门', place_en: 'University gymnasium', region: 'east',
  longitude: '118.05', latitude: '36.8', crs: 'WGS84', services: 'whole_blood', booking_url: 'https://booking.example/', status: 'planned', collected: 'NA', note_zh: '', note_en: '',
};
const regions = [
  { region: 'city', parent: 'province', kind: 'city', name_zh: '市', name_en: 'City' },
  { region: 'east', parent: 'city', kind: 'county', name_zh: '东区', name_en: 'East' },
  { region: 'west', parent: 'city', kind: 'county', name_zh: '西区', name_en: 'West' },
  { region: 'neighbour', parent: 'province', kind: 'city', name_zh: '邻市', name_en: 'Neighbour' },
];
type Change = readonly [column: string | null, old: string, now: string | null];
/** A release a day from the 22nd on, each with its changes of `d-1`. */
function logOf(...releases: readonly (readonly Change[])[]): ReleaseLog {
  const drafts = releases.map((changes, index) => ({
    release: index + 1, at: `2026-11-${22 + index}T18:00:00+08:00`, corrections: [],
    updates: changes.map(([column, old, now]) => ({ table: 'drives', key: ['d-1'], column, old, new: now })),
  }));
  return { ...emptyLog, releases: drafts as unknown as ReleaseLog['releases'] };
}
const text = (record: TextRecord, log: ReleaseLog = emptyLog, settings: Readonly<Record<string, unknown>> = {}) => {
  const portal = portalWith([record], settings);
  return driveCalendar(portal, log, portal.rows('drives'), '市献血活动', (path) => `https://blood.example.org${path}`);
};

/** What both libraries read of the one event; they have to agree. */
function eventIn(calendar: string) {
  const parsed = Object.values(ical.sync.parseICS(calendar)).find((part) => part?.type === 'VEVENT');
  const other = convertIcsCalendar(undefined, calendar).events?.[0];
  if (parsed?.type !== 'VEVENT' || other === undefined) throw new Error('no event');
  const first = {
    uid: parsed.uid, sequence: Number(parsed.sequence ?? 0), status: parsed.status, start: parsed.start.toISOString(), end: parsed.end?.toISOString(), stamp: parsed.dtstamp.toISOString(),
    summary: String(parsed.summary), location: String(parsed.location),
  };
  const second = {
    uid: other.uid, sequence: other.sequence ?? 0, status: other.status, start: other.start.date.toISOString(), end: other.end?.date.toISOString(), stamp: other.stamp.date.toISOString(),
    summary: other.summary, location: other.location ?? '',
  };
  expect(second).toEqual(first);
  return first;
}

test('a new drive: stable UID, the region’s own time, words of both languages, escaped as RFC 5545 wants', () => {
  const calendar = text(drive);
  expect(calendar).toContain('DTSTART;TZID=Asia/Shanghai:20261125T133000\r\n');
  expect(calendar).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n');
  expect(calendar).toContain('GEO:36.8;118.05\r\n');
  expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(eventIn(calendar)).toEqual({
    uid: 'd-1@blood.example.org', sequence: 0, status: 'CONFIRMED', start: '2026-11-25T05:30:00.000Z', end: '2026-11-25T09:00:00.000Z', stamp: '2026-11-21T13:00:00.000Z',
    summary: '献血：大学; 体育馆, 东门 · Blood drive: University gymnasium', location: '大学; 体育馆, 东门 · University gymnasium',
  });
});

test('created, moved, cancelled, cancelled again, back after it had vanished: one UID, each time the next SEQUENCE', () => {
  const moved: readonly Change[] = [['date', '2026-11-25', '2026-11-26'], ['start', '13:30', '09:00']];
  const cancelled: readonly Change[] = [['status', 'planned', 'cancelled']];
  const again: readonly Change[] = [['note_zh', '', '场地检修']];
  const vanished: readonly Change[] = [[null, 'date=2026-11-26', null]];
  const steps: readonly (readonly [TextRecord, readonly (readonly Change[])[]])[] = [
    [drive, [[]]],
    [{ ...drive, date: '2026-11-26', start: '09:00' }, [[], moved]],
    [{ ...drive, date: '2026-11-26', start: '09:00', status: 'cancelled' }, [[], moved, cancelled]],
    [{ ...drive, date: '2026-11-26', start: '09:00', status: 'cancelled', note_zh: '场地检修' }, [[], moved, cancelled, again]],
    [{ ...drive, date: '2026-11-26', start: '09:00', status: 'cancelled', note_zh: '场地检修' }, [[], moved, cancelled, again, vanished]],
  ];
  const events = steps.map(([record, releases]) => eventIn(text(record, logOf(...releases))));
  expect(events.map(({ uid }) => uid)).toEqual(Array.from({ length: 5 }, () => 'd-1@blood.example.org'));
  expect(events.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4]);
  expect(events.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED', 'CANCELLED', 'CANCELLED']);
  expect(events.map(({ stamp }) => stamp.slice(0, 10))).toEqual(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']);
  expect(events[1]?.start).toBe('2026-11-26T01:00:00.000Z');
});

test('a drive that was held as planned is not changed by that', () => {
  const event = eventIn(text({ ...drive, date: '2026-11-20', status: 'held', collected: '31' }, logOf([], [['status', 'planned', 'held'], ['collected', 'NA', '31']])));
  expect([event.sequence, event.status, event.start]).toEqual([0, 'CONFIRMED', '2026-11-20T05:30:00.000Z']);
});

test('the last day of a year, a day without times, a zone that changes its clocks', () => {
  expect(eventIn(text({ ...drive, date: '2026-12-31', start: '20:00', end: '23:30' })).end).toBe('2026-12-31T15:30:00.000Z');
  expect(text({ ...drive, date: '2026-12-31', start: '', end: '' })).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
  const summer = portalWith([{ ...drive, date: '2026-10-24' }, { ...drive, drive: 'd-2', date: '2026-10-26' }], { time_zone: 'Europe/London' });
  const calendar = driveCalendar(summer, emptyLog, summer.rows('drives'), 'x', (path) => path);
  expect(calendar).toContain('DTSTART:20261024T123000Z');
  expect(calendar).toContain('DTSTART:20261026T133000Z');
});

test('a demonstration says so and leads nowhere', () => {
  const calendar = text(drive, emptyLog, { demonstration: { clock: '2026-11-21T21:00:00+08:00' } });
  expect(calendar).toContain('SUMMARY:【示例】');
  expect(calendar).toContain('X-WR-CALNAME:【示例】');
  expect(calendar).not.toContain('GEO:');
});

test('a region’s calendar holds the drives of what lies in it', () => {
  const portal = portalWith([drive, { ...drive, drive: 'd-2', region: 'west', date: '2026-11-24' }, { ...drive, drive: 'd-3', region: 'neighbour' }]);
  expect(calendarRegions(portal)).toEqual(['city', 'east', 'neighbour', 'west']);
  expect(drivesIn(portal, 'city').map((one) => one.drive)).toEqual(['d-2', 'd-1']);
  expect(drivesIn(portal, 'neighbour').map((one) => one.drive)).toEqual(['d-3']);
});
