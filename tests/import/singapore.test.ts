/** A real publisher's file, and an imitation of it, become a stock table; what is left out is told exactly. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportJson, reportLines } from '#src/datasets/import/report.ts';
import { loadPortal } from '#src/datasets/load-portal.ts';
import { shownPath } from '#src/datasets/table-files.ts';
import { stockNow } from '#src/indicators/stock-now.ts';
import { imitation, writeSingaporePortal } from '../support/singapore-portal.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-singapore-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Plain splitting is enough for files without quotes: a second route beside the reader. */
function plainRows(path: string): string[][] {
  return readFileSync(path, 'utf8').replace('\uFEFF', '').trim().split(/\r?\n/).map((line) => line.split(','));
}

const levels: Readonly<Record<string, string>> = { Healthy: 'normal', Moderate: 'low', Low: 'short', Critical: 'critical' };

/** The table recomputed with Date arithmetic: Singapore is eight hours ahead, without summer time. */
function recomputed(path: string) {
  const [, ...rows] = plainRows(path);
  const kept = new Map<string, { taken: string; row: number; cells: string[] }>();
  const dropped = { empty: [] as number[], earlier: [] as number[] };
  for (const [index, [taken = '', group = '', word = '', fill = '']] of rows.entries()) {
    const row = index + 2;
    if (group === '' && word === '' && fill === '') {
      dropped.empty.push(row);
      continue;
    }
    const local = new Date(Date.parse(taken) + 8 * 3_600_000).toISOString().slice(0, 19);
    const date = local.slice(0, 10);
    const abo = group.slice(0, -1);
    const rhd = group.endsWith('+') ? 'positive' : 'negative';
    const cells = [date, 'all', 'unspecified', abo, rhd, 'percent', String(Number.parseFloat(fill)), levels[word] ?? word, `${local}+08:00`];
    const key = `${date} ${group}`;
    const before = kept.get(key);
    if (before === undefined || before.taken < taken) {
      if (before !== undefined) dropped.earlier.push(before.row);
      kept.set(key, { taken, row, cells });
    } else dropped.earlier.push(row);
  }
  return { read: rows.length, kept: [...kept.values()].map(({ cells }) => cells), dropped };
}

function sortedLines(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.map((cells) => cells.join(',')).toSorted();
}

describe('the imitation', () => {
  const dataDir = join(folder, 'imitation');
  let made: Awaited<ReturnType<typeof writeSingaporePortal>>;
  beforeAll(async () => {
    made = await writeSingaporePortal(dataDir);
  });

  test('has the quirks of the real file', () => {
    const [, ...rows] = plainRows(imitation);
    expect(rows).toHaveLength(60);
    expect(rows.filter(([, , , fill = '']) => fill.endsWith('%'))).toHaveLength(24);
    expect(rows.filter(([, ...rest]) => rest.every((cell) => cell === ''))).toHaveLength(8);
  });

  test('becomes a table with one reading a day', () => {
    expect(made.findings).toEqual({ errors: [], warnings: [] });
    const [header, ...rows] = plainRows(join(dataDir, 'stock.csv'));
    expect(header).toEqual(['date', 'station', 'component', 'abo', 'rhd', 'unit', 'quantity', 'level', 'observed_at']);
    // Taken at 18:40 UTC on 6 March: the morning of the 7th in Singapore.
    expect(rows.find(([date, , , abo, rhd]) => date === '2025-03-07' && abo === 'A' && rhd === 'positive')).toEqual(
      ['2025-03-07', 'all', 'unspecified', 'A', 'positive', 'percent', '72', 'normal', '2025-03-07T02:40:02+08:00'],
    );
    expect(new Set(rows.map(([date]) => date))).toEqual(new Set(['2025-03-03', '2025-03-04', '2025-03-07', '2025-03-08']));
    expect(sortedLines(rows)).toEqual(sortedLines(recomputed(imitation).kept));
    expect(rows.map(([date, , , abo]) => `${date} ${abo}`).slice(0, 8)).toEqual(['A', 'A', 'B', 'B', 'O', 'O', 'AB', 'AB'].map((abo) => `2025-03-03 ${abo}`));
  });

  test('says in both languages what it left out and why', () => {
    const shown = (lang: 'zh' | 'en') => reportLines(made.report, lang).map((line) => line.replaceAll(shownPath(dataDir), 'data'));
    expect(shown('zh')).toEqual([
      'tests/import/singapore/imitation.csv：读到 60 行',
      '略去 28 行：',
      '  8 行（drop.0）：“blood_type”“status”“fill_level”都是空的',
      '    tests/import/singapore/imitation.csv 第 26–33 行',
      '  20 行（keep）：同一项较早的读数，只留最后的一次',
      '    tests/import/singapore/imitation.csv 第 10–17、42–53 行',
      '写入 data/stock.csv：32 行',
    ]);
    expect(shown('en')).toEqual([
      'tests/import/singapore/imitation.csv: 60 rows read',
      '28 rows dropped:',
      '  8 rows (drop.0): "blood_type", "status", "fill_level" are all empty',
      '    tests/import/singapore/imitation.csv rows 26–33',
      '  20 rows (keep): earlier readings of the same item; the last one is kept',
      '    tests/import/singapore/imitation.csv rows 10–17, 42–53',
      'data/stock.csv: 32 rows written',
    ]);
  });

  test('says the same as JSON', () => {
    const file = 'tests/import/singapore/imitation.csv';
    const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => ({ file, row: from + index }));
    expect(reportJson(made.report, made.findings)).toEqual({
      ok: true,
      table: 'stock',
      written: shownPath(join(dataDir, 'stock.csv')),
      rows_read: 60,
      rows_kept: 32,
      rows_replaced: null,
      dropped: [
        { rule: 'drop.0', reason: { zh: '“blood_type”“status”“fill_level”都是空的', en: '"blood_type", "status", "fill_level" are all empty' }, count: 8, rows: rows(26, 33) },
        { rule: 'keep', reason: { zh: '同一项较早的读数，只留最后的一次', en: 'earlier readings of the same item; the last one is kept' }, count: 20, rows: [...rows(10, 17), ...rows(42, 53)] },
      ],
      files: [{ file, rows: 60, unused_columns: [] }],
      errors: [],
      warnings: [],
    });
    expect(recomputed(imitation).dropped.empty).toEqual(rows(26, 33).map(({ row }) => row));
  });

  test('gives the same bytes again, and says what they replaced', async () => {
    const bytes = readFileSync(join(dataDir, 'stock.csv'));
    const again = await writeSingaporePortal(dataDir);
    expect(again.report.rowsReplaced).toBe(32);
    expect(readFileSync(join(dataDir, 'stock.csv')).equals(bytes)).toBe(true);
    expect(readdirSync(dataDir).toSorted()).toEqual(['portal.json', 'stock.csv']);
  });

  test('passes the check as a portal that knows levels and no days of supply', () => {
    const { portal, findings } = loadPortal({ dataDir });
    expect(findings.errors).toEqual([]);
    expect(findings.warnings.map(({ code, message }) => [code, message.en])).toEqual([['daily_gap', expect.stringContaining('2025-03-05')]]);
    if (portal === null) throw new Error('no portal');
    const now = stockNow(portal);
    expect(now.groups).toHaveLength(8);
    expect(now.entries.map(({ quantity }) => quantity).toSorted()).toEqual([27, 28, 46, 52, 66, 73, 89, 92]);
    expect(now.entries.map(({ daysOfSupply }) => daysOfSupply)).toEqual(now.entries.map(() => null));
  });
});

