import { expect, test } from 'vitest';
import { everyDay, fakePortal } from '../../tests/support/fake-portal.ts';
import { rarityOf } from './rare-groups.ts';

const days = (cells: Record<string, string>) => everyDay('2026-10-20', '2026-11-21', () => cells);
const tables = {
  stock: [...days({ abo: 'A', quantity: '300' }), ...days({ abo: 'B', quantity: '40' })],
  issues: days({ abo: 'A', quantity: '30' }),
};
const group = (abo: 'A' | 'B') => ({ component: 'red_cells', abo, rhd: 'positive' }) as const;

test('a group of which nothing was ever issued is rare where an absent row is zero', () => {
  const portal = fakePortal({ tables, absentRow: 'zero' });
  expect(rarityOf(portal, group('B'))).toBe('too_little_demand');
  expect(rarityOf(portal, group('A'))).toBeNull();
});

test('where an absent row is unknown nothing is known of its demand', () => {
  expect(rarityOf(fakePortal({ tables, absentRow: 'missing' }), group('B'))).toBeNull();
});

test('issues stated for all groups together say nothing of one of them', () => {
  const together = { ...tables, issues: days({ abo: 'all', rhd: 'all', quantity: '30' }) };
  expect(rarityOf(fakePortal({ tables: together, absentRow: 'zero' }), group('B'))).toBeNull();
});
