import { expect, test } from 'vitest';
import { fakePortal } from '../../tests/support/fake-portal.ts';
import { requestsMet } from './supply-balance.ts';

const issue = (date: string, quantity: string, requested: string, more = {}) => ({ date, quantity, requested, ...more });

test('requests met count only days that state both, and only months that are over', () => {
  const portal = fakePortal({ tables: { issues: [
    issue('2025-12-31', '4', 'NC'),
    issue('2026-09-30', '9.5', '10'),
    issue('2026-10-01', '5', '5'),
    issue('2026-10-02', 'NP', '5'),
    issue('2026-11-03', '1', '9'),
  ] } });
  expect(requestsMet(portal)).toEqual([{ component: 'red_cells', unit: 'U', year: 2026, from: '2026-09-30', to: '2026-10-01', requested: 15, issued: 14.5 }]);
});

test('a total beside its stations is not added again; a last day that ends its month counts', () => {
  const rows = [issue('2026-10-31', '3', '4'), issue('2026-10-31', '3', '4', { station: 'all' }), issue('2026-10-31', '7', '7', { station: 'all', component: 'plasma', unit: 'ml' })];
  expect(requestsMet(fakePortal({ tables: { issues: rows } })).map(({ component, requested }) => [component, requested])).toEqual([['red_cells', 4], ['plasma', 7]]);
});

test('nothing requested, nothing said', () => {
  expect(requestsMet(fakePortal({ tables: { issues: [issue('2026-10-31', '3', 'NC')] } }))).toEqual([]);
  expect(requestsMet(fakePortal({}))).toEqual([]);
});
