import fc from '../../tests/support/properties.ts';
import { expect, test } from 'vitest';
import { entryAddress, entryState, entryView, rowsOnPage, sortColumns } from './entry-view.ts';
import type { EntryRow, EntryState } from './entry-view.ts';

const groups = [
  { id: 'entries-2025-disbursement-illness', year: '2025', kind: 'disbursement.illness' },
  { id: 'entries-2024-receipt-gift-public', year: '2024', kind: 'receipt.gift_public' },
];
const all: EntryState = { year: '', kind: '', words: '', sort: 'date', descending: true, page: 1 };
const row = (date: string, kind: string, fen: number, people: number | null = null, text = ''): EntryRow => ({ date, kind, fen, people, text });
const rows = [
  row('2025-01-02', 'disbursement.illness', 300, 5, '学生 a'), row('2025-03-02', 'disbursement.illness', 100, 7, '学生 b'),
  row('2024-01-02', 'receipt.gift_public', 200, null, 'c'), row('2025-01-02', 'receipt.gift_public', 300, null, 'd'),
];

test('an anchor of a group or a year asks for it, and wins over the rest of the address', () => {
  expect(entryState('', '', groups)).toEqual(all);
  expect(entryState('?year=2024&sort=amount&page=3', '#entries-2025-disbursement-illness', groups)).toEqual({ ...all, year: '2025', kind: 'disbursement.illness', sort: 'amount', descending: false, page: 3 });
  expect(entryState('?kind=receipt.gift_public', '#entries-2024', groups)).toMatchObject({ year: '2024', kind: 'receipt.gift_public' });
});

test('what there is not is as if not asked for', () => {
  expect(entryState('?year=1999&kind=x&sort=colour&page=-2', '#entries-1999', groups)).toEqual({ ...all, descending: false });
  expect(entryState('?page=1.5', '#elsewhere', groups)).toEqual(all);
});

test('every state is read back from its own address', () => {
  const state = fc.record({
    year: fc.constantFrom('', '2024', '2025'), kind: fc.constantFrom('', ...groups.map(({ kind }) => kind)), words: fc.constantFrom('', '学生', 'a b', '&=#'),
    sort: fc.constantFrom(...sortColumns), descending: fc.boolean(), page: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(fc.property(state, (one) => {
    const [search = '', hash] = entryAddress(one).split('#');
    expect(entryState(search, `#${hash}`, groups)).toEqual(one);
  }));
});

test('filters by year, kind and every word, sums both directions, sorts either way', () => {
  expect(entryView(rows, all)).toEqual({ shown: [1, 0, 3, 2], count: 4, receiptsFen: 500, disbursementsFen: 400, page: 1, pages: 1 });
  expect(entryView(rows, { ...all, year: '2025', kind: 'disbursement.illness' })).toMatchObject({ shown: [1, 0], receiptsFen: 0, disbursementsFen: 400 });
  expect(entryView(rows, { ...all, words: '学生 Ｂ' }).shown).toEqual([1]);
  expect(entryView(rows, { ...all, sort: 'amount', descending: false }).shown).toEqual([1, 2, 0, 3]);
  expect(entryView(rows, { ...all, sort: 'people', descending: false }).shown).toEqual([0, 1, 2, 3]);
  expect(entryView(rows, { ...all, sort: 'people' }).shown).toEqual([1, 0, 2, 3]);
});

test('every row is on exactly one page, and a page too far is the last', () => {
  const many = Array.from({ length: 2 * rowsOnPage + 7 }, (_, index) => row(`2025-01-${String((index % 28) + 1).padStart(2, '0')}`, 'receipt.gift_public', index));
  const pages = [1, 2, 3].map((page) => entryView(many, { ...all, page }));
  expect(pages.flatMap(({ shown }) => shown).toSorted((a, b) => a - b)).toEqual([...many.keys()]);
  expect(pages.map(({ shown }) => shown.length)).toEqual([rowsOnPage, rowsOnPage, 7]);
  expect(entryView(many, { ...all, page: 99 })).toMatchObject({ page: 3, pages: 3 });
  expect(entryView([], all)).toMatchObject({ shown: [], count: 0, page: 1, pages: 1 });
});
