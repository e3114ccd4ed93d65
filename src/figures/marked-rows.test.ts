import { expect, test } from 'vitest';
import { emptyDraft } from '../../tests/support/fake-site.ts';
import type { Resource } from '#src/tabular/data-package.ts';
import { releaseLog } from '#src/releases/release-log.ts';
import { markedRows } from './marked-rows.ts';

const field = (name: string, type: 'string' | 'date' | 'number' | 'integer') => ({ name, type, title: name, 'title@en': name, description: name, 'description@en': name });
const fields = [field('fund', 'string'), field('from', 'date'), field('closing_yuan', 'number'), field('people', 'integer'), field('status', 'string')];
const resource: Resource = { name: 'balances', title: '', 'title@en': '', description: '', 'description@en': '', path: 'balances.csv', schema: { fields, primaryKey: ['fund', 'from'], missingValues: [] } };
const rows = [
  ['care', '2025-01-01', '10.00', '3', 'final'],
  ['care', '2026-01-01', '12.50', 'NP', 'provisional'],
  ['waiver', '2026-01-01', '7.00', '9', 'provisional'],
];
const correction = (key: string[], column: string | null) => ({ table: 'balances', key, column, old: '1', new: '2', class: 'C' as const, reason: { zh: '错', en: 'error' } });

test('numbers of a provisional row are [p], its words, dates and missing values are not', () => {
  expect(markedRows({ resource, fields }, rows, releaseLog([], null))).toEqual([
    rows[0],
    ['care', '2026-01-01', { text: '12.50', mark: 'provisional' }, 'NP', 'provisional'],
    ['waiver', '2026-01-01', { text: '7.00', mark: 'provisional' }, { text: '9', mark: 'provisional' }, 'provisional'],
  ]);
});

test('a corrected cell is [r], also in a provisional row, and only that cell; a correction of another table or a removed row marks nothing', () => {
  const corrections = [correction(['waiver', '2026-01-01'], 'closing_yuan'), correction(['care', '2025-01-01'], 'status'), correction(['care', '2024-01-01'], null), { ...correction(['care', '2025-01-01'], 'people'), table: 'others' }];
  const log = releaseLog([emptyDraft(1), emptyDraft(2, { corrections })], null);
  expect(markedRows({ resource, fields }, rows, log)).toEqual([
    ['care', '2025-01-01', '10.00', '3', { text: 'final', mark: 'revised' }],
    ['care', '2026-01-01', { text: '12.50', mark: 'provisional' }, 'NP', 'provisional'],
    ['waiver', '2026-01-01', { text: '7.00', mark: 'revised' }, { text: '9', mark: 'provisional' }, 'provisional'],
  ]);
});

test('a table without a status has no provisional numbers', () => {
  const plain = { ...resource, schema: { ...resource.schema, fields: fields.slice(0, 3) } };
  expect(markedRows({ resource: plain, fields: fields.slice(0, 3) }, [['care', '2025-01-01', '10.00']], releaseLog([], null))).toEqual([['care', '2025-01-01', '10.00']]);
});
