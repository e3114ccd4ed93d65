/** What the history page does without a page: addresses, numbers, words, drawings, files. */
import { expect, test, vi } from 'vitest';
import { dateOfDay, dayNumber } from '#src/domain/calendar.ts';
import { springFestivalDay } from '#src/domain/lunar.ts';
import { en } from '#src/i18n/messages/en/desk-script.ts';
import { zh } from '#src/i18n/messages/zh/desk-script.ts';
import { csvOf } from './desk-csv.ts';
import { factsOf, findingOf } from './desk-facts.ts';
import { showFlow } from './desk-flow.ts';
import { showLevels } from './desk-levels.ts';
import { numbersOf, sentenceOf } from './desk-numbers.ts';
import type { DeskNumbers } from './desk-numbers.ts';
import { showPanels } from './desk-panels.ts';
import type { DeskComponent, DeskSettings } from './desk-settings.ts';
import { chosenOf, isInVain, presetSpan, searchOf, stateOf } from './desk-state.ts';
import { citationsOf } from './desk-take.ts';
import { showYears } from './desk-years.ts';
import { readFlow, readStock } from './history-piece.ts';

const day = dayNumber;
const component: DeskComponent = {
  component: 'red_cells', name: '红细胞', unit: 'U', unitWord: 'U',
  stations: [
    {
      station: 'all', name: '全市合计', cited: ['', ''], piece: '/x.json', flow: '/flow/x.json', hasDays: true, hasLevels: true, from: '2026-01-01', to: '2026-01-10',
      groups: [
        { group: 'a', name: 'A 型', thresholds: { days: [{ word: '正常', steps: [{ from: day('2016-11-22'), to: day('2026-01-05'), at: 6 }, { from: day('2026-01-05'), to: day('2026-01-11'), at: 7.25 }] }], stock: [] } },
        { group: 'b', name: 'B 型', thresholds: { days: [], stock: [] } },
      ],
    },
    { station: 'branch', name: '分站', cited: ['（分站）', ' (branch)'], piece: '/y.json', flow: null, hasDays: false, hasLevels: false, from: '2026-01-05', to: '2026-01-10', groups: [{ group: 'a', name: 'A 型', thresholds: { days: [], stock: [] } }] },
  ],
  bands: [{ from: day('2026-01-02'), to: day('2026-01-03') }],
  notes: [{ x: day('2026-01-03'), label: '2026-01-03 暴雨', isMajor: false, breaks: null, isAboutThresholds: false }], citations: [],
};
const settings: DeskSettings = {
  locale: 'zh', components: [component, { ...component, component: 'plasma', stations: component.stations.slice(1) }], finding: '2026年1月10日的红细胞与去年同日比', source: '来源：甲, “乙”', release: 'not_released', demonstration: '', longSpanDays: 800,
  festivals: { firstYear: 2015, days: Array.from({ length: 13 }, (_, index) => springFestivalDay(2015 + index)) },
  page: '/stock/history/', embed: '/embed/history/', embedScript: '/embed.js', words: zh,
};
const piece = readStock({
  start: '2026-01-01', station: 'all', as_of: '2026-01-10',
  groups: [
    { group: 'a', unit: 'U', quantity: { scale: 1, changes: [10, 1, 1, null, 1, 1, 1, 1, 1, 1] }, missing: [['2026-01-04', 1, 'not_reported']], demand: { scale: 1, changes: [4, 7, null, null, null, null, null, -7, 64, -44], counted: [[1, 1], [1, 3], [5, null], [1, 1], [1, 15], [1, 5]] }, days_missing: [['2026-01-03', 1, 'too_little_demand']], levels: [[2, 'short', 'portal'], [5, null, null], [2, 'low', 'publisher'], [1, 'critical', 'portal']] },
    { group: 'b', unit: 'U', quantity: { scale: 10, changes: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5] } },
  ],
});
const flow = readFlow({ start: '2026-01-01', station: 'all', as_of: '2026-01-10', groups: [{ group: 'a', unit: 'U', collected: { scale: 1, changes: [5, 0, 0, null, 1, 0, 0, 0, 0, 0] }, issued: { scale: 1, changes: [4, 0, 0, 0, 0, 0, 0, 0, 0, 0] } }, { group: 'b', unit: 'U' }] });
const view = (asked: string, words: DeskSettings = settings, file = piece): DeskNumbers => {
  const state = stateOf(asked, words)!;
  return numbersOf(state, chosenOf(state, words)!, words, file, state.view === 'flow' ? flow : null);
};
const lines = (csv: string) => csv.split('\r\n').slice(1, -1);

