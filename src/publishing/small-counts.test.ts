import { expect, test } from 'vitest';
import { withSmallCountsSuppressed } from './small-counts.ts';

const field = (name: string) => ({ name, type: 'string' as const, title: name, 'title@en': name, description: name, 'description@en': name });

test('beneficiaries below the limit are suppressed together with the notes; the amount stays', () => {
  const fields = ['entry', 'amount_yuan', 'beneficiaries', 'note_zh', 'note_en'].map(field);
  const rows = [['a', '300.00', '4', '王某术后', 'after an operation'], ['b', '10.00', '5', '补助', ''], ['c', '0.00', '0', '无', ''], ['d', '1.00', 'NP', '注', '']];
  expect(withSmallCountsSuppressed('fund-entries', fields, rows, 5)).toEqual([['a', '300.00', 'SUP', 'SUP', 'SUP'], ...rows.slice(1)]);
});

test('claims below the limit are suppressed together with their amount', () => {
  const fields = ['month', 'channel', 'claims', 'amount_yuan'].map(field);
  expect(withSmallCountsSuppressed('fee-waivers', fields, [['2026-01', 'online', '3', '900.00'], ['2026-02', 'online', '30', '9000.00']], 5)).toEqual([
    ['2026-01', 'online', 'SUP', 'SUP'],
    ['2026-02', 'online', '30', '9000.00'],
  ]);
});

test('other tables pass unchanged', () => {
  const rows = [['a', '1']];
  expect(withSmallCountsSuppressed('population', ['year', 'claims'].map(field), rows, 5)).toBe(rows);
});
