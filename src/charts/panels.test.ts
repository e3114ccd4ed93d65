/** Snapshots of small multiples: ordinary, one point, empty, all missing, longest labels in both languages; and where things stand. */
import { expect, test } from 'vitest';
import { drawPanels, layoutPanels } from './panels.ts';
import type { PanelInput } from './panel.ts';
import type { PanelsInput } from './panels.ts';

const panel: PanelsInput['panels'][number] = {
  title: 'A 型',
  lines: [{ look: 'series-1', xs: [100, 101, 102, 103, 104, 105, 106, 107], values: [4, 4.5, null, null, 6, 5.5, null, 5.6], endLabel: '5.6 天' }],
  thresholds: [{ label: '7 正常', steps: [{ from: 100, to: 104, at: 6 }, { from: 104, to: 107, at: 7 }] }],
};
const [line] = panel.lines;
const ordinary: PanelsInput = {
  label: '悬浮红细胞可用天数',
  panels: [panel, { ...panel, title: 'O 型', thresholds: [] }, { ...panel, title: 'AB 型' }],
  from: 100,
  to: 107,
  unit: '天',
  least: 1,
  bands: [{ from: 101, to: 102 }, { from: 10, to: 20 }],
  events: [{ x: 103, label: '2024-01-01 门槛改变' }],
  xTicks: [{ x: 100, label: '2024' }, { x: 107, label: '2025' }],
  emptyLabel: '没有数字',
  isHatched: true,
  legend: ['斜线是没有数字的日子。'],
  source: '来源：示例市血液中心；数据截至2026年11月21日。',
};
const cases: Readonly<Record<string, PanelsInput>> = {
  ordinary,
  'one point': { ...ordinary, from: 100, to: 100, panels: [{ ...panel, lines: [{ ...line!, xs: [100], values: [4] }], thresholds: [] }] },
  empty: { ...ordinary, panels: [], events: [], bands: [] },
  'all missing': { ...ordinary, panels: [{ ...panel, lines: [{ ...line!, values: line!.values.map(() => null), endLabel: '' }] }] },
  'longest Chinese labels': { ...ordinary, panels: [{ ...panel, title: 'AB 型 RhD 阳性', lines: [{ ...line!, endLabel: '123,456 治疗量' }], thresholds: [{ ...panel.thresholds[0]!, label: '65 高于目标库存量' }] }], events: [{ x: 100, label: '2022-12-20 至 2023-01-12 示例市卫生健康委员会（虚构）发布：二级预警（示例）' }] },
  'longest English labels': { ...ordinary, panels: [{ ...panel, title: 'AB RhD-positive', lines: [{ ...line!, endLabel: '12,345 adult doses' }] }], legend: ['Hatched: no number, dashed: thresholds of the time, pale band: declared restriction of use.'] },
};

const days = [100, 101, 102, 103, 104, 105, 106, 107];
const none = { xs: [], values: [] };
const but102 = (value: number) => days.map((x) => (x === 102 ? null : value));
const flow: NonNullable<PanelInput['flow']> = {
  labels: { collected: '采集', issued: '发出', requested: '申请' },
  unit: 'U/天',
  collected: { xs: days, values: days.map((x) => (x === 103 ? null : 40 + (x % 3))) },
  issued: { xs: days, values: days.map(() => 30) },
  requested: { xs: days, values: days.map((x) => (x < 104 ? null : 35)) },
};
const firstOf = ({ xs, values }: typeof flow.collected) => ({ xs: xs.slice(0, 1), values: values.slice(0, 1) });
const furtherCases: Readonly<Record<string, PanelsInput>> = {
  'several lines': { ...ordinary, panels: [{ ...panel, lines: [{ ...line!, look: 'context', endLabel: '' }, { ...line!, look: 'series-2', xs: line!.xs.slice(0, 6), values: line!.values.slice(0, 6).map((value) => (value === null ? 3 : value + 1)), endLabel: '2025' }, { ...line!, endLabel: '2026' }] }], isHatched: false },
  season: { ...ordinary, panels: [{ ...panel, season: { xs: days, low: but102(3), median: but102(5), high: but102(9) } }] },
  flow: { ...ordinary, panels: [{ ...panel, flow }, { ...panel, title: 'O 型', flow: { ...flow, requested: none } }] },
  'flow of one day': { ...ordinary, from: 100, to: 100, panels: [{ ...panel, lines: [{ ...line!, xs: [100], values: [4] }], thresholds: [], flow: { ...flow, collected: firstOf(flow.collected), issued: firstOf(flow.issued), requested: none } }] },
  'flow without a number': { ...ordinary, panels: [{ ...panel, flow: { ...flow, collected: none, issued: { xs: days, values: days.map(() => null) }, requested: none } }] },
  'flow with longest labels': { ...ordinary, panels: [{ ...panel, flow: { ...flow, labels: { collected: 'collected', issued: 'issued', requested: 'requested' }, unit: 'adult doses a day', collected: { xs: days, values: days.map(() => 123_456) } } }] },
};

test.each([...Object.entries(cases), ...Object.entries(furtherCases)])('small multiples: %s', (_, input) => {
  expect(drawPanels(layoutPanels(input, { width: 340, columns: 1, panelHeight: 170 }))).toMatchSnapshot();
});

