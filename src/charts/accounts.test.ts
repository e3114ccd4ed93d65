/** Snapshots of the charts of accounts and years: ordinary, one point, empty, all missing, longest labels in both languages. */
import { expect, test } from 'vitest';
import { drawAccountFlow, layoutAccountFlow } from './account-flow.ts';
import type { AccountFlowInput } from './account-flow.ts';
import { drawDotPlot, layoutDotPlot } from './dot-plot.ts';
import type { DotPlotInput } from './dot-plot.ts';
import { drawMonthColumns, layoutMonthColumns } from './month-columns.ts';
import type { MonthColumnsInput } from './month-columns.ts';
import { drawYearLines, layoutYearLines } from './year-lines.ts';
import type { YearLinesInput } from './year-lines.ts';

const source = '来源：示例市血液中心；数据截至2026年10月。';
const longEnglish = 'Source: Sample City Blood Centre, monthly blood ledger; data to October 2026. '.repeat(2);

const flow: AccountFlowInput = {
  label: '账目相符',
  left: [{ label: '期初', words: '1,000 U', value: 1000, colour: 'context' }, { label: '制备', words: '500 U', value: 500, colour: 'ink' }],
  right: [{ label: '发放', words: '600 U', value: 600, colour: 'ink' }, { label: '过期', words: '0 U', value: 0, colour: 'series-3' }, { label: '期末', words: '900 U', value: 900, colour: 'context' }],
  leftTitle: '原有和收进', rightTitle: '去向和剩余', emptyLabel: '没有数', source,
};
const flows: Readonly<Record<string, AccountFlowInput>> = {
  ordinary: flow,
  'one point': { ...flow, left: flow.left.slice(0, 1), right: [{ label: '期末', words: '1,000 U', value: 1000, colour: 'context' }] },
  empty: { ...flow, left: [], right: [] },
  'all missing': { ...flow, left: flow.left.map((part) => ({ ...part, value: 0, words: '没有数' })), right: flow.right.map((part) => ({ ...part, value: 0, words: '没有数' })) },
  'longest Chinese labels': { ...flow, right: [...flow.right, { label: '检测不合格及其他原因报废', words: '1,234,567.5 治疗量', value: 0, colour: 'series-3' }] },
  'longest English labels': { ...flow, leftTitle: 'There and came in from elsewhere', right: [...flow.right, { label: 'Failed a test or was discarded', words: '1,234,567.5 therapeutic doses', value: 0, colour: 'series-3' }], source: longEnglish },
};

const lines: YearLinesInput = {
  label: '千人口献血率', unit: '‰', from: 2018, to: 2024,
  series: [{ colour: 'series-1', label: '全国', points: [
    { year: 2018, value: 4.8, mark: 'at_most', words: '<4.8' }, { year: 2020, value: 9.3, mark: 'derived', words: '9.3' }, { year: 2021, value: 10, mark: 'about', words: '约 10' },
    { year: 2022, value: 11.5, mark: 'exact', words: '11.5' }, { year: 2023, value: 0, mark: 'exact', words: '0' }, { year: 2024, value: 11.4, mark: 'part', words: '11.4', apart: true },
  ] }],
  targets: [{ at: 15, label: '目标 15' }],
  key: [{ mark: 'about', label: '约数' }, { mark: 'at_least', label: '不少于' }],
  gapLabel: '没有公布', emptyLabel: '没有数', source,
};
const only = (count: number) => lines.series.map((series) => ({ ...series, points: series.points.slice(0, count) }));
const lineCharts: Readonly<Record<string, YearLinesInput>> = {
  ordinary: lines,
  'one point': { ...lines, from: 2018, to: 2018, series: only(1) },
  'below zero': { ...lines, targets: [], series: [{ colour: 'series-2', label: '', points: [{ year: 2018, value: -300, mark: 'exact', words: '−300' }, { year: 2019, value: 500, mark: 'exact', words: '+500' }] }] },
  'another base from a year on': { ...lines, breaks: [{ year: 2022, label: '口径改变' }, { year: 2024, label: '口径改变' }] },
  empty: { ...lines, series: [], targets: [], key: [] },
  'all missing': { ...lines, series: only(0), key: [] },
  'longest Chinese labels': { ...lines, series: lines.series.map((series) => ({ ...series, label: '示例市（常住人口，献血人次按采血地点计）' })) },
  'longest English labels': { ...lines, targets: [{ at: 15, label: 'Target 15 per 1,000 (another city’s)' }], key: lines.key.map((item) => ({ ...item, label: 'about, as the publisher itself says it' })), source: longEnglish },
};

