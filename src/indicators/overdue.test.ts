import { expect, test } from 'vitest';
import { daysOverdue, dueBy, endOfPeriod } from './overdue.ts';
import type { Arrival } from './overdue.ts';

const zone = 'Asia/Shanghai';
/** Counted in the morning, due at nine, two hours of grace: at eleven it is late. */
const daily = { every: 'P1D', due: '09:00', grace: 'PT26H', moment: 'opening' } as const;
const at = (date: string, time: string): string => `${date}T${time}:00+08:00`;
const days = (arrivals: readonly Arrival[], asOf: string, pauses: Parameters<typeof daysOverdue>[2] = []) => [...daysOverdue(arrivals, daily, pauses, zone, asOf)];
const onTime = ['2026-11-01', '2026-11-02', '2026-11-03'].map((date) => ({ at: at(date, '10:59'), until: date }));

test('a table that comes within its grace is never late', () => {
  expect(days(onTime, at('2026-11-04', '10:59'))).toEqual([]);
});

test('an hour late touches one day, and what has not come touches every day until now', () => {
  expect(days([...onTime, { at: at('2026-11-04', '12:00'), until: '2026-11-04' }], at('2026-11-04', '13:00'))).toEqual(['2026-11-04']);
  expect(days(onTime, at('2026-11-06', '08:00'))).toEqual(['2026-11-04', '2026-11-05', '2026-11-06']);
});

test('two days that come together late are counted once; a pause and the year before are not', () => {
  expect(days([...onTime, { at: at('2026-11-05', '12:00'), until: '2026-11-05' }], at('2026-11-05', '13:00'))).toEqual(['2026-11-04', '2026-11-05']);
  expect(days(onTime, at('2026-11-06', '08:00'), [{ from: '2026-11-04', until: '2026-11-09', note: { zh: '', en: '' } }])).toEqual([]);
  expect(days([{ at: at('2025-12-20', '10:00'), until: '2025-12-20' }], at('2026-01-02', '08:00'))).toEqual(['2026-01-01', '2026-01-02']);
});

test('nothing is late before the first release; a month stands for its last day', () => {
  expect(days([], at('2026-11-04', '10:59'))).toEqual([]);
  expect([endOfPeriod('2026-02', 'P1M'), endOfPeriod('2026-02-03', 'P1M'), endOfPeriod('2026-02-03', 'P1Y'), endOfPeriod('2025', 'P1D'), endOfPeriod('2026-02-03', 'P1D')]).toEqual(['2026-02-28', '2026-02-28', '2026-12-31', '2025-12-31', '2026-02-03']);
});

test('a number is due a period after the one before it, over pauses; one that no rhythm asks for is not', () => {
  const pauses = [{ from: '2026-02-16', until: '2026-02-18', note: { zh: '', en: '' } }];
  const monthly = { every: 'P1M', due: '18:00', grace: 'P12D', moment: 'closing' } as const;
  expect(dueBy('2026-11-04', daily, [], zone)).toBe(at('2026-11-04', '11:00'));
  expect(dueBy('2026-02-19', daily, pauses, zone)).toBe(at('2026-02-19', '11:00'));
  expect(dueBy('2026-02-17', daily, pauses, zone)).toBe(null);
  expect(dueBy('2026-11-09', { ...daily, every: 'workday' }, [], zone)).toBe(at('2026-11-09', '11:00'));
  expect(dueBy('2026-11-08', { ...daily, every: 'workday' }, [], zone)).toBe(null);
  for (const until of ['2026-10', '2026-10-25']) expect(dueBy(until, { ...monthly, moment: 'opening' }, [], zone)).toBe(at('2026-11-11', '18:00'));
  expect(dueBy('2025', { every: 'P1Y', due: '18:00', grace: 'P200D', moment: 'opening' }, [], zone)).toBe(at('2026-07-18', '18:00'));
});
