import { expect, test } from 'vitest';
import { dayNumber } from '#src/domain/calendar.ts';
import { demandOn, meanDemandOn } from './demand.ts';
import type { DemandSeries } from './demand.ts';
import type { SeriesValue } from './series.ts';

const end = dayNumber('2026-11-21');

/** Four days that end on 2026-11-21. */
function series(issues: SeriesValue[] | null, more: { requested?: SeriesValue[]; restricted?: number[]; unit?: 'U' | 'ml' } = {}): DemandSeries {
  const daily = (values: SeriesValue[]) => ({ start: end - values.length + 1, values });
  return {
    issues: issues === null ? null : daily(issues),
    requested: more.requested === undefined ? null : daily(more.requested),
    unit: more.unit ?? 'U',
    windowDays: 4,
    isRestricted: (day) => more.restricted?.includes(day - end) ?? false,
  };
}

test('the mean of the window, its last day included, and nothing before it', () => {
  expect(demandOn(series([1000, 4, 6, 0, 2]), end)).toEqual({
    mean: 3, sum: 12, kind: 'issues', windowDays: 4, from: '2026-11-18', to: '2026-11-21', daysCounted: 4, restrictedDays: 0, missingDays: 0,
  });
});

test('missing days do not count, a zero does', () => {
  expect(demandOn(series([10, 'gap', 0, 'not_reported']), end)).toMatchObject({ mean: 5, daysCounted: 2, missingDays: 2 });
});

test('days in a declared restriction do not count', () => {
  expect(demandOn(series([10, 2, 'gap', 20], { restricted: [-2, -1] }), end)).toMatchObject({
    mean: 15, daysCounted: 2, restrictedDays: 1, missingDays: 1,
  });
});

test('requests are taken where the window has any, restricted or not', () => {
  const demand = demandOn(series([10, 10, 10, 10], { requested: ['gap', 20, 40, 'not_published'], restricted: [-1] }), end);
  expect(demand).toMatchObject({ mean: 30, kind: 'requested', daysCounted: 2, restrictedDays: 0, missingDays: 2 });
  expect(demandOn(series([10, 10, 10, 10], { requested: ['gap', 'not_published', 'gap', 'gap'] }), end)).toMatchObject({ kind: 'issues', mean: 10 });
});

test('each reason for which there is no demand', () => {
  expect(demandOn(series(null), end)).toBe('no_demand_published');
  expect(demandOn(series([10, 10, 10, 10]), end + 4)).toBe('no_demand_published');
  expect(demandOn(series(['gap', 'gap', 'gap', 'gap']), end)).toBe('demand_missing');
  expect(demandOn(series(null, { requested: ['gap', 'gap', 'gap', 'gap'] }), end)).toBe('demand_missing');
  expect(demandOn(series([10, 'gap', 10, 10], { restricted: [-3, -1, 0] }), end)).toBe('restricted');
  expect(demandOn(series([4, 5, 0, 0]), end)).toBe('too_little_demand');
});

test('ten units are enough; of plasma in ml a thousand', () => {
  expect(demandOn(series([10, 0, 0, 0]), end)).toMatchObject({ mean: 2.5 });
  expect(demandOn(series([999, 0, 0, 0], { unit: 'ml' }), end)).toBe('too_little_demand');
  expect(demandOn(series([1000, 0, 0, 0], { unit: 'ml' }), end)).toMatchObject({ mean: 250 });
});

test('the mean alone is the same number', () => {
  expect(meanDemandOn(series([4, 6, 0, 2]), end)).toBe(3);
  expect(meanDemandOn(series([4, 0, 0, 2]), end)).toBe('too_little_demand');
});
