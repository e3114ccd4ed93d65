import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnWidth, columnWidths } from './column-width.ts';

describe('the least width of a column', () => {
  it('keeps short Chinese words and dates in one line', () => {
    expect(columnWidth('地区', ['示例市', '全国'], false)).toBe(3);
    expect(columnWidth('类别', ['困难献血者帮扶', '大学生助学'], false)).toBe(7);
    expect(columnWidth('有效至', ['11月22日 11:00'], false)).toBeGreaterThanOrEqual(7);
  });

  it('counts the space that browsers put between Chinese and figures', () => {
    expect(columnWidth('数据到', ['2026年11月21日'], false)).toBe(9);
  });

  it('lets longer words stand in two lines and gives prose twelve characters', () => {
    expect(columnWidth('去向', ['示例市第一人民医院输血科'], false)).toBe(7);
    expect(columnWidth('说明', ['献血后第五年起，本人用血不限量，直系亲属用血按献血量的三倍减免。'], false)).toBe(12);
  });

  it('takes the text of a cell that carries a value or an address', () => {
    expect(columnWidth('表', [{ text: '献血记录按月的汇总', address: '/x/' }], false)).toBe(9);
  });

  it('looks at the head alone where the cells are numbers', () => {
    expect(columnWidth('元', ['1,234,567,890.00'], true)).toBe(3);
    expect(columnWidth('困难献血者帮扶支出', ['1'], true)).toBe(6);
  });

  it('never asks for more than the widest class, also without rows', () => {
    expect(columnWidth('说明', ['血'.repeat(500)], false)).toBe(12);
    expect(columnWidth('说明', [], false)).toBe(3);
  });

  it('names widths that the style sheet has', () => {
    const css = readFileSync(new URL('../styles/base.css', import.meta.url), 'utf8');
    for (const width of columnWidths) expect(css).toContain(`.column-${width} {`);
  });
});
