/** Tables of what is open when: holidays, make-up workdays, nights, lunch, appointments, what cannot be read. */
import { describe, expect, test } from 'vitest';
import { readableHours, scheduleOf } from './opening-hours.ts';
import { daysOf, decodeSchedule, encodeSchedule, stateAt } from './schedule.ts';
import { clockTime, midnight, parseWallMinute } from './wall-clock.ts';

/** `09:00-17:00` for each span that begins on the date; `?` unknown, `~` to be asked for. */
function open(hours: string, date: string, table: 'mainland' | 'none' = 'mainland'): string {
  const schedule = scheduleOf(hours, date, 1, table);
  if (schedule === null) return 'unreadable';
  const mark = { open: '', ask: '~', unknown: '?' };
  return daysOf(schedule, date, 1)[0]!.spans.map(({ from, until, state }) => `${mark[state]}${clockTime(from)}-${clockTime(until, true)}`).join(' ');
}

describe('a date is judged by itself', () => {
  test.each([
    // A holiday by itself closes nothing.
    ['Mo-Fr 09:00-17:00', '2026-02-17', '09:00-17:00'],
    ['Tu-Su 09:00-18:30', '2026-02-17', '09:00-18:30'],
    // Spring Festival 2026: 15 to 23 February.
    ['Mo-Fr 09:00-17:00; PH off', '2026-02-13', '09:00-17:00'],
    ['Mo-Fr 09:00-17:00; PH off', '2026-02-16', ''],
    ['Mo-Fr 09:00-17:00; PH off', '2026-02-17', ''],
    ['Mo-Fr 09:00-17:00; PH off', '2026-02-23', ''],
    ['Mo-Fr 09:00-17:00; PH off', '2026-02-24', '09:00-17:00'],
    ['Mo-Su 09:00-17:00; PH 10:00-12:00', '2026-02-17', '10:00-12:00'],
    ['Mo-Fr,PH 09:00-17:00', '2026-02-22', '09:00-17:00'],
    ['Mo-Fr,PH 09:00-17:00', '2026-03-01', ''],
    ['PH,Su 09:00-12:00', '2026-02-18', '09:00-12:00'],
    ['PH Sa,Su 09:00-12:00', '2026-02-22', '09:00-12:00'],
    ['PH Sa,Su 09:00-12:00', '2026-02-18', ''],
    ['Mo-Fr 09:00-17:00; PH -1 day 09:00-12:00', '2026-04-03', '09:00-12:00'],
    // National Day: 1 to 7 October.
    ['Mo-Su 09:00-17:00; PH off', '2026-09-30', '09:00-17:00'],
    ['Mo-Su 09:00-17:00; PH off', '2026-10-01', ''],
    ['Mo-Su 09:00-17:00; PH off', '2026-10-07', ''],
    ['Mo-Su 09:00-17:00; PH off', '2026-10-08', '09:00-17:00'],
    // A make-up Saturday is the weekday it stands for.
    ['Mo-Fr 09:00-17:00; PH off', '2026-02-14', '09:00-17:00'],
    ['Mo-Fr 09:00-17:00', '2026-02-28', '09:00-17:00'],
    ['Tu-Fr 09:00-17:00', '2026-02-28', ''],
    ['Mo-Fr 09:00-17:00; Sa 09:00-12:00', '2026-10-10', '09:00-17:00'],
    ['Sa-Su 09:00-17:00', '2026-10-10', ''],
    ['We 13:00-15:00', '2026-10-10', '13:00-15:00'],
    ['Mo-Fr 09:00-17:00', '2026-10-17', ''],
    // Lunch, seasons, nights, appointments, an hour that is not stated.
    ['Mo-Sa 08:30-12:00,13:30-17:00', '2026-11-21', '08:30-12:00 13:30-17:00'],
    ['Mo-Su 09:00-17:00; Jul-Aug 08:00-11:30,16:00-20:00', '2026-07-01', '08:00-11:30 16:00-20:00'],
    ['Mo-Su 09:00-17:00; 2026 Nov 21 off', '2026-11-21', ''],
    ['Mo-Su 00:00-24:00', '2026-11-21', '00:00-24:00'],
    ['24/7', '2026-11-21', '00:00-24:00'],
    ['Mo-Fr 09:00-17:00 "只接受预约"', '2026-11-20', '~09:00-17:00'],
    ['Mo-Fr 09:00-17:00 open "预约优先"', '2026-11-20', '09:00-17:00'],
    ['"by appointment"', '2026-11-20', '~00:00-24:00'],
    ['Mo-Fr 09:00+', '2026-11-20', '~09:00-24:00'],
    // Years that no notice covers.
    ['Mo-Su 08:00-17:00', '2027-01-04', '?00:00-24:00'],
    ['Mo-Su 08:00-17:00', '2025-10-09', '?00:00-24:00'],
  ])('%s on %s: %s', (hours, date, wanted) => {
    expect(open(hours, date)).toBe(wanted);
  });

  test.each(['周一至周五 9:00-17:00', '每天9点到17点', '', '   ', 'Mo-Fr 0900-1700', 'Mo-Fr 25:00-26:00', 'Mo-Fr sunrise-sunset', 'SH off; Mo-Fr 10:00-12:00', 'Mo-Fr 09:00', 'see notice board'])('"%s" is not read', (hours) => {
    expect(readableHours(hours)).toBeNull();
    expect(scheduleOf(hours, '2026-11-21', 35)).toBeNull();
  });

  test('where no table of holidays is kept, weekdays hold in every year and hours that name holidays are unknown', () => {
    expect(open('Mo-Fr 09:00-17:00', '2027-01-01', 'none')).toBe('09:00-17:00');
    expect(open('Mo-Fr 09:00-17:00', '2026-02-14', 'none')).toBe('');
    expect(open('Mo-Fr 09:00-17:00; PH off', '2026-11-20', 'none')).toBe('?00:00-24:00');
  });

  test('a word PH within a comment is a word', () => {
    expect(open('Mo-Fr 09:00-17:00 open "PH staff"', '2026-02-17')).toBe('09:00-17:00');
    expect(scheduleOf('Mo-Fr 09:00-17:00 open "PH staff"', '2026-02-17', 1)?.spans[0]?.comment).toBe('PH staff');
  });
});

