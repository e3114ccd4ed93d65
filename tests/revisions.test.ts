/** What a release calls a revision: every changed or removed past value, and nothing that is only new or written otherwise. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { silentRevisions } from '../scripts/release/problems.ts';
import { prepareRelease } from '../scripts/release/prepare.ts';
import type { PreparedRelease } from '../scripts/release/prepare.ts';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';
import { sealed } from '#src/releases/record.ts';
import type { ReleaseRecord } from '#src/releases/record.ts';
import type { CommonReason } from '#src/releases/revisions.ts';
import { encodeGb18030 } from './support/gb18030.ts';

const folder = mkdtempSync(join(tmpdir(), '修订-'));
afterAll(() => rmSync(folder, { recursive: true }));
let folders = 0;

type Table = readonly (readonly string[])[];
interface State {
  readonly stock: Table;
  readonly drives: Table;
  readonly figures: Table;
  readonly reasons?: Table;
}

const header = {
  stock: ['date', 'station', 'component', 'abo', 'rhd', 'unit', 'quantity', 'level'],
  drives: ['drive', 'date', 'place_zh', 'status', 'collected', 'organiser_kind', 'region'],
  figures: ['figure', 'region', 'period', 'indicator', 'value', 'unit', 'qualifier', 'status', 'source'],
  reasons: ['table', 'key', 'column', 'class', 'reason_zh', 'reason_en'],
} as const;

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const pick = random(3);
const base: State = {
  stock: Array.from({ length: 60 }, (_, day) => new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10)).flatMap((date) =>
    ['A', 'B', 'O', 'AB'].map((abo) => [date, 'all', 'red_cells', abo, 'positive', 'U', String(300 + pick(200)), pick(5) === 0 ? '' : 'normal']),
  ),
  drives: Array.from({ length: 20 }, (_, index) => [`d-${index}`, `2026-10-${String(index + 11).padStart(2, '0')}`, `广场${index}`, index < 18 ? 'held' : 'planned', index < 18 ? String(20 + index) : '', 'community', 'city']),
  figures: Array.from({ length: 30 }, (_, index) => [`f-${index}`, 'city', String(1996 + index), 'donation_rate', `${(4 + index / 4).toFixed(2)}`, 'per_1000', 'exact', 'published', 'book']),
};
const instant = '2026-10-31T20:00:00+08:00';

interface Writing {
  readonly encode?: (text: string) => string | Uint8Array;
  readonly order?: (rows: Table, name: string) => Table;
  readonly columns?: (names: readonly string[]) => readonly string[];
  readonly spell?: (cell: string, column: string) => string;
}

/** Writes the state as some machine might, and reads it as the portal does. */
function portalOf(state: State, { encode = (text) => `\uFEFF${text}`, order = (rows) => rows, columns = (names) => names, spell = (cell) => cell }: Writing = {}): Portal {
  const dataDir = join(folder, String((folders += 1)));
  mkdirSync(dataDir);
  const settings = { title: '市', publisher: '站', region: 'city', site: 'https://city.example/', tables: { stock: { every: 'P1D', due: '18:00', moment: '16:00' } } };
  writeFileSync(join(dataDir, 'portal.json'), JSON.stringify(settings));
  for (const [name, rows] of Object.entries(state) as [keyof typeof header, Table][]) {
    const names: readonly string[] = header[name];
    const wanted = columns(names);
    const lines = order(rows, name).map((row) => wanted.map((column) => quoted(spell(row[names.indexOf(column)] ?? '', column))).join(','));
    writeFileSync(join(dataDir, `${name}.csv`), encode([wanted.join(','), ...lines, ''].join('\r\n')));
  }
  const { portal, findings } = loadPortal({ dataDir, asOf: instant, checks: [] });
  if (portal === null) throw new Error(JSON.stringify(findings.errors.slice(0, 3)));
  rmSync(dataDir, { recursive: true });
  return portal;
}

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The record and the kept files of a release of the state. */
function released(portal: Portal): { readonly records: readonly ReleaseRecord[]; readonly lastFiles: ReadonlyMap<string, Uint8Array> } {
  const { draft } = prepareRelease({ portal, records: [], lastFiles: null, at: instant, site: 'https://city.example/', common: null, confirm: null, lastPortal: () => null });
  const record = sealed({ ...draft, previous: null, files: { changed: [], removed: [] }, manifest: { path: '', sha256: '0'.repeat(64), files: 0, bytes: 0 } });
  return { records: [record], lastFiles: new Map(portal.tables.map((table) => [`published/${table}.csv`, Buffer.from(tableCsv(portal, table))])) };
}

const before = released(portalOf(base));

function next(state: State, writing?: Writing, common: CommonReason | null = null, from = before): PreparedRelease {
  return prepareRelease({ portal: portalOf(state, writing), ...from, at: instant, site: 'https://city.example/', common, confirm: null, lastPortal: () => null });
}

const keyLength = { stock: 6, drives: 1, figures: 1 } as const;
const tables = ['stock', 'drives', 'figures'] as const;

