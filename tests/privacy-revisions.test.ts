/** Rules of privacy change how rows are published without anybody changing a number: that raises no alarm, and what was changed meanwhile is found all the same. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { prepareRelease } from '../scripts/release/prepare.ts';
import type { PreparedRelease } from '../scripts/release/prepare.ts';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';
import { sealed } from '#src/releases/record.ts';
import type { CommonReason } from '#src/releases/revisions.ts';

const folder = mkdtempSync(join(tmpdir(), '隐私 修订-'));
afterAll(() => rmSync(folder, { recursive: true }));
let folders = 0;

type Tables = Readonly<Record<string, readonly (readonly string[])[]>>;

const headers: Readonly<Record<string, readonly string[]>> = {
  stock: ['date', 'station', 'component', 'abo', 'rhd', 'unit', 'quantity'],
  issues: ['date', 'station', 'component', 'abo', 'rhd', 'unit', 'quantity'],
  funds: ['fund', 'region', 'kind', 'name_zh', 'name_en'],
  'fund-entries': ['entry', 'fund', 'date', 'direction', 'category', 'programme', 'amount_yuan', 'beneficiaries'],
};

function portalOf(tables: Tables, until: string): Portal {
  const dataDir = join(folder, String((folders += 1)));
  mkdirSync(dataDir);
  const daily = { every: 'P1D', due: '18:00', moment: '16:00' };
  writeFileSync(join(dataDir, 'portal.json'), JSON.stringify({ title: '市', publisher: '站', region: 'city', site: 'https://city.example/', small_count: 5, tables: { stock: daily, issues: daily } }));
  for (const [name, rows] of Object.entries(tables)) writeFileSync(join(dataDir, `${name}.csv`), `${[headers[name]!, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`);
  const { portal, findings } = loadPortal({ dataDir, asOf: `${until}T20:00:00+08:00`, checks: [] });
  if (portal === null) throw new Error(JSON.stringify(findings.errors.slice(0, 3)));
  rmSync(dataDir, { recursive: true });
  return portal;
}

/** The release of `now` after a release of `before`. */
function next(before: Portal, now: Portal, common: CommonReason | null = null): PreparedRelease {
  const at = '2026-11-02T09:00:00+08:00';
  const sources = { at, site: 'https://city.example/', confirm: null };
  const first = prepareRelease({ ...sources, portal: before, records: [], lastFiles: null, common: null, lastPortal: () => null }).draft;
  const record = sealed({ ...first, previous: null, files: { changed: [], removed: [] }, manifest: { path: '', sha256: '0'.repeat(64), files: 0, bytes: 0 } });
  const lastFiles = new Map(before.tables.map((table) => [`published/${table}.csv`, Buffer.from(tableCsv(before, table))]));
  return prepareRelease({ ...sources, portal: now, records: [record], lastFiles, common, lastPortal: () => before });
}

