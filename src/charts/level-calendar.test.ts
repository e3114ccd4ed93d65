/** Snapshots of a calendar of levels: ordinary, one point, empty, all missing, longest labels in both languages; and where things stand. */
import { expect, test } from 'vitest';
import { drawCalendar, layoutCalendar } from './level-calendar.ts';
import type { CalendarInput } from './level-calendar.ts';

const panel: CalendarInput['panels'][number] = {
  title: 'A 型',
  rows: [
    { label: '2025', runs: [{ from: 300, to: 330, mark: 'normal' }, { from: 331, to: 340, mark: 'low' }, { from: 341, to: 365, mark: 'missing' }] },
    { label: '2026', runs: [{ from: 0, to: 9, mark: 'short' }, { from: 10, to: 10, mark: 'critical' }, { from: 11, to: 60, mark: 'unjudged' }] },
  ],
};
const ordinary: CalendarInput = {
  label: '红细胞，每天的等级',
  panels: [panel, { ...panel, title: 'O 型' }, { ...panel, title: 'AB 型', rows: panel.rows.slice(1) }],
  places: 366,
  xTicks: [{ place: 0, label: '1月' }, { place: 182, label: '7月' }],
  key: [{ mark: 'normal', label: '正常' }, { mark: 'critical', label: '紧缺' }, { mark: 'missing', label: '没有数字' }],
  emptyLabel: '没有数字',
  legend: ['一格一天，越高越缺。'],
  source: '来源：示例市血液中心；数据截至2026年11月21日。',
};
const cases: Readonly<Record<string, CalendarInput>> = {
  ordinary,
  'one point': { ...ordinary, panels: [{ ...panel, rows: [{ label: '2026-11', runs: [{ from: 20, to: 20, mark: 'low' }] }] }], places: 31 },
  empty: { ...ordinary, panels: [], key: [] },
  'all missing': { ...ordinary, panels: [{ ...panel, rows: [{ label: '2026', runs: [{ from: 0, to: 324, mark: 'missing' }] }] }] },
  'longest Chinese labels': { ...ordinary, panels: [{ ...panel, title: 'AB 型 RhD 阳性' }], key: [{ mark: 'unjudged', label: '有数字，没有等级' }, { mark: 'missing', label: '没有数字' }, { mark: 'critical', label: '紧缺' }], legend: ['一格一天，越高越缺；等级由发布者给出，没有给的由本平台按当时的警戒线算出。'] },
  'longest English labels': { ...ordinary, panels: [{ ...panel, title: 'AB RhD-positive' }], key: [{ mark: 'unjudged', label: 'a number without a level' }, { mark: 'critical', label: 'critical' }, { mark: 'missing', label: 'no number' }], xTicks: [{ place: 0, label: 'Jan' }, { place: 5, label: 'Feb' }, { place: 360, label: 'December' }] },
};

test.each(Object.entries(cases))('calendar of levels: %s', (_, input) => {
  expect(drawCalendar(layoutCalendar(input, { width: 340, columns: 1, rowHeight: 18 }))).toMatchSnapshot();
});

test('the worse the level, the taller the mark; all stand on the line of their row', () => {
  const { panels, rowHeight } = layoutCalendar(ordinary, { width: 1000, columns: 2, rowHeight: 20 });
  const marks = panels[0]!.marks;
  const height = (mark: string) => marks.find((one) => one.mark === mark)!.height;
  expect(['unjudged', 'normal', 'low', 'short', 'critical'].map(height)).toEqual(['unjudged', 'normal', 'low', 'short', 'critical'].map(height).toSorted((a, b) => a - b));
  for (const mark of marks) {
    const row = Math.floor((mark.y - panels[0]!.plot.y) / rowHeight);
    expect(mark.y + mark.height).toBeCloseTo(panels[0]!.rows[row]!.y, 9);
  }
});

test('groups stand side by side, and a day has the same place in every row and group', () => {
  const { panels, step } = layoutCalendar(ordinary, { width: 1000, columns: 2, rowHeight: 20 });
  const [first, second, third] = panels;
  expect(first?.plot.y).toBe(second?.plot.y);
  expect(third?.plot.x).toBe(first?.plot.x);
  expect(third!.plot.y).toBeGreaterThan(first!.plot.y + first!.plot.height);
  expect(first?.marks[0]?.x).toBeCloseTo(first!.plot.x + 300 * step, 9);
  expect(second!.plot.x + second!.plot.width).toBeCloseTo(1000, 9);
  // A label that would stand on another or beyond the edge is left out.
  expect(layoutCalendar(cases['longest English labels']!, { width: 340, columns: 1, rowHeight: 18 }).panels[0]?.xTicks.map(({ label }) => label)).toEqual(['Jan']);
});
