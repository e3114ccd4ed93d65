import fc from '../../tests/support/properties.ts';
import { expect, test } from 'vitest';
import { donationsToTarget } from './donation-rate.ts';

test('what is missing to a target closes the gap exactly: one donation fewer does not reach it', () => {
  expect(donationsToTarget(15, 4_715_100, 66_964)).toBe(70_727 - 66_964);
  expect(donationsToTarget(10, 1000, 10)).toBe(0);
  expect(donationsToTarget(10, 1000, 11)).toBe(0);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 1_500_000_000 }), fc.integer({ min: 0, max: 2_000_000 }), (thousandths, population, donations) => {
      const needed = BigInt(donationsToTarget(thousandths / 1000, population, donations));
      const reaches = (count: bigint): boolean => count * 1_000_000n >= BigInt(thousandths) * BigInt(population);
      expect(reaches(BigInt(donations) + needed)).toBe(true);
      if (needed > 0n) expect(reaches(BigInt(donations) + needed - 1n)).toBe(false);
    }),
  );
});