describe('a group that becomes rare, or is no longer', () => {
  const days = (month: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
  const rows = (dates: readonly string[], quantity: (abo: string, index: number) => number) =>
    dates.flatMap((date, index) => ['A', 'B', 'O', 'AB'].map((abo) => [date, 'all', 'red_cells', abo, 'positive', 'U', String(quantity(abo, index))]));
  const september = { stock: rows(days('2026-09', 30), (abo, index) => 100 + index + abo.length), issues: rows(days('2026-09', 30), (abo) => (abo === 'AB' ? 1 : 20)) };
  /** No AB is issued in October. */
  const quiet = { stock: [...september.stock, ...rows(days('2026-10', 31), (abo, index) => 150 + index + abo.length)], issues: [...september.issues, ...rows(days('2026-10', 31), (abo) => (abo === 'AB' ? 0 : 20))] };
  const busy = { stock: [...quiet.stock, ...rows(days('2026-11', 28), () => 120)], issues: [...quiet.issues, ...rows(days('2026-11', 28), () => 20)] };
  const changed = (tables: typeof quiet, date: string, abo: string) => ({ ...tables, stock: tables.stock.map((cells) => (cells[0] === date && cells[3] === abo ? cells.with(6, '77') : cells)) });
  const [common, rare, common2] = [portalOf(september, '2026-09-30'), portalOf(quiet, '2026-10-31'), portalOf(busy, '2026-11-28')];
  const ofAb = (portal: Portal): number => tableCsv(portal, 'stock').split('\r\n').filter((line) => line.includes(',AB,')).length;

  test('is published by month while it is rare: the test tests something', () => {
    expect([ofAb(common), ofAb(rare), ofAb(common2)]).toEqual([30, 2, 89]);
  });

  test('makes no revision of its rows, in either direction, and is named', () => {
    for (const [before, now] of [[common, rare], [rare, common2]] as const) {
      const { draft, unexplained } = next(before, now);
      expect(unexplained).toEqual([]);
      expect(draft.corrections).toEqual([]);
      expect(draft.regrouped).toEqual(['red_cells|AB|positive']);
      expect(draft.doubts.filter(({ code }) => code === 'table_shrunk')).toEqual([]);
    }
  });

  test('does not hide a number of it that was changed meanwhile, and does not tell it', () => {
    const { unexplained } = next(common, portalOf(changed(quiet, '2026-09-10', 'AB'), '2026-10-31'));
    expect(unexplained).toEqual([{ table: 'stock', key: ['2026-09-10', 'all', 'red_cells', 'AB', 'positive', 'U'], column: 'quantity', old: 'SUP', new: 'SUP' }]);
    const removed = { ...busy, stock: busy.stock.filter(([date, , , abo]) => !(date === '2026-10-05' && abo === 'AB')) };
    const back = next(rare, portalOf(removed, '2026-11-28'));
    expect(back.unexplained).toMatchObject([{ table: 'stock', key: ['2026-10-05', 'all', 'red_cells', 'AB', 'positive', 'U'], column: null, old: 'SUP' }]);
  });

  test('does not hide a changed number of another group', () => {
    const { unexplained } = next(common, portalOf(changed(quiet, '2026-09-10', 'A'), '2026-10-31'));
    expect(unexplained).toMatchObject([{ key: ['2026-09-10', 'all', 'red_cells', 'A', 'positive', 'U'], column: 'quantity', old: '110', new: '77' }]);
  });

  test('that stays rare is judged by the numbers that are published of it', () => {
    const later = { stock: [...quiet.stock, ...rows(days('2026-11', 3), () => 120)], issues: [...quiet.issues, ...rows(days('2026-11', 3), (abo) => (abo === 'AB' ? 0 : 20))] };
    expect(next(rare, portalOf(later, '2026-11-03')).unexplained).toEqual([]);
    // Of stock the month shows its last day: another day's number is not published, that one is.
    expect(next(rare, portalOf(changed(later, '2026-09-10', 'AB'), '2026-11-03')).unexplained).toEqual([]);
    expect(next(rare, portalOf(changed(later, '2026-09-30', 'AB'), '2026-11-03')).unexplained).toMatchObject([{ key: ['2026-09-30', 'all', 'red_cells', 'AB', 'positive', 'U'], column: 'quantity', new: '77' }]);
  });
});

describe('entries of few people that are put together', () => {
  const funds = [['care', 'city', 'care_fund', '关爱', 'Care']];
  const entry = (id: string, day: string, amount: string, people: string) => [id, 'care', day, 'disbursement', 'recipient_care', '', amount, people];
  const before = { funds, 'fund-entries': [entry('e-1', '2026-10-01', '100.00', '2'), entry('e-2', '2026-10-02', '200.00', '40')] };
  const more = entry('e-3', '2026-10-03', '50.00', '3');
  const first = portalOf(before, '2026-10-31');

  test('otherwise than before, because of a new one, are R2 by the program itself', () => {
    const now = portalOf({ ...before, 'fund-entries': [...before['fund-entries'], more] }, '2026-10-31');
    expect(tableCsv(now, 'fund-entries')).not.toBe(tableCsv(first, 'fund-entries'));
    const { draft, unexplained } = next(first, now);
    expect(unexplained).toEqual([]);
    expect(draft.corrections.length).toBeGreaterThan(0);
    expect(new Set(draft.corrections.map((one) => `${one.class} ${one.reason.en}`))).toEqual(new Set(['R2 Put together otherwise by the privacy rules; the underlying data did not change']));
    expect(draft.corrections.every(({ table, reason }) => table === 'fund-entries' && reason.zh.includes('隐私规则'))).toBe(true);
  });

  test('do not excuse an amount that was changed meanwhile', () => {
    const rows = [...before['fund-entries'].map((cells) => (cells[0] === 'e-2' ? cells.with(6, '210.00') : cells)), more];
    const { unexplained, draft } = next(first, portalOf({ ...before, 'fund-entries': rows }, '2026-10-31'));
    expect(unexplained.length).toBeGreaterThan(0);
    expect(draft.corrections).toEqual([]);
    const given = { class: 'C', reason: { zh: '抄错', en: 'miscopied' }, only: null } as const;
    const reasoned = next(first, portalOf({ ...before, 'fund-entries': rows }, '2026-10-31'), given);
    expect(reasoned.unexplained).toEqual([]);
    expect(new Set(reasoned.draft.corrections.map((one) => one.class))).toEqual(new Set(['C']));
  });
});
