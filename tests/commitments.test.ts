/** The commitments of the demonstration, computed again from its files by plain loops; what one cell changes, and what is never judged. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import { commitments, commitmentsJson } from '#src/publishing/commitments.ts';

const folder = mkdtempSync(join(tmpdir(), 'commitments-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function portalOf(dataDir: string) {
  const { portal, findings } = loadPortal({ dataDir });
  if (portal === null) throw new Error(JSON.stringify(findings.errors[0]));
  return portal;
}

function rowsOf(table: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(join('data', `${table}.csv`), 'utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
}

const demonstration = portalOf('data');
const measured = new Map(commitments(demonstration).map((one) => [one.target.target, one]));

test('every target of the table is listed, those that bind first', () => {
  const listed = commitments(demonstration);
  expect(listed.map(({ target }) => target.target).toSorted()).toEqual(rowsOf('targets').map(({ target }) => target).toSorted());
  expect(listed.length).toBeGreaterThanOrEqual(20);
  expect(listed.map(({ binding }) => binding)).toEqual(listed.map(({ binding }) => binding).toSorted((a, b) => Number(b) - Number(a)));
});

test('what binds nobody carries no verdict', () => {
  for (const { policy, binding, verdict } of commitments(demonstration)) {
    if (policy.status !== 'in_force') expect(verdict).toBe('not_binding');
    expect(verdict === 'not_binding').toBe(!binding);
  }
});

test('measures equal plain counts of the files', () => {
  const hospitals = rowsOf('hospitals').filter(({ direct_waiver: waiver }) => waiver === 'yes' || waiver === 'no');
  const direct = hospitals.filter(({ direct_waiver: waiver }) => waiver === 'yes');
  expect(measured.get('direct-waiver')?.measured).toBeCloseTo((100 * direct.length) / hospitals.length, 9);

  const fees = rowsOf('transfers').filter(({ date = '' }) => date >= '2019-11-07' && date <= '2026-11-21');
  expect(measured.get('no-mutual-aid-fee')?.measured).toBe(fees.reduce((sum, { mutual_aid_fee_yuan: fee }) => sum + Number(fee), 0));

  const held = rowsOf('drives').filter(({ status, date = '' }) => status === 'held' && date <= '2026-11-21' && date > '2025-11-21');
  expect(measured.get('group-and-street')?.measured).toBe(held.length);

  const stations = rowsOf('stations');
  expect(measured.get('booking')?.measured).toBe(stations.filter(({ booking_url: url }) => url !== '').length);
  const counties = rowsOf('regions').filter(({ parent, kind }) => parent === 'sample-city' && kind === 'county').map(({ region }) => region);
  const houses = counties.map((county) => stations.filter(({ kind, region }) => kind === 'house' && region === county).length);
  expect(measured.get('house-per-county-2020')?.measured).toBe(Math.min(...houses));

  const people = rowsOf('population').find(({ year, region, base }) => year === '2025' && region === 'sample-city' && base === 'resident')?.['population'];
  const donations = rowsOf('donations').filter(({ month = '' }) => month.startsWith('2025-')).reduce((sum, row) => sum + Number(row['donations']), 0);
  expect(measured.get('rate-2020')?.measured).toBeCloseTo((donations / Number(people)) * 1000, 9);
});

test('one cell flips exactly the verdicts that rest on it', () => {
  cpSync('data', folder, { recursive: true });
  const path = join(folder, 'hospitals.csv');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/,no,/g, ',yes,'));
  const changed = commitments(portalOf(folder)).filter(({ target, verdict }) => measured.get(target.target)?.verdict !== verdict);
  expect(changed.map(({ target, verdict }) => [target.target, verdict])).toEqual([['direct-waiver', 'met']]);
});

test('the file for programs has the form of the contract', () => {
  const entries = JSON.parse(commitmentsJson(demonstration)) as Record<string, unknown>[];
  expect(entries.length).toBe(measured.size);
  for (const entry of entries) {
    expect(Object.keys(entry)).toEqual(['target', 'clause', 'indicator', 'region', 'due', 'wanted', 'measured', 'as_of', 'verdict', 'demonstration']);
  }
});
