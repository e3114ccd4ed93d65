import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { portalOf } from '#src/datasets/portal.ts';
import { parseSettings } from '#src/datasets/settings.ts';
import type { DataPackage } from '#src/tabular/data-package.ts';
import { donationYear, latestDonationYear, redCellsIssued } from './donation-year.ts';

const dataPackage = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;
const { settings } = parseSettings('{"title":"x","publisher":"x","region":"city","site":"https://x.example/"}', 'portal.json');

type Cells = Readonly<Record<string, string>>;

function portalWith(tables: Readonly<Record<string, readonly Cells[]>>) {
  const cells = Object.entries(tables).map(([name, records]): [string, string[][]] => {
    const fields = dataPackage.resources.find((one) => one.name === name)!.schema.fields;
    return [name, records.map((record) => fields.map((field) => record[field.name] ?? ''))];
  });
  return portalOf(settings!, '2026-11-21T21:00:00+08:00', dataPackage, new Map(cells));
}

const regions = [
  { region: 'city', parent: 'province', kind: 'city', name_zh: '市' },
  { region: 'east', parent: 'city', kind: 'county', name_zh: '东区' },
  { region: 'west', parent: 'city', kind: 'county', name_zh: '西区' },
  { region: 'elsewhere', parent: 'province', kind: 'city', name_zh: '邻市' },
];
const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
const whole = (region: string, month: string, more: Cells = {}): Cells => ({
  month, region, donation: 'whole_blood', donor: 'all', channel: 'all', donations: '100', volume_ml: '30000', doses: 'NA', ...more,
});

test('districts add up to the region; other regions do not belong to it', () => {
  const donations = months.flatMap((month) => [
    whole('east', month),
    whole('west', month, { donations: '50', volume_ml: '15000' }),
    whole('elsewhere', month, { donations: '9999' }),
    { ...whole('east', month), donation: 'apheresis_platelets', donations: '7', volume_ml: 'NA', doses: '9.5' },
  ]);
  expect(donationYear(portalWith({ regions, donations }), 2025)).toEqual({ year: 2025, donations: 12 * (100 + 50 + 7), wholeBloodMl: 12 * 45_000 });
});

test("the region's own rows stand before its districts', and parts before their sum", () => {
  const donations = months.flatMap((month) => [
    whole('city', month),
    whole('city', month, { donor: 'first_time', donations: '30', volume_ml: '9000' }),
    whole('city', month, { donor: 'repeat', donations: '68', volume_ml: '20000' }),
    whole('east', month),
  ]);
  expect(donationYear(portalWith({ regions, donations }), 2025)).toEqual({ year: 2025, donations: 12 * 98, wholeBloodMl: 12 * 29_000 });
});

test('a missing month or number leaves no year; a missing volume leaves the count', () => {
  const year = (donations: readonly Cells[]) => donationYear(portalWith({ regions, donations }), 2025);
  expect(year(months.slice(1).map((month) => whole('city', month)))).toBeNull();
  expect(year(months.flatMap((month) => (month === '2025-07' ? [whole('east', month)] : [whole('east', month), whole('west', month)])))).toBeNull();
  expect(year(months.map((month) => whole('city', month, month === '2025-03' ? { donations: 'NP' } : {})))).toBeNull();
  expect(year(months.map((month) => whole('city', month, month === '2025-03' ? { volume_ml: 'NP' } : {})))).toMatchObject({ donations: 1200, wholeBloodMl: null });
  expect(year([])).toBeNull();
});

test('the latest complete year is found behind an open one', () => {
  const donations = [...months.map((month) => whole('city', month)), whole('city', '2026-01')];
  expect(latestDonationYear(portalWith({ regions, donations }))?.year).toBe(2025);
});

test('red cells issued are the sum over days and groups of the region, and none where a day is missing or groups overlap', () => {
  const days = months.flatMap((month) => Array.from({ length: new Date(Date.UTC(2025, Number(month.slice(5)), 0)).getUTCDate() }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`));
  const issue = (date: string, more: Cells = {}): Cells => ({ date, station: 'centre', component: 'red_cells', abo: 'A', rhd: 'positive', unit: 'U', quantity: '3', ...more });
  const issued = (issues: readonly Cells[]) => redCellsIssued(portalWith({ regions, issues }), 2025);
  const two = days.flatMap((date) => [issue(date), issue(date, { abo: 'O', quantity: '4.5' }), issue(date, { component: 'plasma', unit: 'ml', quantity: '900' })]);
  expect(issued(two)).toBe(365 * 7.5);
  expect(issued(two.filter((row) => row['date'] !== '2025-05-01' || row['abo'] !== 'O'))).toBeNull();
  expect(issued([...two, ...days.map((date) => issue(date, { abo: 'all', rhd: 'all', quantity: '7.5' }))])).toBeNull();
  expect(issued([])).toBeNull();
});
