import { expect, test } from 'vitest';
import { verdict, type Promised } from './verdict.ts';

const continuous: Promised = { comparator: '>=', wanted: 15, due: null, binding: true };
const dated: Promised = { ...continuous, due: '2020-12-31' };

test.each([
  ['a continuous duty at the line', continuous, 15, '2026-01-01', 'met'],
  ['a continuous duty below it', continuous, 14.999, '2026-01-01', 'not_met'],
  ['a dated one that is kept early', dated, 16, '2019-01-01', 'met'],
  ['a dated one on its way', dated, 12, '2019-01-01', 'on_track'],
  ['a dated one on its last day', dated, 12, '2020-12-31', 'on_track'],
  ['a dated one the day after', dated, 12, '2021-01-01', 'overdue'],
  ['a dated one kept at last', dated, 15, '2021-01-01', 'met'],
  ['at most', { ...continuous, comparator: '<=', wanted: 0 } as const, 0, '2026-01-01', 'met'],
  ['more than at most', { ...continuous, comparator: '<=', wanted: 0 } as const, 0.01, '2026-01-01', 'not_met'],
  ['without data', dated, null, '2026-01-01', 'no_data'],
  ['a clause without a number', { ...continuous, wanted: null }, 20, '2026-01-01', null],
  ['a draft without a number', { ...continuous, wanted: null, binding: false }, 20, '2026-01-01', 'not_binding'],
  ['a draft that looks kept', { ...dated, binding: false }, 20, '2026-01-01', 'not_binding'],
  ['a draft without data', { ...dated, binding: false }, null, '2026-01-01', 'not_binding'],
] as const)('%s', (_name, promised, measured, today, wanted) => {
  expect(verdict(promised, measured, today)).toBe(wanted);
});
