import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { portalOf } from '#src/datasets/portal.ts';
import { parseSettings } from '#src/datasets/settings.ts';
import type { DataPackage } from '#src/tabular/data-package.ts';
import { bloodLedgers, discardYears } from './ledger.ts';

const dataPackage = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;
const { settings } = parseSettings('{"title":"x","publisher":"x","region":"city","site":"https://x.example/"}', 'portal.json');
const names = ['month', 'station', 'component', 'unit', 'opening', 'prepared', 'received', 'issued', 'transferred_out', 'expired', 'test_failed', 'other_discards', 'closing'];

/** Lines as in the CSV: month, station, component, unit and the nine amounts. */
function ledgersOf(...lines: readonly string[]) {
  const fields = dataPackage.resources.find(({ name }) => name === 'blood-ledger')!.schema.fields.map(({ name }) => name);
  const rows = lines.map((line) => {
    const cells = line.split(',');
    return fields.map((field) => cells[names.indexOf(field)] ?? '');
  });
  return bloodLedgers(portalOf(settings!, '2026-11-21T21:00:00+08:00', dataPackage, new Map([['blood-ledger', rows]])));
}

test('stations are added, halves exactly, and the account closes', () => {
  const [ledger] = ledgersOf('2026-01,east,apheresis_platelets,dose,1.5,10.5,0,9,0,0.5,0,0,2.5', '2026-01,west,apheresis_platelets,dose,2,4,1,3.5,1,0,0.5,0,2');
  expect(ledger!.months).toEqual([{
    month: '2026-01',
    amounts: { opening: 3.5, prepared: 14.5, received: 1, issued: 12.5, transferredOut: 1, expired: 0.5, testFailed: 0.5, otherDiscards: 0, closing: 4.5 },
    computed: 4.5, difference: 0, carried: null,
  }]);
});

test('one unit off shows as a difference, and an opening that was not carried on as another', () => {
  const [ledger] = ledgersOf('2026-01,centre,red_cells,U,10,5,0,4,0,0,0,0,12', '2026-02,centre,red_cells,U,15,5,0,4,0,0,0,0,16');
  expect(ledger!.months.map(({ computed, difference, carried }) => [computed, difference, carried])).toEqual([[11, 1, null], [16, 0, 3]]);
});

test('a stated total stands before its stations', () => {
  const [ledger] = ledgersOf('2026-01,all,red_cells,U,10,5,0,4,0,0,0,0,11', '2026-01,centre,red_cells,U,1,1,0,1,0,0,0,0,1');
  expect(ledger!.months[0]!.amounts.opening).toBe(10);
});

test('a missing figure, month or station leaves no sum, and is never zero', () => {
  const [figure] = ledgersOf('2026-01,centre,red_cells,U,10,5,0,4,0,NP,0,0,11');
  expect(figure!.months[0]).toMatchObject({ amounts: { expired: null, issued: 4 }, computed: null, difference: null });
  expect(discardYears(figure!)).toEqual([]);
  const [station] = ledgersOf(
    '2026-01,east,red_cells,U,1,0,0,0,0,0,0,0,1', '2026-01,west,red_cells,U,1,0,0,0,0,0,0,0,1',
    '2026-02,east,red_cells,U,1,0,0,0,0,0,0,0,1',
    '2026-04,east,red_cells,U,1,0,0,0,0,0,0,0,1', '2026-04,west,red_cells,U,1,0,0,0,0,0,0,0,1',
  );
  expect(station!.months.map(({ month, amounts }) => [month, amounts.closing])).toEqual([['2026-01', 2], ['2026-02', null], ['2026-03', null], ['2026-04', 2]]);
});

test('components are kept apart and in their usual order', () => {
  const ledgers = ledgersOf('2026-01,centre,plasma,ml,1,0,0,0,0,0,0,0,1', '2026-01,centre,red_cells,U,1,0,0,0,0,0,0,0,1');
  expect(ledgers.map(({ component }) => component)).toEqual(['red_cells', 'plasma']);
});

test('the share discarded is of what came in, and a part of a year says which', () => {
  const [ledger] = ledgersOf('2025-12,centre,red_cells,U,100,200,50,100,0,1,3,1,245', '2026-01,centre,red_cells,U,245,0,0,0,0,5,0,0,240');
  expect(discardYears(ledger!)).toEqual([
    { year: 2025, from: '2025-12', to: '2025-12', cameIn: 250, expired: 1, testFailed: 3, otherDiscards: 1, discarded: 5, share: 0.02 },
    { year: 2026, from: '2026-01', to: '2026-01', cameIn: 0, expired: 5, testFailed: 0, otherDiscards: 0, discarded: 5, share: null },
  ]);
});
