import { expect, test } from 'vitest';
import { instantInZone, instantMs, isInstant, localDateOf, localDateOfMoment, localInstant, offsetMinutes } from './instant.ts';

test('an instant is the same moment as the platform reads it', () => {
  for (const text of ['2026-11-21T21:00:00+08:00', '2021-06-14T08:26:08+00:00', '1969-12-31T23:59:59Z', '2026-03-29T01:30-09:30']) {
    expect(instantMs(text)).toBe(Date.parse(text));
  }
});

test.each(['2026-11-21T21:00:00', '2026-11-21', '2026-02-30T10:00:00Z', '2026-11-21T24:00:00Z', '2026-11-21T21:00:00+8:00'])('%s is no instant', (text) => {
  expect(isInstant(text)).toBe(false);
  expect(() => instantMs(text)).toThrow('is not an instant');
});

test('local times carry the offset of their zone and date', () => {
  expect(localInstant('2026-11-22', '11:00', 'Asia/Shanghai')).toBe('2026-11-22T11:00:00+08:00');
  expect(localInstant('2026-07-01', '09:00', 'Europe/Berlin')).toBe('2026-07-01T09:00:00+02:00');
  expect(localInstant('2026-01-01', '09:00', 'America/St_Johns')).toBe('2026-01-01T09:00:00-03:30');
  expect(localInstant('2026-11-21', '23:59:59', 'Asia/Shanghai')).toBe('2026-11-21T23:59:59+08:00');
});

test('summer time of Shanghai in 1988 is known', () => {
  expect(localInstant('1988-07-01', '09:00', 'Asia/Shanghai')).toBe('1988-07-01T09:00:00+09:00');
});

test('a time that a change of clocks skips is read with the offset before it', () => {
  expect(localInstant('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T03:30:00+02:00');
  expect(localInstant('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00');
});

test('an instant before 1970 keeps its date and time', () => {
  expect(instantInZone(-1000, 'UTC')).toBe('1969-12-31T23:59:59+00:00');
  expect(offsetMinutes(-1000, 'Asia/Shanghai')).toBe(480);
});

test('the date of an instant is the zone’s', () => {
  expect(localDateOf('2026-11-20T16:30:00Z', 'Asia/Shanghai')).toBe('2026-11-21');
  expect(localDateOf('2026-11-20T16:30:00Z', 'America/Los_Angeles')).toBe('2026-11-20');
});

test('a date needs no zone, an instant does', () => {
  expect(localDateOfMoment('2026-11-20', 'Asia/Shanghai')).toBe('2026-11-20');
  expect(localDateOfMoment('2026-11-20T16:30:00Z', 'Asia/Shanghai')).toBe('2026-11-21');
});

test('an unknown zone throws', () => {
  expect(() => offsetMinutes(0, 'Asia/Nowhere')).toThrow();
});
