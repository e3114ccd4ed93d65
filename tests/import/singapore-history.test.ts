/** Five real years in percent, with a publisher's gaps and words, as the history page shows them; every number worked out again from the publisher's own file. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import { deskSettings } from '#src/figures/desk-settings.ts';
import { stockYearsFigure } from '#src/figures/stock-years.ts';
import { extremes, lowestHeading } from '#src/figures/stock-years-facts.ts';
import { groupHistories } from '#src/indicators/group-histories.ts';
import { stockNow } from '#src/indicators/stock-now.ts';
import { csvOf } from '#src/islands/desk-csv.ts';
import { factsOf, findingOf } from '#src/islands/desk-facts.ts';
import { showLevels } from '#src/islands/desk-levels.ts';
import { numbersOf } from '#src/islands/desk-numbers.ts';
import type { DeskNumbers } from '#src/islands/desk-numbers.ts';
import { showPanels } from '#src/islands/desk-panels.ts';
import type { DeskSettings } from '#src/islands/desk-settings.ts';
import { chosenOf, stateOf } from '#src/islands/desk-state.ts';
import { showYears } from '#src/islands/desk-years.ts';
import { readStock } from '#src/islands/history-piece.ts';
import type { StockPiece } from '#src/islands/history-piece.ts';
import { historyPieceJson } from '#src/publishing/history-piece.ts';
import { writeSingaporePortal } from '../support/singapore-portal.ts';

const real = join('..', 'shared', 'inputs', 'singapore-stock', 'stock.csv');
const levels: Readonly<Record<string, string>> = { Healthy: 'normal', Moderate: 'low', Low: 'short', Critical: 'critical' };
const shift = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe.skipIf(!existsSync(real))(`five years in percent${existsSync(real) ? '' : ` (skipped: ${real} is not here)`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'singapore-history-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  /** By date in Singapore and group: the last reading of the day, and the publisher's word. */
  const known = new Map<string, { taken: string; value: number; level: string }>();
  const dates: string[] = [];
  const groups = ['a-positive', 'b-positive', 'o-positive', 'ab-positive', 'a-negative', 'b-negative', 'o-negative', 'ab-negative'];
  let settings: DeskSettings;
  let piece: StockPiece;
  let figure: ReturnType<typeof stockYearsFigure>;
  let heading: string;
  let statement: ReturnType<typeof extremes>;

  beforeAll(async () => {
    for (const line of readFileSync(real, 'utf8').trim().split(/\r?\n/).slice(1)) {
      const [taken = '', group = '', word = '', fill = ''] = line.split(',');
      if (group === '') continue;
      const date = new Date(Date.parse(taken) + 8 * 3_600_000).toISOString().slice(0, 10);
      const key = `${date} ${group.slice(0, -1).toLowerCase()}-${group.endsWith('+') ? 'positive' : 'negative'}`;
      const before = known.get(key);
      if (before === undefined || before.taken < taken) known.set(key, { taken, value: Number.parseFloat(fill), level: levels[word] ?? word });
    }
    const all = [...known.keys()].map((key) => key.slice(0, 10)).toSorted();
    for (let date = all[0]!; date <= all.at(-1)!; date = shift(date, 1)) dates.push(date);
    await writeSingaporePortal(folder, real);
    const { portal } = loadPortal({ dataDir: folder });
    if (portal === null) throw new Error('no portal');
    const now = stockNow(portal);
    const histories = groupHistories(portal, 'unspecified');
    figure = stockYearsFigure(portal, now, histories, 'zh');
    [heading, statement] = [lowestHeading(histories, now, 'zh'), extremes(histories, now, 'zh')];
    settings = deskSettings(portal, now, 'zh', { pieceOf: (kind) => (kind === 'stock' ? '/stock.json' : null), page: '/', embed: '/', embedScript: '/' }, figure?.finding ?? '');
    piece = readStock(JSON.parse(historyPieceJson(portal, 'unspecified')));
  });

  const view = (asked: string): DeskNumbers => {
    const state = stateOf(asked, settings)!;
    return numbersOf(state, chosenOf(state, settings)!, settings, piece, null);
  };
  const valueOn = (date: string, group: string) => known.get(`${date} ${group}`)?.value ?? null;
  const rowsOf = (csv: string) => csv.split('\r\n').slice(1, -1).map((line) => line.split(','));

  test('every day of every group is in the file of the view, and a day without a reading is empty', () => {
    const rows = rowsOf(csvOf(showPanels(view('?by=day'), 'wide')));
    expect(rows).toHaveLength(dates.length * 8);
    expect(rows.filter(([, , , , , , value]) => value !== '')).toHaveLength(known.size);
    expect(known.size).toBeGreaterThan(9000);
    const wrong = rows.filter(([date = '', station, component, group = '', measure, unit, value]) => `${station} ${component} ${measure} ${unit} ${value}` !== `all unspecified stock percent ${valueOn(date, group) ?? ''}`);
    expect(wrong).toEqual([]);
  });

  test('headings, lowest days, changes, gaps and days below normal are what the file says', () => {
    const lowest = dates.flatMap((date) => groups.flatMap((group) => valueOn(date, group) ?? [])).reduce((a, b) => Math.min(a, b));
    const first = dates.find((date) => groups.some((group) => valueOn(date, group) === lowest))!;
    const inWords = `${Number(first.slice(0, 4))}年${Number(first.slice(5, 7))}月${Number(first.slice(8))}日`;
    for (const words of [heading, findingOf(view('?by=day'))]) expect(words?.replaceAll(/\s/g, '')).toContain(`${lowest}%（${inWords}）`);
    const [last, before] = [dates.at(-1)!, `${Number(dates.at(-1)!.slice(0, 4)) - 1}${dates.at(-1)!.slice(4)}`];
    const changes = groups.map((group) => valueOn(last, group)! - valueOn(before, group)!);
    const counts = [changes.filter((change) => change < 0).length, changes.filter((change) => change > 0).length, changes.filter((change) => change === 0).length];
    expect(findingOf(view(''))).toBe(figure?.finding);
    expect(figure?.finding.match(/(\d+) 个(?:少了|多了|一样)/g)?.map((words) => Number.parseInt(words, 10))).toEqual(counts.filter((count) => count > 0));
    const { rows } = factsOf(view('?by=day'));
    for (const [index, group] of groups.entries()) {
      const own = dates.map((date) => ({ date, value: valueOn(date, group), level: known.get(`${date} ${group}`)?.level }));
      const least = own.flatMap(({ value }) => value ?? []).reduce((a, b) => Math.min(a, b));
      let [longest, run] = [0, 0];
      for (const { value } of own) longest = Math.max(longest, (run = value === null ? run + 1 : 0));
      const under = own.filter(({ level }) => level !== undefined && level !== 'normal').length;
      expect(rows[index]?.map(({ value }) => value), group).toEqual([null, least, null, under, valueOn(before, group), valueOn(last, group), changes[index], longest]);
      const [, low, , past, now, change, gap] = statement.table.rows[index]?.map((cell) => (typeof cell === 'string' ? null : cell.value)) ?? [];
      expect([low, past, now, change, gap], group).toEqual([least, valueOn(before, group), valueOn(last, group), changes[index], longest]);
    }
    // One snapshot holds all groups, so they are silent on the same days.
    expect(statement.finding).toContain('8 个血型都一样');
  });

  test('levels are the publisher’s own words', () => {
    const rows = rowsOf(csvOf(showLevels(view('?view=levels'), 'narrow')));
    expect(rows).toHaveLength(dates.length * 8);
    const wrong = rows.filter(([date = '', , , group = '', , , value, , , by]) => {
      const level = known.get(`${date} ${group}`)?.level ?? '';
      return value !== level || by !== (level === '' ? '' : 'publisher');
    });
    expect(wrong).toEqual([]);
  });

  test('years lie over each other; the season is the range of three years and more', () => {
    const years = showYears(view('?view=years&by=day&groups=o-positive'), 'wide');
    expect(years.readingOf(200)).toContain(`2026年 ${valueOn('2026-07-19', 'o-positive') ?? '没有数字'}`);
    const mean = (date: string) => {
      const week = Array.from({ length: 7 }, (_, back) => valueOn(shift(date, -back), 'o-positive')).filter((value) => value !== null);
      return week.length < 4 ? null : week.reduce((sum, value) => sum + value, 0) / week.length;
    };
    const records = showPanels(view('?groups=o-positive&from=2026-06-01&to=2026-08-21&season=on'), 'wide').records();
    let compared = 0;
    for (let date = '2026-06-01'; date <= '2026-08-21'; date = shift(date, 1)) {
      const earlier = [2025, 2024, 2023, 2022, 2021].flatMap((year) => mean(`${year}${date.slice(4)}`) ?? []).toSorted((a, b) => a - b);
      const median = records.find((record) => record.date === date && record.measure === 'season_median')?.value;
      if (earlier.length < 3) expect(median, date).toBeNull();
      else {
        compared += 1;
        const [low, high] = [earlier[Math.floor((earlier.length - 1) / 2)]!, earlier[Math.ceil((earlier.length - 1) / 2)]!];
        expect(median, date).toBeCloseTo((low + high) / 2, 9);
      }
    }
    expect(compared).toBeGreaterThan(20);
  });
});
