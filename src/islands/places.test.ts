/** What the list of places decides, without a browser: the query in the address, what fits, the order, the words. */
import { describe, expect, test } from 'vitest';
import type { Schedule } from '#src/domain/schedule.ts';
import { midnight, parseWallMinute } from '#src/domain/wall-clock.ts';
import { zh } from '#src/i18n/messages/zh/stations.ts';
import { byDistance, firstToOpen, fits, folded, judge, openFirst, startPoint } from './place-order.ts';
import type { PlaceItem } from './place-order.ts';
import { emptyQuery, queryOf, withQuery } from './place-query.ts';
import { judgedWords, listedWords } from './place-status.ts';
import type { Condition } from './place-status.ts';
import { weekFrom } from './place-week.ts';
import { distanceText, stateWords, timeWords } from './place-words.ts';

const day = midnight('2026-11-21');
const hours = (from: number, until: number, state: 'open' | 'ask' = 'open'): Schedule => ({ from: day, until: day + 35 * 1440, spans: [{ from: day + from, until: day + until, state, comment: null }] });
const place = (station: string, more: Partial<PlaceItem> = {}): PlaceItem => ({
  station, name: station, text: folded(`${station} 示例路１号`), district: 'a', kind: 'house', services: ['whole_blood'], schedule: hours(540, 1020), point: { longitude: 0.3, latitude: 0.2 }, ...more,
});
const items = [
  place('closed-near', { schedule: hours(1200, 1260), point: { longitude: 0.301, latitude: 0.2 } }),
  place('open-far', { point: { longitude: 0.5, latitude: 0.2 } }),
  place('unreadable', { schedule: null, point: { longitude: 0.3005, latitude: 0.2 } }),
  place('ask', { schedule: hours(540, 1020, 'ask') }),
  place('open-near', { point: { longitude: 0.302, latitude: 0.2 } }),
  place('open-nowhere', { point: null, district: 'b' }),
  place('closed-soon', { schedule: hours(700, 800), point: { longitude: 0.9, latitude: 0.2 } }),
];
const noon = parseWallMinute('2026-11-21T11:00')!;
const names = (places: readonly { readonly item: PlaceItem }[]) => places.map(({ item }) => item.station);

describe('order', () => {
  const start = { longitude: 0.3, latitude: 0.2 };

  test('a closed place never stands above an open one, nor an unknown one; within each the nearest first', () => {
    expect(names(openFirst(judge(items, noon, start), true))).toEqual(['open-near', 'open-far', 'open-nowhere', 'ask', 'unreadable', 'closed-near', 'closed-soon']);
  });

  test('without a start open places keep the page’s order and the closed stand by when they open', () => {
    expect(names(openFirst(judge(items, noon, null), false))).toEqual(['open-far', 'open-near', 'open-nowhere', 'ask', 'unreadable', 'closed-soon', 'closed-near']);
  });

  test('by distance alone, those without coordinates last', () => {
    expect(names(byDistance(judge(items, noon, start)))).toEqual(['ask', 'unreadable', 'closed-near', 'open-near', 'open-far', 'closed-soon', 'open-nowhere']);
  });

  test('when nothing is open the first to open is named; where that is unknown, none', () => {
    expect(firstToOpen(judge(items.slice(0, 1).concat(items.slice(6)), noon, null))?.item.station).toBe('closed-soon');
    expect(firstToOpen(judge([place('x', { schedule: null })], noon, null))).toBeNull();
  });

  test('a start is a station or the middle of a district', () => {
    expect(startPoint('station:open-far', items)).toEqual({ longitude: 0.5, latitude: 0.2 });
    expect(startPoint('district:a', items)?.longitude).toBeCloseTo(0.6, 9);
    for (const none of ['', 'district:b', 'station:nowhere', 'x']) expect(startPoint(none, items)).toBeNull();
  });
});

test('what fits: text in any width and case, district, service, kind', () => {
  expect(fits(items[0]!, { ...emptyQuery, text: ' 示例路1号 ' })).toBe(true);
  expect(fits(items[0]!, { ...emptyQuery, text: 'ＣＬＯＳＥＤ' })).toBe(true);
  expect(fits(items[0]!, { ...emptyQuery, text: '别处' })).toBe(false);
  expect(fits(items[0]!, { ...emptyQuery, district: 'b' })).toBe(false);
  expect(fits(items[0]!, { ...emptyQuery, service: 'apheresis_platelets' })).toBe(false);
  expect(fits(items[0]!, { ...emptyQuery, kind: 'house', service: 'whole_blood', district: 'a' })).toBe(true);
});

describe('the address', () => {
  test('holds the whole query, keeps what is not of it, and gives it back', () => {
    const query = { text: '甲区 & more', district: 'a', service: 'whole_blood', kind: 'house', open: '2026-11-22T09:00', start: 'station:centre' };
    const address = withQuery('https://x.example/stations/?clock=now#a', query);
    expect(queryOf(new URL(address).search)).toEqual(query);
    expect(new URL(address).searchParams.get('clock')).toBe('now');
    expect(withQuery(address, emptyQuery)).toBe('https://x.example/stations/?clock=now#a');
  });

  test('a time or a start that is none is left out', () => {
    for (const search of ['?open=yesterday', '?open=2026-02-30T09:00', '?open=2026-11-22', '?from=0.3,0.2', '?from=position', '?from=district:<b>']) expect(queryOf(search)).toEqual(emptyQuery);
    expect(queryOf('?open=now').open).toBe('now');
  });
});

