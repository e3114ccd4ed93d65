/** What the pages say about stock, with every number found again by another route. */
import fc from '../../tests/support/properties.ts';
import { expect, test } from 'vitest';
import { stockNow } from '#src/indicators/stock-now.ts';
import type { StockEntry, StockNow } from '#src/indicators/stock-now.ts';
import { everyDay, fakePortal } from '../../tests/support/fake-portal.ts';
import type { FakePortal, TextRecord } from '../../tests/support/fake-portal.ts';
import { absenceSentences, arithmetic, arithmeticLine, groupHeading, marginSentences, thresholdList, thresholdOrigin } from './arithmetic.ts';
import { groupName, groupShortName } from './blood-words.ts';
import type { Figure } from './figure.ts';
import { groupHistoryFigure } from './group-history.ts';
import { groupSentences } from './group-choice.ts';
import { levelYearsFigure } from './level-years.ts';
import { seasonFigure, seasonSentence } from './season.ts';
import { expiredWords, pausedWords } from './stock-dates.ts';
import { groupPageHeading } from './stock-heading.ts';
import { findingSentence, stripEntries } from './stock-finding.ts';
import { groupMeaning, nextLowMonth, stripMeaning, unitsToNormal } from './stock-meaning.ts';
import { stockStrip } from './stock-strip.ts';
import { componentRows, groupRows } from './stock-table.ts';
import { shownValue } from './stock-value.ts';

const today = '2026-11-21';
const thresholds = [
  { level: 'normal', valid_from: '2016-01-01', at_or_above: '7' },
  { level: 'low', valid_from: '2016-01-01', at_or_above: '5' },
  { level: 'short', valid_from: '2016-01-01', at_or_above: '3' },
];
const letters = ['A', 'B', 'O', 'AB'];

/** Forty days of constant stock, with 20 U issued a day of each group. */
function portalOf(stock: Readonly<Record<string, string>>, more: FakePortal = {}, rows: readonly TextRecord[] = []) {
  const days = (quantityOf: (abo: string) => string) =>
    letters.filter((abo) => abo in stock).flatMap((abo) => everyDay('2026-10-13', today, () => ({ abo, quantity: quantityOf(abo) })));
  const byDate = (table: readonly TextRecord[]) => table.toSorted((a, b) => ((a['date'] ?? '') < (b['date'] ?? '') ? -1 : 1));
  const portal = fakePortal({
    ...more,
    tables: { stock: byDate([...days((abo) => stock[abo] ?? ''), ...rows]), issues: byDate(days(() => '20')), thresholds, events: [], ...more.tables },
  });
  return { portal, now: stockNow(portal) };
}
function entryOf(now: StockNow, group: string): StockEntry {
  const found = now.entries.find((entry) => entry.group === group && entry.station === 'all');
  if (found === undefined) throw new Error(`no entry of ${group}`);
  return found;
}

test('the finding names the worst level first, in both languages', () => {
  const { now } = portalOf({ A: '120', B: '160', O: '40', AB: '119' });
  expect(findingSentence(now, 'zh')).toBe('11月21日：O 型紧缺，A 型、AB 型偏少');
  expect(findingSentence(now, 'en')).toBe('21 November: group O is critical; groups A and AB are low');
});

test('when all is normal the page says when to come back, and never to stay away', () => {
  const { now, portal } = portalOf({ A: '160', B: '160' });
  expect(findingSentence(now, 'zh')).toBe('11月21日：各血型都在正常线以上');
  expect(stripMeaning(now, 'zh').join('')).toContain('2027年1月容易偏少');
  for (const locale of ['zh', 'en'] as const) {
    const words = [...stripMeaning(now, locale), ...groupSentences(portal, now, locale).map(({ donors }) => donors)].join(' ');
    expect(words).not.toMatch(/不用来|不必来|请勿|stay|no need|don’t come/i);
  }
});

test('a group without a number is named as unknown, not as short', () => {
  const missing = everyDay(today, today, () => ({ abo: 'B', quantity: 'NP' }));
  const { now } = portalOf({ A: '160' }, {}, [...everyDay('2026-11-01', '2026-11-20', () => ({ abo: 'B', quantity: '200' })), ...missing]);
  expect(findingSentence(now, 'zh')).toBe('11月21日：有等级的血型都在正常线以上，B 型没有数');
});