const at = (text: string): number => parseWallMinute(text)!;
const state = (hours: string, first: string, moment: string) => stateAt(scheduleOf(hours, first, 35), at(moment));

describe('past midnight', () => {
  const hours = 'Th-Sa 16:00-00:30';

  test('the night belongs to the evening on which it began', () => {
    // 2026-11-21 is a Saturday.
    expect(state(hours, '2026-11-20', '2026-11-21T00:15')).toMatchObject({ state: 'open', until: at('2026-11-21T00:30') });
    expect(state(hours, '2026-11-20', '2026-11-22T00:29')).toMatchObject({ state: 'open', until: at('2026-11-22T00:30') });
    expect(state(hours, '2026-11-20', '2026-11-22T00:30')).toMatchObject({ state: 'closed', opensAt: at('2026-11-26T16:00') });
    expect(daysOf(scheduleOf(hours, '2026-11-20', 3)!, '2026-11-20', 3).map(({ spans }) => spans.map(({ until, from }) => until - from))).toEqual([[510], [510], []]);
  });

  test('the first day of the window knows what began the evening before', () => {
    expect(state(hours, '2026-11-21', '2026-11-21T00:15').state).toBe('open');
  });

  test('a holiday that closes, closes from its midnight to the next', () => {
    const schedule = scheduleOf('Mo-Su 18:00-02:00; PH off', '2026-09-23', 8)!;
    expect(stateAt(schedule, at('2026-09-24T23:59')).state).toBe('open');
    expect(stateAt(schedule, at('2026-09-25T00:00')).state).toBe('closed');
    expect(stateAt(schedule, at('2026-09-25T19:00')).state).toBe('closed');
    expect(stateAt(schedule, at('2026-09-28T01:00')).state).toBe('closed');
    expect(stateAt(schedule, at('2026-09-28T18:00')).state).toBe('open');
  });
});