describe('words', () => {
  const words = Object.fromEntries(Object.entries(zh).flatMap(([key, text]) => (key.startsWith('stations.') ? [[key.slice('stations.'.length), text]] : [])));

  test('a state says until when, or when next, with the date only where it is another', () => {
    const until = parseWallMinute('2026-11-21T17:00')!;
    expect(stateWords(words, { state: 'open', until, opensAt: null }, noon, 'zh', false)).toBe('开放中，到 17:00');
    expect(stateWords(words, { state: 'open', until: day + 1440, opensAt: null }, noon, 'zh', false)).toBe('开放中，到 24:00');
    expect(stateWords(words, { state: 'closed', until: null, opensAt: day + 1440 + 480 }, noon, 'zh', false)).toBe('现在不开放，11月22日 周日 08:00 开');
    expect(stateWords(words, { state: 'closed', until: null, opensAt: null }, noon, 'zh', true)).toBe('那时不开放');
    expect(stateWords(words, { state: 'unknown', until: null, opensAt: null }, noon, 'zh', false)).toBe('是否开放不详');
    expect(timeWords(day + 1440 + 30, noon, 'en')).toBe('Sun 22 November 00:30');
  });

  test('the listed week begins on the day that is judged: days that have passed leave, known ones follow, unknown ones say so', () => {
    const spans = Array.from({ length: 10 }, (_, index) => ({ from: day + index * 1440 + 540, until: day + index * 1440 + 1020, state: index === 9 ? ('ask' as const) : ('open' as const), comment: null }));
    const schedule: Schedule = { from: day, until: day + 10 * 1440, spans };
    const printed = [
      { from: '2026-11-21', until: '2026-11-22', dates: '11月21日 周六至11月22日 周日', hours: '休息' },
      { from: '2026-11-23', until: '2026-11-27', dates: '11月23日 周一至11月27日 周五', hours: '09:00–17:00（预约）' },
    ];
    const linesOf = (today: string) => weekFrom(printed, schedule, today, words, 'zh').map(({ dates, hours: said }) => `${dates} ${said}`);
    expect(weekFrom(printed, schedule, '2026-11-21', words, 'zh')).toBe(printed);
    expect(linesOf('2026-11-22')).toEqual(['11月22日 周日 休息', '11月23日 周一至11月27日 周五 09:00–17:00（预约）', '11月28日 周六 09:00–17:00']);
    expect(linesOf('2026-11-26')).toEqual(['11月26日 周四至11月27日 周五 09:00–17:00（预约）', '11月28日 周六至11月29日 周日 09:00–17:00', '11月30日 周一 09:00–17:00（请先联系）', '12月1日 周二至12月2日 周三 不详']);
    expect(linesOf('2027-01-05')).toEqual(['1月5日 周二至1月11日 周一 不详']);
  });

  test('a distance is as fine as it can be', () => {
    expect([4, 349, 994, 996, 23_440, 99_949, 123_456].map((metres) => distanceText(words, metres))).toEqual(['0 米', '350 米', '990 米', '1 公里', '23.4 公里', '99.9 公里', '123 公里']);
  });

  test('the list says what it lists, what it leaves out, and by which clock', () => {
    const said = (places: readonly PlaceItem[], asked: 'any' | 'now' | 'at', conditions: readonly Condition[] = []) => listedWords(words, { fitting: judge(places, noon, null), conditions, minute: noon, asked }, 'zh');
    const both: readonly Condition[] = [{ part: 'service', name: '全血' }, { part: 'district', name: '甲区' }];
    expect(said(items, 'any', both)).toBe('列出可以献全血、在甲区的献血地点 7 处，其中 3 处现在开放。');
    expect(said(items, 'now')).toBe('列出现在开放的献血地点 3 处。另有 4 处不开放或不知道是否开放，没有列出。');
    expect(said(items.slice(4, 5), 'at', both)).toBe('列出11月21日 周六 11:00开放的可以献全血、在甲区的献血地点 1 处。');
    expect(said(items.slice(0, 1), 'now')).toBe('列出献血地点 1 处，现在没有一处确知开放。最早开放的是closed-near：20:00。');
    expect(said(items.slice(2, 3), 'at')).toBe('列出献血地点 1 处，11月21日 周六 11:00没有一处确知开放。接下来何时开放也不详。');
    expect(said([], 'now', [{ part: 'text', name: 'x' }])).toBe('没有名称或地址含“x”的献血地点。');
    expect(judgedWords({ 'finder.judged': '按{time}判断' }, noon, 'zh')).toBe('按11月21日 周六 11:00判断');
  });
});