test('a group that is published by month only, or that no line judges, is not said to be without a number', () => {
  const issues = [...everyDay('2026-10-13', today, () => ({ quantity: '20' })), { date: today, abo: 'AB', quantity: '4' }];
  const { now, portal } = portalOf({ A: '160' }, { absentRow: 'zero', tables: { issues } }, everyDay('2026-10-13', today, () => ({ abo: 'AB', quantity: '9' })));
  expect(findingSentence(now, 'zh')).toBe('11月21日：有等级的血型都在正常线以上，AB 型只按月公布');
  expect(groupHeading(entryOf(now, 'ab-positive'), 'AB 型', 'zh').withoutLevel).toBe('AB 型：用得少，只按月公布');
  const [row] = groupRows(portal, now, entryOf(now, 'ab-positive'), 'zh');
  expect([row?.quantity, row?.moment, row?.validUntil]).toEqual(['9 (2026-10)', '', '']);

  const unrated = portalOf({ A: '160', B: '160' }, { tables: { thresholds: thresholds.map((line) => ({ ...line, abo: 'A' })) } });
  expect(findingSentence(unrated.now, 'en')).toBe('21 November: every group with a level is above its normal line; no level for group B');
});

test('what is missing to the normal line is the shortfall in units, and twice as many as people with 400 ml', () => {
  const { now } = portalOf({ A: '63' });
  const entry = entryOf(now, 'a-positive');
  // 7 days of 20 U are 140 U; 63 are there.
  expect(unitsToNormal(entry)).toBe(140 - 63);
  expect(groupMeaning(entry, now, 'zh').donors).toContain('77 U，约合 39 人各献 400 毫升'.replace(' U', '\u202fU'));
  expect(stripMeaning(now, 'en').join(' ')).toContain('A needs 77\u202fU (about 39 people giving 400 ml each)');
});

test('the months to come back in follow the date', () => {
  expect(['2026-01-31', '2026-02-01', '2026-07-31', '2026-08-01', '2026-12-31'].map(nextLowMonth)).toEqual(['2026-08', '2026-08', '2026-08', '2027-01', '2027-01']);
});

test('the division is shown with its numbers, and a printed number never passes a line that the number has not', () => {
  const { now, portal } = portalOf({ A: '139' });
  const entry = entryOf(now, 'a-positive');
  const parts = arithmetic(entry, 'zh');
  expect(parts?.quantity.value).toBe(139);
  expect(parts?.mean.value).toBe(20);
  // 139 ÷ 20 = 6.95, which rounds to 7.0 and would look normal.
  expect(parts?.days.value).toBeCloseTo(6.95);
  expect(parts?.days.text).toBe('6.9\u202f天');
  expect(entry.level).toBe('low');
  expect(arithmeticLine(entry, 'zh')).toBe('139\u202fU ÷ 日均发放 20.0 = 6.9\u202f天');
  expect(groupHeading(entry, 'A 型', 'zh')).toEqual({ withLevel: 'A 型偏少：可用 6.9\u202f天', withoutLevel: 'A 型：可用 6.9\u202f天' });
  expect(marginSentences(entry, 'zh')).toEqual(['距“正常”线（7\u202f天）还差不到 0.1\u202f天，合 1\u202fU。', '比“偏少”线（5\u202f天）多 1.9\u202f天，合 39\u202fU。']);
  expect(thresholdList(entry, 'zh')).toBe('7\u202f天及以上为正常，5\u202f天到不足 7\u202f天为偏少，3\u202f天到不足 5\u202f天为紧张，不足 3\u202f天为紧缺');
  expect(thresholdOrigin(portal, entry, 'en')?.sentence).toContain('this portal’s own');
});

test('rounding keeps every value on its side of every line', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 20, noNaN: true }), fc.integer({ min: 1, max: 15 }), (value, line) => {
      const shown = shownValue({ value, unit: 'days' }, { thresholds: [{ unit: 'days', level: 'normal', atOrAbove: line, clause: null, validFrom: today }] });
      expect(shown >= line).toBe(value >= line);
      expect(Math.abs(shown - value)).toBeLessThanOrEqual(0.1);
    }),
  );
});

test('a restriction is named, and the days in it are left out', () => {
  const alerts = [{ alert: 'x', from: '2026-11-10', until: '2026-11-12', region: 'sample-city', component: 'red_cells', abo: 'all', rhd: 'all', stated_level: '二级', restriction_percent: '30' }];
  const { now } = portalOf({ A: '120' }, { tables: { alerts } });
  const notes = arithmetic(entryOf(now, 'a-positive'), 'zh')?.notes.join('') ?? '';
  expect(notes).toContain('有数的 25 天');
  expect(notes).toContain('3 天在公告的限供期内');
});

