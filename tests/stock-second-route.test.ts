/** Recomputes the demonstration's stock from the published CSV files alone, by plain loops, and compares with what the portal says. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { groupHeading, marginSentences } from '#src/figures/arithmetic.ts';
import { levelWord } from '#src/figures/blood-words.ts';
import { groupHistoryFigure } from '#src/figures/group-history.ts';
import { levelYearsFigure } from '#src/figures/level-years.ts';
import { seasonFigure, seasonNotes } from '#src/figures/season.ts';
import { findingSentence, pageEntry } from '#src/figures/stock-finding.ts';
import { groupMeaning } from '#src/figures/stock-meaning.ts';
import { methodBreaks } from '#src/indicators/method-breaks.ts';
import { stockHistory } from '#src/indicators/stock-history.ts';
import { stockNow } from '#src/indicators/stock-now.ts';
import { commitments } from '#src/publishing/commitments.ts';
import { currentStock } from '#src/publishing/current-stock.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';

type Row = Readonly<Record<string, string>>;

/** Spring Festival as calendars print it. */
const festivals: Readonly<Record<string, string>> = {
  2016: '2016-02-08', 2017: '2017-01-28', 2018: '2018-02-16', 2019: '2019-02-05', 2020: '2020-01-25', 2021: '2021-02-12',
  2022: '2022-02-01', 2023: '2023-01-22', 2024: '2024-02-10', 2025: '2025-01-29', 2026: '2026-02-17', 2027: '2027-02-06',
};
const dayMs = 86_400_000;
const shift = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
const distance = (from: string, to: string) => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;

let portal: Portal;
let tables: Readonly<Record<string, readonly Row[]>>;
const dailyIndex = new Map<string, Map<string, Row>>();
const reporters = new Map<string, Set<string>>();
const beginnings = new Map<string, string>();

