import { expect, test } from 'vitest';
import { dayNumber } from '#src/domain/calendar.ts';
import { isConcerned, isInForce, regionsAround, restrictedDays } from './restrictions.ts';
import type { ConcernedSeries, Restriction } from './restrictions.ts';

const series: ConcernedSeries = { regions: new Set(['sample-city', 'province']), component: 'red_cells', abo: 'A', rhd: 'positive' };
const alert: Restriction = {
  firstDate: '2026-02-01', lastDate: '2026-02-10', region: 'sample-city', component: 'red_cells', abo: 'A', rhd: 'all', restrictionPercent: 30,
};

test('an alert concerns the region it names and those within it', () => {
  expect(isConcerned(alert, series)).toBe(true);
  expect(isConcerned({ ...alert, region: 'province' }, series)).toBe(true);
  expect(isConcerned({ ...alert, region: 'east-district' }, series)).toBe(false);
  expect(isConcerned({ ...alert, region: null }, series)).toBe(true);
});

test('component and group have to overlap', () => {
  expect(isConcerned({ ...alert, component: 'plasma' }, series)).toBe(false);
  expect(isConcerned({ ...alert, component: null, abo: null, rhd: null }, series)).toBe(true);
  expect(isConcerned({ ...alert, abo: 'B' }, series)).toBe(false);
  expect(isConcerned({ ...alert, rhd: 'negative' }, series)).toBe(false);
  expect(isConcerned(alert, { ...series, abo: 'all', rhd: 'all' })).toBe(true);
});

test('both dates belong to the alert, and without an end it holds', () => {
  const on = (lastDate: string | null) => ['2026-01-31', '2026-02-01', '2026-02-10', '2026-02-11'].map((date) => isInForce({ ...alert, lastDate }, date));
  expect(on('2026-02-10')).toEqual([false, true, true, false]);
  expect(on(null)).toEqual([false, true, true, true]);
});

test('only a restriction above 0 % restricts', () => {
  const on = (restrictionPercent: Restriction['restrictionPercent']) => restrictedDays([{ ...alert, restrictionPercent }], series)(dayNumber('2026-02-01'));
  expect([on(30), on(0), on('not_reported')]).toEqual([true, false, false]);
  const isRestricted = restrictedDays([{ ...alert, lastDate: null }], series);
  expect([isRestricted(dayNumber('2026-01-31')), isRestricted(dayNumber('2030-01-01'))]).toEqual([false, true]);
});

test('the regions around a region, also of a table that goes round', () => {
  expect([...regionsAround('east', new Map([['east', 'city'], ['city', 'province'], ['province', null]]))]).toEqual(['east', 'city', 'province']);
  expect([...regionsAround('a', new Map([['a', 'b'], ['b', 'a']]))]).toEqual(['a', 'b']);
});
