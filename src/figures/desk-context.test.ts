/** What stands around the stock: thresholds as lines over time, and which events concern which component and which of its numbers. */
import { expect, test } from 'vitest';
import { dayNumber } from '#src/domain/calendar.ts';
import { thresholdPeriods } from '#src/indicators/level.ts';
import type { ThresholdRow } from '#src/indicators/level.ts';
import { drawnThresholds } from '#src/i18n/threshold-words.ts';
import { fakePortal } from '../../tests/support/fake-portal.ts';
import { datedNotes } from './desk-context.ts';
import { thresholdLines } from './threshold-lines.ts';

const row = (level: ThresholdRow['level'], validFrom: string, atOrAbove: number, abo = 'all'): ThresholdRow => ({ station: 'all', component: 'red_cells', abo, rhd: 'all', unit: 'days', level, validFrom, atOrAbove, clause: null });
const rows = [row('normal', '2016-11-22', 5.25), row('low', '2016-11-22', 4), row('normal', '2024-01-01', 6.25), row('normal', '2025-01-01', 9, 'AB')];
const day = dayNumber;
const linesOf = (abo: 'A' | 'AB', from: string, to: string) => thresholdLines(thresholdPeriods(rows, { station: 'all', component: 'red_cells', abo, rhd: 'positive', unit: 'U' }), 'days', day(from), day(to), 'zh');

test('a threshold keeps the day since which it holds, goes on when another changes, and ends where none is set', () => {
  expect(linesOf('A', '2020-01-01', '2026-01-01')).toEqual([
    { word: '正常', steps: [{ from: day('2016-11-22'), to: day('2024-01-01'), at: 5.25 }, { from: day('2024-01-01'), to: day('2026-01-02'), at: 6.25 }] },
    { word: '偏少', steps: [{ from: day('2016-11-22'), to: day('2026-01-02'), at: 4 }] },
  ]);
  expect(linesOf('AB', '2025-06-01', '2026-01-01')).toEqual([{ word: '正常', steps: [{ from: day('2025-01-01'), to: day('2026-01-02'), at: 9 }] }]);
  expect(linesOf('A', '2010-01-01', '2015-01-01')).toEqual([]);
});

test('its label is the value at the right end of the days drawn, as it is set', () => {
  const drawn = (from: string, to: string) => drawnThresholds(linesOf('A', '2016-11-22', '2026-01-01'), day(from), day(to)).map(({ label }) => label);
  expect(drawn('2017-01-01', '2018-12-31')).toEqual(['5.25 正常', '4 偏少']);
  expect(drawn('2017-01-01', '2023-12-31')).toEqual(['5.25 正常', '4 偏少']);
  expect(drawn('2017-01-01', '2024-01-01')).toEqual(['6.25 正常', '4 偏少']);
  expect(drawn('2024-01-01', '2024-01-01')).toEqual(['6.25 正常', '4 偏少']);
});

test('an event breaks the lines of the numbers it concerns, and stands only beside its component', () => {
  const event = (date: string, table: string, component = '', kind = 'method_break') => ({ event: date, date, until: date, kind, title_zh: `${table || '全部'}的事`, table, component });
  const portal = fakePortal({ tables: { events: [event('2020-01-01', ''), event('2020-01-02', 'stock'), event('2020-01-03', 'issues', 'red_cells'), event('2020-01-04', 'thresholds'), event('2020-01-05', 'donations'), event('2020-01-06', '', '', 'weather')] } });
  const notes = (component: 'red_cells' | 'plasma') => datedNotes(portal, component, 'zh').map(({ label, breaks, isAboutThresholds }) => [label.slice(9), breaks, isAboutThresholds]);
  const others = [['1 全部的事', 'all', true], ['2 stock的事', 'all', false], ['4 thresholds的事', null, true], ['6 全部的事', null, false]];
  expect(notes('plasma')).toEqual(others);
  expect(notes('red_cells')).toEqual(others.toSpliced(2, 0, ['3 issues的事', 'days', false]));
});