const whole = { view: 'panels', component: 'red_cells', station: 'all', groups: ['a', 'b'], from: '2026-01-01', to: '2026-01-10', by: 'week', unit: 'days', align: 'calendar', season: 'off' } as const;

test('an address and a state are the same thing', () => {
  const state = { view: 'years', component: 'red_cells', station: 'all', groups: ['b'], from: '2026-01-02', to: '2026-01-09', by: 'day', unit: 'stock', align: 'festival', season: 'off' } as const;
  expect(stateOf(searchOf(state), settings)).toEqual(state);
  expect(stateOf('', settings)).toEqual(whole);
  expect(stateOf(searchOf({ ...whole, season: 'on' }), settings)).toEqual({ ...whole, season: 'on' });
});

test.each(['?component=nonsense', '?groups=x', '?from=2026-13-01', '?from=2026-01-09&to=2026-01-02', '?to=2031-01-01', '?by=hour&unit=kg', '?groups=', '?view=pie&align=moon&season=maybe', '?station=nowhere', '?view=years&view=panels'])('%s falls back to what is there', (asked) => {
  expect(stateOf(asked, settings)).toEqual(whole);
});

test('a span that lies partly inside a history is cut to it; one that lies outside is not followed', () => {
  expect(stateOf('?station=branch&from=2026-01-01&to=2026-01-07', settings)).toMatchObject({ from: '2026-01-05', to: '2026-01-07' });
  expect(stateOf('?from=2026-01-08&to=2027-01-01', settings)).toMatchObject({ from: '2026-01-08', to: '2026-01-10' });
  expect(stateOf('?from=2026-02-30&to=2026-01-07', settings)).toMatchObject({ from: '2026-01-01', to: '2026-01-07' });
  expect(stateOf('?station=branch&from=2026-01-01&to=2026-01-04', settings)).toMatchObject({ from: '2026-01-05', to: '2026-01-10' });
});

test.each([
  ['', false], ['?from=&groups=&utm_source=x', false], ['?groups=b,a&view=years&from=2026-01-02', false], [searchOf(whole), false],
  ['?from=2025-02-30&to=2026-01-07', true], ['?from=2026-01-09&to=2026-01-02', true], ['?station=branch&from=2026-01-01', true], ['?groups=a,z', true], ['?component=nonsense', true], ['?view=together&season=on', true],
])('%s asks for what does not exist: %s', (search, expected) => {
  expect(isInVain(search, stateOf(search, settings)!)).toBe(expected);
});

test('what a station does not have is not shown of it', () => {
  expect(stateOf('?component=plasma&unit=days&view=flow', settings)).toMatchObject({ unit: 'stock', view: 'panels', station: 'branch', from: '2026-01-05' });
  expect(stateOf('?station=branch&view=levels&season=on', settings)).toMatchObject({ view: 'panels', season: 'off', groups: ['a'] });
  expect(stateOf('?view=together&season=on', settings)).toMatchObject({ view: 'together', season: 'off' });
});

test('presets count both ends and never begin before the data', () => {
  const [station] = component.stations;
  expect(presetSpan(3, station!)).toEqual({ from: '2026-01-08', to: '2026-01-10' });
  expect(presetSpan(90, station!)).toEqual({ from: '2026-01-01', to: '2026-01-10' });
  expect(presetSpan(null, station!)).toEqual({ from: '2026-01-01', to: '2026-01-10' });
});

test('changes are added up over missing days, runs of levels are days again', () => {
  expect(piece.groups.get('a')?.stock).toEqual([10, 11, 12, null, 13, 14, 15, 16, 17, 18]);
  expect(piece.groups.get('a')?.days?.slice(6)).toEqual([null, 4, 3.75, 3.75]);
  expect(piece.groups.get('b')?.days).toBeNull();
  expect(piece.groups.get('a')?.levels.map((one) => one?.level ?? '')).toEqual(['short', 'short', '', '', '', '', '', 'low', 'low', 'critical']);
  expect(flow.groups.get('a')?.collected?.slice(2, 6)).toEqual([5, null, 6, 6]);
  expect(flow.groups.get('a')?.requested).toBeNull();
});

