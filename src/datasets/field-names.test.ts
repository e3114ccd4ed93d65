import { expect, test } from 'vitest';
import { isMoney, propertyName, rowTypeName } from './field-names.ts';

test.each([['amount_yuan', 'amountFen'], ['mutual_aid_fee_yuan', 'mutualAidFeeFen'], ['valid_from', 'validFrom'], ['volume_ml', 'volumeMl'], ['date', 'date'], ['yuan_share', 'yuanShare'], ['age_18_55', 'age1855']])('%s → %s', (column, property) => {
  expect(propertyName(column)).toBe(property);
});

test('a row type is called like its table', () => {
  expect(['stock', 'fund-category-totals'].map(rowTypeName)).toEqual(['StockRow', 'FundCategoryTotalsRow']);
});

test('only columns that end in yuan hold money', () => {
  expect(['price_yuan', 'yuan_share', 'price'].map(isMoney)).toEqual([true, false, false]);
});
