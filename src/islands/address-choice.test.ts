import { expect, test } from 'vitest';
import { choiceOf, withChoice } from './address-choice.ts';

test('only a known value is a choice', () => {
  const options = ['resident', 'registered'];
  expect(choiceOf('?base=registered&year=2024', 'base', options)).toBe('registered');
  expect(choiceOf('?base=elsewhere', 'base', options)).toBeNull();
  expect(choiceOf('', 'base', options)).toBeNull();
});

test('a choice changes nothing else in the address, and an empty one leaves it', () => {
  const address = withChoice('https://x.example/rates/?year=2024#own-rate', 'base', 'resident');
  expect(address).toBe('https://x.example/rates/?year=2024&base=resident#own-rate');
  expect(withChoice(address, 'year', '')).toBe('https://x.example/rates/?base=resident#own-rate');
});