test('a seven-day mean looks at the days before the span and needs four of them', () => {
  expect(view('?groups=a&from=2026-01-03&to=2026-01-09&by=week&unit=stock').groups[0]?.values).toEqual([null, null, 46 / 4, 60 / 5, 75 / 6, 81 / 6, 87 / 6]);
});

test('the file holds exactly the view, and quotes what needs it', () => {
  const csv = csvOf(showPanels(view('?groups=a,b&from=2026-01-03&to=2026-01-04&by=day&unit=stock'), 'wide'));
  expect(csv.split('\r\n')[0]).toBe('\uFEFFdate,station,component,group,measure,unit,value,mean_of_days,missing,source,as_of,release');
  expect(lines(csv)).toEqual(['03,all,red_cells,a,stock,U,12,1,', '03,all,red_cells,b,stock,U,1.5,1,', '04,all,red_cells,a,stock,U,,1,not_reported', '04,all,red_cells,b,stock,U,2,1,'].map((line) => `2026-01-${line},"来源：甲, “乙”",2026-01-10,not_released`));
  expect(csvOf(showPanels(view('?groups=a&from=2026-01-08&to=2026-01-08&by=day', { ...settings, demonstration: '示例' }), 'wide'))).toContain('2026-01-08,all,red_cells,a,days_of_supply,days,4,1,,"来源：甲, “乙”",2026-01-10,not_released,示例\r\n');
});

test('sentence, finding and reading say what is shown', () => {
  const numbers = view('?groups=a&from=2026-01-04&to=2026-01-10&by=day');
  expect(sentenceOf(numbers)).toBe('红细胞（全市合计），A 型，2026年1月4日至2026年1月10日，可用天数（天），每天一个数。');
  expect(findingOf(numbers)).toBe('2026年1月4日至2026年1月10日，A 型 最低：3.8\u202F天（2026年1月9日）');
  const shown = showPanels(numbers, 'wide');
  expect(shown.count).toBe(7);
  expect(shown.readingOf(0)).toBe('2026-01-04 · A 型 没有数字（未填报）');
  expect(shown.readingOf(4)).toBe('2026-01-08 · A 型 4.0\u202F天');
  expect(shown.daysBetween(1, 3)).toEqual({ from: '2026-01-05', to: '2026-01-07' });
  // The threshold of its time, from the day on which the view begins.
  expect(shown.drawing).toContain('7.25 正常');
  expect(shown.drawing).toContain('警戒线（天）：正常 6（2016-11-22 起）、7.25（2026-01-05 起）');
  expect(shown.drawing).not.toContain('暴雨');
  expect(showPanels(view('?groups=a&by=day'), 'narrow').drawing).toContain('2026-01-03 暴雨');
});

test('a threshold is named by the value it has at its right end, and only what holds on the days shown is told', () => {
  const wordsOf = (asked: string, kind: typeof showPanels = showPanels) => kind(view(asked), 'wide').drawing;
  for (const kind of [showPanels, showYears]) {
    const before = wordsOf(`?view=${kind === showYears ? 'years' : 'panels'}&groups=a&from=2026-01-01&to=2026-01-04`, kind);
    expect(before).toContain('>6 正常<');
    expect(before).not.toContain('7.25');
    expect(before).toContain('警戒线（天）：正常 6（2016-11-22 起）');
  }
  const after = wordsOf('?groups=a&from=2026-01-05');
  expect(after).toContain('>7.25 正常<');
  expect(after).not.toContain('正常 6');
  expect(after).not.toContain('起警戒线');
});

