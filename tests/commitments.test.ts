/** The commitments of the demonstration, computed again from its published files by plain loops; what one cell changes, and what is never judged. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, expect, test } from 'vitest';
import { verdict } from '#src/indicators/verdict.ts';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { commitments, commitmentsJson } from '#src/publishing/commitments.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'commitments-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function portalOf(dataDir: string): Portal {
  const { portal, findings } = loadPortal({ dataDir });
  if (portal === null) throw new Error(JSON.stringify(findings.errors[0]));
  return portal;
}

const demonstration = portalOf('data');
const listed = commitments(demonstration);
const measured = new Map(listed.map((one) => [one.target.target, one]));
const today = '2026-11-21';
const yearAgo = '2025-11-21';

type Row = Readonly<Record<string, string>>;
const read = new Map<string, readonly Row[]>();
/** The rows of a table as it is published. */
function rowsOf(table: string): readonly Row[] {
  const rows = read.get(table) ?? Papa.parse<Row>(tableCsv(demonstration, table).replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
  read.set(table, rows);
  return rows;
}
const sum = (rows: readonly Row[], column: string): number => rows.reduce((total, row) => total + Number(row[column]), 0);
const count = (table: string, fits: (row: Row) => boolean): number => rowsOf(table).filter(fits).length;

test('every target of the table is listed, those that bind first; at least twenty rest on the five documents', () => {
  expect(listed.map(({ target }) => target.target).toSorted()).toEqual(rowsOf('targets').map(({ target }) => target).toSorted());
  const five = ['four-dimension-study', 'zibo-proposal', 'health-notice-2019', 'beijing-survey-2018', 'yuxi-opinion'];
  expect(listed.filter(({ policy }) => five.includes(policy.slug)).length).toBeGreaterThanOrEqual(20);
  expect(new Set(listed.map(({ policy }) => policy.slug))).toEqual(new Set(five));
  expect(listed.map(({ binding }) => binding)).toEqual(listed.map(({ binding }) => binding).toSorted((a, b) => Number(b) - Number(a)));
});

test('no clause of a draft, proposal, study or report carries a verdict of kept or broken', () => {
  const judged = ['met', 'not_met', 'overdue', 'on_track', 'no_data'];
  for (const { policy, binding, verdict } of listed) {
    if (['draft', 'proposal', 'study', 'report'].includes(policy.kind)) expect(judged).not.toContain(verdict);
    expect(verdict === 'not_binding').toBe(!binding);
  }
  expect(listed.filter(({ verdict }) => verdict === 'not_binding').length).toBeGreaterThan(10);
  expect(listed.filter(({ verdict }) => verdict === 'met').length).toBeGreaterThan(2);
});

test('where there is no data, a table of the contract is named that would answer', () => {
  const tables = new Set(demonstration.package.resources.map(({ name }) => name));
  const without = listed.filter(({ measured: value }) => value === null);
  expect(without.length).toBeGreaterThan(0);
  for (const { table } of listed) expect(tables).toContain(table);
});

/** Each indicator a second time; `stock_above_threshold_share` is computed again in stock-second-route.test.ts. */
const again: Readonly<Record<string, (clause: string) => number | null>> = {
  mutual_aid_fee: () => sum(rowsOf('transfers').filter(({ date = '' }) => date >= '2019-11-07' && date <= today), 'mutual_aid_fee_yuan'),
  direct_waiver_share: () => (100 * count('hospitals', (row) => row['direct_waiver'] === 'yes')) / count('hospitals', (row) => row['direct_waiver'] !== ''),
  station_information_share: () => (100 * count('stations', (row) => ['address_zh', 'hours', 'services', 'confirmed_on'].every((column) => row[column] !== ''))) / rowsOf('stations').length,
  booking_stations: () => count('stations', (row) => row['booking_url'] !== ''),
  drives_per_year: () => held().length,
  group_drives_per_year: () => held().filter(({ organiser_kind: kind = '' }) => ['government', 'university', 'enterprise', 'hospital', 'military'].includes(kind)).length,
  drives_in_months: (clause) => {
    const campaigns = rowsOf('events').filter((event) => event['kind'] === 'campaign' && event['clause'] === clause);
    if (campaigns.length === 0) return null;
    const inside = held().filter(({ date = '' }) => campaigns.some((campaign) => (campaign['date'] ?? '') <= date && date <= (campaign['until'] || (campaign['date'] ?? '')))).length;
    // A table that begins after every campaign so far cannot say that there was no drive in one.
    const begins = rowsOf('drives').reduce((first, { date = '' }) => (date < first ? date : first), '9999');
    const isCovered = campaigns.some(({ date = '' }) => begins <= date && date <= today);
    return inside === 0 && !isCovered ? null : inside;
  },
  emergency_plan: policyEvents,
  evaluation_published: policyEvents,
  honour_card_donations: (clause) => {
    const awards = rowsOf('benefits').filter((row) => row['clause'] === clause && row['kind'] === 'award' && row['status'] === 'in_force' && ['sample-city', 'china'].includes(row['region'] ?? ''));
    return awards.length === 0 ? null : Math.min(...awards.map((row) => Number(row['min_donations'])));
  },
  transfers_recorded: () => count('transfers', ({ date = '' }) => date > yearAgo && date <= today),
  houses_per_county: () => {
    const counties = rowsOf('regions').filter(({ parent, kind }) => parent === 'sample-city' && kind === 'county').map(({ region }) => region);
    return Math.min(...counties.map((county) => count('stations', ({ kind, region }) => kind === 'house' && region === county)));
  },
  donation_rate: () => {
    const people = rowsOf('population').find(({ year, region, base }) => year === '2025' && region === 'sample-city' && base === 'resident')?.['population'];
    return (1000 * sum(rowsOf('donations').filter(({ month = '' }) => month.startsWith('2025-')), 'donations')) / Number(people);
  },
  volume_above_use: () => {
    const collected = sum(rowsOf('donations').filter((row) => row['month']?.startsWith('2025-') && row['donation'] === 'whole_blood'), 'volume_ml') / 200;
    return (100 * collected) / sum(rowsOf('issues').filter((row) => row['date']?.startsWith('2025-') && row['component'] === 'red_cells'), 'quantity');
  },
  fund_published: () => new Set(rowsOf('fund-balances').filter((row) => row['period_end']?.startsWith('2025') && row['status'] !== 'provisional').map(({ fund }) => fund)).size,
  budget_secured: () => {
    const stations = new Set(rowsOf('funds').filter(({ kind }) => kind === 'station_budget').map(({ fund }) => fund));
    return new Set(rowsOf('fund-budgets').filter(({ fund, year }) => stations.has(fund) && Number(year) <= 2026).map(({ year }) => year)).size;
  },
  health_checks: () => count('benefits', (row) => row['kind'] === 'health_check' && row['status'] === 'in_force' && ['sample-city', 'china'].includes(row['region'] ?? '')),
  requests_met_share: () => latest('requests_met_share'),
  autologous_share: () => latest('autologous_share'),
  awareness_share: () => latest('awareness_share'),
};

function held(): readonly Row[] {
  return rowsOf('drives').filter(({ status, date = '' }) => status === 'held' && date <= today && date > yearAgo);
}

function policyEvents(clause: string): number | null {
  const found = count('events', (event) => event['kind'] === 'policy' && event['clause'] === clause && (event['date'] ?? '') <= today);
  return found === 0 ? null : found;
}

function latest(indicator: string): number | null {
  const rows = rowsOf('use-indicators').filter((row) => row['indicator'] === indicator && row['region'] === 'sample-city' && /^[\d.]+$/.test(row['value'] ?? ''));
  return rows.length === 0 ? null : Number(rows.toSorted((a, b) => Number(b['year']) - Number(a['year']))[0]?.['value']);
}

test('every measure and every verdict, recomputed from the published files', () => {
  const bound = new Set(['blood-donation-law', 'award-rules-2022', 'health-notice-2019']);
  for (const row of rowsOf('targets')) {
    const { target = '', indicator = '', clause = '', comparator, value, due = '' } = row;
    const one = measured.get(target);
    if (indicator !== 'stock_above_threshold_share') {
      const second = again[indicator]?.(clause);
      if (second === undefined) throw new Error(`${indicator} is not computed a second time`);
      if (second === null) expect(one?.measured, target).toBeNull();
      else expect(one?.measured, target).toBeCloseTo(second, 9);
    }
    const number = one?.measured ?? null;
    const kept = number !== null && (comparator === '>=' ? number >= Number(value) : number <= Number(value));
    const wanted = !bound.has(clause.split('#')[0] ?? '') ? 'not_binding' : number === null ? 'no_data' : kept ? 'met' : due === '' ? 'not_met' : today <= due ? 'on_track' : 'overdue';
    expect(one?.verdict, target).toBe(wanted);
  }
});

/** The small tables of the demonstration, with one cell changed; the daily ones are left out. */
let copies = 0;
function verdictsWith(table?: string, change?: (rows: Record<string, string>[]) => void): ReadonlyMap<string, string | null> {
  copies += 1;
  const data = join(folder, String(copies));
  mkdirSync(data);
  for (const file of readdirSync('data')) if (/\.(csv|json)$/.test(file)) copyFileSync(join('data', file), join(data, file));
  if (table !== undefined && change !== undefined) {
    const path = join(data, `${table}.csv`);
    const { data: rows, meta } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
    const before = structuredClone(rows);
    change(rows);
    const changed = rows.flatMap((row, index) => Object.keys(row).filter((column) => row[column] !== before[index]?.[column]));
    expect(changed.length, 'one cell').toBe(1);
    writeFileSync(path, `\uFEFF${Papa.unparse(rows, { columns: meta.fields ?? [], newline: '\r\n' })}\r\n`);
  }
  return new Map(commitments(portalOf(data)).map(({ target, verdict }) => [target.target, verdict]));
}
const before = verdictsWith();

test.each<readonly [what: string, table: string, change: (rows: Record<string, string>[]) => void, flips: Readonly<Record<string, string | null>>]>([
  ['a fee of one yuan on a transfer', 'transfers', (rows) => (rows.find(({ date = '' }) => date > '2020')!['mutual_aid_fee_yuan'] = '1.00'), { 'no-mutual-aid-fee': 'not_met' }],
  ['a fee before the notice', 'transfers', (rows) => {
    const row = rows[0]!;
    row['date'] = '2019-11-06';
  }, {}],
  ['a station without hours', 'stations', (rows) => (rows[0]!['hours'] = ''), { 'station-information': 'not_met' }],
  ['the wanted share lowered to what is measured', 'targets', (rows) => (rows.find(({ target }) => target === 'direct-waiver')!['value'] = '80'), { 'direct-waiver': 'met' }],
  ['a date to come', 'targets', (rows) => (rows.find(({ target }) => target === 'direct-waiver')!['due'] = '2026-11-21'), { 'direct-waiver': 'on_track' }],
  ['a date that is over', 'targets', (rows) => (rows.find(({ target }) => target === 'direct-waiver')!['due'] = '2026-11-20'), { 'direct-waiver': 'overdue' }],
  ['whose number it is', 'targets', (rows) => (rows.find(({ target }) => target === 'direct-waiver')!['wanted_by'] = 'clause'), {}],
  ['another region', 'targets', (rows) => (rows.find(({ target }) => target === 'direct-waiver')!['region'] = 'zibo'), { 'direct-waiver': 'not_binding' }],
  ['a published emergency plan', 'events', (rows) => (rows.find(({ kind }) => kind === 'policy')!['clause'] = 'health-notice-2019#c-1-4'), { 'emergency-plan': 'met' }],
  ['a plan for a proposal', 'events', (rows) => (rows.find(({ kind }) => kind === 'policy')!['clause'] = 'zibo-proposal#c-3-3'), {}],
  ['the population of the city', 'population', (rows) => (rows.find(({ year, region, base }) => year === '2025' && region === 'sample-city' && base === 'resident')!['population'] = '1000'), {}],
])('%s flips exactly the verdicts that rest on it', (_, table, change, flips) => {
  const after = verdictsWith(table, change);
  expect(Object.fromEntries([...after].filter(([target, verdict]) => before.get(target) !== verdict))).toEqual(flips);
});

test('a clause without a number is listed with what is measured and not judged', () => {
  const after = verdictsWith('targets', (rows) => (rows.find(({ target }) => target === 'awareness')!['clause'] = 'health-notice-2019#c-1-3'));
  expect(after.get('awareness')).toBeNull();
  expect([before.get('awareness'), measured.get('awareness')?.wanted]).toEqual(['not_binding', null]);
});

test('no target can be met whatever is measured, and a reading of the portal is told from a number of the clause', () => {
  for (const { target, wanted } of listed) {
    if (wanted === null) continue;
    expect(verdict({ comparator: wanted.comparator, wanted: wanted.value, due: null, binding: true }, wanted.comparator === '>=' ? 0 : 1e9, today), target.target).toBe('not_met');
  }
  const readings = rowsOf('targets').filter(({ wanted_by: by }) => by === 'portal').map(({ target = '' }) => target);
  expect(listed.flatMap(({ target, wanted }) => (wanted?.by === 'portal' ? [target.target] : [])).toSorted()).toEqual(readings.toSorted());
  expect(readings.length).toBeGreaterThan(5);
});

test('every verdict on data says until when it stands: the table; where nothing is announced for the table, it has no end', () => {
  for (const { target, measured: value, table, validUntil } of listed) {
    if (value === null) expect(validUntil, target.target).toBeNull();
    else if (table === 'donations') expect(validUntil, target.target).toBe('2026-12-11T18:00:00+08:00');
    else if (table === 'use-indicators') expect(validUntil, target.target).toBe('2027-07-18T18:00:00+08:00');
    else if (table === 'stock' || table === 'issues' || table === 'collections') expect(validUntil, target.target).toBe('2026-11-22T11:00:00+08:00');
    else if (['fund-balances', 'fund-entries', 'fee-waivers', 'blood-ledger'].includes(table)) expect(validUntil, target.target).toBe('2026-12-11T18:00:00+08:00');
    else expect(validUntil, target.target).toBeNull();
  }
});

test('the file for programs has the form of the contract', () => {
  const entries = JSON.parse(commitmentsJson(demonstration)) as Record<string, unknown>[];
  expect(entries.length).toBe(measured.size);
  for (const entry of entries) {
    expect(Object.keys(entry)).toEqual(['target', 'clause', 'indicator', 'region', 'due', 'wanted', 'measured', 'as_of', 'verdict', 'valid_until', 'demonstration']);
  }
});
