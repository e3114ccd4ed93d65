import { describe, expect, it } from 'vitest';
import { cell, fen, publishedRows } from './published-data.ts';

const entries = publishedRows('fund-entries');
const balances = publishedRows('fund-balances');

describe('funds', () => {
  it('close, join year to year and are never overdrawn, to the fen', () => {
    const closings = new Map<string, number>();
    for (const row of balances) {
      const fund = cell(row, 'fund');
      expect(fen(row, 'opening_yuan') + fen(row, 'receipts_yuan') - fen(row, 'disbursements_yuan')).toBe(fen(row, 'closing_yuan'));
      if (closings.has(fund)) expect(fen(row, 'opening_yuan')).toBe(closings.get(fund));
      closings.set(fund, fen(row, 'closing_yuan'));
    }
    expect(balances).toHaveLength(24);
  });

  it('have entries that add up to the balances and to the stated category totals', () => {
    const totals = publishedRows('fund-category-totals');
    for (const row of balances) {
      const inPeriod = entries.filter((e) => cell(e, 'fund') === cell(row, 'fund') && cell(e, 'date') >= cell(row, 'period_start') && cell(e, 'date') <= cell(row, 'period_end'));
      for (const [direction, column] of [['receipt', 'receipts_yuan'], ['disbursement', 'disbursements_yuan']] as const) {
        const ofDirection = inPeriod.filter((e) => cell(e, 'direction') === direction);
        expect(ofDirection.reduce((sum, e) => sum + fen(e, 'amount_yuan'), 0)).toBe(fen(row, column));
        const stated = totals.filter((t) => cell(t, 'fund') === cell(row, 'fund') && cell(t, 'period_start') === cell(row, 'period_start') && cell(t, 'direction') === direction);
        expect(new Set(stated.map((t) => cell(t, 'category')))).toEqual(new Set(ofDirection.map((e) => cell(e, 'category'))));
        expect(stated.reduce((sum, t) => sum + fen(t, 'amount_yuan'), 0)).toBe(fen(row, column));
        for (const total of stated) {
          const ofCategory = ofDirection.filter((e) => cell(e, 'category') === cell(total, 'category'));
          expect(ofCategory.reduce((sum, e) => sum + fen(e, 'amount_yuan'), 0)).toBe(fen(total, 'amount_yuan'));
        }
      }
    }
    expect(entries.every((e) => balances.some((row) => cell(row, 'fund') === cell(e, 'fund') && cell(e, 'date') >= cell(row, 'period_start') && cell(e, 'date') <= cell(row, 'period_end')))).toBe(true);
  });

  it('pay back exactly the waived fees of the month before', () => {
    const waived = new Map<string, number>();
    for (const row of publishedRows('fee-waivers')) waived.set(cell(row, 'month'), (waived.get(cell(row, 'month')) ?? 0) + fen(row, 'amount_yuan'));
    for (const [month, amount] of waived) {
      const [year = 0, number = 0] = month.split('-').map(Number);
      const date = number === 12 ? `${year + 1}-01-10` : `${year}-${String(number + 1).padStart(2, '0')}-10`;
      const paid = entries.filter((e) => cell(e, 'fund') === 'waiver-fund' && cell(e, 'direction') === 'disbursement' && cell(e, 'date') === date);
      if (date <= '2026-10-31') expect([month, paid.reduce((sum, e) => sum + fen(e, 'amount_yuan'), 0)]).toEqual([month, amount]);
    }
  });

  it('have a word in both languages for every code', () => {
    const known = new Set(publishedRows('labels').filter((row) => cell(row, 'zh') !== '' && cell(row, 'en') !== '').map((row) => `${cell(row, 'kind')} ${cell(row, 'code')}`));
    const used = [
      ...entries.flatMap((e) => [`category ${cell(e, 'category')}`, cell(e, 'programme') === '' ? '' : `programme ${cell(e, 'programme')}`]),
      ...publishedRows('transfers').map((row) => `purpose ${cell(row, 'purpose')}`),
    ];
    expect([...new Set(used)].filter((code) => code !== '' && !known.has(code))).toEqual([]);
    expect([...known].filter((code) => !used.includes(code))).toEqual([]);
  });

  it('charge a mutual-aid fee once, before the notice of November 2019', () => {
    expect(publishedRows('transfers').filter((row) => fen(row, 'mutual_aid_fee_yuan') > 0).map((row) => cell(row, 'date'))).toEqual(['2018-02-25']);
  });
});