test('a changed threshold is noted with its groups and unit, where it is drawn', () => {
  const wordsOf = (asked: string) => showPanels(view(asked), 'wide').drawing;
  expect(wordsOf('?groups=a')).toContain('2026-01-05 起警戒线（天）：正常 7.25');
  expect(wordsOf('?groups=a,b')).toContain('2026-01-05 起，A 型的警戒线（天）：正常 7.25');
  expect(wordsOf('?groups=a,b')).toContain('A 型的警戒线（天）：正常 6（2016-11-22 起）、7.25（2026-01-05 起）');
  for (const asked of ['?groups=b', '?groups=a&unit=stock', '?view=together&groups=a,b']) expect(wordsOf(asked), asked).not.toContain('警戒线');
  // Told by the publisher's own event of that day, it is not told twice.
  const told = { ...settings, components: [{ ...component, notes: [{ x: day('2026-01-05'), label: '2026-01-05 警戒线提高', isMajor: true, breaks: null, isAboutThresholds: true }] }] };
  expect(showPanels(view('?groups=a', told), 'wide').drawing).not.toContain('起警戒线');
});

test('a change in how days of supply are counted breaks their lines, not those of the stock', () => {
  const broken = (asked: string, breaks: 'all' | 'days' | null) => {
    const words = { ...settings, components: [{ ...component, notes: [{ x: day('2026-01-08'), label: '2026-01-08 改算法', isMajor: true, breaks, isAboutThresholds: false }] }] };
    const { drawing } = showPanels(view(`${asked}&groups=a&by=day`, words), 'wide');
    expect(drawing).toContain('2026-01-08 改算法');
    expect(drawing.includes('竖实线')).toBe(drawing.includes('chart-break'));
    return drawing.includes('chart-break');
  };
  expect([broken('?unit=days', 'days'), broken('?unit=stock', 'days'), broken('?unit=stock', 'all'), broken('?unit=days', null)]).toEqual([true, false, true, false]);
});

test('by week a day is hatched and called missing where it has no number of its own', () => {
  // Stock of A: only 4 January is missing; the means of the first three days are.
  const shown = showPanels(view('?groups=a&unit=stock'), 'wide');
  expect(shown.readingOf(0)).toBe('2026-01-01 · A 型 七天里有数字的不到 4 天，不算平均');
  expect(shown.readingOf(3)).toBe('2026-01-04 · A 型 没有数字（未填报）');
  expect(shown.drawing.match(/chart-gap/g)).toHaveLength(1);
  const gap = showPanels(view('?groups=a&unit=stock&from=2026-01-02&to=2026-01-03'), 'wide');
  expect(gap.drawing).not.toContain('chart-gap');
  expect(gap.drawing).not.toContain('斜线');
  // 4 January lies in the week of a mean, and is hatched all the same.
  const late = readStock({ start: '2026-01-01', station: 'all', as_of: '2026-01-10', groups: [{ group: 'a', unit: 'U', quantity: { scale: 1, changes: [10, 1, 1, 1, 1, null, 1, 1, 1, 1] } }] });
  const own = showPanels(view('?groups=a&unit=stock&from=2026-01-04&to=2026-01-08', settings, late), 'wide');
  expect(own.readingOf(2)).toBe('2026-01-06 · A 型 12\u202FU（当天没有数字）');
  expect(own.drawing.match(/chart-gap/g)).toHaveLength(1);
  expect(own.drawing).toContain('斜线是没有数字的日子');
});

test('in one chart a line is named at its last number, and hatching is where no group has one', () => {
  const file = readStock({ start: '2026-01-01', station: 'all', as_of: '2026-01-10', groups: [{ group: 'a', unit: 'U', quantity: { scale: 1, changes: [10, 1, 1, 1, 1, 1, 1, null, null, null] } }, { group: 'b', unit: 'U', quantity: { scale: 1, changes: [5, null, 1, 1, 1, 1, 1, 1, null, null] } }] });
  const { drawing } = showPanels(view('?view=together&by=day&unit=stock', settings, file), 'wide');
  expect(drawing).toContain('>A 型 16\u202FU<');
  expect(drawing).toContain('>B 型 11\u202FU<');
  expect(drawing).toContain('斜线是各血型都没有数字的日子；线断开处没有数字');
  expect(showPanels(view('?view=together&by=day&unit=stock&to=2026-01-07', settings, file), 'wide').drawing).not.toContain('斜线');
});

test('the sentence says that the range of earlier years is shown', () => {
  expect(sentenceOf(view('?groups=a&from=2026-01-04&by=day&season=on'))).toBe('红细胞（全市合计），A 型，2026年1月4日至2026年1月10日，可用天数（天），每天一个数，连同往年同期的范围（满三个往年才有）。');
});

