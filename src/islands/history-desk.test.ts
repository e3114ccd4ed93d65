/** What the history page does without a page: addresses, numbers, words, files. */
import { expect, test } from 'vitest';
import { dayNumber } from '#src/domain/calendar.ts';
import type { DeskComponent, DeskSettings } from './desk-settings.ts';
import { defaultState, presetSpan, searchOf, stateOf } from './desk-state.ts';
import { csvOf, panelsOf, readingOf, sentenceOf, viewOf } from './desk-view.ts';
import { readPiece } from './history-piece.ts';

const component: DeskComponent = {
  component: 'red_cells', name: '红细胞', piece: '/x.json', unit: 'U', unitWord: 'U', hasDays: true, from: '2026-01-01', to: '2026-01-10',
  groups: [
    { group: 'a', name: 'A 型', thresholds: { days: [{ label: '7 正常', steps: [{ from: dayNumber('2026-01-01'), to: dayNumber('2026-01-05'), at: 6 }, { from: dayNumber('2026-01-05'), to: dayNumber('2026-01-10'), at: 7 }] }], stock: [] } },
    { group: 'b', name: 'B 型', thresholds: { days: [], stock: [] } },
  ],
  bands: [], notes: [{ x: dayNumber('2026-01-03'), label: '2026-01-03 暴雨', isMajor: false, isBreak: false }], legends: { days: '虚线', stock: '' }, citations: [],
};
const settings: DeskSettings = {
  locale: 'zh', components: [component, { ...component, component: 'plasma', hasDays: false }], source: '来源：甲, “乙”', demonstration: '', longSpanDays: 800,
  words: {
    sentence: '{component}，{groups}，{from}至{to}，{measure}（{unit}），{by}。', measureDays: '可用天数', measureStock: '库存', daysUnit: '天', averagedDay: '每天', averagedWeek: '七天', noGroup: '', badSpan: '', failed: '', missing: '没有', empty: '', listComma: '、', copied: '', notCopied: '', reading: '',
  },
};
const piece = readPiece({
  start: '2026-01-01', station: 'all', as_of: '2026-01-10',
  groups: [
    { group: 'a', unit: 'U', quantity: { scale: 1, changes: [10, 1, 1, null, 1, 1, 1, 1, 1, 1] }, days: { scale: 100, changes: [250, 50, null, null, null, null, null, 100, -25, 0] } },
    { group: 'b', unit: 'U', quantity: { scale: 10, changes: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5] } },
  ],
});
const view = (asked: string) => viewOf(stateOf(asked, settings)!, component, piece);

test('an address and a state are the same thing', () => {
  const state = { component: 'red_cells', groups: ['b'], from: '2026-01-02', to: '2026-01-09', by: 'day', unit: 'stock' } as const;
  expect(stateOf(searchOf(state), settings)).toEqual(state);
  expect(stateOf('', settings)).toEqual(defaultState(component));
});

test.each(['?component=nonsense', '?groups=x', '?from=2026-13-01', '?from=2026-01-09&to=2026-01-02', '?to=2031-01-01', '?by=hour&unit=kg', '?groups='])('%s falls back to what is there', (asked) => {
  expect(stateOf(asked, settings)).toEqual(defaultState(component));
});

test('days are not asked of a component that has none', () => {
  expect(stateOf('?component=plasma&unit=days', settings)?.unit).toBe('stock');
});

test('presets count both ends and never begin before the data', () => {
  expect(presetSpan(3, component)).toEqual({ from: '2026-01-08', to: '2026-01-10' });
  expect(presetSpan(90, component)).toEqual({ from: '2026-01-01', to: '2026-01-10' });
  expect(presetSpan(null, component)).toEqual({ from: '2026-01-01', to: '2026-01-10' });
});

test('changes are added up over missing days', () => {
  expect(piece.groups.get('a')?.stock).toEqual([10, 11, 12, null, 13, 14, 15, 16, 17, 18]);
  expect(piece.groups.get('a')?.days?.slice(6)).toEqual([null, 4, 3.75, 3.75]);
  expect(piece.groups.get('b')?.days).toBeNull();
});

test('a seven-day mean looks at the days before the span and needs four of them', () => {
  expect(view('?groups=a&from=2026-01-03&to=2026-01-09&by=week&unit=stock').groups[0]?.values).toEqual([null, null, 46 / 4, 60 / 5, 75 / 6, 81 / 6, 87 / 6]);
});

test('the file holds exactly the view, and quotes what needs it', () => {
  expect(csvOf(view('?groups=a,b&from=2026-01-03&to=2026-01-04&by=day&unit=stock'), settings)).toBe(
    '\uFEFFdate,station,component,group,unit,value,mean_of_days,source,as_of\r\n' +
      ['03,all,red_cells,a,U,12', '03,all,red_cells,b,U,1.5', '04,all,red_cells,a,U,', '04,all,red_cells,b,U,2'].map((line) => `2026-01-${line},1,"来源：甲, “乙”",2026-01-10\r\n`).join(''),
  );
  expect(csvOf(view('?groups=a&from=2026-01-08&to=2026-01-08&by=day'), { ...settings, demonstration: '示例' })).toContain('2026-01-08,all,red_cells,a,days,4,1,"来源：甲, “乙”",2026-01-10,示例\r\n');
});

test('sentence, reading and drawing say what is shown', () => {
  const shown = view('?groups=a&from=2026-01-04&to=2026-01-10&by=day');
  expect(sentenceOf(shown, settings)).toBe('红细胞，A 型，2026年1月4日至2026年1月10日，可用天数（天），每天。');
  expect(readingOf(shown, 0, settings)).toBe('2026-01-04 · A 型 没有');
  expect(readingOf(shown, 4, settings)).toBe('2026-01-08 · A 型 4.0\u202F天');
  const { panels, events } = panelsOf(shown, settings);
  expect(events).toEqual([]);
  expect(panels[0]?.endLabel).toBe('3.8\u202F天');
  expect(panels[0]?.thresholds[0]?.steps).toEqual([
    { from: dayNumber('2026-01-04'), to: dayNumber('2026-01-05'), at: 6 },
    { from: dayNumber('2026-01-05'), to: dayNumber('2026-01-10'), at: 7 },
  ]);
});