const dots: DotPlotInput = {
  label: '各地千人口献血率', unit: '‰',
  panels: [
    { title: '2023', whole: { value: 12.2, label: '全国 12.2' }, rows: [{ label: '北京市', value: 19.8, words: '19.8', open: true }, { label: '广东省', value: 12.4, words: '12.4', open: false }] },
    { title: '2016', whole: null, rows: [{ label: '上海市', value: 14.51, words: '14.51', open: false }] },
  ],
  emptyLabel: '没有数', source,
};
const dotPlots: Readonly<Record<string, DotPlotInput>> = {
  ordinary: dots,
  'one point': { ...dots, panels: dots.panels.slice(1) },
  empty: { ...dots, panels: [] },
  'all missing': { ...dots, panels: dots.panels.map((panel) => ({ ...panel, whole: null, rows: [] })) },
  'longest Chinese labels': { ...dots, panels: [{ title: '2018', whole: null, rows: [{ label: '阿坝藏族羌族自治州', value: 3.4, words: '3.4（2013年至2018年）', open: true }] }] },
  'longest English labels': { ...dots, panels: [{ title: '2018', whole: { value: 11.2, label: 'the country as a whole about 11.2' }, rows: [{ label: 'Aba Tibetan and Qiang Autonomous Prefecture', value: 3.4, words: '3.4', open: false }] }], source: longEnglish },
};

const columns: MonthColumnsInput = {
  label: '献血者', unit: '人次', parts: [{ colour: 'series-1', label: '重复' }, { colour: 'series-3', label: '首次' }],
  columns: [{ name: '2026-01', values: [300, 200] }, { name: '', values: null }, { name: '2026-03', values: [0, 0] }, { name: '2026-04', values: [500, 10] }],
  notes: [{ column: 1, label: '春节' }], emptyLabel: '没有数', source,
};
const columnCharts: Readonly<Record<string, MonthColumnsInput>> = {
  ordinary: columns,
  'one point': { ...columns, columns: columns.columns.slice(0, 1), notes: [] },
  empty: { ...columns, columns: [], notes: [] },
  'all missing': { ...columns, columns: columns.columns.map((column) => ({ ...column, values: null })) },
  'longest Chinese labels': { ...columns, notes: [{ column: 0, label: '全国无偿献血表彰暨世界献血者日主题活动' }, { column: 1, label: '春节' }] },
  'longest English labels': { ...columns, parts: columns.parts.map((part) => ({ ...part, label: 'had given before, at least once in the last year' })), source: longEnglish },
};

test.each(Object.entries(flows))('account flow, %s', (_, input) => {
  for (const width of [340, 560]) expect(drawAccountFlow(layoutAccountFlow(input, width))).toMatchSnapshot();
});
test.each(Object.entries(lineCharts))('year lines, %s', (_, input) => {
  for (const width of [340, 760]) expect(drawYearLines(layoutYearLines(input, { width, height: 240 }))).toMatchSnapshot();
});
test.each(Object.entries(dotPlots))('dot plot, %s', (_, input) => {
  for (const width of [340, 560]) expect(drawDotPlot(layoutDotPlot(input, width))).toMatchSnapshot();
});
test.each(Object.entries(columnCharts))('month columns, %s', (_, input) => {
  for (const width of [340, 760]) expect(drawMonthColumns(layoutMonthColumns(input, { width, height: 200 }))).toMatchSnapshot();
});

test('both columns of an account that closes are equally high, and a part of zero has no height', () => {
  const { left, right } = layoutAccountFlow(flow, 560);
  const bottom = (parts: typeof left) => Math.max(...parts.map(({ y, height }) => y + height));
  expect(bottom(left)).toBeCloseTo(bottom(right));
  expect(right[1]!.height).toBe(0);
});
test('no line crosses a year without a value or a change of base, and zero lies on the axis', () => {
  const layout = layoutYearLines(lines, { width: 760, height: 240 });
  expect(layout.lines[0]!.path.match(/M/g)).toHaveLength(3);
  expect(layout.gaps).toHaveLength(1);
  expect(layout.lines[0]!.marks[4]!.y).toBe(layout.plot.y + layout.plot.height);
});
