import { expect, test } from 'vitest';
import { bandPath, linePath as pathOf } from './line-path.ts';

interface Point {
  readonly x: number;
  readonly value: number | null;
}
const linePath = (points: readonly Point[], ...scales: [(x: number) => number, (y: number) => number, (readonly number[])?]) => pathOf({ xs: points.map(({ x }) => x), values: points.map(({ value }) => value) }, ...scales);
const band = (points: readonly ({ readonly x: number; readonly low: number; readonly high: number } | null)[]) => ({ xs: points.map((point) => point?.x ?? 0), low: points.map((point) => point?.low ?? null), high: points.map((point) => point?.high ?? null) });

const same = (value: number): number => value;
const flipped = (value: number): number => 10 - value;

test('a line breaks at what is missing', () => {
  expect(linePath([{ x: 0, value: 1 }, { x: 5, value: 2 }, { x: 10, value: null }, { x: 15, value: 3 }], same, same)).toBe('M0 1L5 2M15 3');
  expect(linePath([{ x: 2, value: 1 }, { x: 4, value: 2.25 }], (x) => x / 10, flipped)).toBe('M0.2 9L0.4 7.8');
  expect(linePath([], same, same)).toBe('');
  expect(linePath([{ x: 1, value: null }], same, same)).toBe('');
});

test('a line breaks before the first point on or after a day of another method', () => {
  const points = [0, 5, 10, 15].map((x) => ({ x, value: 1 }));
  expect(linePath(points, same, same, [0, 5, 12, 13, 99])).toBe('M0 1M5 1L10 1M15 1');
  // Within one unit of width too.
  expect(linePath(points, (x) => x / 100, same, [10])).toBe('M0 1L0.1 1M0.1 1L0.2 1');
});

test('of the days on one unit of width the first, lowest, highest and last stay, in order', () => {
  const points = [5, 6, 1, 9, 4, 5].map((value, index) => ({ x: index / 10, value }));
  expect(linePath(points, same, same)).toBe('M0 5L0.2 1L0.3 9L0.5 5');
  // The first of the next unit begins anew.
  expect(linePath([...points, { x: 1, value: 2 }], same, same)).toBe('M0 5L0.2 1L0.3 9L0.5 5L1 2');
});

test('a shortened line reaches as high and as low as all its days in every unit of width', () => {
  const points = Array.from({ length: 4000 }, (_, index) => ({ x: index / 9, value: 50 + 40 * Math.sin(index / 7) + ((index * 7919) % 13) }));
  const kept = [...linePath(points, same, same).matchAll(/[ML](\S+) ([\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
  expect(kept.length).toBeLessThan(points.length / 2);
  for (let unit = 0; unit < 400; unit += 1) {
    // Positions are rounded to a tenth, so days at the edge of a unit are left aside.
    const own = points.filter(({ x }) => x >= unit + 0.06 && x < unit + 0.94).map(({ value }) => value);
    const drawn = kept.filter(({ x }) => x >= unit - 0.06 && x <= unit + 1.06).map(({ y }) => y);
    expect(Math.min(...drawn)).toBeLessThanOrEqual(Math.min(...own) + 0.051);
    expect(Math.max(...drawn)).toBeGreaterThanOrEqual(Math.max(...own) - 0.051);
  }
});

test('a band is closed, a gap parts it, a single day has a width', () => {
  expect(bandPath(band([{ x: 0, low: 1, high: 5 }, { x: 2, low: 2, high: 6 }, null, { x: 6, low: 3, high: 7 }]), same, flipped)).toBe('M0 5L2 4L2 8L0 9ZM6 3L7 3L7 7L6 7Z');
  expect(bandPath(band([null]), same, same)).toBe('');
});

test('a band reaches as far as all days of a unit of width', () => {
  expect(bandPath(band([{ x: 0, low: 4, high: 5 }, { x: 1, low: 4, high: 5 }, { x: 1.2, low: 2, high: 5 }, { x: 1.9, low: 3, high: 8 }, { x: 2, low: 4, high: 5 }]), same, same)).toBe('M0 5L1 8L2 5L2 4L1 2L0 4Z');
});
