/** The plot of places: pictures of the ordinary, one, none, all on one spot, the longest names; labels that never meet. */
import { describe, expect, test } from 'vitest';
import { drawPointPlot, layoutPointPlot, niceBelow } from './point-plot.ts';
import type { PointPlotInput } from './point-plot.ts';
import { textWidth } from './text-width.ts';

const base: PointPlotInput = {
  label: '示意图',
  points: [
    { id: 'centre', east: 0, north: 0, name: '示例市血液中心', shape: 'square' },
    { id: 'plaza', east: 700, north: -1400, name: '甲区示例广场献血屋', shape: 'circle' },
    { id: 'bus', east: -800, north: -2400, name: '流动献血车1号', shape: 'triangle' },
    { id: 'east', east: 23_000, north: 2000, name: '东部分中心', shape: 'square' },
  ],
  start: null,
  north: '北',
  units: { km: '公里', m: '米' },
  emptyLabel: '没有坐标',
  source: '来源：示例。',
};
const many: PointPlotInput = {
  ...base,
  points: Array.from({ length: 120 }, (_, index) => ({ id: `p${index}`, east: (index * 7919) % 30_000, north: (index * 104_729) % 20_000, name: `Donation house number ${index}`, shape: 'circle' as const })),
};

describe('pictures', () => {
  test.each<[string, PointPlotInput, number]>([
    ['ordinary', base, 340],
    ['ordinary, wide, around a start', { ...base, start: { east: 1000, north: 500, name: '起点' } }, 760],
    ['one place', { ...base, points: base.points.slice(0, 1) }, 340],
    ['empty', { ...base, points: [] }, 340],
    ['all on one spot', { ...base, points: base.points.map((point) => ({ ...point, east: 5, north: 5 })) }, 340],
    ['long English names, one faded', { ...base, north: 'N', units: { km: 'km', m: 'm' }, points: base.points.map((point, index) => ({ ...point, name: 'Sample City Blood Centre, West Branch at the Old Railway Station', isFaded: index === 3 })) }, 760],
  ])('%s', (_, input, width) => {
    expect(drawPointPlot(layoutPointPlot(input, width))).toMatchSnapshot();
  });
});

test('no label covers another label or a mark, and none leaves the sheet', () => {
  for (const [input, width] of [[{ ...many, points: many.points.slice(0, 30) }, 340], [many, 760], [{ ...many, start: { east: 100, north: 100, name: 'x' } }, 760]] as const) {
    const { points, frame } = layoutPointPlot(input, width);
    const boxes = points.flatMap(({ text, name, id }) => {
      if (text === null) return [];
      const length = textWidth(name, 12);
      const left = text.anchor === 'start' ? text.x : text.anchor === 'end' ? text.x - length : text.x - length / 2;
      return [{ id, left, right: left + length, top: text.y - 11, bottom: text.y + 3 }];
    });
    expect(boxes.length).toBeGreaterThan(1);
    for (const [index, a] of boxes.entries()) {
      expect(a.left >= frame.left && a.right <= frame.right && a.top >= frame.top && a.bottom <= frame.bottom).toBe(true);
      for (const b of boxes.slice(index + 1)) expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom, `${a.id} and ${b.id}`).toBe(false);
      for (const point of points) {
        if (point.id === a.id) continue;
        expect(point.x > a.left && point.x < a.right && point.y > a.top && point.y < a.bottom, `${a.id} covers ${point.id}`).toBe(false);
      }
    }
  }
});

test('both directions have one scale, north is up, and the bar is as long as it says', () => {
  const layout = layoutPointPlot(base, 760);
  const [centre, plaza, , east] = layout.points;
  const perMetre = (east!.x - centre!.x) / 23_000;
  expect(centre!.y - east!.y).toBeCloseTo(2000 * perMetre, 6);
  expect(plaza!.y - centre!.y).toBeCloseTo(1400 * perMetre, 6);
  expect(layout.bar).toMatchObject({ label: '5\u202F公里' });
  expect(layout.bar!.length).toBeCloseTo(5000 * perMetre, 6);
});

test('rings are round distances from the start and reach at least halfway to the farthest place', () => {
  const { rings, points, start } = layoutPointPlot({ ...base, start: { east: 0, north: 0, name: '起点' } }, 760);
  const perMetre = (points[3]!.x - points[0]!.x) / 23_000;
  expect(rings.map(({ label }) => label)).toEqual(['10\u202F公里', '20\u202F公里', '30\u202F公里']);
  expect(rings[0]!.radius).toBeCloseTo(10_000 * perMetre, 6);
  expect(start).toMatchObject({ x: points[0]!.x, y: points[0]!.y });
});

test('round numbers', () => {
  expect([0.3, 1, 4.9, 5, 9.99, 120, 2500].map(niceBelow).map((value) => Number(value.toPrecision(6)))).toEqual([0.2, 1, 2, 5, 5, 100, 2000]);
});
