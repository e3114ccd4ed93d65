import { expect, test } from 'vitest';
import { everyDay, fakePortal } from '../../tests/support/fake-portal.ts';
import type { FakePortal, TextRecord } from '../../tests/support/fake-portal.ts';
import { parseXml } from '../../tests/support/parse-xml.ts';
import { stockBadge } from './stock-badge.ts';

const from = '2026-09-23';
const today = '2026-11-21';
function portalWith(row: TextRecord, issued: string, settings: FakePortal['settings'] = {}) {
  return fakePortal({
    tables: {
      stock: everyDay(from, today, () => ({ ...row, quantity: '120' })),
      issues: everyDay(from, today, () => ({ ...row, quantity: issued })),
      thresholds: [{ level: 'normal', valid_from: '2016-01-01', at_or_above: '7' }],
    },
    ...(settings === undefined ? {} : { settings }),
  });
}
const texts = (svg: string | null) => {
  const group = parseXml(svg ?? '').children.find((child) => child.name === 'g');
  return group?.children.map((child) => child.text.replaceAll('\u202F', ' '));
};

test('number, date and end of validity, and no level', () => {
  const svg = stockBadge(portalWith({}, '20'), 'a-positive');
  expect(texts(svg)).toEqual(['A 型 RhD 阳性', '悬浮红细胞', '6.0 天', '2026-11-21', '有效至 11-22 11:00']);
  expect(svg).not.toMatch(/正常|偏少|紧张|紧缺|normal|low|short|critical/);
  expect(parseXml(svg ?? '').attributes['aria-label']).toContain('A RhD-positive');
});

test('the stock where there are no days', () => {
  expect(texts(stockBadge(portalWith({ rhd: 'negative' }, '20'), 'a-negative'))).toEqual(['A 型 RhD 阴性', '悬浮红细胞', '120 U', '2026-11-21', '有效至 11-22 11:00']);
});

test('a group with too little demand shows its last month', () => {
  expect(texts(stockBadge(portalWith({}, '0'), 'a-positive'))).toEqual(['A 型 RhD 阳性', '悬浮红细胞', '120 U', '2026年10月末']);
});

test('a demonstration is marked', () => {
  expect(texts(stockBadge(portalWith({}, '20', { demonstration: { clock: '' } }), 'a-positive'))?.[0]).toBe('示例 · A 型 RhD 阳性');
});

test('a group that is not published has none', () => {
  expect(stockBadge(portalWith({}, '20'), 'b-positive')).toBeNull();
});