describe('silent revisions', () => {
  test('five hundred, in all tables, are all found, each by its place, and nothing else is', () => {
    const roll = random(5);
    let injected = 0;
    for (let round = 0; round < 25; round += 1) {
      const state: Record<(typeof tables)[number], string[][]> = { stock: base.stock.map((row) => [...row]), drives: base.drives.map((row) => [...row]), figures: base.figures.map((row) => [...row]) };
      const wanted = new Set<string>();
      const touched = new Set<string>();
      while (wanted.size < 20) {
        const table = tables[roll(10) < 6 ? 0 : 1 + roll(2)]!;
        const rows = state[table];
        const row = roll(table === 'drives' ? 18 : base[table].length);
        if (touched.has(`${table} ${row}`)) continue;
        touched.add(`${table} ${row}`);
        const cells = rows[row]!;
        const key = JSON.stringify(cells.slice(0, keyLength[table]));
        const column = { stock: roll(4) === 0 ? 'level' : 'quantity', drives: roll(2) === 0 ? 'collected' : 'date', figures: roll(3) === 0 ? 'qualifier' : 'value' }[table];
        const at = (header[table] as readonly string[]).indexOf(column);
        if (table !== 'drives' && roll(12) === 0) {
          cells[0] = `${cells[0]} gone`;
          wanted.add(`${table} ${key} null`);
          continue;
        }
        cells[at] =
          column === 'level' ? (cells[at] === '' ? 'low' : roll(2) === 0 ? '' : 'short')
          : column === 'qualifier' ? 'about'
          : column === 'date' ? '2026-10-01'
          : table !== 'figures' && roll(6) === 0 ? 'NP'
          : String(Number(cells[at]) + 1 + roll(5));
        wanted.add(`${table} ${key} ${column}`);
      }
      const kept: State = {
        stock: state.stock.filter(([first = '']) => !first.endsWith(' gone')),
        drives: state.drives,
        figures: state.figures.filter(([first = '']) => !first.endsWith(' gone')),
      };
      const { unexplained } = next(kept);
      expect(new Set(unexplained.map(({ table, key, column }) => `${table} ${JSON.stringify(key)} ${column}`))).toEqual(wanted);
      expect(unexplained).toHaveLength(wanted.size);
      injected += wanted.size;
    }
    expect(injected).toBe(500);
  });

  test('one changed cell is one correction with its old and new value, class and reason', () => {
    const stock = base.stock.map((row, index) => (index === 40 ? row.with(6, '401') : row));
    const common = { class: 'C', reason: { zh: '抄错', en: 'miscopied' }, only: null } as const;
    const { draft, unexplained } = next({ ...base, stock }, undefined, common);
    expect(unexplained).toEqual([]);
    expect(draft.corrections).toEqual([
      { table: 'stock', key: ['2026-09-11', 'all', 'red_cells', 'A', 'positive', 'U'], column: 'quantity', old: base.stock[40]![6], new: '401', class: 'C', reason: { zh: '抄错', en: 'miscopied' } },
    ]);
    expect(next({ ...base, stock }, undefined, { ...common, only: 'drives' }).unexplained).toHaveLength(1);
  });

  test('a reason in reasons.csv explains its own cell, once', () => {
    const stock = base.stock.map((row, index) => (index === 40 ? row.with(6, '401') : index === 41 ? row.with(6, '402') : row));
    const reasons = [['stock', '["2026-09-11", "all","red_cells","A","positive","U"]', 'quantity', 'R1', '站点补报', 'reported late']];
    const first = next({ ...base, stock, reasons });
    expect(first.draft.corrections.map((one) => [one.class, one.reason.en])).toEqual([['R1', 'reported late']]);
    expect(first.unexplained.map(({ key }) => key[3])).toEqual(['B']);
    const settled = next({ ...base, stock: base.stock.map((row, index) => (index === 40 ? row.with(6, '401') : row)), reasons });
    expect(settled.unexplained).toEqual([]);
    const after = released(portalOf({ ...base, stock: base.stock.map((row, index) => (index === 40 ? row.with(6, '401') : row)), reasons }));
    const again = next({ ...base, stock: base.stock.map((row, index) => (index === 40 ? row.with(6, '500') : row)), reasons }, undefined, null, after);
    expect(again.unexplained.map((one) => [one.old, one.new])).toEqual([['401', '500']]);
    const wide = next({ ...base, stock, reasons: [['stock', '*', 'quantity', 'R3', '改了方法', 'new method']] });
    expect(wide.draft.corrections.map((one) => one.class)).toEqual(['R3', 'R3']);
  });

  test('a drive that lies ahead may change freely, which is news; it may not vanish', () => {
    const ahead = [...base.drives, ['d-90', '2026-12-01', '新广场', 'planned', '', 'community', 'city']];
    const from = released(portalOf({ ...base, drives: ahead }));
    const news = next({ ...base, drives: ahead.map((row) => (row[0] === 'd-90' ? row.with(3, 'cancelled') : row)) }, undefined, null, from);
    expect(news.unexplained).toEqual([]);
    expect(news.draft.updates).toEqual([{ table: 'drives', key: ['d-90'], column: 'status', old: 'planned', new: 'cancelled' }]);
    const gone = { table: 'drives', key: ['d-90'], column: null, old: 'date=2026-12-01; organiser_kind=community; place_zh=新广场; region=city; status=planned', new: null, mustBeCancelled: true };
    expect(next(base, undefined, null, from).unexplained).toEqual([gone]);
    // No reason takes a drive out of the calendars of those who have it.
    const { unexplained } = next(base, undefined, { class: 'C', reason: { zh: '取消', en: 'Cancelled' }, only: null }, from);
    expect(unexplained).toEqual([gone]);
    const [problem] = silentRevisions(unexplained, (table) => `${table}.csv`);
    expect([problem?.code, problem?.file, problem?.column]).toEqual(['drive_vanished', 'drives.csv', 'status']);
    expect(problem?.fix.en).toContain('cancelled');
    const cancelled = ahead.map((row) => (row[0] === 'd-90' ? row.with(3, 'cancelled') : row));
    expect(next(base, undefined, null, released(portalOf({ ...base, drives: cancelled }))).unexplained).toHaveLength(1);
  });
});

