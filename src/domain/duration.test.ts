import { expect, test } from 'vitest';
import { addDuration, parseDuration } from './duration.ts';
import type { Duration } from './duration.ts';

test.each<[string, Duration]>([
  ['PT26H', { months: 0, days: 0, minutes: 1560 }],
  ['P1D', { months: 0, days: 1, minutes: 0 }],
  ['P1Y2M', { months: 14, days: 0, minutes: 0 }],
  ['P2W', { months: 0, days: 14, minutes: 0 }],
  ['P1DT2H30M', { months: 0, days: 1, minutes: 150 }],
])('%s', (text, duration) => {
  expect(parseDuration(text)).toEqual(duration);
});

test.each(['', 'P', 'PT', '26H', 'P1.5D', 'PT26', 'P1DT', '-P1D', 'P1H'])('"%s" is no duration', (text) => {
  expect(parseDuration(text)).toBeNull();
});

test('hours pass, months and days follow the calendar of the zone', () => {
  const add = (instant: string, text: string, zone: string) => addDuration(instant, parseDuration(text)!, zone);
  expect(add('2026-11-21T09:00:00+08:00', 'PT26H', 'Asia/Shanghai')).toBe('2026-11-22T11:00:00+08:00');
  expect(add('2026-01-31T09:00:00+08:00', 'P1M', 'Asia/Shanghai')).toBe('2026-02-28T09:00:00+08:00');
  expect(add('2026-03-28T09:00:00+01:00', 'P1D', 'Europe/Berlin')).toBe('2026-03-29T09:00:00+02:00');
  expect(add('2026-03-28T09:00:00+01:00', 'PT24H', 'Europe/Berlin')).toBe('2026-03-29T10:00:00+02:00');
});