test('the first view of the page keeps what the page says by itself', () => {
  expect(findingOf(view(''))).toBe(settings.finding);
  expect(findingOf(view('?by=day'))).toBe('2026年1月1日至2026年1月10日，所选血型中最低的是 A 型：2.5\u202F天（2026年1月1日）');
});

test('a day that was corrected is marked in the drawing, told in its legend, read out and marked in the table', () => {
  const { corrected } = readStock({ start: '2026-01-01', station: 'all', as_of: '2026-01-10', groups: [{ group: 'a', unit: 'U', quantity: { scale: 1, changes: [] }, corrected: [['2026-01-01', 2], ['2026-01-04', 1]] }] }).groups.get('a')!;
  expect([...corrected]).toEqual(['2026-01-01', '2026-01-02', '2026-01-04'].map(day));
  const file = { ...piece, groups: new Map(piece.groups).set('a', { ...piece.groups.get('a')!, corrected }) };
  const marked = (asked: string) => view(asked, settings, file);
  const shown = showPanels(marked('?groups=a,b&by=day&unit=stock'), 'wide');
  // Two circles of A; the third corrected day has no number.
  expect(shown.drawing.match(/class="chart-corrected" d="([^"]*)"/g)).toHaveLength(1);
  expect(/class="chart-corrected" d="([^"]*)"/.exec(shown.drawing)?.[1]?.match(/M/g)).toHaveLength(2);
  expect(shown.drawing).toContain('空心圈是更正过的日子');
  expect(shown.readingOf(1)).toBe('2026-01-02 · A 型 11\u202FU（更正过） · B 型 1\u202FU');
  expect(shown.readingOf(2)).toBe('2026-01-03 · A 型 12\u202FU · B 型 1.5\u202FU');
  const { caption, rows } = factsOf(shown.numbers);
  expect(caption).toContain('[r]');
  expect(rows.map((cells) => cells[1]?.isCorrected)).toEqual([true, false]);
  const after = marked('?groups=a,b&from=2026-01-05&by=day&unit=stock');
  expect(showPanels(after, 'wide').drawing).not.toContain('chart-corrected');
  expect(factsOf(after).caption).not.toContain('[r]');
  expect(showYears(marked('?view=years&groups=a&by=day&unit=stock'), 'wide').drawing).toContain('空心圈');
});

test('in one chart each group has its own colour and name', () => {
  const { drawing } = showPanels(view('?view=together&by=day&unit=stock'), 'wide');
  expect(drawing).toContain('stroke-series-1');
  expect(drawing).toContain('stroke-series-2');
  expect(drawing).toContain('A 型 18');
  expect(drawing).toContain('B 型 5');
});

test('levels are days in a calendar: read along the row, and from month to month', () => {
  const shown = showLevels(view('?view=levels&groups=a'), 'wide');
  expect(shown.readingOf(9)).toBe('2026-01-10 · A 型 紧缺');
  expect(shown.readingOf(3)).toBe('2026-01-04 · A 型 没有数字（未填报）');
  expect(shown.readingOf(4)).toBe('2026-01-05 · A 型 有数字，没有等级');
  expect(shown.indexBeside?.(4, 1)).toBeNull();
  expect(findingOf(shown.numbers)).toBe('2026年1月1日至2026年1月10日，A 型 低于“正常”：5 天');
  expect(lines(csvOf(shown)).map((line) => line.split(',').slice(0, 10).join())).toEqual(
    ['01,short,portal', '02,short,portal', '03,,,no_level', '04,,,not_reported', '05,,,no_level', '06,,,no_level', '07,,,no_level', '08,low,publisher', '09,low,publisher', '10,critical,portal'].map((line) => {
      const [date, level, by, missing = ''] = line.split(',');
      return `2026-01-${date},all,red_cells,a,level,,${level},,${missing},${by}`;
    }),
  );
});

