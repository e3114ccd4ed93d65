/** Snapshots of every chart type: ordinary, one point, empty, all missing, longest labels in both languages. */
import { expect, test } from 'vitest';
import { drawLevelShape } from './level-shape.ts';
import { drawLineChart, layoutLineChart } from './line-chart.ts';
import type { LineChartInput } from './line-chart.ts';
import { drawStockScale, layoutStockScale } from './stock-scale.ts';
import type { StockScaleInput } from './stock-scale.ts';
import { drawStripPicture, layoutStripPicture } from './stock-strip-picture.ts';
import type { StripPictureInput } from './stock-strip-picture.ts';
import { drawYearBars, layoutYearBars } from './year-bars.ts';
import type { YearBarsInput } from './year-bars.ts';

const ticks = [
  { at: 7, number: '7', word: '正常' },
  { at: 5, number: '5', word: '偏少' },
  { at: 3, number: '3', word: '紧张' },
];
const scale: StockScaleInput = { value: 5.6, top: 15, ticks, band: { low: 5.1, median: 6.9, high: 8.2 } };
const scales: Readonly<Record<string, StockScaleInput>> = {
  ordinary: scale,
  'one point': { ...scale, ticks: [], band: null },
  empty: { value: 0, top: 1, ticks: [], band: null },
  'all missing': { ...scale, value: null, band: null },
  'longest Chinese labels': { ...scale, ticks: [{ at: 65, number: '65', word: '高于目标库存量' }, { at: 64, number: '64', word: '正常' }], top: 100 },
  'longest English labels': { ...scale, ticks: [{ at: 7, number: '7', word: 'critical' }, { at: 6.9, number: '6.9', word: 'critical' }] },
};

const line: LineChartInput = {
  label: 'A 型悬浮红细胞可用天数，近 9 天',
  points: [4, 4.5, 5, null, null, 6, null, 5.5, 5.6].map((value, index) => ({ x: 100 + index, value })),
  unit: '天',
  least: 7,
  thresholds: [
    { label: '7 正常', steps: [{ from: 100, to: 104, at: 6 }, { from: 104, to: 108, at: 7 }] },
    { label: '5 偏少', steps: [{ from: 100, to: 108, at: 5 }] },
  ],
  band: [100, 104, 108].map((x) => ({ x, low: 4, median: 6, high: 8 })),
  bandLabel: '往年同期',
  events: [{ x: 101, label: '11-14 暴雨' }, { x: 102, label: '11-15 校园献血周' }],
  xTicks: [{ x: 101, label: '11月14日' }, { x: 108, label: '11月21日' }],
  endLabel: '5.6 天',
  gapLabel: '缺',
  emptyLabel: '这段时间没有数',
  source: '来源：示例市中心血站；数据截至 2026年11月21日；示例数据',
};
const noContext = { thresholds: [], band: [], events: [] };
const lines: Readonly<Record<string, LineChartInput>> = {
  ordinary: line,
  'one point': { ...line, ...noContext, points: [{ x: 108, value: 5.6 }] },
  empty: { ...line, ...noContext, points: [], xTicks: [], endLabel: '' },
  'all missing': { ...line, band: [], events: [], points: line.points.map(({ x }) => ({ x, value: null })), endLabel: '' },
  'longest Chinese labels': { ...line, endLabel: '1,234.5 治疗量', events: [{ x: 107, label: '11-20 全国无偿献血表彰暨世界献血者日主题活动' }], source: line.source.repeat(3) },
  'longest English labels': { ...line, endLabel: '1,234.5 therapeutic doses', bandLabel: 'Same season in earlier years (10–90 %)', source: 'Source: Sample City Blood Centre, daily stock and issues; data to 21 November 2026. '.repeat(2) },
};

const bars: YearBarsInput = {
  label: 'A 型低于警戒线的天数',
  parts: [{ colour: 'low', label: '偏少' }, { colour: 'short', label: '紧张' }, { colour: 'critical', label: '紧缺' }],
  rows: [
    { label: '2024', values: [31, 12, 2], total: '45 天' },
    { label: '2025', values: [0, 0, 0], total: '0 天' },
    { label: '2026', values: null, total: '没有数' },
  ],
  emptyLabel: '没有数',
  source: '来源：示例市中心血站',
};
const barCharts: Readonly<Record<string, YearBarsInput>> = {
  ordinary: bars,
  'one point': { ...bars, rows: bars.rows.slice(0, 1) },
  empty: { ...bars, rows: [] },
  'all missing': { ...bars, rows: bars.rows.map((row) => ({ ...row, values: null, total: '没有数' })) },
  'longest Chinese labels': { ...bars, rows: [{ label: '2026', values: [210, 90, 65], total: '365 天（至 2026年11月21日，其中 12 天没有数）' }] },
  'longest English labels': { ...bars, parts: bars.parts.map((part) => ({ ...part, label: 'below the threshold of its time' })) },
};

