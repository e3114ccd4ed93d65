import { expect, test } from 'vitest';
import { dayNumber } from '#src/domain/calendar.ts';
import { levelYears } from './level-years.ts';

test('days at each level by calendar year; a day without a level counts as none', () => {
  const years = levelYears(dayNumber('2025-12-30'), ['normal', 'low', null, 'short', 'critical', 'normal']);
  expect(years).toEqual([
    { year: 2025, days: { normal: 1, low: 1, short: 0, critical: 0 }, known: 2, underThreshold: 1, from: '2025-12-30', to: '2025-12-31' },
    { year: 2026, days: { normal: 1, low: 0, short: 1, critical: 1 }, known: 3, underThreshold: 2, from: '2026-01-01', to: '2026-01-04' },
  ]);
});

test('without days there are no years', () => {
  expect(levelYears(0, [])).toEqual([]);
});
