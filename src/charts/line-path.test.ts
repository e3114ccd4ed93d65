import { expect, test } from 'vitest';
import { bandPath, linePath } from './line-path.ts';

test('a line breaks at what is missing', () => {
  expect(linePath([{ x: 0, y: 1 }, { x: 5, y: 2 }, { x: 10, y: null }, { x: 15, y: 3 }])).toBe('M0 1L5 2M15 3');
  expect(linePath([])).toBe('');
  expect(linePath([{ x: 1, y: null }])).toBe('');
});

test('of the days on one unit of width the first, lowest, highest and last stay, in order', () => {
  const ys = [5, 6, 1, 9, 4, 5];
  expect(linePath(ys.map((y, index) => ({ x: index / 10, y })))).toBe('M0 5L0.2 1L0.3 9L0.5 5');
  // The first of the next unit begins anew.
  expect(linePath([...ys.map((y, index) => ({ x: index / 10, y })), { x: 1, y: 2 }])).toBe('M0 5L0.2 1L0.3 9L0.5 5L1 2');
});

test('a shortened line reaches as high and as low as all its days in every unit of width', () => {
  const points = Array.from({ length: 4000 }, (_, index) => ({ x: index / 9, y: 50 + 40 * Math.sin(index / 7) + ((index * 7919) % 13) }));
  const kept = [...linePath(points).matchAll(/[ML](\S+) ([\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
  expect(kept.length).toBeLessThan(points.length / 2);
  for (let unit = 0; unit < 400; unit += 1) {
    // Positions are rounded to a tenth, so days at the edge of a unit are left aside.
    const own = points.filter(({ x }) => x >= unit + 0.06 && x < unit + 0.94).map(({ y }) => y);
    const drawn = kept.filter(({ x }) => x >= unit - 0.06 && x <= unit + 1.06).map(({ y }) => y);
    expect(Math.min(...drawn)).toBeLessThanOrEqual(Math.min(...own) + 0.051);
    expect(Math.max(...drawn)).toBeGreaterThanOrEqual(Math.max(...own) - 0.051);
  }
});

test('a band is closed, a gap parts it, a single day has a width', () => {
  expect(bandPath([{ x: 0, low: 9, high: 5 }, { x: 2, low: 8, high: 4 }, null, { x: 6, low: 7, high: 3 }])).toBe('M0 5L2 4L2 8L0 9ZM6 3L7 3L7 7L6 7Z');
  expect(bandPath([null])).toBe('');
});
