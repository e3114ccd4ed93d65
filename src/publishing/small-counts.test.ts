import { describe, expect, test } from 'vitest';
import { fakePortal } from '../../tests/support/fake-portal.ts';
import type { TextRecord } from '../../tests/support/fake-portal.ts';
import { publishedTable } from './published-table.ts';

const regions = [{ region: 'sample-city', parent: '' }, ...['a', 'b', 'c'].map((region) => ({ region, parent: 'sample-city' }))];
const waiver = (month: string, region: string, channel: string, claims: number, amount: string): TextRecord => ({ month, region, channel, claims: String(claims), amount_yuan: amount });
const entry = (id: string, date: string, beneficiaries: string, amount: string, more: TextRecord = {}): TextRecord => ({
  entry: id, fund: 'care', date, direction: 'disbursement', category: 'hardship', programme: 'p', amount_yuan: amount, beneficiaries, document: '', note_zh: `注${id}`, note_en: '', ...more,
});
const rowsOf = (table: string, records: readonly TextRecord[], others: Readonly<Record<string, readonly TextRecord[]>> = {}) =>
  publishedTable(fakePortal({ tables: { regions, ...others, [table]: records } }), table).rows.map((cells) => cells.join(','));

test('a month and channel without a small district is published by district', () => {
  expect(rowsOf('fee-waivers', [waiver('2026-01', 'b', 'direct', 5, '10.00'), waiver('2026-01', 'a', 'direct', 9, '20.00'), waiver('2026-01', 'c', 'direct', 0, '0.00')])).toEqual([
    '2026-01,a,direct,9,20.00', '2026-01,b,direct,5,10.00', '2026-01,c,direct,0,0.00',
  ]);
});

test('with one small district only the region above is published, and nothing to take away from it', () => {
  expect(rowsOf('fee-waivers', [waiver('2026-01', 'a', 'direct', 9, '20.10'), waiver('2026-01', 'b', 'direct', 2, '10.05'), waiver('2026-01', 'a', 'counter', 7, '1.00')])).toEqual([
    '2026-01,a,counter,7,1.00', '2026-01,sample-city,direct,11,30.15',
  ]);
});

test('where the whole region has too few, a second month and a second channel are hidden with it', () => {
  const months = ['2026-01', '2026-02', '2026-03'];
  const many = months.flatMap((month, index) => [waiver(month, 'sample-city', 'direct', 50 + index, '5.00'), waiver(month, 'sample-city', 'online', month === '2026-02' ? 2 : 20 + index, '6.00')]);
  expect(rowsOf('fee-waivers', many)).toEqual([
    '2026-01,sample-city,direct,SUP,SUP', '2026-01,sample-city,online,SUP,SUP', '2026-02,sample-city,direct,SUP,SUP', '2026-02,sample-city,online,SUP,SUP',
    '2026-03,sample-city,direct,52,5.00', '2026-03,sample-city,online,22,6.00',
  ]);
});

test('a stated total of the region stands instead of its parts', () => {
  expect(rowsOf('fee-waivers', [waiver('2026-01', 'sample-city', 'direct', 60, '9.00'), waiver('2026-01', 'a', 'direct', 58, '8.00'), waiver('2026-01', 'b', 'direct', 2, '1.00')])).toEqual(['2026-01,sample-city,direct,60,9.00']);
});

test('an account that shows one district of a small month hides the month', () => {
  const accounts = { 'fund-entries': [entry('e1', '2026-02-10', '9', '20.10', { category: 'waiver' })] };
  expect(rowsOf('fee-waivers', [waiver('2026-01', 'a', 'direct', 9, '20.10'), waiver('2026-01', 'b', 'direct', 2, '10.05')], accounts)).toEqual(['2026-01,sample-city,direct,SUP,SUP']);
});

test('small entries are put together until there are enough people, to the fen; a remainder joins the last', () => {
  const entries = [entry('e1', '2026-01-05', '3', '10.01'), entry('e2', '2026-02-05', '12', '90.00'), entry('e3', '2026-03-05', '2', '20.02', { programme: 'q' }), entry('e4', '2026-04-05', '1', '5.50')];
  expect(rowsOf('fund-entries', entries)).toEqual([
    'e2,care,2026-02-05,disbursement,hardship,p,90.00,12,,注e2,,1',
    'e1-and-2,care,2026-04-05,disbursement,hardship,,35.53,6,,,,3',
  ]);
});

test('one small entry joins the one with the fewest people; without one, an entry without a number, and then no count is published', () => {
  expect(rowsOf('fund-entries', [entry('e1', '2026-01-05', '30', '10.00'), entry('e2', '2026-02-05', '1', '7.00'), entry('e3', '2026-03-05', '6', '20.00')])).toEqual([
    'e1,care,2026-01-05,disbursement,hardship,p,10.00,30,,注e1,,1', 'e2-and-1,care,2026-03-05,disbursement,hardship,p,27.00,7,,,,2',
  ]);
  expect(rowsOf('fund-entries', [entry('e1', '2026-01-05', 'NA', '10.00'), entry('e2', '2026-02-05', '1', '7.00')])).toEqual(['e1-and-1,care,2026-02-05,disbursement,hardship,p,17.00,SUP,,SUP,SUP,2']);
});

