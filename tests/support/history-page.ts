/** What the tests of the history page share: waiting for a view, its downloaded rows, and the published tables as a second way to its numbers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { BuiltPortal } from './portals.ts';

/** The machine may be busy. */
export const patient = { timeout: 20_000 } as const;

/** Waits until the drawing shows what the address says. */
export async function shown(page: Page, part: string): Promise<void> {
  await expect.poll(async () => (await page.locator('history-desk').getAttribute('data-shown')) ?? '', patient).toContain(part);
}

export type Row = Readonly<Record<string, string>>;

/** Cells between commas; a quoted cell may hold one. */
export function rowsOf(text: string): Row[] {
  const [header = '', ...lines] = text.replace('\uFEFF', '').split('\r\n').filter((line) => line !== '');
  const split = (line: string) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
  const names = split(header);
  return lines.map((line) => {
    const cells = split(line);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

export async function downloaded(page: Page): Promise<Row[]> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-action="csv"]').click()]);
  expect(file.suggestedFilename()).toMatch(/^(?:demonstration-)?stock-[\w-]+-\d{4}-\d{2}-\d{2}-\d{4}-\d{2}-\d{2}\.csv$/);
  return rowsOf(readFileSync(await file.path(), 'utf8'));
}

export const shift = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const stations = ['centre', 'branch-east', 'branch-west'];

/** Red cells of an ABO group in the published tables, from December 2024 on, when all three stations publish: by date what a column says of the whole region, or of one station. */
export function publishedIn(portal: BuiltPortal) {
  const tables = new Map<string, Row[]>();
  return (table: string, column: string, abo: string, only: readonly string[] = stations): ((date: string) => number | null) => {
    // The tables are long: each is read once.
    const rows = tables.get(table) ?? rowsOf(readFileSync(join(portal.folder, `data/v1/${table}.csv`), 'utf8')).filter((row) => row['component'] === 'red_cells' && (row['date'] ?? '') >= '2024-12-01');
    tables.set(table, rows);
    const known = new Map(rows.filter((row) => row['abo'] === abo && row['rhd'] === 'positive').map((row) => [`${row['date']} ${row['station']}`, row[column] ?? '']));
    const reported = new Set(rows.filter((row) => /^\d/.test(row[column] ?? '')).map((row) => `${row['date']} ${row['station']}`));
    return (date) => {
      let sum = 0;
      for (const station of only) {
        const cell = known.get(`${date} ${station}`);
        if (cell === undefined && table !== 'stock' && reported.has(`${date} ${station}`)) continue;
        if (cell === undefined || !/^\d/.test(cell)) return null;
        sum += Number(cell);
      }
      return sum;
    };
  };
}