const real = join('..', 'shared', 'inputs', 'singapore-stock', 'stock.csv');

describe.skipIf(!existsSync(real))(`the full file${existsSync(real) ? '' : ` (skipped: ${real} is not here)`}`, () => {
  const dataDir = join(folder, 'full');
  let made: Awaited<ReturnType<typeof writeSingaporePortal>>;
  beforeAll(async () => {
    made = await writeSingaporePortal(dataDir, real);
  });

  test('is imported whole: read, kept and left out add up and agree with a recount', () => {
    expect(made.findings).toEqual({ errors: [], warnings: [] });
    const second = recomputed(real);
    const rowsOf = (rule: string) => made.report.dropped.find((entry) => entry.rule === rule)?.rows.map(({ row }) => row);
    expect(made.report.sources.map(({ rows }) => rows)).toEqual([second.read]);
    expect(made.report.rowsKept).toBe(second.kept.length);
    expect(rowsOf('drop.0')).toEqual(second.dropped.empty);
    expect(rowsOf('keep')).toEqual(second.dropped.earlier.toSorted((a, b) => a - b));
    expect(second.dropped.empty).toHaveLength(8);
    expect(second.read).toBe(second.kept.length + second.dropped.empty.length + second.dropped.earlier.length);
  });

  test('keeps every number and the publisher\'s own word of every row', () => {
    const [, ...rows] = plainRows(join(dataDir, 'stock.csv'));
    expect(sortedLines(rows)).toEqual(sortedLines(recomputed(real).kept));
    const words = new Map(plainRows(real).map(([taken = '', group = '', word = '']) => [`${Date.parse(taken)} ${group}`, word]));
    const unlike = rows.filter(([, , , abo, rhd, , , level, observed = '']) => levels[words.get(`${Date.parse(observed)} ${abo}${rhd === 'positive' ? '+' : '-'}`) ?? ''] !== level);
    expect(unlike).toEqual([]);
    expect(rows.length).toBeGreaterThan(9000);
  });

  test('passes the check: no errors, and no warnings but gaps in the days', () => {
    const { portal, findings } = loadPortal({ dataDir });
    expect(findings.errors).toEqual([]);
    expect(new Set(findings.warnings.map(({ code }) => code))).toEqual(new Set(['daily_gap', 'more_alike']));
    expect(portal?.rows('stock')).toHaveLength(made.report.rowsKept);
  });
});
