import { expect, test } from 'vitest';
import { benefitSteps } from './benefit-steps.ts';

const nothing = { donations: null, volumeMl: null, hours: null };
const conditions = [
  { ...nothing, benefit: 'leave', donations: 1 },
  { ...nothing, benefit: 'city', donations: 10 },
  { ...nothing, benefit: 'bronze', donations: 20 },
  { ...nothing, benefit: 'transport', donations: 20 },
  { ...nothing, benefit: 'volunteer', hours: 120 },
  { ...nothing, benefit: 'volume', volumeMl: 4000 },
  { ...nothing, benefit: 'both', donations: 12, hours: 60 },
  { ...nothing, benefit: 'winners' },
];

test('exactly as much as is asked for is reached', () => {
  expect(benefitSteps(conditions, { donations: 10, volumeMl: 0, hours: 0 }).now).toEqual(['leave', 'city']);
  expect(benefitSteps(conditions, { donations: 9, volumeMl: 0, hours: 0 }).now).toEqual(['leave']);
  expect(benefitSteps(conditions, { donations: 0, volumeMl: 4000, hours: 120 }).now).toEqual(['volunteer', 'volume']);
});

test('the next step of each measure, with everything that it brings', () => {
  expect(benefitSteps(conditions, { donations: 12, volumeMl: 3600, hours: 0 }).next).toEqual([
    { measure: 'donations', more: 8, benefits: ['bronze', 'transport'] },
    { measure: 'volumeMl', more: 400, benefits: ['volume'] },
    { measure: 'hours', more: 60, benefits: ['both'] },
  ]);
  expect(benefitSteps(conditions, { donations: 40, volumeMl: 9000, hours: 200 }).next).toEqual([]);
});

test('what asks for two things is no next step while both are lacking; what asks for no number stands apart', () => {
  const answer = benefitSteps(conditions.slice(6), { donations: 0, volumeMl: 0, hours: 0 });
  expect(answer).toEqual({ now: [], next: [], other: ['winners'] });
  expect(benefitSteps(conditions, { donations: 12, volumeMl: 0, hours: 60 }).now).toContain('both');
});
