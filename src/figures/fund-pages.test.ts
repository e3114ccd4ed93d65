/** The pages of funds and prices exist only where there is something to say, and say where an account does not close. */
import { expect, test } from 'vitest';
import { fundAccounts } from '#src/indicators/fund-account.ts';
import { fakePortal } from '../../tests/support/fake-portal.ts';
import { fundEquation, fundFlowFigure, fundHeading, fundsHeading } from './fund-period.ts';
import { budgetTable, elsewhereTable, helpTable } from './fund-tables.ts';
import { balanceFigure, categoriesFigure, threeYears } from './fund-years.ts';
import { costFigure, priceTable, pricesHeading } from './prices.ts';
import { presentSections } from './sections.ts';

const fund = { fund: 'care', region: 'sample-city', kind: 'care_fund', name_zh: '关爱基金', name_en: 'Care fund', document: '' };
const balance = { fund: 'care', period_start: '2025-01-01', period_end: '2025-12-31', opening_yuan: '100.00', receipts_yuan: '50.10', disbursements_yuan: '20.05', closing_yuan: '130.05', status: 'final', document: '' };
const total = { fund: 'care', period_start: '2025-01-01', direction: 'receipt', category: 'interest', amount_yuan: '50.10' };
const accountOf = (portal: ReturnType<typeof fakePortal>) => {
  const [account] = fundAccounts(portal);
  if (account === undefined) throw new Error('the portal has a fund');
  return account;
};

test('a portal without funds and tariffs has neither section nor exhibit', () => {
  const stockOnly = fakePortal({ tables: { stock: [{ date: '2026-11-21', quantity: '5' }] } });
  const ids = presentSections(stockOnly).map(({ id }) => id);
  expect(ids).toContain('stock');
  expect(ids).not.toContain('fund');
  expect(ids).not.toContain('prices');
  expect(fundAccounts(stockOnly)).toEqual([]);
  for (const make of [priceTable, costFigure, elsewhereTable]) expect(make(stockOnly, 'zh')).toBeNull();
  expect(pricesHeading(stockOnly, 'en')).toBe('Prices');
});

test('a fund without any account is named and nothing more', () => {
  const portal = fakePortal({ tables: { funds: [fund] } });
  const account = accountOf(portal);
  expect(fundHeading(account, 'zh')).toBe('关爱基金');
  expect(fundsHeading([account], 'en')).toBe('Of 1 accounts no balance is published yet');
  for (const make of [fundFlowFigure, balanceFigure, threeYears, budgetTable]) expect(make(portal, account, 'zh')).toBeNull();
  expect(categoriesFigure(portal, account, 'receipt', 'zh')).toBeNull();
  expect(helpTable(portal, account, [], 'zh')).toBeNull();
});

test('an account that closes says so, one fen off says by how much', () => {
  const closes = accountOf(fakePortal({ tables: { funds: [fund], 'fund-balances': [balance] } }));
  expect(fundHeading(closes, 'zh').replaceAll('\u202F', ' ')).toBe('关爱基金：到2025年12月31日结余 130.05 元，账目相符');
  expect(fundsHeading([closes], 'zh')).toBe('1 个账户，最新一期的账都对得上');
  const provisional = accountOf(fakePortal({ tables: { funds: [fund], 'fund-balances': [{ ...balance, status: 'provisional' }] } }));
  expect(fundsHeading([provisional, provisional], 'zh')).toBe('2 个账户，最新一期的账都对得上；2 期都是暂计，没有审计');
  expect(fundsHeading([closes, provisional], 'zh')).toBe('2 个账户，最新一期的账都对得上，其中 1 期是暂计，没有审计');
  const [opening, receipts, disbursements, closing] = closes.periods.flatMap((period) => fundEquation(period, 'zh')).map(({ value }) => Math.round((value ?? 0) * 100));
  expect((opening ?? 0) + (receipts ?? 0) - (disbursements ?? 0)).toBe(closing);
  const off = accountOf(fakePortal({ tables: { funds: [fund], 'fund-balances': [{ ...balance, closing_yuan: '130.06' }] } }));
  expect(off.periods[0]?.differenceFen).toBe(1);
  expect(fundHeading(off, 'zh').replaceAll('\u202F', ' ')).toBe('关爱基金：到2025年12月31日结余 130.06 元，账上差 0.01 元');
  expect(fundsHeading([off], 'zh')).toBe('1 个账户，1 个最新一期对不上');
});

test('stated totals stand in where a fund publishes no entries, without leading to any', () => {
  const portal = fakePortal({ tables: { funds: [fund], 'fund-balances': [balance], 'fund-category-totals': [total] } });
  const rows = categoriesFigure(portal, accountOf(portal), 'receipt', 'zh')?.table.rows;
  expect(rows).toEqual([['2025', { text: '50.10\u202F元', value: 50.1 }, { text: '50.10\u202F元', value: 50.1 }]]);
});