test('entries of another year, period, direction or fund stay apart; alone, a small entry loses count and note', () => {
  const alone = ['e1,care,2026-01-05,disbursement,hardship,p,7.00,SUP,,SUP,SUP,1', 'e2,care,2025-01-05,disbursement,hardship,p,8.00,SUP,,SUP,SUP,1'];
  expect(rowsOf('fund-entries', [entry('e1', '2026-01-05', '1', '7.00'), entry('e2', '2025-01-05', '2', '8.00')])).toEqual(alone);
  for (const other of [{ direction: 'receipt' }, { fund: 'other' }]) expect(rowsOf('fund-entries', [entry('e1', '2026-01-05', '4', '7.00'), entry('e2', '2026-01-06', '4', '8.00', other)])).toHaveLength(2);
  const halves = [['2026-01-01', '2026-06-30'], ['2026-07-01', '2026-12-31']].map(([from = '', to = '']) => ({ fund: 'care', period_start: from, period_end: to, opening_yuan: '0.00', receipts_yuan: '0.00', disbursements_yuan: '0.00', closing_yuan: '0.00', status: 'final', document: '' }));
  expect(rowsOf('fund-entries', [entry('e1', '2026-01-05', '4', '7.00'), entry('e2', '2026-08-05', '4', '8.00')], { 'fund-balances': halves })).toHaveLength(2);
});

describe('a category that holds very few people alone', () => {
  const total = (category: string, amount: string, more: TextRecord = {}): TextRecord => ({ fund: 'care', period_start: '2026-01-01', direction: 'disbursement', category, amount_yuan: amount, ...more });
  const year = [{ fund: 'care', period_start: '2026-01-01', period_end: '2026-12-31', opening_yuan: '0.00', receipts_yuan: '0.00', disbursements_yuan: '0.00', closing_yuan: '0.00', status: 'final', document: '' }];
  const both = (entries: readonly TextRecord[], totals: readonly TextRecord[]) => {
    const tables = { regions, 'fund-balances': year, 'fund-entries': entries, 'fund-category-totals': totals };
    const portal = fakePortal({ tables });
    return ['fund-entries', 'fund-category-totals'].map((table) => publishedTable(portal, table).rows.map((cells) => cells.join(',')));
  };

  test('stands together with the one that loses the least detail, in entries and totals; the others stay', () => {
    const entries = [
      entry('e1', '2026-01-05', '1', '7.00', { category: 'students' }), entry('e2', '2026-02-05', '30', '50.00'), entry('e3', '2026-03-05', '40', '60.00'),
      entry('e4', '2026-04-05', '9', '20.50', { category: 'illness' }), entry('e5', '2026-05-05', 'NA', '12.00', { category: 'audit' }),
    ];
    expect(both(entries, [total('audit', '12.00'), total('hardship', '110.00'), total('illness', '20.50'), total('students', '7.00')])).toEqual([
      [
        'e2,care,2026-02-05,disbursement,hardship,p,50.00,30,,注e2,,1', 'e3,care,2026-03-05,disbursement,hardship,p,60.00,40,,注e3,,1',
        'e1-and-1,care,2026-04-05,disbursement,illness-and-students,p,27.50,10,,,,2', 'e5,care,2026-05-05,disbursement,audit,p,12.00,NA,,注e5,,1',
      ],
      ['care,2026-01-01,disbursement,audit,12.00', 'care,2026-01-01,disbursement,hardship,110.00', 'care,2026-01-01,disbursement,illness-and-students,27.50'],
    ]);
  });

  test('so do two that are both too small; with one that names no people the count is not published', () => {
    expect(both([entry('e1', '2026-01-05', '1', '7.00', { category: 'a' }), entry('e2', '2026-02-05', '2', '8.00', { category: 'b' }), entry('e3', '2026-03-05', 'NA', '12.00', { category: 'c' })], [total('a', '7.00'), total('b', '8.00'), total('c', '12.00')])).toEqual([
      ['e1-and-2,care,2026-03-05,disbursement,a-and-b-and-c,p,27.00,SUP,,SUP,SUP,3'], ['care,2026-01-01,disbursement,a-and-b-and-c,27.00'],
    ]);
  });

  test('alone in its direction and period it stays, since the period itself states what was paid', () => {
    expect(both([entry('e1', '2026-01-05', '1', '7.00')], [total('hardship', '7.00'), total('grant', '9.00', { direction: 'receipt' })])).toEqual([
      ['e1,care,2026-01-05,disbursement,hardship,p,7.00,SUP,,SUP,SUP,1'], ['care,2026-01-01,disbursement,hardship,7.00', 'care,2026-01-01,receipt,grant,9.00'],
    ]);
  });
});

test('zero people and entries without a number stay as they are', () => {
  const entries = [entry('e1', '2026-01-05', '0', '10.00'), entry('e2', '2026-02-05', 'NA', '7.00')];
  expect(rowsOf('fund-entries', entries)).toEqual(['e1,care,2026-01-05,disbursement,hardship,p,10.00,0,,注e1,,1', 'e2,care,2026-02-05,disbursement,hardship,p,7.00,NA,,注e2,,1']);
});