test('what came in and went out stands below the stock, and a day without a number is no zero', () => {
  const shown = showFlow(view('?view=flow&groups=a&by=day&unit=stock'), 'wide');
  expect(shown.readingOf(3)).toBe('2026-01-04 · A 型 没有数字（未填报）、采集 没有数字、发出 4\u202FU');
  expect(shown.readingOf(4)).toBe('2026-01-05 · A 型 13\u202FU、采集 6\u202FU、发出 4\u202FU');
  expect(lines(csvOf(shown)).slice(9, 15).map((line) => line.split(',').slice(4, 8).join())).toEqual(['stock,U,,1', 'collected,U,,1', 'issued,U,4,1', 'stock,U,13,1', 'collected,U,6,1', 'issued,U,4,1']);
  expect(shown.drawing).not.toContain('申请');
  expect(shown.drawing).toContain('上半是采集入库；下半是发出');
  // Where nothing collected is published, nothing is said of it.
  const issued = { ...shown.numbers, flow: { ...flow, groups: new Map([['a', { ...flow.groups.get('a')!, collected: null }]]) } };
  expect(showFlow(issued, 'wide').drawing).not.toContain('采集');
  expect(showFlow(issued, 'wide').drawing).toContain('下半是发出');
});

test('a drag keeps to the panel in which it began, and to its ends', () => {
  const shown = showPanels(view('?groups=a,b&by=day'), 'wide');
  // The second panel begins right of the middle of 1000 units.
  const drag = shown.dragFrom(100, 60)!;
  expect(drag(100, 60)).toBe(shown.indexAt(100, 60));
  expect(drag(600, 60)).toBe(9);
  expect(drag(5000, 900)).toBe(9);
  expect(drag(-50, -50)).toBe(0);
  expect(shown.indexAt(5000, 60)).toBeNull();
  expect(shown.dragFrom(5000, 60)).toBeNull();
  const levels = showLevels(view('?view=levels&groups=a'), 'narrow');
  const first = levels.dragFrom(200, 40)!;
  expect(first(5000, 5000)).toBe(9);
  expect(first(-50, -50)).toBe(0);
});

/** Ten years of one group: each day its own number, the year's last two digits and a small part that grows with the day. */
const long = (() => {
  const [from, to] = [day('2016-06-01'), day('2026-01-10')];
  const values = Array.from({ length: to - from + 1 }, (_, index) => {
    const date = dateOfDay(from + index);
    return date === '2025-12-31' ? null : Number(date.slice(2, 4)) + Number(date.slice(5, 7)) / 100;
  });
  let last = 0;
  const changes = values.map((value) => {
    if (value === null) return null;
    const change = Math.round(value * 100) - last;
    last += change;
    return change;
  });
  const station = { ...component.stations[0]!, from: '2016-06-01', groups: component.stations[0]!.groups.slice(0, 1) };
  const words = { ...settings, components: [{ ...component, stations: [station] }] };
  const file = readStock({ start: '2016-06-01', station: 'all', as_of: '2026-01-10', groups: [{ group: 'a', unit: 'U', quantity: { scale: 100, changes }, demand: { scale: 1, changes: values.map((value, index) => (value === null ? null : index === 0 ? 1 : 0)), counted: [[values.length, 1]] } }] });
  return (asked: string): DeskNumbers => {
    const state = stateOf(asked, words)!;
    return numbersOf(state, chosenOf(state, words)!, words, file, null);
  };
})();

test('years lie over each other by date, or by the distance from Spring Festival', () => {
  const calendar = showYears(long('?view=years&by=day'), 'wide');
  expect(calendar.count).toBe(366);
  expect(calendar.readingOf(0)).toBe('1月1日 · A 型 2026年 26.0\u202F天、2025年 25.0\u202F天、此前 17.0–24.0');
  expect(calendar.readingOf(365)).toBe('12月31日 · A 型 2026年 还没有到、2025年 没有数字、此前 16.1–24.1');
  expect(showYears(long('?view=years&by=day&from=2025-07-02&to=2026-01-05'), 'wide').readingOf(6)).toBe('1月7日 · A 型 2026年 不在所选时间内、2025年 不在所选时间内');
  expect(calendar.daysBetween(1, 30)).toBeNull();
  const lunar = showYears(long('?view=years&by=day&align=festival'), 'wide');
  const records = lunar.records();
  expect(records.find(({ date }) => date === '2025-01-29')?.extra).toEqual(['spring_festival', '2025', '0']);
  expect(records.find(({ date }) => date === '2025-12-20')?.extra).toEqual(['spring_festival', '2026', '-59']);
  expect(calendar.records().find(({ date }) => date === '2025-01-29')?.extra).toEqual(['calendar', '2025', '01-29']);
  const festival = records.reduce((lowest, { extra }) => Math.min(lowest, Number(extra[2])), 0);
  expect(lunar.readingOf(-festival)).toMatch(/^春节当天 · A 型 2026年 还没有到、2025年 25\.0\u202F天、此前 17\.0–24\.0$/);
  expect(lunar.drawing).toContain('>春节<');
});