test('panels share one scale, side by side and one below the other', () => {
  const wide = layoutPanels(ordinary, { width: 1000, columns: 2, panelHeight: 200 });
  const [first, second, third] = wide.panels;
  expect(first?.plot.y).toBe(second?.plot.y);
  expect(first?.plot.x).toBe(third?.plot.x);
  expect(first?.yTicks.map(({ label }) => label)).toEqual(second?.yTicks.map(({ label }) => label));
  expect(second!.plot.x).toBeGreaterThan(first!.plot.x + first!.plot.width);
  expect(wide.panels.every(({ plot }) => plot.x + plot.width < 1000)).toBe(true);
});

test('a gap is hatched half-way to its neighbours and never joined by the line', () => {
  const [one] = layoutPanels(ordinary, { width: 340, columns: 1, panelHeight: 170 }).panels;
  const day = one!.plot.width / 7;
  expect(one?.gaps).toHaveLength(2);
  expect(one?.gaps[0]?.x).toBeCloseTo(one!.plot.x + 1.5 * day, 6);
  expect(one?.gaps[0]?.width).toBeCloseTo(2 * day, 6);
  expect(one?.lines[0]?.path.match(/M/g)).toHaveLength(3);
  // The last value stands alone.
  expect(one?.lines[0]?.dots).toHaveLength(1);
  // At a break of the method the line begins anew.
  const [broken] = layoutPanels({ ...ordinary, events: [{ x: 101, label: '', isBreak: true }] }, { width: 340, columns: 1, panelHeight: 170 }).panels;
  expect(broken?.lines[0]?.path.match(/M/g)).toHaveLength(4);
  expect(broken?.gaps).toHaveLength(2);
  expect(broken?.events.map(({ isBreak }) => isBreak)).toEqual([true]);
  // A restriction outside the days is not drawn.
  expect(one?.bands).toHaveLength(1);
});

test('what came in lies above the line of zero, what went out below, in one scale for all panels', () => {
  const { panels, height } = layoutPanels(furtherCases['flow']!, { width: 340, columns: 1, panelHeight: 170 });
  const [first, second] = panels.map((one) => one.flow!);
  expect(first!.plot.y).toBeGreaterThan(panels[0]!.plot.y + panels[0]!.plot.height);
  expect(first!.plot.y + first!.plot.height).toBeLessThan(panels[1]!.plot.y);
  const ysOf = (path: string) => [...path.matchAll(/[ML]\S+ ([\d.]+)/g)].map(([, y]) => Number(y));
  expect(Math.max(...ysOf(first!.collected.line))).toBeLessThan(first!.zero);
  expect(Math.min(...ysOf(first!.issued.line))).toBeGreaterThan(first!.zero);
  expect(first!.collected.line.match(/M/g)).toHaveLength(2);
  expect(first!.zero - first!.plot.y).toBeCloseTo(second!.zero - second!.plot.y, 9);
  expect(second!.labels.map(({ kind }) => kind)).toEqual(['collected', 'issued']);
  expect(height).toBeGreaterThan(layoutPanels(ordinary, { width: 340, columns: 1, panelHeight: 170 }).height - 170);
});

test('lines that end on one day before the right edge have their names apart, at their last values, below the title', () => {
  const ended = (value: number, endLabel: string): PanelInput['lines'][number] => ({ look: 'series-1', xs: days, values: days.map((x) => (x > 102 ? null : value)), known: days.map(() => 1), endLabel });
  const [one] = layoutPanels({ ...ordinary, panels: [{ ...panel, thresholds: [], lines: [ended(8, 'A'), ended(7.9, 'B'), ended(7.8, 'AB')] }] }, { width: 340, columns: 1, panelHeight: 170 }).panels;
  expect(one!.ends.map(({ label }) => label)).toEqual(['A', 'B', 'AB']);
  const [a, b, c] = one!.ends.map(({ labelY }) => labelY);
  expect([b! - a! >= 15, c! - b! >= 15, a! >= one!.plot.y + 6]).toEqual([true, true, true]);
  expect(one!.ends.every(({ x }) => x < one!.plot.x + one!.plot.width / 2)).toBe(true);
  // The days are known, so they are not called missing.
  expect(one!.gaps).toEqual([]);
});

test('a line that ends before the right edge is named where it ends', () => {
  const [one] = layoutPanels(furtherCases['several lines']!, { width: 340, columns: 1, panelHeight: 170 }).panels;
  expect(one!.ends.map(({ label }) => label)).toEqual(['2025', '2026']);
  expect(one!.ends[0]!.labelX).toBeLessThan(one!.plot.x + one!.plot.width);
  expect(one!.ends[1]!.labelX).toBeGreaterThan(one!.plot.x + one!.plot.width);
  expect(one!.gaps).toEqual([]);
});

test('the name of a line that ends at the top stays inside the plot, clear of the title', () => {
  const top = { ...line!, xs: [100, 101], values: [4, 8], endLabel: '2027' };
  const [one] = layoutPanels({ ...ordinary, panels: [{ ...panel, lines: [top], thresholds: [] }] }, { width: 340, columns: 1, panelHeight: 170 }).panels;
  const [end] = one!.ends;
  expect(end!.y).toBe(one!.plot.y);
  // The baseline is 4 lower; the letters are no taller than 10.
  expect(end!.labelY + 4 - 10).toBeGreaterThanOrEqual(one!.plot.y);
});
