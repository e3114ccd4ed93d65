import { expect, test } from 'vitest';
import { fakePortal } from '../../tests/support/fake-portal.ts';
import { hasLibrary, regionChain } from './relevance.ts';

const regions = [
  { region: 'east', parent: 'city', kind: 'county', name_zh: '东区' },
  { region: 'city', parent: 'china', kind: 'city', name_zh: '市' },
  { region: 'china', parent: '', kind: 'country', name_zh: '中国' },
];

test('a region lies in all regions above it', () => {
  expect(regionChain(fakePortal({ tables: { regions }, settings: { region: 'east' } }))).toEqual(['east', 'city', 'china']);
  expect(regionChain(fakePortal({ settings: { region: 'elsewhere' } }))).toEqual(['elsewhere']);
});

test('a circle of parents ends', () => {
  const circle = [{ region: 'a', parent: 'b' }, { region: 'b', parent: 'a' }];
  expect(regionChain(fakePortal({ tables: { regions: circle }, settings: { region: 'a' } }))).toEqual(['a', 'b']);
});

test('the library belongs to a city in China and not to a portal elsewhere', () => {
  expect(hasLibrary(fakePortal({ tables: { regions }, settings: { region: 'city' } }))).toBe(true);
  expect(hasLibrary(fakePortal({ settings: { region: 'singapore' } }))).toBe(false);
});