test('the season is the range of the same days of earlier years', () => {
  const shown = showPanels(long('?season=on&from=2025-07-15&to=2025-07-15&by=day'), 'wide');
  const season = Object.fromEntries(shown.records().map(({ measure, value }) => [measure, Number(value)]));
  // 2016 to 2024: nine years, 16.07 to 24.07; the 10 % quantile lies at 0.8 between the first two.
  expect(season).toEqual({ days_of_supply: 25.07, season_p10: expect.closeTo(16.87, 9), season_median: expect.closeTo(20.07, 9), season_p90: expect.closeTo(23.27, 9) });
  expect(showPanels(long('?season=on&from=2018-07-15&to=2018-07-15&by=day'), 'wide').records().map(({ value }) => value)).toEqual([18.07, null, null, null]);
});

test('the table of a view says its lowest days, days below normal, change and gap', () => {
  const { columns, rows } = factsOf(view('?groups=a&by=day&unit=stock'));
  expect(columns).toEqual(['血型', '最低（U）', '哪一天', '低于“正常”的天数', '最长一段没有数字']);
  expect(rows[0]?.map(({ text }) => text)).toEqual(['A 型', '10', '2026-01-01', '5（5 天有等级）', '1 天（2026-01-04 至 2026-01-04）']);
  const facts = factsOf(long('?from=2026-01-01&to=2026-01-02&by=day'));
  expect(facts.columns.slice(4, 7)).toEqual(['2025-01-02（天）', '2026-01-02（天）', '变化']);
  expect(facts.rows[0]?.slice(1, 7).map(({ text }) => text)).toEqual(['26.0', '2026-01-01 等 2 天', '没有数字', '25.0', '26.0', '+1.0']);
});

/** Days of supply of two groups from 2025-01-01 on, a demand of one a day; null: missing. */
const short = (a: readonly (number | null)[], b: readonly (number | null)[], asked: string, words = settings, line = 7) => {
  const groupOf = (group: string, values: readonly (number | null)[]) => {
    let last = 0;
    const changes = values.map((value) => (value === null ? null : -last + (last = Math.round(value * 10_000))));
    return { group, unit: 'U', quantity: { scale: 10_000, changes }, demand: { scale: 1, changes: values.map((value, index) => (value === null ? null : index === values.findIndex((one) => one !== null) ? 1 : 0)), counted: [[values.length, 1]] as const }, levels: values.map((value) => [1, value === null ? null : value < line ? 'low' : 'normal', value === null ? null : 'portal'] as const) };
  };
  const [from, to] = ['2025-01-01', dateOfDay(day('2025-01-01') + a.length - 1)];
  const thresholds = { days: [{ word: '正常', steps: [{ from: day(from), to: day(to) + 1, at: line }] }], stock: [] };
  const groups = component.stations[0]!.groups.map((group) => ({ ...group, thresholds }));
  const own = { ...words, components: [{ ...component, stations: [{ ...component.stations[0]!, from, to, groups }] }] };
  const state = stateOf(asked, own)!;
  return numbersOf(state, chosenOf(state, own)!, own, readStock({ start: from, station: 'all', as_of: to, groups: [groupOf('a', a), groupOf('b', b)] }), null);
};

test('a value under a line is shown under it everywhere, and whole in the file', () => {
  const numbers = short([6.992], [7.04], '?by=day&from=2025-01-01&to=2025-01-01');
  const shown = showPanels(numbers, 'wide');
  expect(shown.readingOf(0)).toBe('2025-01-01 · A 型 6.9\u202F天 · B 型 7.0\u202F天');
  expect(findingOf(numbers)).toBe('2025年1月1日，所选血型中最低的是 A 型：6.9\u202F天（2025年1月1日）');
  expect(factsOf(numbers).rows.map((cells) => cells[1]?.text)).toEqual(['6.9', '7.0']);
  expect(shown.drawing).toContain('>6.9\u202F天<');
  expect(lines(csvOf(shown)).map((line) => line.split(',')[6])).toEqual(['6.992', '7.04']);
  // Under a line of another value it is rounded as ever.
  expect(showPanels(short([6.992], [7.04], '?by=day&from=2025-01-01&to=2025-01-01', settings, 4), 'wide').readingOf(0)).toContain('A 型 7.0');
});

