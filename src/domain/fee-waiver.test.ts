import { expect, test } from 'vitest';
import fc from '../../tests/support/properties.ts';
import { addDays } from './calendar.ts';
import { feeWaiver } from './fee-waiver.ts';
import type { GivenBlood, WaiverTier } from './fee-waiver.ts';

const tier = (number: number, more: Partial<WaiverTier>): WaiverTier => ({
  tier: number, beneficiary: 'donor', minVolumeMl: null, maxVolumeMl: null, minDonations: null, withinYears: null, multiplier: null, doseMl: null, countedFrom: null, ...more,
});
const each = { doseMl: 800, countedFrom: 'each_donation' } as const;
/** Below 1,000 ml five times as much within five years, then as much; from 1,000 ml without limit; the family as much. One dose is 800 ml. */
const sample = [
  tier(1, { maxVolumeMl: 1000, withinYears: 5, multiplier: 5, ...each }),
  tier(2, { maxVolumeMl: 1000, multiplier: 1, ...each }),
  tier(3, { minVolumeMl: 1000, ...each }),
  tier(4, { beneficiary: 'family', multiplier: 1, ...each }),
];
/** The same, silent on where the years begin. */
const silent = sample.map((one) => ({ ...one, countedFrom: null }));
const kunming = [tier(1, { withinYears: 5, multiplier: 3 }), tier(2, { multiplier: 1 }), tier(3, { minDonations: 5 }), tier(4, { beneficiary: 'family', multiplier: 1 })];
const henan = [
  tier(1, { maxVolumeMl: 800, withinYears: 5, multiplier: 3 }), tier(2, { maxVolumeMl: 800, multiplier: 1 }), tier(3, { minVolumeMl: 800, maxVolumeMl: 1000, withinYears: 10 }),
  tier(4, { minVolumeMl: 800, maxVolumeMl: 1000, multiplier: 3 }), tier(5, { minVolumeMl: 1000 }), tier(6, { beneficiary: 'family', multiplier: 1 }),
];
const beijing = [
  tier(1, { maxVolumeMl: 1001, withinYears: 10, multiplier: 5 }), tier(2, { maxVolumeMl: 1001, multiplier: 2 }), tier(3, { minVolumeMl: 1001 }),
  tier(4, { beneficiary: 'family', withinYears: 10, multiplier: 1 }),
];
const whole = (date: string, volumeMl: number): GivenBlood => ({ date, volumeMl, doses: null });
const platelets = (date: string, doses: number): GivenBlood => ({ date, volumeMl: null, doses });
const on = '2026-11-21';
const all = Number.POSITIVE_INFINITY;

test.each([
  ['nothing given', sample, [], 0, 0],
  ['400 ml last year: five times', sample, [whole('2025-11-21', 400)], 2000, 400],
  ['200 ml last month', sample, [whole('2026-10-21', 200)], 1000, 200],
  ['five years to the day: still five times', sample, [whole('2021-11-21', 400)], 2000, 400],
  ['five years and a day: as much', sample, [whole('2021-11-20', 400)], 400, 400],
  ['on the day itself', sample, [whole(on, 300)], 1500, 300],
  ['one before and one within the five years', sample, [whole('2019-05-10', 400), whole('2023-03-01', 400)], 2400, 800],
  ['999 ml: not yet a thousand', sample, [whole('2025-01-01', 400), whole('2025-07-01', 400), whole('2026-01-01', 199)], 4995, 999],
  ['exactly 1,000 ml: without limit', sample, [whole('2010-01-01', 400), whole('2011-01-01', 400), whole('2012-01-01', 200)], all, 1000],
  ['above 1,000 ml: without limit, the family as much', sample, [whole('2010-01-01', 400), whole('2011-01-01', 400), whole('2012-01-01', 400)], all, 1200],
  ['one dose counts 800 ml', sample, [platelets('2025-01-01', 1)], 4000, 800],
  ['a dose and 200 ml make exactly 1,000 ml', sample, [platelets('2015-01-01', 1), whole('2016-01-01', 200)], all, 1000],
  ['two doses at once', sample, [platelets('2015-01-01', 2)], all, 1600],
  ['a donation after the day asked about does not count', sample, [whole('2025-11-21', 400), whole('2026-11-22', 800)], 2000, 400],
  ['typed in any order', sample, [whole('2023-03-01', 400), whole('2019-05-10', 400)], 2400, 800],
  ['Kunming, once last year', kunming, [whole('2025-11-01', 400)], 1200, 400],
  ['Kunming, once long ago', kunming, [whole('2005-11-01', 400)], 400, 400],
  ['Kunming, the fourth donation is not the fifth', kunming, [1, 2, 3, 4].map((month) => whole(`2000-0${month}-01`, 200)), 800, 800],
  ['Kunming, the fifth makes it free for life', kunming, [1, 2, 3, 4, 5].map((month) => whole(`2000-0${month}-01`, 200)), all, 1000],
  ['Henan, 400 ml within five years', henan, [whole('2024-01-01', 400)], 1200, 400],
  ['Henan, exactly 800 ml within ten years', henan, [whole('2020-01-01', 400), whole('2020-08-01', 400)], all, 800],
  ['Henan, 800 ml longer ago: three times', henan, [whole('2010-01-01', 400), whole('2010-08-01', 400)], 2400, 800],
  ['Beijing before 2022, exactly 1,000 ml is not more than 1,000', beijing, [whole('2020-01-01', 400), whole('2020-08-01', 400), whole('2021-03-01', 200)], 5000, 1000],
  ['Beijing, 1,001 ml', beijing, [whole('2000-01-01', 400), whole('2001-08-01', 400), whole('2002-03-01', 201)], all, 0],
  ['Beijing, the family for ten years only', beijing, [whole('2010-01-01', 400)], 800, 0],
] as const)('%s', (_, tiers, given, donor, family) => {
  const { entitled } = feeWaiver(tiers, given, on);
  expect([entitled.donor?.low.freeMl, entitled.donor?.high.freeMl]).toEqual([donor, donor]);
  expect([entitled.family?.low.freeMl, entitled.family?.high.freeMl]).toEqual([family, family]);
});

