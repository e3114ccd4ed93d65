/** The ledger in words and pictures where it is not whole: nothing is drawn as zero, nothing is said to close. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import { portalOf } from '#src/datasets/portal.ts';
import { parseSettings } from '#src/datasets/settings.ts';
import type { DataPackage } from '#src/tabular/data-package.ts';
import { ledgerMonthsPresent, ledgerPiece } from './ledger-piece.ts';
import { ledgerExhibits, ledgerYearExhibits, ledgerYearsPresent } from './ledger.ts';

const dataPackage = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;
const { settings } = parseSettings('{"title":"x","publisher":"x","region":"city","site":"https://x.example/"}', 'portal.json');
function portalWith(...lines: readonly string[]) {
  return portalOf(settings!, '2026-11-21T21:00:00+08:00', dataPackage, new Map([['blood-ledger', lines.map((line) => line.split(','))]]));
}
const whole = '2025-12,centre,red_cells,U,10,5,0,4,0,0,0,0,11';

test('a month with a figure missing has no picture, no closing account and no zero', () => {
  const [exhibit] = ledgerExhibits(portalWith(whole, '2026-01,centre,red_cells,U,11,5,0,NP,0,0,0,0,12'), 'zh');
  expect(exhibit!.figure.finding).toContain('没有填全');
  expect(exhibit!.figure.drawing.wide).not.toContain('flow-part');
  expect(exhibit!.figure.drawing.wide).toContain('没有数');
  expect(exhibit!.equation.find(({ what }) => what === '发放')).toMatchObject({ text: '没有数', value: null });
  expect(exhibit!.figure.table.rows[0]!.at(-1)).toBe('没有数');
});

test('a month in which a component has no ledger says so; every component has an entry for every month', () => {
  const portal = portalWith(whole, '2026-02,centre,plasma,ml,100,0,0,0,0,0,0,0,100', '2026-01,centre,red_cells,U,11,1,0,1,0,0,0,0,11');
  const piece = ledgerPiece(portal, 2026, 'en');
  expect(piece.components.map(({ component, months }) => [component, Object.keys(months)])).toEqual([['red_cells', ['2026-01', '2026-02']], ['plasma', ['2026-01', '2026-02']]]);
  const [cells, plasma] = piece.components;
  expect(cells!.months['2026-02']!.finding).toBe('Red cells, February 2026: no ledger');
  expect(cells!.months['2026-02']!.flow).toMatchObject({ left: [], right: [] });
  expect(plasma!.months['2026-01']!.finding).toContain('no ledger');
  expect(plasma!.months['2026-02']!.finding).toContain('closes');
  expect([ledgerYearsPresent(portal), ledgerMonthsPresent(portal)]).toEqual([[2026, 2025], ['2026-02', '2026-01', '2025-12']]);
  expect(() => ledgerPiece(portal, 2024, 'zh')).toThrow('2024');
});

test('the years of the demonstration hold every published month once, with their sum as the last row', () => {
  const { portal } = loadPortal({ dataDir: 'data' });
  const lines = readFileSync('data/blood-ledger.csv', 'utf8').split('\n').filter((line) => /^\d{4}-/.test(line)).map((line) => line.split(','));
  const published = new Map<string, number>();
  for (const [month = '', , component = '', , , prepared = ''] of lines) published.set(`${component} ${month}`, (published.get(`${component} ${month}`) ?? 0) + Number(prepared));
  const seen = new Map<string, number>();
  for (const year of ledgerYearsPresent(portal!)) {
    for (const { component, figure } of ledgerYearExhibits(portal!, year, 'zh')) {
      const rows = figure.table.rows.map((cells) => ({ name: cells[0], prepared: (cells[2] as { value: number }).value }));
      const sum = rows.pop();
      expect(sum).toEqual({ name: '合计', prepared: expect.closeTo(rows.reduce((total, row) => total + row.prepared, 0), 6) });
      for (const { name, prepared } of rows) seen.set(`${component} ${String(name)}`, prepared);
    }
  }
  expect([...seen].toSorted()).toEqual([...published].toSorted());
});
