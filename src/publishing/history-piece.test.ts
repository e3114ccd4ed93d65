import { expect, test } from 'vitest';
import { everyDay, fakePortal } from '../../tests/support/fake-portal.ts';
import { componentsWithHistory } from '#src/indicators/group-histories.ts';
import { emptyLog } from '#src/releases/release-log.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';
import { readStock } from '#src/islands/history-piece.ts';
import type { StockFile } from '#src/islands/history-piece.ts';
import { historyPieceJson, historyPieces } from './history-piece.ts';

const days = everyDay('2026-08-20', '2026-11-21', () => ({}));
const stock = (day: number) => (day === 3 ? '' : String(100 + (day % 9)));
const portal = fakePortal({
  tables: {
    stock: days.flatMap(({ date = '' }, day) => [
      { date, quantity: stock(day) },
      { date, station: 'branch', quantity: '10.5' },
      { date, abo: 'AB', quantity: String(5000 + day) },
      { date, rhd: 'negative', quantity: String(8000 + day) },
    ]),
    issues: days.flatMap(({ date = '' }, day) => [
      { date, quantity: '20' },
      { date, station: 'branch', quantity: '5' },
      { date, abo: 'AB', quantity: day % 7 === 0 ? '1' : '0' },
      { date, rhd: 'negative', quantity: '2' },
    ]),
  },
});
interface Changes {
  readonly scale: number;
  readonly changes: readonly (number | null)[];
}
type Run = readonly [days: number, level: string | null, by: string | null];
interface Piece {
  readonly start: string;
  readonly as_of: string;
  readonly station: string;
  readonly groups: readonly { readonly group: string; readonly quantity: Changes; readonly missing?: readonly (readonly [string, number, string])[]; readonly days_missing?: readonly (readonly [string, number, string])[]; readonly levels?: readonly Run[]; readonly issued: Changes; readonly requested?: Changes }[];
}
const read = (path: string) => JSON.parse(historyPieceJson(portal, path)) as Piece;
const piece = read('red_cells');
const values = ({ scale, changes }: Changes) => changes.map((change, index) => (change === null ? null : changes.slice(0, index + 1).reduce<number>((sum, one) => sum + (one ?? 0), 0) / scale));

test('no rare group is in the file, by name or by number', () => {
  expect(piece.groups.map(({ group }) => group)).toEqual(['a-positive']);
  expect(componentsWithHistory(portal)).toEqual(['red_cells']);
  for (const number of values(piece.groups[0]!.quantity)) expect(number === null || number < 200).toBe(true);
});

test('changes add up to the region’s total and its days; a missing station leaves the day empty', () => {
  const [a] = piece.groups;
  expect([piece.start, piece.as_of]).toEqual(['2026-08-20', '2026-11-21']);
  const total = days.map((_, day) => (day === 3 ? null : Number(stock(day)) + 10.5));
  expect(values(a!.quantity)).toEqual(total);
  expect(a!.quantity.scale).toBe(10);
  const own = readStock(JSON.parse(historyPieceJson(portal, 'red_cells')) as StockFile).groups.get('a-positive')!;
  // Not a digit is lost on the way: a level recomputed from the file is the same.
  expect(own.days).toEqual(total.map((quantity) => (quantity === null ? null : quantity / 25)));
});

test('days without a number are in the file with their reason, in runs; an announced pause is no gap like another', () => {
  const quantities: Readonly<Record<number, string>> = { 3: '', 4: '', 40: 'NP' };
  const rows = days.flatMap(({ date = '' }, day) => (day >= 60 && day <= 63 ? [] : [{ date, station: 'all', quantity: quantities[day] ?? '100' }]));
  const pauses = [{ from: '2026-10-20', until: '2026-10-21', note: { zh: '停', en: 'pause' } }];
  const plain = fakePortal({ tables: { stock: rows, issues: days.map(({ date = '' }, day) => ({ date, station: 'all', quantity: day < 2 ? '1' : '25' })) } });
  const silent = { ...plain, settings: { ...plain.settings, pauses } };
  const [a] = (JSON.parse(historyPieceJson(silent, 'red_cells')) as Piece).groups;
  expect(a!.missing).toEqual([['2026-08-23', 2, 'not_reported'], ['2026-09-29', 1, 'not_published'], ['2026-10-19', 1, 'gap'], ['2026-10-20', 2, 'announced_pause'], ['2026-10-22', 1, 'gap']]);
  expect(a!.days_missing).toEqual([['2026-08-20', 2, 'too_little_demand']]);
});