/** The published files of this portal have no quoted line ends in these tables. */
function rowsOf(table: string): Row[] {
  const [header = '', ...lines] = tableCsv(portal, table).replace('\uFEFF', '').split('\r\n').filter((line) => line !== '');
  const split = (line: string) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '').replaceAll(/^"|"$/g, '')) ?? [];
  const names = split(header);
  return lines.map((line) => {
    const cells = line.includes('"') ? split(line) : line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

const groupOf = (row: Row) => `${row['component']}|${row['abo']}|${row['rhd']}`;

beforeAll(() => {
  const loaded = loadPortal({ dataDir: 'data' });
  if (loaded.portal === null) throw new Error(JSON.stringify(loaded.findings.errors[0]));
  portal = loaded.portal;
  tables = Object.fromEntries(['stock', 'issues', 'thresholds', 'alerts'].map((table) => [table, rowsOf(table)]));
  for (const table of ['stock', 'issues']) {
    for (const row of tables[table] ?? []) {
      const id = `${table}|${row['station']}|${groupOf(row)}`;
      const series = dailyIndex.get(id) ?? new Map<string, Row>();
      dailyIndex.set(id, series.set(row['date'] ?? '', row));
      const reporter = `${table}|${row['station']}|${row['component']}`;
      reporters.set(reporter, (reporters.get(reporter) ?? new Set()).add(row['date'] ?? ''));
      const began = beginnings.get(reporter);
      if (began === undefined || (row['date'] ?? '') < began) beginnings.set(reporter, row['date'] ?? '');
    }
  }
}, 60_000);

const stationIds = ['centre', 'branch-east', 'branch-west'];

/** A number of one day; null where it is missing. In this portal absent issues are zeros, absent stock is missing. */
function numberOn(table: string, column: string, station: string, group: string, date: string): number | null {
  if (station === 'all') {
    const component = group.split('|')[0] ?? '';
    const counted = stationIds.filter((one) => {
      const began = beginnings.get(`${table}|${one}|${component}`);
      return began !== undefined && began <= date && dailyIndex.has(`${table}|${one}|${group}`);
    });
    const values = counted.map((one) => numberOn(table, column, one, group, date));
    return counted.length === 0 || values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  }
  const cell = dailyIndex.get(`${table}|${station}|${group}`)?.get(date)?.[column];
  if (cell !== undefined) return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : null;
  return table === 'issues' && reporters.get(`${table}|${station}|${group.split('|')[0]}`)?.has(date) ? 0 : null;
}

function isRestricted(group: string, date: string): boolean {
  const [component, abo, rhd] = group.split('|');
  const fits = (wanted: string | undefined, actual: string | undefined) => ['', 'all', actual].includes(wanted) || actual === 'all';
  return (tables['alerts'] ?? []).some(
    (alert) =>
      Number(alert['restriction_percent']) > 0 &&
      (alert['from'] ?? '').slice(0, 10) <= date && (alert['until'] === '' || date <= (alert['until'] ?? '').slice(0, 10)) &&
      ['', 'all', component].includes(alert['component']) && fits(alert['abo'], abo) && fits(alert['rhd'], rhd),
  );
}

function demandOn(station: string, group: string, date: string): { mean: number; counted: number; kind: string } | null {
  const window = Array.from({ length: 28 }, (_, back) => shift(date, -back));
  const requested = window.map((day) => (requestsExist(station, group) ? numberOn('issues', 'requested', station, group, day) : null)).filter((value) => value !== null);
  const issued = window.filter((day) => !isRestricted(group, day)).map((day) => numberOn('issues', 'quantity', station, group, day)).filter((value) => value !== null);
  const counted = requested.length > 0 ? requested : issued;
  const sum = counted.reduce((total, value) => total + value, 0);
  const least = group.startsWith('plasma') ? 1000 : 10;
  return sum < least ? null : { mean: sum / counted.length, counted: counted.length, kind: requested.length > 0 ? 'requested' : 'issues' };
}

const requestCache = new Map<string, boolean>();
function requestsExist(station: string, group: string): boolean {
  if (station === 'all') return stationIds.some((one) => requestsExist(one, group));
  const id = `${station}|${group}`;
  const known = requestCache.get(id) ?? [...(dailyIndex.get(`issues|${id}`)?.values() ?? [])].some((row) => /^\d/.test(row['requested'] ?? ''));
  requestCache.set(id, known);
  return known;
}

const daysCache = new Map<string, number | null>();
function daysOn(station: string, group: string, date: string): number | null {
  const id = `${station}|${group}|${date}`;
  let days = daysCache.get(id);
  if (days === undefined) {
    const stock = numberOn('stock', 'quantity', station, group, date);
    const demand = stock === null ? null : demandOn(station, group, date);
    days = stock === null || demand === null ? null : stock / demand.mean;
    daysCache.set(id, days);
  }
  return days;
}

function levelOn(station: string, group: string, date: string): string | null {
  const days = daysOn(station, group, date);
  if (days === null) return null;
  const [component, abo, rhd] = group.split('|');
  const exactness = (row: Row) => (row['station'] === 'all' ? 0 : 4) + (row['abo'] === 'all' ? 0 : 2) + (row['rhd'] === 'all' ? 0 : 1);
  const fitting = (tables['thresholds'] ?? []).filter(
    (row) =>
      row['unit'] === 'days' && row['component'] === component && ['all', station].includes(row['station'] ?? '') &&
      ['all', abo].includes(row['abo'] ?? '') && ['all', rhd].includes(row['rhd'] ?? '') && (row['valid_from'] ?? '') <= date,
  );
  const most = Math.max(...fitting.map(exactness));
  const lines = ['normal', 'low', 'short', 'critical'].flatMap((level) => {
    const latest = fitting.filter((row) => exactness(row) === most && row['level'] === level).toSorted((a, b) => ((a['valid_from'] ?? '') < (b['valid_from'] ?? '') ? 1 : -1))[0];
    return latest === undefined ? [] : [{ level, line: Number(latest['at_or_above']) }];
  });
  const worse: Readonly<Record<string, string>> = { normal: 'low', low: 'short', short: 'critical', critical: 'critical' };
  return lines.find(({ line }) => days >= line)?.level ?? worse[lines.at(-1)?.level ?? ''] ?? null;
}

function meanOn(station: string, group: string, date: string): number | null {
  const values = [0, 1, 2, 3, 4, 5, 6].map((back) => daysOn(station, group, shift(date, -back))).filter((value) => value !== null);
  return values.length < 4 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function earlierDates(date: string): string[] {
  const near = Object.values(festivals).find((festival) => Math.abs(distance(festival, date)) <= 45);
  return Array.from({ length: 10 }, (_, index) => index + 1).flatMap((back) => {
    if (near === undefined) return [`${Number(date.slice(0, 4)) - back}${date.slice(4)}`];
    const festival = festivals[String(Number(near.slice(0, 4)) - back)];
    return festival === undefined ? [] : [shift(festival, distance(near, date))];
  });
}

test('current-stock.json: quantity, demand, days and level of every group and station', () => {
  const { groups, as_of: asOf } = currentStock(portal);
  const date = asOf ?? '';
  expect(groups.length).toBeGreaterThan(30);
  for (const one of groups) {
    const group = `${one.component}|${one.abo}|${one.rhd}`;
    if (one.rhd === 'negative') {
      expect(one).toMatchObject({ station: 'all', days_of_supply: null, level: null, season: null, mean_daily_demand: null });
      continue;
    }
    expect([group, one.quantity]).toEqual([group, numberOn('stock', 'quantity', one.station, group, date)]);
    const demand = demandOn(one.station, group, date);
    expect({ mean: one.mean_daily_demand, counted: one.days_counted, kind: one.demand_kind }).toEqual(
      demand === null ? { mean: null, counted: null, kind: null } : { ...demand, mean: Number(demand.mean.toFixed(9)) },
    );
    const days = daysOn(one.station, group, date);
    expect([group, one.station, one.days_of_supply]).toEqual([group, one.station, days === null ? null : Number(days.toFixed(9))]);
    expect([group, one.station, one.level]).toEqual([group, one.station, levelOn(one.station, group, date)]);
  }
});

test('current-stock.json: the season of every group and station', () => {
  const { groups, as_of: asOf } = currentStock(portal);
  for (const one of groups) {
    if (one.rhd === 'negative') continue;
    const group = `${one.component}|${one.abo}|${one.rhd}`;
    const value = meanOn(one.station, group, asOf ?? '');
    const earlier = earlierDates(asOf ?? '').map((date) => meanOn(one.station, group, date)).filter((mean) => mean !== null);
    const below = earlier.filter((mean) => value !== null && mean < value).length;
    const expected = value === null || earlier.length < 3 ? null : { percentile: Number(((100 * below) / earlier.length).toFixed(9)), years: earlier.length };
    expect([group, one.station, one.season]).toEqual([group, one.station, expected]);
  }
});

test('days and levels of the region over ten years', () => {
  let compared = 0;
  for (const abo of ['A', 'B', 'O', 'AB'] as const) {
    const history = stockHistory(portal, { station: 'all', component: 'red_cells', abo, rhd: 'positive', unit: 'U' });
    if (history === null) throw new Error(`no history of ${abo}`);
    expect(history.days.length).toBe(3652);
    for (let index = 0; index < history.days.length; index += 11) {
      const date = shift('1970-01-01', history.start + index);
      const days = daysOn('all', `red_cells|${abo}|positive`, date);
      const found = history.days[index];
      expect([date, abo, typeof found === 'number']).toEqual([date, abo, days !== null]);
      if (days !== null) expect(found).toBeCloseTo(days, 9);
      expect([date, abo, history.levels[index]]).toEqual([date, abo, levelOn('all', `red_cells|${abo}|positive`, date)]);
      compared += 1;
    }
  }
  expect(compared).toBe(4 * 332);
});

/** The numbers of a sentence in order of size; thousands commas go, dates are left out. */
function numbersOf(sentence: string): number[] {
  const dates = /\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?/g;
  return [...sentence.replaceAll(/(?<=\d),(?=\d{3})/g, '').replaceAll(dates, '').matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number)).toSorted((a, b) => a - b);
}

/** One decimal, but never on the other side of a line than the number itself. */
function printed(value: number, lines: readonly number[]): number {
  const rounded = Math.round(value * 10) / 10;
  const crossed = lines.some((line) => value < line !== rounded < line);
  return crossed ? Math.floor(value * 10) / 10 : rounded;
}

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const oneDecimal = (value: number) => Math.round(value * 10) / 10;

/** R-7, the definition of spreadsheets: linear between the neighbours at (n − 1) × share. */
function quantile(values: readonly number[], share: number): number {
  const ordered = sorted(values);
  const position = (ordered.length - 1) * share;
  const below = ordered[Math.floor(position)] ?? 0;
  return below + ((ordered[Math.ceil(position)] ?? 0) - below) * (position - Math.floor(position));
}

describe.each(['A', 'B', 'O', 'AB'] as const)('the sentences about %s say what the files say', (abo) => {
  const group = `red_cells|${abo}|positive`;
  const linesOn = { normal: 7, low: 4, short: 2 } as const;

  test.each(['zh', 'en'] as const)('in %s', (locale) => {
    const now = stockNow(portal);
    const date = now.date ?? '';
    const entry = pageEntry(now, `${abo.toLowerCase() as 'a' | 'b' | 'o' | 'ab'}-positive`);
    const lines = Object.values(linesOn);
    const stock = numberOn('stock', 'quantity', 'all', group, date) ?? Number.NaN;
    const mean = demandOn('all', group, date)?.mean ?? Number.NaN;
    const days = stock / mean;
    const level = levelOn('all', group, date) ?? '';

    const heading = groupHeading(entry, abo, locale).withLevel;
    expect(numbersOf(heading)).toEqual([printed(days, lines)]);
    expect(heading).toContain(levelWord(level as 'low', locale));

    // Below the next better line and above the one reached, in days and in units.
    const margins = marginSentences(entry, locale).map(numbersOf);
    const better = sorted(lines.filter((line) => line > days))[0];
    const reached = lines.filter((line) => line <= days)[0];
    const expected = [better, reached].flatMap((line) => {
      if (line === undefined) return [];
      const units = Math.abs(line * mean - stock);
      return [{ line, days: oneDecimal(Math.abs(line - days)), units }];
    });
    expect(margins.length).toBe(expected.length);
    for (const [index, { line, days: difference, units }] of expected.entries()) {
      const rest = [...(margins[index] ?? [])];
      for (const number of [line, difference]) rest.splice(rest.indexOf(number), 1);
      expect(rest.length, `${line} and ${difference} in ${margins[index]?.join()}`).toBe(1);
      expect(Math.abs((rest[0] ?? 0) - units)).toBeLessThan(1);
    }

    // What is missing to the normal line, and twice 200 ml a person.
    const missing = Math.ceil(linesOn.normal * mean - stock);
    const gap = numbersOf(groupMeaning(entry, now, locale).donors).filter((number) => number > 10);
    expect(gap.includes(missing) && gap.includes(Math.ceil(missing / 2))).toBe(missing > 0);

    const lastDays = Array.from({ length: 90 }, (_, back) => shift(date, -back));
    const known = lastDays.flatMap((day) => daysOn('all', group, day) ?? []);
    const under = lastDays.filter((day) => ['low', 'short', 'critical'].includes(levelOn('all', group, day) ?? '')).length;
    const history = numbersOf(groupHistoryFigure(portal, now, entry, locale)?.finding ?? '');
    expect(history).toContain(90);
    const lowest = Math.min(...known);
    // Rounding lifts no value to a line that it lies under.
    const isLifted = lines.some((line) => lowest < line && oneDecimal(lowest) >= line);
    expect(history).toContain(isLifted ? Math.floor(lowest * 10) / 10 : oneDecimal(lowest));
    if (under > 0) expect(history).toContain(under);

    const underIn = (year: string) => {
      let count = 0;
      for (let day = `${year}-01-01`; day <= date && day.startsWith(year); day = shift(day, 1)) {
        if (['low', 'short', 'critical'].includes(levelOn('all', group, day) ?? '')) count += 1;
      }
      return count;
    };
    const years = numbersOf(levelYearsFigure(portal, now, entry, locale)?.finding ?? '');
    expect(years).toContain(underIn('2026'));
    expect(years).toContain(underIn('2025'));

    const value = meanOn('all', group, date) ?? Number.NaN;
    const earlier = earlierDates(date).flatMap((day) => meanOn('all', group, day) ?? []);
    expect(numbersOf(seasonFigure(portal, now, entry, locale)?.finding ?? '')).toEqual(
      sorted([7, oneDecimal(value), earlier.length, oneDecimal(quantile(earlier, 0.1)), oneDecimal(quantile(earlier, 0.9))]),
    );
    expect(numbersOf(seasonNotes(entry, locale)[0] ?? '')).toEqual(sorted([earlier.length, earlier.filter((one) => one < value).length]));
  });
});

test.each(['zh', 'en'] as const)('the finding of the first page names the groups by their levels, in %s', (locale) => {
  const now = stockNow(portal);
  const date = now.date ?? '';
  const finding = findingSentence(now, locale);
  for (const abo of ['A', 'B', 'O', 'AB']) {
    const level = levelOn('all', `red_cells|${abo}|positive`, date);
    const named = new RegExp(`(?:^|[^A-Z])${abo}(?![A-Z])`).test(finding);
    expect([abo, named]).toEqual([abo, level !== 'normal']);
    if (level !== 'normal') expect(finding).toContain(levelWord(level as 'low', locale));
  }
});

test.each(['A', 'B', 'O', 'AB'] as const)('the days from which the numbers of %s are made in another way are those of the files', (abo) => {
  const lines = (tables['thresholds'] ?? []).filter((row) => row['station'] === 'all' && row['component'] === 'red_cells' && row['abo'] === 'all' && row['level'] === 'normal');
  const requests = (tables['issues'] ?? []).filter((row) => groupOf(row) === `red_cells|${abo}|positive` && /^\d/.test(row['requested'] ?? '')).map((row) => row['date'] ?? '');
  const expected = [
    ...lines.slice(1).map((row, index) => ({ date: row['valid_from'], kind: 'threshold', before: Number(lines[index]?.['at_or_above']), after: Number(row['at_or_above']), unit: 'days' })),
    { date: requests.toSorted()[0], kind: 'requests' },
  ];
  expect(expected).toHaveLength(2);
  expect(methodBreaks(portal, pageEntry(stockNow(portal), `${abo.toLowerCase() as 'a' | 'b' | 'o' | 'ab'}-positive`))).toEqual(expected);
});

test('the share of days on which a group was normal, as the commitments state it', () => {
  const stated = commitments(portal).find(({ target }) => target.indicator === 'stock_above_threshold_share');
  const { as_of: asOf } = currentStock(portal);
  const days = Array.from({ length: 365 }, (_, back) => shift(asOf ?? '', -back));
  const levels = ['A', 'B', 'O', 'AB'].flatMap((abo) => days.map((day) => levelOn('all', `red_cells|${abo}|positive`, day))).filter((level) => level !== null);
  expect(levels.length).toBeGreaterThan(1000);
  expect(stated?.measured).toBeCloseTo((100 * levels.filter((level) => level === 'normal').length) / levels.length, 9);
});
