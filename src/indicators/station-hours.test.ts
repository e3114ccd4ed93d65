/** Hours of stations under notices and drives, judged by a visitor's clock in any time zone. */
import { describe, expect, test } from 'vitest';
import { stateAt } from '#src/domain/schedule.ts';
import { parseWallMinute, wallMinuteAt } from '#src/domain/wall-clock.ts';
import { fakePortal } from '../../tests/support/fake-portal.ts';
import type { TextRecord } from '../../tests/support/fake-portal.ts';
import { nextDrives } from './next-drives.ts';
import { stationHours } from './station-hours.ts';

const station = { station: 's', kind: 'house', name_zh: '屋', region: 'a', hours: 'Mo-Su 09:00-17:00' };
const noticeColumns = { notice: 'n', station: 's', from: '', until: '', status: 'closed', hours: '', note_zh: '' };
const driveColumns = { drive: 'd', date: '', start: '', end: '', station: '', status: 'planned' };

function hours(of: { readonly station?: TextRecord; readonly notices?: readonly TextRecord[]; readonly drives?: readonly TextRecord[]; readonly asOf?: string; readonly timeZone?: string }) {
  const portal = fakePortal({
    tables: {
      stations: [{ ...station, ...of.station }],
      'station-notices': (of.notices ?? []).map((notice) => ({ ...noticeColumns, ...notice })),
      drives: (of.drives ?? []).map((drive) => ({ ...driveColumns, ...drive })),
    },
    ...(of.asOf === undefined ? {} : { asOf: of.asOf }),
    ...(of.timeZone === undefined ? {} : { settings: { timeZone: of.timeZone } }),
  });
  return stationHours(portal).get('s')!;
}

const stateOf = (of: Parameters<typeof hours>[0], wall: string) => stateAt(hours(of).schedule, parseWallMinute(wall)!).state;

describe('a notice', () => {
  const fromNoon = [{ from: '2026-11-22T12:00:00+08:00', until: '2026-11-24T00:00:00+08:00' }];

  test.each([
    ['2026-11-22T11:59', 'open'],
    ['2026-11-22T12:00', 'closed'],
    ['2026-11-23T10:00', 'closed'],
    ['2026-11-24T08:59', 'closed'],
    ['2026-11-24T09:00', 'open'],
  ])('from noon holds from its instant to its end: %s %s', (at, state) => {
    expect(stateOf({ notices: fromNoon }, at)).toBe(state);
  });

  test('is an instant, in whatever zone it is written', () => {
    const written = [{ from: '2026-11-22T04:00:00Z', until: '2026-11-23T16:00:00+00:00' }];
    expect(hours({ notices: written }).schedule).toEqual(hours({ notices: fromNoon }).schedule);
  });

  test('with other hours puts them in the place of the usual ones', () => {
    const longer = [{ from: '2026-11-23T00:00:00+08:00', until: '2026-11-25T00:00:00+08:00', status: 'changed', hours: 'Mo-Su 12:00-20:00' }];
    expect(['2026-11-22T19:00', '2026-11-23T11:00', '2026-11-23T19:00', '2026-11-25T11:00'].map((at) => stateOf({ notices: longer }, at))).toEqual(['closed', 'closed', 'open', 'open']);
  });

  test('with hours that nobody can read makes them unknown, never closed', () => {
    const odd = [{ from: '2026-11-23T00:00:00+08:00', until: '2026-11-24T00:00:00+08:00', status: 'changed', hours: '见门口通知' }];
    expect(stateOf({ notices: odd }, '2026-11-23T10:00')).toBe('unknown');
    expect(stateOf({ notices: odd }, '2026-11-24T10:00')).toBe('open');
    expect(stateOf({ notices: [{ ...odd[0]!, hours: '' }] }, '2026-11-23T10:00')).toBe('unknown');
  });

  test('that ends at midnight does not open the rest of the night', () => {
    const of = { station: { hours: 'Mo-Su 20:00-02:00' }, notices: [{ from: '2026-11-23T00:00:00+08:00', until: '2026-11-24T00:00:00+08:00' }] };
    expect(['2026-11-22T23:00', '2026-11-23T01:00', '2026-11-23T21:00', '2026-11-24T01:00', '2026-11-24T21:00'].map((at) => stateOf(of, at))).toEqual(['open', 'closed', 'closed', 'closed', 'open']);
  });

  test('within the hours of a day closes only its own', () => {
    const of = { notices: [{ from: '2026-11-23T10:00:00+08:00', until: '2026-11-23T12:00:00+08:00' }] };
    expect(['2026-11-23T09:30', '2026-11-23T11:00', '2026-11-23T12:00'].map((at) => stateOf(of, at))).toEqual(['open', 'closed', 'open']);
  });

  test('without an end holds to the end of what is known', () => {
    const open = [{ from: '2026-11-23T00:00:00+08:00' }];
    expect(stateOf({ notices: open }, '2026-12-25T10:00')).toBe('closed');
    expect(stateOf({ notices: open }, '2026-12-26T10:00')).toBe('unknown');
  });

  test('of a station whose hours cannot be read is still known', () => {
    const of = { station: { hours: '周一至周五' }, notices: fromNoon };
    expect(stateOf(of, '2026-11-23T10:00')).toBe('closed');
    expect(stateOf(of, '2026-11-25T10:00')).toBe('unknown');
  });

  test('that is over, or of another station, changes nothing and is not listed', () => {
    const other = [{ from: '2026-11-22T12:00:00+08:00', station: 'x' }, { from: '2026-11-01T00:00:00+08:00', until: '2026-11-20T00:00:00+08:00' }];
    expect(hours({ notices: other })).toEqual(hours({}));
  });

  test('the later one wins where two hold', () => {
    const two = [
      { notice: 'b', from: '2026-11-24T00:00:00+08:00', until: '2026-11-25T00:00:00+08:00', status: 'changed', hours: 'Mo-Su 10:00-11:00' },
      { notice: 'a', from: '2026-11-22T00:00:00+08:00', until: '2026-11-26T00:00:00+08:00' },
    ];
    expect(stateOf({ notices: two }, '2026-11-24T10:30')).toBe('open');
    expect(stateOf({ notices: two }, '2026-11-24T11:30')).toBe('closed');
    expect(hours({ notices: two }).notices.map(({ notice }) => notice)).toEqual(['a', 'b']);
  });
});