test('each station has files of its own, and flows are in a file of theirs', () => {
  expect(historyPieces(portal).map(({ path, kind, station }) => [path, kind, station])).toEqual([
    ['red_cells', 'stock', 'all'],
    ['flow/red_cells', 'flow', 'all'],
    ['red_cells/branch', 'stock', 'branch'],
    ['flow/red_cells/branch', 'flow', 'branch'],
    ['red_cells/centre', 'stock', 'centre'],
    ['flow/red_cells/centre', 'flow', 'centre'],
  ]);
  for (const path of ['red_cells/branch', 'red_cells/centre', 'flow/red_cells']) expect(read(path).groups.map(({ group }) => group), path).toEqual(['a-positive']);
  expect(new Set(values(read('red_cells/branch').groups[0]!.quantity))).toEqual(new Set([10.5]));
  const [flow] = read('flow/red_cells').groups;
  expect(new Set(values(flow!.issued))).toEqual(new Set([25]));
  expect(flow!.requested).toBeUndefined();
  expect(new Set(values(read('flow/red_cells/branch').groups[0]!.issued))).toEqual(new Set([5]));
  expect(() => historyPieceJson(portal, 'red_cells/nowhere')).toThrow('there is no history');
});

test('levels are in the file as runs of days that fill it', () => {
  const thresholds = [{ component: 'red_cells', unit: 'days', level: 'normal', valid_from: '2026-01-01', at_or_above: '4.2' }, { component: 'red_cells', unit: 'days', level: 'low', valid_from: '2026-01-01', at_or_above: '0' }];
  const withLevels = fakePortal({ tables: { stock: days.map(({ date = '' }, day) => ({ date, station: 'all', quantity: stock(day), level: day === 9 ? 'critical' : '' })), issues: days.map(({ date = '' }) => ({ date, station: 'all', quantity: '25' })), thresholds } });
  const [a] = (JSON.parse(historyPieceJson(withLevels, 'red_cells')) as Piece).groups;
  const levels = a!.levels!.flatMap(([count, level, by]) => Array.from({ length: count }, () => [level, by]));
  const expected = days.map((_, day) => {
    if (day === 9) return ['critical', 'publisher'];
    if (stock(day) === '') return [null, null];
    return [Number(stock(day)) / 25 >= 4.2 ? 'normal' : 'low', 'portal'];
  });
  expect(levels).toEqual(expected);
  expect(new Set(levels.map(([level]) => level)).size).toBe(4);
});

test('the days whose stock a release corrected are in the file of their group and station', () => {
  const corrected = (date: string, station: string) => ({ table: 'stock', key: [date, station, 'red_cells', 'A', 'positive', 'U'], column: 'quantity', old: '1', new: '2', class: 'C' as const, reasonZh: '', reasonEn: '' });
  const log = { ...emptyLog, releases: [{ release: 2, corrections: [corrected('2026-09-02', 'branch'), corrected('2026-09-01', 'centre'), corrected('2026-10-05', 'centre')] }] } as unknown as ReleaseLog;
  const runs = (path: string) => (JSON.parse(historyPieceJson(portal, path, log)) as { groups: { corrected?: unknown }[] }).groups.map((group) => group.corrected);
  expect(runs('red_cells')).toEqual([[['2026-09-01', 2], ['2026-10-05', 1]]]);
  expect(runs('red_cells/branch')).toEqual([[['2026-09-02', 1]]]);
  expect(historyPieceJson(portal, 'red_cells', emptyLog)).not.toContain('corrected');
});