const group = { name: 'O 型', number: '5.6', unit: '天', quantity: '903 U', scale, level: { shape: 'low', word: '偏少' } } as const;
const picture: StripPictureInput = {
  title: '11月21日：O 型偏少',
  dateline: '2026年11月21日 08:00 盘点，有效至 11月22日 11:00',
  groups: [group, group, group, group],
  negative: { name: 'RhD 阴性', values: ['A 18 U', 'O 32 U'], note: '10 月末全市合计' },
  key: '浅色带：往年同期',
  source: '来源：示例市中心血站',
  demonstration: '示例数据：示例市并不存在',
};
const pictures: Readonly<Record<string, StripPictureInput>> = {
  ordinary: picture,
  'one point': { ...picture, groups: [group], negative: null, demonstration: null },
  empty: { ...picture, groups: [], negative: null },
  'all missing': { ...picture, groups: [{ ...group, number: '—', quantity: '未填报', level: null, scale: { ...scale, value: null } }] },
  'longest Chinese labels': { ...picture, title: '11月21日：A 型紧张，B 型紧张，O 型紧缺，AB 型偏少；市卫生健康委员会发布用血预警', groups: Array.from({ length: 8 }, () => group) },
  'longest English labels': { ...picture, title: '21 November: A and O are short, B is low, AB is critical, and an alert has been declared' },
};

const drawn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'stock scale': mapped(scales, (input) => drawStockScale(layoutStockScale(input), '库存')),
  'line chart': mapped(lines, (input) => drawLineChart(layoutLineChart(input, { width: 340, height: 200 }))),
  'year bars': mapped(barCharts, (input) => drawYearBars(layoutYearBars(input, 340))),
  'strip picture': mapped(pictures, (input) => drawStripPicture(layoutStripPicture(input))),
  'level shape': mapped({ normal: 'normal', low: 'low', short: 'short', critical: 'critical' } as const, drawLevelShape),
};

function mapped<Input>(inputs: Readonly<Record<string, Input>>, draw: (input: Input) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, draw(input)]));
}

for (const [type, cases] of Object.entries(drawn)) {
  test(`${type}: drawings are as they were looked at`, () => {
    for (const [name, svg] of Object.entries(cases)) expect(svg.replaceAll('><', '>\n<')).toMatchSnapshot(name);
  });
}

test('every drawing is well-formed and holds only finite coordinates', () => {
  for (const svg of Object.values(drawn).flatMap((cases) => Object.values(cases))) {
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    const open: string[] = [];
    for (const [, close, name, empty] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (close === '/') expect(open.pop()).toBe(name);
      else if (empty === '') open.push(name ?? '');
    }
    expect(open).toEqual([]);
  }
});

test('the level mark stands where the value is, and at the top when it is above it', () => {
  const layout = layoutStockScale({ value: 7.5, top: 15, ticks: [], band: null });
  expect(layout.fill?.y).toBeCloseTo(layout.tube.y + layout.tube.height / 2);
  expect(layoutStockScale({ value: 40, top: 15, ticks: [], band: null }).fill?.y).toBe(layout.tube.y);
});

test('words that do not fit leave the numbers alone, all together', () => {
  const labels = (longest: string) =>
    layoutStockScale({ ...scale, ticks: [{ at: 7, number: '7', word: longest }, { at: 5, number: '5', word: '偏少' }] }).ticks.map(({ number, word }) => number + word);
  expect(labels('正常')).toEqual(['7正常', '5偏少']);
  expect(labels('高于目标库存量')).toEqual(['7', '5']);
});

test('a missing day breaks the line and is hatched; a lone value is a dot', () => {
  const layout = layoutLineChart(line, { width: 340, height: 200 });
  expect(layout.line.match(/M/g)).toHaveLength(3);
  expect(layout.gaps).toHaveLength(2);
  expect(layout.dots).toHaveLength(1);
});

test('the parts of a bar add up and a year without a day has none', () => {
  const layout = layoutYearBars(bars, 340);
  const [first, second, third] = layout.rows;
  const unit = (first?.bars[0]?.width ?? 0) / 31;
  expect(first?.bars[1]?.width).toBeCloseTo(unit * 12);
  expect(second?.bars).toEqual([]);
  expect(second?.gap).toBeNull();
  expect(third?.gap).not.toBeNull();
});