test('hours that cannot be read have no schedule, and so no state', () => {
  for (const text of ['周一至周五 9:00-17:00', '']) {
    const { schedule, isReadable } = hours({ station: { hours: text } });
    expect({ schedule, isReadable }).toEqual({ schedule: null, isReadable: false });
    expect(stateAt(schedule, parseWallMinute('2026-11-23T10:00')!).state).toBe('unknown');
  }
});

describe('a visitor elsewhere', () => {
  // 09:00 in Shanghai on 2026-11-22 is 17:00 the day before in UTC−8 and 14:00 in UTC+13: one instant, one answer.
  test.each(['2026-11-21T17:00:00-08:00', '2026-11-22T14:00:00+13:00', '2026-11-22T09:00:00+08:00', '2026-11-22T01:00:00Z'])('at %s sees what the door shows', (instant) => {
    const { schedule } = hours({});
    const at = (ms: number) => stateAt(schedule, wallMinuteAt(ms, 'Asia/Shanghai')).state;
    expect(at(Date.parse(instant))).toBe('open');
    expect(at(Date.parse(instant) - 60_000)).toBe('closed');
  });

  test('the first day is that of the region: 23:30 UTC is the next day in Shanghai', () => {
    expect(hours({ asOf: '2026-11-21T23:30:00Z' }).schedule?.from).toBe(parseWallMinute('2026-11-22T00:00'));
  });

  test('hours follow the door where clocks change: Berlin in March', () => {
    const { schedule } = hours({ asOf: '2026-03-27T12:00:00+01:00', timeZone: 'Europe/Berlin' });
    const at = (instant: string) => stateAt(schedule, wallMinuteAt(Date.parse(instant), 'Europe/Berlin')).state;
    expect([at('2026-03-28T08:00:00Z'), at('2026-03-28T07:59:00Z')]).toEqual(['open', 'closed']);
    expect([at('2026-03-29T07:00:00Z'), at('2026-03-29T06:59:00Z')]).toEqual(['open', 'closed']);
  });
});

describe('a vehicle', () => {
  const vehicle = { kind: 'vehicle' };
  const drives = [{ date: '2026-11-23', start: '09:00', end: '12:00', station: 's' }, { drive: 'e', date: '2026-11-24', station: 's', status: 'cancelled' }, { drive: 'f', date: '2026-11-25', station: 'x' }];

  test('is not at its usual place on the date of its drive', () => {
    const of = { station: vehicle, drives };
    expect(hours(of).awayOn).toEqual(['2026-11-23']);
    expect(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map((date) => stateOf(of, `${date}T10:00`))).toEqual(['open', 'closed', 'open', 'open']);
  });

  test('takes its night with it: what began the evening before goes on, what would have begun that evening does not', () => {
    const of = { station: { ...vehicle, hours: 'Mo-Su 20:00-02:00' }, drives };
    expect(['2026-11-23T01:00', '2026-11-23T21:00', '2026-11-24T01:00', '2026-11-24T21:00'].map((at) => stateOf(of, at))).toEqual(['open', 'closed', 'closed', 'open']);
  });

  test('a house stays where it is', () => {
    expect(stateOf({ drives }, '2026-11-23T10:00')).toBe('open');
  });
});

test('the next drives are those planned from the build’s date on, earliest first', () => {
  const drives = [
    { drive: 'c', date: '2026-11-23', start: '10:00', end: '12:00' },
    { drive: 'b', date: '2026-11-23', start: '08:00', end: '12:00' },
    { drive: 'past', date: '2026-11-20', start: '08:00', end: '12:00' },
    { drive: 'off', date: '2026-11-22', start: '08:00', end: '12:00', status: 'cancelled' },
    { drive: 'a', date: '2026-11-21', start: '', end: '' },
  ].map((drive) => ({ ...driveColumns, ...drive }));
  const next = nextDrives(fakePortal({ tables: { drives } }));
  expect(next.map(({ drive }) => drive.drive)).toEqual(['a', 'b', 'c']);
  expect(next.map(({ from, until }) => until - from)).toEqual([1440, 240, 120]);
});
