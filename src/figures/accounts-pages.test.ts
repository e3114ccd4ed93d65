/** The pages of supply and rates exist only where there is something to say. */
import { expect, test } from 'vitest';
import { fakePortal } from '../../tests/support/fake-portal.ts';
import { donorFigures, drivesFigure } from './donor-mix.ts';
import { ledgerExhibits } from './ledger.ts';
import { ownRate } from './own-rate.ts';
import { nationalFigures } from './published-series.ts';
import { ratesElsewhereFigure } from './rates-elsewhere.ts';
import { hasRates, ratesHeading } from './rates-page.ts';
import { balanceFigure, requestsFigure } from './supply-balance.ts';
import { hasSupply, supplyHeading } from './supply-page.ts';
import { transferTable } from './transfers.ts';
import { useIndicatorTable } from './use-indicators.ts';

const stockOnly = fakePortal({ tables: { stock: [{ date: '2026-11-21', quantity: '5' }], issues: [{ date: '2026-11-21', quantity: '5', requested: 'NC' }] } });

test('a portal of stock alone has neither page', () => {
  expect(hasSupply(stockOnly)).toBe(false);
  expect(hasRates(stockOnly)).toBe(false);
});

test('no exhibit is made of tables that are absent', () => {
  expect(ledgerExhibits(stockOnly, 'zh')).toEqual([]);
  expect(nationalFigures(stockOnly, 'zh')).toEqual([]);
  expect(donorFigures(stockOnly, 'zh')).toEqual([]);
  for (const make of [balanceFigure, requestsFigure, useIndicatorTable, transferTable, ownRate, ratesElsewhereFigure, drivesFigure]) expect(make(stockOnly, 'en')).toBeNull();
  expect([supplyHeading(stockOnly, 'en'), ratesHeading(stockOnly, 'en')]).toEqual(['Supply', 'Donation rates']);
});

test('ordinary settlement is no fault; a mutual-aid fee is marked, with its clause and whether that was already there', () => {
  const transfer = (date: string, fee: string) => ({
    transfer: date, date, from_region: 'neighbour', to_region: 'sample-city', component: 'red_cells', abo: 'A', rhd: 'positive', quantity: '160', unit: 'U', purpose: 'help', price_yuan: '33600.00', mutual_aid_fee_yuan: fee,
  });
  const free = transferTable(fakePortal({ tables: { transfers: [transfer('2020-01-05', '0.00')] } }), 'zh');
  expect(free?.finding).toContain('没有一次收互助金');
  expect(free?.table.rows[0]?.at(-1)).toEqual({ text: '无', value: 0 });
  expect(free?.notes).toHaveLength(1);
  const fees = transferTable(fakePortal({ tables: { transfers: [transfer('2018-02-25', '4000.00'), transfer('2020-01-05', '50.50')], regions: [{ region: 'sample-city', parent: 'china', kind: 'city', name_zh: '示例市', name_en: 'Sample City' }] } }), 'zh');
  expect(fees?.table.rows.map((row) => row.at(-1))).toMatchObject([{ value: 50.5, address: expect.stringContaining('/policies/health-notice-2019/#c-1-4') }, { value: 4000 }]);
  expect(fees?.notes.slice(1).map((note) => [note.includes('早于'), note.includes('规定不得收取')])).toEqual([[false, true], [true, false]]);
});
