import { expect, test } from 'vitest';
import { sampleRows, summariseTable } from './table-summary.ts';
import type { TableField } from './table-summary.ts';

function field(name: string, type: TableField['type'], moment?: TableField['moment']): TableField {
  return { name, type, title: name, 'title@en': name, description: name, 'description@en': name, ...(moment ? { moment } : {}) };
}

test('coverage is the span of the time column of the key, whatever the order of the rows', () => {
  const cells = {
    fields: [field('confirmed_on', 'date'), field('date', 'date'), field('quantity', 'number')],
    rows: [['2030-01-01', '2026-11-20', '1'], ['2030-01-01', '2016-11-22', '2'], ['', '2026-11-21', '']],
  };
  expect(summariseTable(cells, ['date'])).toEqual({ rows: 3, coverage: { column: 'date', from: '2016-11-22', to: '2026-11-21' } });
});

test('without time in the key the first usual time column counts; reasons for missing values do not', () => {
  const cells = {
    fields: [field('target', 'string'), field('confirmed_on', 'date'), field('period', 'string', ['year', 'date'])],
    rows: [['x', '2026-01-01', '2020'], ['y', '2026-01-01', 'NA'], ['z', '2026-01-01', '2025']],
  };
  expect(summariseTable(cells, ['target']).coverage).toEqual({ column: 'period', from: '2020', to: '2025' });
});

test('a period reaches to its end', () => {
  const cells = {
    fields: [field('fund', 'string'), field('period_start', 'date'), field('period_end', 'date')],
    rows: [['f', '2026-01-01', '2026-10-31'], ['f', '2019-01-01', '2019-12-31'], ['f', '2027-01-01', '']],
  };
  expect(summariseTable({ ...cells, rows: cells.rows.slice(0, 2) }, ['fund', 'period_start']).coverage).toEqual({ column: 'period_start', from: '2019-01-01', to: '2026-10-31' });
  expect(summariseTable(cells, ['fund', 'period_start']).coverage?.to).toBe('2027-01-01');
});

test('a table without a time column, or with nothing in it, has no coverage', () => {
  expect(summariseTable({ fields: [field('station', 'string'), field('confirmed_on', 'date')], rows: [['a', '2026-01-01']] }, ['station'])).toEqual({ rows: 1, coverage: null });
  expect(summariseTable({ fields: [field('date', 'date')], rows: [] }, ['date'])).toEqual({ rows: 0, coverage: null });
});

test('a sample is the whole of a small table and both ends of a large one', () => {
  const rows = Array.from({ length: 50 }, (_, index) => [String(index)]);
  expect(sampleRows(rows.slice(0, 20), 20)).toEqual({ first: rows.slice(0, 20), last: [], skipped: 0 });
  const sample = sampleRows(rows, 21);
  expect(sample.first.map(String)).toEqual(rows.slice(0, 11).map(String));
  expect(sample.last.map(String)).toEqual(rows.slice(40).map(String));
  expect(sample.first.length + sample.last.length + sample.skipped).toBe(50);
});