test('years from the first and from the last donation', () => {
  const given = [whole('2019-05-10', 400), whole('2023-03-01', 400)];
  const from = (countedFrom: WaiverTier['countedFrom']) => feeWaiver(sample.map((one) => ({ ...one, countedFrom })), given, on).entitled.donor?.low.freeMl;
  expect([from('first_donation'), from('each_donation'), from('last_donation')]).toEqual([800, 2400, 4000]);
});

test('where the rule is silent on where the years begin, both ends are given; where it makes no difference they are the same', () => {
  const answer = feeWaiver(silent, [whole('2019-05-10', 400), whole('2023-03-01', 400)], on).entitled.donor;
  expect([answer?.low.freeMl, answer?.high.freeMl]).toEqual([800, 4000]);
  const one = feeWaiver(silent, [whole('2025-05-10', 400)], on).entitled.donor;
  expect([one?.low.freeMl, one?.high.freeMl]).toEqual([2000, 2000]);
});

test('a leap day ends on the 28th of February', () => {
  const given = [whole('2020-02-29', 400)];
  expect(feeWaiver(sample, given, '2025-02-28').entitled.donor?.low.freeMl).toBe(2000);
  expect(feeWaiver(sample, given, '2025-03-01').entitled.donor?.low.freeMl).toBe(400);
});

test('doses that a rule does not convert are no volume and are named; they stay donations', () => {
  const answer = feeWaiver(kunming, [whole('2025-01-01', 400), platelets('2025-03-01', 2)], on);
  expect([answer.volumeMl, answer.donations, answer.dosesLeftOut]).toEqual([400, 2, 2]);
  expect(answer.entitled.donor?.low.freeMl).toBe(1200);
});

test('the arithmetic: which tier holds for each donation and until when', () => {
  const answer = feeWaiver(sample, [whole('2019-05-10', 400), whole('2023-03-01', 400)], on);
  expect(answer.entitled.donor?.low.lines.map(({ date, tier: held, until, freeMl }) => [date, held?.tier, until, freeMl])).toEqual([['2019-05-10', 2, null, 400], ['2023-03-01', 1, '2028-03-01', 2000]]);
  expect(answer.next).toMatchObject({ needMl: 200, tier: { tier: 3 } });
  expect(feeWaiver(sample, [whole('2020-01-01', 1200)], on).next).toBeNull();
  expect(feeWaiver(sample, [whole('2027-01-01', 400)], on)).toMatchObject({ later: 1, donations: 0, volumeMl: 0 });
});

test('a rule that says nothing of the family gives the family no answer', () => {
  expect(feeWaiver(sample.slice(0, 3), [whole('2025-01-01', 400)], on).entitled.family).toBeNull();
});

test('giving more never entitles to less, and no day of waiting to more', () => {
  const donation = fc.record({ date: fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2002-01-01', days)), volumeMl: fc.constantFrom(200, 300, 400), doses: fc.constant(null) });
  fc.assert(fc.property(fc.constantFrom(sample, beijing), fc.array(donation, { maxLength: 6 }), donation, fc.integer({ min: 0, max: 3000 }), (tiers, given, more, wait) => {
    const free = (list: readonly GivenBlood[], day: string): number => feeWaiver(tiers.map((one) => ({ ...one, countedFrom: 'each_donation' as const })), list, day).entitled.donor?.low.freeMl ?? 0;
    const day = '2026-11-21';
    expect(free([...given, more], day)).toBeGreaterThanOrEqual(free(given, day));
    expect(free(given, addDays(day, wait))).toBeLessThanOrEqual(free(given, day));
  }));
});