test('RhD-negative stands apart, with its stock and without days or level, unless the publisher states a level', () => {
  const negative = (level: string) => everyDay(today, today, () => ({ station: 'all', abo: 'all', rhd: 'negative', quantity: '23', level }));
  const plain = portalOf({ A: '120' }, {}, negative(''));
  expect(stripEntries(plain.now).negative.map(({ group }) => group)).toEqual(['rhd-negative']);
  const strip = stockStrip(plain.portal, plain.now, 'zh');
  expect(strip?.negative[0]?.quantity).toBe('23\u202fU');
  expect(strip?.columns.map(({ group }) => group)).toEqual(['a-positive']);
  const stated = portalOf({ A: '120' }, {}, negative('low'));
  expect(stripEntries(stated.now)).toMatchObject({ negative: [], columns: [{ group: 'a-positive' }, { group: 'rhd-negative', level: 'low' }] });
  const entry = entryOf(plain.now, 'rhd-negative');
  expect(absenceSentences(plain.portal, plain.now, entry, 'zh').join('')).toContain('不算天数、不分等级');
  expect(groupHistoryFigure(plain.portal, plain.now, entry, 'zh')).toBeNull();
});

test('a publisher of eight groups in percent has a strip of eight columns in percent', () => {
  const stock = letters.flatMap((abo) =>
    ['positive', 'negative'].flatMap((rhd) => everyDay('2026-11-15', today, () => ({ station: 'all', abo, rhd, unit: 'percent', quantity: '78', level: 'normal' }))),
  );
  const portal = fakePortal({ tables: { stock: stock.toSorted((a, b) => (a['date']! < b['date']! ? -1 : 1)) } });
  const now = stockNow(portal);
  const strip = stockStrip(portal, now, 'zh');
  expect(strip?.columns.map(({ shortName }) => shortName)).toEqual(['A+', 'B+', 'O+', 'AB+', 'A−', 'B−', 'O−', 'AB−']);
  expect(strip?.columns[0]).toMatchObject({ number: '78', unit: '%', level: 'normal', levelWord: '正常', note: null });
  expect(strip?.finding).toBe('11月21日：各血型都为“正常”');
  expect(strip?.negative).toEqual([]);
});

test('a group is called by its letter where the letter is enough', () => {
  const four = ['a-positive', 'b-positive', 'rhd-negative'] as const;
  const eight = ['a-positive', 'a-negative'] as const;
  expect([groupName('a-positive', four, 'zh'), groupName('a-positive', eight, 'zh'), groupName('rhd-negative', four, 'en')]).toEqual(['A 型', 'A 型 RhD 阳性', 'RhD-negative']);
  expect([groupShortName('a-positive', four, 'zh'), groupShortName('a-negative', eight, 'en')]).toEqual(['A 型', 'A−']);
});

test('the last 90 days are counted as a reader of the table would count them', () => {
  const quantity = (date: string) => (date === '2026-11-02' ? 'NP' : date < '2026-11-10' ? '160' : '80');
  const stock = everyDay('2026-07-01', today, (date) => ({ quantity: quantity(date) }));
  const portal = fakePortal({ tables: { stock, issues: everyDay('2026-06-01', today, () => ({ quantity: '20' })), thresholds, events: [] } });
  const now = stockNow(portal);
  const figure = groupHistoryFigure(portal, now, entryOf(now, 'a-positive'), 'zh');
  const rows = figure?.table.rows ?? [];
  expect(rows).toHaveLength(90);
  expect(rows[0]).toEqual([today, '4.0\u202f天', '紧张']);
  expect(rows.find(([date]) => date === '2026-11-02')).toEqual(['2026-11-02', '空缺', '']);
  const under = rows.filter(([, , level]) => level !== '' && level !== '正常').length;
  expect(under).toBe(12);
  expect(figure?.finding).toBe('到11月21日的 90 天里，有数的 89 天中有 12 天在正常线以下，最低 4.0\u202f天（11月10日）');
});

test('the years count the days under the line, and a year that is not over says to when', () => {
  const stock = everyDay('2024-12-30', '2025-12-31', (date) => ({ quantity: date.startsWith('2025-03') ? '80' : '160' }));
  const more = everyDay('2026-01-01', today, (date) => ({ quantity: date.startsWith('2026-08') ? '80' : '160' }));
  const portal = fakePortal({ tables: { stock: [...stock, ...more], issues: everyDay('2024-12-01', today, () => ({ quantity: '20' })), thresholds, events: [] } });
  const now = stockNow(portal);
  const figure = levelYearsFigure(portal, now, entryOf(now, 'a-positive'), 'zh');
  expect(figure?.finding).toBe('2026年到11月21日有 31 天在正常线以下；2025年全年 31 天');
  expect(figure?.table.rows.map(([year, , , short]) => [year, short])).toEqual([['2024', '0'], ['2025', '31'], ['2026', '31']]);
});

