import { expect, test } from 'vitest';
import { everyDay, fakePortal } from '../../tests/support/fake-portal.ts';
import { componentsWithHistory } from '#src/indicators/group-histories.ts';
import { historyPieceJson } from './history-piece.ts';

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
const piece = JSON.parse(historyPieceJson(portal, 'red_cells')) as { start: string; as_of: string; groups: { group: string; quantity: Changes; days: Changes; issued: Changes; requested?: Changes }[] };
const values = ({ scale, changes }: Changes) => changes.map((change, index) => (change === null ? null : changes.slice(0, index + 1).reduce<number>((sum, one) => sum + (one ?? 0), 0) / scale));

test('no rare group is in the file, by name or by number', () => {
  expect(piece.groups.map(({ group }) => group)).toEqual(['a-positive']);
  expect(componentsWithHistory(portal)).toEqual(['red_cells']);
  for (const number of values(piece.groups[0]!.quantity)) expect(number === null || number < 200).toBe(true);
});

test('changes add up to the region’s total, its days and what was issued; a missing station leaves the day empty', () => {
  const [a] = piece.groups;
  expect([piece.start, piece.as_of]).toEqual(['2026-08-20', '2026-11-21']);
  const total = days.map((_, day) => (day === 3 ? null : Number(stock(day)) + 10.5));
  expect(values(a!.quantity)).toEqual(total);
  expect(a!.quantity.scale).toBe(10);
  expect(new Set(values(a!.issued))).toEqual(new Set([25]));
  expect(a!.requested).toBeUndefined();
  for (const [day, number] of values(a!.days).entries()) {
    const quantity = total[day] ?? null;
    if (quantity === null) expect(number).toBeNull();
    else expect(number).toBeCloseTo(quantity / 25, 1.9);
  }
});
