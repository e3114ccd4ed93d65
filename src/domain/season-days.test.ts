import { quantileSorted } from 'd3-array';
import { expect, test } from 'vitest';
import fc from '../../tests/support/properties.ts';
import { leastYears, seasonBand } from './season-days.ts';

test('the range of earlier years has the quantiles that d3-array computes, whatever the order of the values', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: leastYears, maxLength: 40 }), (values) => {
      const before = [...values];
      const sorted = values.toSorted((a, b) => a - b);
      const band = seasonBand(values);
      for (const [name, share] of [['p10', 0.1], ['median', 0.5], ['p90', 0.9]] as const) expect(band?.[name]).toBeCloseTo(quantileSorted(sorted, share) ?? Number.NaN, 6);
      expect(values).toEqual(before);
    }),
  );
});

test('fewer than three years have no range', () => {
  expect(seasonBand([])).toBeNull();
  expect(seasonBand([1, 2])).toBeNull();
  expect(seasonBand([3, 1, 2])).toMatchObject({ median: 2 });
});