test('a gap at either end of the days shown, and days without any number, are gaps', () => {
  const gaps = (values: readonly (number | null)[]) => factsOf(short(values, values, '?by=day')).rows[0]?.at(-1)?.text;
  expect(gaps([null, null, 5, null, 5])).toBe('2 天（2025-01-01 至 2025-01-02）');
  expect(gaps([5, null, null])).toBe('2 天（2025-01-02 至 2025-01-03）');
  expect(gaps([null, null, null])).toBe('3 天（2025-01-01 至 2025-01-03）');
  expect(gaps([5, 5])).toBe('没有');
});

test('a number stays where that of a year ago is missing', () => {
  const values = Array.from({ length: 366 }, (_, index) => 3 + index / 100);
  const texts = factsOf(short([null, ...values.slice(1)], values, '?by=day&from=2025-12-01&to=2026-01-01')).rows.map((cells) => cells.slice(4, 7).map(({ text }) => text));
  expect(texts).toEqual([['没有数字', '6.7', '没有数字'], ['3.0', '6.7', '+3.7']]);
});

test('ties are all named, and a time in which nothing was below normal says so', () => {
  expect(findingOf(short([5, 3, 8], [3, 5, 8], '?by=day'))).toBe('2025年1月1日至2025年1月3日，所选血型最低到过 3.0\u202F天（2025年1月1日），到过的有 A 型、B 型');
  expect(findingOf(short([5, 3, 8], [3, 5, 8], '?view=levels'))).toBe('2025年1月1日至2025年1月3日，低于“正常”最多的是 A 型、B 型：各 2 天');
  expect(findingOf(short([7, 8], [9, 8], '?view=levels'))).toBe('2025年1月1日至2025年1月2日，有等级的日子里，所选血型没有一天低于“正常”');
  expect(findingOf(short([5, 3], [3, 5], '?by=day', { ...settings, locale: 'en', words: en }))).toBe('The lowest of the chosen groups from 1 January 2025 to 2 January 2025 was 3.0\u202Fdays, first on 1 January 2025: A 型, B 型');
});

test('a day says why it has no number', () => {
  const days = showPanels(view('?groups=a&by=day'), 'wide');
  expect(days.readingOf(2)).toBe('2026-01-03 · A 型 没有数字（用量太少）');
  expect(days.records().map(({ missing }) => missing).slice(0, 4)).toEqual(['', '', 'too_little_demand', 'not_reported']);
  expect(showPanels(view('?groups=a'), 'wide').records()[0]?.missing).toBe('few_days');
});

test('the citation names the station where one was chosen, and labels of a picture have one format', () => {
  const citing = { ...settings, components: [{ ...component, citations: ['库存{station}，{from}', 'stock{station}, {from}'] }] };
  vi.stubGlobal('location', { href: 'https://portal.example/' });
  const citationsIn = (asked: string) => citationsOf(stateOf(asked, citing)!, citing);
  expect(citationsIn('?station=branch')).toEqual(['库存（分站），2026-01-05', 'stock (branch), 2026-01-05']);
  expect(citationsIn('')).toEqual(['库存，2026-01-01', 'stock, 2026-01-01']);
  vi.unstubAllGlobals();
  const { drawing } = showPanels(view('?by=day&unit=stock&to=2026-01-09'), 'wide');
  expect(drawing).toContain('>17.0\u202FU<');
  expect(drawing).toContain('>4.5\u202FU<');
});

test('English says the same', () => {
  const words = { ...settings, locale: 'en' as const, words: en };
  expect(sentenceOf(view('?groups=a&from=2026-01-04&by=day', words))).toBe('红细胞 (全市合计), A 型, 4 January 2026 to 10 January 2026: days of supply (days), one number a day.');
});
