/** The next donation and ages, at the edges of months, years and rules. */
import { expect, test } from 'vitest';
import { ageOn, ageVerdict, nextDonation, readyAfter, rulesInForce } from './eligibility.ts';
import type { DonationKind, EligibilityRule, Given } from './eligibility.ts';

const rule = (name: string, subject: EligibilityRule['subject'], value: number, unit: EligibilityRule['unit'], rest: Partial<EligibilityRule> = {}): EligibilityRule => ({
  rule: name, subject, value, unit, donation: null, after: null, validFrom: '1998-10-01', validUntil: null, status: 'in_force', ...rest,
});
const interval = (name: string, donation: DonationKind | null, after: DonationKind | null, value: number, unit: EligibilityRule['unit'], rest: Partial<EligibilityRule> = {}) =>
  rule(name, 'interval_days', value, unit, { donation, after, ...rest });
const rules: readonly EligibilityRule[] = [
  rule('age-min', 'age_min', 18, 'years'),
  rule('age-max', 'age_max', 55, 'years'),
  rule('age-max-repeat', 'age_max_repeat', 60, 'years', { validFrom: '2012-07-01' }),
  interval('blood-blood', 'whole_blood', 'whole_blood', 6, 'months'),
  interval('platelets-platelets', 'apheresis_platelets', 'apheresis_platelets', 14, 'days'),
  interval('platelets-blood', 'apheresis_platelets', 'whole_blood', 3, 'months'),
  interval('blood-platelets', 'whole_blood', 'apheresis_platelets', 4, 'weeks'),
  rule('platelets-year', 'per_year', 24, 'times', { donation: 'apheresis_platelets' }),
  interval('draft', 'whole_blood', 'whole_blood', 90, 'days', { status: 'draft', validFrom: '2025-12-17' }),
];
const blood = (date: string): Given => ({ date, donation: 'whole_blood' });
const platelets = (date: string): Given => ({ date, donation: 'apheresis_platelets' });

test('intervals end on the same day of a later month, or on its last day', () => {
  expect(readyAfter('2026-08-31', { value: 6, unit: 'months' })).toBe('2027-02-28');
  expect(readyAfter('2026-11-20', { value: 4, unit: 'weeks' })).toBe('2026-12-18');
  expect(readyAfter('2026-12-20', { value: 14, unit: 'days' })).toBe('2027-01-03');
});

test('whole blood six months after whole blood, to the day; a draft opens nothing', () => {
  expect(nextDonation([blood('2026-05-22')], 'whole_blood', rules, '2026-11-21').date).toBe('2026-11-22');
  expect(nextDonation([blood('2026-05-21')], 'whole_blood', rules, '2026-11-21').date).toBe('2026-11-21');
  expect(nextDonation([], 'whole_blood', rules, '2026-11-21')).toEqual({ date: '2026-11-21', waits: [], yearly: null, withoutRule: [] });
});

test('of several donations the one with the longest wait decides', () => {
  const next = nextDonation([blood('2026-10-01'), platelets('2026-11-19'), blood('2025-01-01')], 'apheresis_platelets', rules, '2026-11-21');
  expect(next.date).toBe('2027-01-01');
  expect(next.waits.map(({ rule: { rule: name }, ready }) => [name, ready])).toEqual([['platelets-blood', '2027-01-01'], ['platelets-platelets', '2026-12-03']]);
});

test('after a donation that no rule speaks of nothing is promised silently', () => {
  expect(nextDonation([{ date: '2026-11-20', donation: 'apheresis_plasma' }], 'whole_blood', rules, '2026-11-21').withoutRule).toEqual(['apheresis_plasma']);
  const general = [...rules, interval('any', null, null, 14, 'days')];
  expect(nextDonation([{ date: '2026-11-20', donation: 'apheresis_plasma' }], 'whole_blood', general, '2026-11-21').date).toBe('2026-12-04');
  expect(nextDonation([blood('2026-11-20')], 'whole_blood', general, '2026-11-21').date).toBe('2027-05-20');
});

test('the yearly limit counts the twelve months before the day', () => {
  // Every 15 days from 2025-11-25 on: the 24th on 2026-11-05.
  const dates = Array.from({ length: 24 }, (_, index) => new Date(Date.UTC(2025, 10, 25 + 15 * index)).toISOString().slice(0, 10));
  const next = nextDonation(dates.map(platelets), 'apheresis_platelets', rules, '2026-11-21');
  expect(next.date).toBe('2026-11-25');
  expect(next.yearly?.rule).toBe('platelets-year');
  expect(nextDonation(dates.slice(1).map(platelets), 'apheresis_platelets', rules, '2026-11-21').date).toBe('2026-11-21');
});

test('a rule that changes flips the answer on its day and not before', () => {
  const changed = [...rules, interval('law-2027', 'whole_blood', 'whole_blood', 90, 'days', { validFrom: '2027-01-01' })];
  expect(nextDonation([blood('2026-09-01')], 'whole_blood', changed, '2026-11-21').date).toBe('2027-01-01');
  expect(nextDonation([blood('2026-11-01')], 'whole_blood', changed, '2026-11-21').date).toBe('2027-01-30');
  expect(rulesInForce(changed).filter(({ rule: { subject, donation } }) => subject === 'interval_days' && donation === 'whole_blood').map(({ rule: { rule: name }, from, until }) => [name, from, until])).toEqual([
    ['blood-blood', '1998-10-01', '2026-12-31'],
    ['blood-platelets', '1998-10-01', null],
    ['law-2027', '2027-01-01', null],
  ]);
});

test('a second route: every day judged alone by plain loops gives the same first day', () => {
  const day = 86_400_000;
  for (let seed = 1; seed <= 60; seed += 1) {
    const given = Array.from({ length: seed % 7 }, (_, index) => ({
      date: new Date(Date.UTC(2026, 10, 21) - ((seed * 7919 + index * 104_729) % 400) * day).toISOString().slice(0, 10),
      donation: (seed + index) % 2 === 0 ? 'whole_blood' : 'apheresis_platelets',
    }) as Given);
    for (const wanted of ['whole_blood', 'apheresis_platelets'] as const) {
      let now = Date.UTC(2026, 10, 21);
      const isTooSoon = (one: Given): boolean => {
        const then = new Date(`${one.date}T00:00:00Z`);
        if (wanted === 'apheresis_platelets' && one.donation === wanted) return (now - then.getTime()) / day < 14;
        if (wanted === 'whole_blood' && one.donation !== wanted) return (now - then.getTime()) / day < 28;
        const months = wanted === 'whole_blood' ? 6 : 3;
        const target = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + months + 1, 0));
        return now < Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), Math.min(then.getUTCDate(), target.getUTCDate()));
      };
      while (given.some(isTooSoon)) now += day;
      expect(nextDonation(given, wanted, rules, '2026-11-21').date).toBe(new Date(now).toISOString().slice(0, 10));
    }
  }
});

test('ages turn on the birthday', () => {
  expect(ageOn('2008-11-22', '2026-11-21')).toBe(17);
  expect(ageOn('2008-11-21', '2026-11-21')).toBe(18);
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  expect(ageVerdict('2008-11-22', '2026-11-21', rules)).toBe('young');
  expect(ageVerdict('1970-11-22', '2026-11-21', rules)).toBe('within');
  expect(ageVerdict('1970-11-21', '2026-11-21', rules)).toBe('repeat');
  expect(ageVerdict('1965-11-21', '2026-11-21', rules)).toBe('old');
  expect(ageVerdict('1965-11-21', '2026-11-21', [])).toBe(null);
});