test('the season is told by its place in the range of earlier years, and not at all with fewer than three', () => {
  const stock = (first: string) => everyDay(first, today, (date) => ({ quantity: date < '2026-01-01' ? String(100 + 10 * Number(date.slice(3, 4))) : '60' }));
  const portalFrom = (first: string) => fakePortal({ tables: { stock: stock(first), issues: everyDay(first, today, () => ({ quantity: '20' })), thresholds, events: [] } });
  const portal = portalFrom('2021-01-01');
  const now = stockNow(portal);
  const entry = entryOf(now, 'a-positive');
  // Earlier years: 110 … 150 U ÷ 20 = 5.5, 6, 6.5, 7, 7.5 days; the 10 % quantile of five lies 0.4 of the way from the first to the second.
  expect(seasonSentence(entry, 'zh')).toBe('低于往年同期：7 天平均 3.0\u202f天，5 年的同期多在 5.7–7.3\u202f天');
  expect(seasonFigure(portal, now, entry, 'zh')?.table.rows).toHaveLength(6);
  const short = stockNow(portalFrom('2024-06-01'));
  expect(seasonSentence(entryOf(short, 'a-positive'), 'zh')).toBeNull();
});

test('the table of a group holds the components that do not tell RhD apart', () => {
  const plasma = everyDay(today, today, () => ({ component: 'plasma', rhd: 'all', unit: 'ml', quantity: '5000' }));
  const other = everyDay(today, today, () => ({ component: 'plasma', abo: 'B', rhd: 'all', unit: 'ml', quantity: '1' }));
  const { portal, now } = portalOf({ A: '120' }, {}, [...plasma, ...other]);
  const rows = groupRows(portal, now, entryOf(now, 'a-positive'), 'zh').filter(({ entry }) => entry.station === 'all');
  expect(rows.map(({ component, group }) => [component, group])).toEqual([['悬浮红细胞', 'A 型'], ['血浆', 'A 型']]);
  expect(rows[0]).toMatchObject({ quantity: '120', unit: 'U', division: '120 ÷ 20.0', days: '6.0', level: '偏少', threshold: '5\u202f天', validUntil: '11-22 11:00' });
});

test('an expired number says since when, an announced pause until when', () => {
  const pauses = [{ from: '2026-11-22', until: '2026-11-24', note: { zh: '系统检修', en: 'maintenance' } }];
  const { now } = portalOf({ A: '120' }, { settings: { pauses } });
  expect(expiredWords(now, 'zh')).toBe('自2026年11月25日 11:00起没有新的数，等级不再显示。下面的数是2026年11月21日的。');
  expect(pausedWords(now, 'zh')).toEqual({ words: '发布单位公告（11月22日至11月24日）：系统检修。在这之前公布的数有效至2026年11月25日 11:00。', from: '2026-11-22T00:00:00+08:00' });
  expect(pausedWords(portalOf({ A: '120' }).now, 'zh')).toBeNull();
});

test('a group without a level expires like the others, and says so without speaking of levels', () => {
  const { portal, now } = portalOf({ A: '120' });
  const [whole] = [entryOf(now, 'a-positive')];
  expect(groupPageHeading(portal, now, whole, 'zh')).toMatchObject({ expiredHeading: 'A 型：这些数字已经过期', expired: '自2026年11月22日 11:00起没有新的数，等级不再显示。下面的数是2026年11月21日的。' });
  const bare = { ...whole, level: null, levelBy: null };
  expect(groupPageHeading(portal, now, bare, 'zh')).toMatchObject({ validUntil: '2026-11-22T11:00:00+08:00', expired: '自2026年11月22日 11:00起没有新的数。下面的数是2026年11月21日的。' });
  expect(groupPageHeading(portal, { ...now, validUntil: null }, bare, 'zh').expired).toBeNull();
});

test('a station that holds everything has no row beside the total, one of two has', () => {
  const { portal, now } = portalOf({ A: '120' });
  const all = entryOf(now, 'a-positive');
  const rowsWith = (stations: readonly number[]): readonly string[] =>
    componentRows(portal, { ...now, entries: [{ ...all, station: 'all' }, ...stations.map((quantity, index) => ({ ...all, station: `s${index}`, quantity }))] }, all.component, 'zh').map(({ entry }) => entry.station);
  expect(rowsWith([120])).toEqual(['all']);
  expect(rowsWith([119])).toEqual(['all', 's0']);
  expect(rowsWith([120, 0])).toEqual(['all', 's0', 's1']);
});

test('a figure without a finding, a table, a source or a date does not type-check', () => {
  const table = { caption: '', columns: [], rows: [] };
  const whole = { id: 'x', finding: 'A', subtitle: 'B', drawing: { narrow: '', wide: '' }, table, source: 'C', asOf: today };
  const figures: readonly Figure[] = [
    whole,
    // @ts-expect-error no finding
    (({ finding: _, ...rest }) => rest)(whole),
    // @ts-expect-error no table
    (({ table: _, ...rest }) => rest)(whole),
    // @ts-expect-error no source
    (({ source: _, ...rest }) => rest)(whole),
    // @ts-expect-error no date
    (({ asOf: _, ...rest }) => rest)(whole),
  ];
  expect(figures).toHaveLength(5);
});