describe('the window', () => {
  test('holds 35 days; on the 36th nothing is known', () => {
    const hours = 'Mo-Su 08:00-17:00';
    expect(state(hours, '2026-11-21', '2026-12-25T16:59').state).toBe('open');
    expect(state(hours, '2026-11-21', '2026-12-25T20:00')).toEqual({ state: 'closed', until: null, opensAt: null });
    expect(state(hours, '2026-11-21', '2026-12-26T09:00')).toEqual({ state: 'unknown', until: null, opensAt: null });
    expect(state(hours, '2026-11-21', '2026-11-20T09:00').state).toBe('unknown');
  });

  test('ends for good where the announced years end', () => {
    expect(state('Mo-Su 08:00-17:00', '2026-12-20', '2026-12-31T20:00')).toEqual({ state: 'closed', until: midnight('2027-01-01'), opensAt: null });
    expect(state('Mo-Su 08:00-17:00', '2026-12-20', '2027-01-01T09:00').state).toBe('unknown');
  });
});

test.each(['America/Los_Angeles', 'Pacific/Auckland', 'Etc/GMT-13', 'Etc/GMT+8', 'UTC'])('the zone of the machine changes nothing, not even where its clocks change: %s', (zone) => {
  const hours = ['Th-Sa 16:00-02:30', 'Mo-Su 00:00-03:00,08:30-12:00', 'Mo-Fr 09:00-17:00; PH off'];
  // Clocks change on 8 March in Los Angeles and on 5 April in Auckland.
  const read = () => hours.flatMap((text) => ['2026-03-01', '2026-03-30', '2026-09-20'].map((first) => encodeSchedule(scheduleOf(text, first, 35)!)));
  const before = process.env['TZ'];
  const wanted = read();
  process.env['TZ'] = zone;
  try {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    expect(read()).toEqual(wanted);
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});

test('a lunch break is closed, and says when it ends', () => {
  expect(state('Mo-Sa 08:30-12:00,13:30-17:00', '2026-11-21', '2026-11-21T12:00')).toEqual({ state: 'closed', until: at('2026-11-21T13:30'), opensAt: at('2026-11-21T13:30') });
  expect(state('Mo-Sa 08:30-12:00,13:30-17:00', '2026-11-21', '2026-11-21T11:59').state).toBe('open');
});

test('what wants to be asked first neither is open nor opens', () => {
  const hours = 'Mo-Fr 09:00-12:00 "call first"; Sa 09:00-12:00';
  expect(state(hours, '2026-11-20', '2026-11-20T10:00')).toEqual({ state: 'ask', until: at('2026-11-20T12:00'), opensAt: at('2026-11-21T09:00') });
  expect(state(hours, '2026-11-20', '2026-11-20T08:00')).toEqual({ state: 'closed', until: at('2026-11-20T09:00'), opensAt: at('2026-11-21T09:00') });
  expect(state('Mo-Fr 09:00-12:00 "call first"', '2026-11-20', '2026-11-20T08:00')).toEqual({ state: 'closed', until: at('2026-11-20T09:00'), opensAt: null });
});

test('what a page holds says the same as the schedule', () => {
  for (const hours of ['Th-Sa 16:00-00:30', 'Mo-Sa 08:30-12:00,13:30-17:00', 'Mo-Fr 09:00-17:00 "call"', '24/7', 'off']) {
    const schedule = scheduleOf(hours, '2026-12-10', 35)!;
    const read = decodeSchedule(encodeSchedule(schedule))!;
    expect(read).toEqual({ ...schedule, spans: schedule.spans.map((span) => ({ ...span, from: Math.max(span.from, schedule.from), comment: null })) });
    for (let minute = schedule.from; minute < schedule.until; minute += 37) expect(stateAt(read, minute)).toEqual(stateAt(schedule, minute));
  }
  for (const text of ['', 'x', '2026-11-21', '2026-11-21|8-17h']) expect(decodeSchedule(text)).toBeNull();
});