test('a hundred additions and other ways of writing raise no alarm', () => {
  const roll = random(9);
  const shuffled = (rows: Table): Table => rows.map((row) => ({ row, at: roll(1e9) })).toSorted((a, b) => a.at - b.at).map(({ row }) => row);
  const spellings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    abo: { A: 'Ａ型', B: 'b', O: 'Ｏ 型' }, rhd: { positive: 'Rh(+)' }, component: { red_cells: '悬浮红细胞' }, level: { normal: '正常' }, status: { held: 'held ' },
  };
  for (let round = 0; round < 100; round += 1) {
    const [kind, style] = [round % 5, round % 4];
    const more: State = {
      stock: kind === 1 || kind === 4 ? [...base.stock, ...['A', 'O'].map((abo) => ['2026-10-31', 'all', 'red_cells', abo, 'positive', 'U', String(300 + roll(200)), 'normal'])] : base.stock,
      drives: kind === 2 ? [...base.drives, [`d-more-${round}`, '2026-11-20', '新', 'planned', '', 'community', 'city']] : base.drives,
      figures: kind === 3 || kind === 4 ? [[`g-${round}`, 'city', '1990', 'donation_rate', '3.1', 'per_1000', 'exact', 'published', 'book'], ...base.figures] : base.figures,
    };
    const { unexplained, draft } = next(more, {
      encode: [(text: string) => text, (text: string) => `\uFEFF${text}`, encodeGb18030, (text: string) => text.replaceAll('\r\n', '\n')][style]!,
      order: (rows, name) => (name === 'stock' ? rows.toSorted((a, b) => (a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : roll(3) - 1)) : shuffled(rows)),
      columns: (names) => (style === 3 ? [...names].reverse() : names),
      spell: (cell, column) =>
        column === 'quantity' && cell !== '' ? [cell, `${cell}.0`, `0${cell}`, ` ${cell} `][roll(4)]! : column === 'date' && round % 2 === 0 ? cell.replaceAll('-', '/') : round % 3 === 0 ? (spellings[column]?.[cell] ?? cell) : cell,
    });
    expect(unexplained).toEqual([]);
    expect(draft.corrections).toEqual([]);
    expect(draft.tables.every(({ changed, removed }) => changed + removed === 0)).toBe(true);
  }
});

describe('what asks for a word', () => {
  const day = (quantity: string): State => ({ ...base, stock: base.stock.map((row, index) => (index === base.stock.length - 4 ? row.with(6, quantity) : row)) });
  const codes = (state: State) => next(state, undefined, { class: 'C', reason: { zh: '一', en: 'a' }, only: null }).draft.doubts.map(({ code, table }) => `${code} ${table}`);

  test('a digit too many and a digit lost, not an ordinary value', () => {
    expect(codes(day('4010'))).toEqual(['value_unusual stock']);
    expect(codes(day('40'))).toEqual(['value_unusual stock']);
    expect(codes(day('520'))).toEqual([]);
  });

  test('a table that loses more than a fifth', () => {
    expect(codes({ ...base, figures: base.figures.slice(0, 24) })).toEqual([]);
    expect(codes({ ...base, figures: base.figures.slice(0, 23) })).toEqual(['table_shrunk figures']);
  });

  test('a table that missed two due times, but not before the first release', () => {
    const late = (last: number) => ({ ...base, stock: base.stock.slice(0, 4 * last) });
    const from = released(portalOf(late(57)));
    expect(next(late(57), undefined, null, from).draft.doubts.map(({ code, value }) => `${code} ${value}`)).toEqual(['table_overdue 2026-10-27']);
    expect(next(late(59), undefined, null, released(portalOf(late(59)))).draft.doubts).toEqual([]);
    expect(before.records[0]!.doubts).toEqual([]);
  });
});
