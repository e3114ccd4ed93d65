/** Receipts and disbursements of the invented city's three funds since 2019, in whole fen. */
import { dateOfDay, dayNumber } from '#src/domain/calendar.ts';
import type { FeeWaivers } from './fee-waivers.ts';
import { randomStream } from './random.ts';
import type { Random } from './random.ts';
import type { Row, Table } from './table.ts';
import { yuan } from './table.ts';

export interface FundEntry {
  readonly fund: string;
  readonly date: string;
  readonly direction: 'receipt' | 'disbursement';
  readonly category: string;
  readonly programme: string;
  readonly amountFen: number;
  readonly beneficiaries: number | null;
  readonly noteZh?: string;
  readonly noteEn?: string;
}

export const firstYear = 2019;
export const lastYear = 2026;
/** Accounts of the current year are kept up to here. */
export const accountsUntil = '2026-10-31';

/** A line of the station's budget: paid each month, in yuan of 2019. */
const monthly: readonly (readonly [category: string, yuan: number, growth: number, direction: FundEntry['direction']])[] = [
  ['fiscal_grant', 2_310_000, 0.045, 'receipt'],
  ['supply_fees', 2_020_000, 0.05, 'receipt'],
  ['personnel', 1_930_000, 0.05, 'disbursement'],
  ['reagents', 912_000, 0.04, 'disbursement'],
  ['consumables', 668_000, 0.045, 'disbursement'],
  ['collection_sites', 352_000, 0.03, 'disbursement'],
  ['cold_chain', 188_000, 0.03, 'disbursement'],
  ['publicity', 132_000, 0.02, 'disbursement'],
];

/** All entries in order of date, then fund. */
export function fundEntries(waivers: readonly FeeWaivers[]): readonly FundEntry[] {
  const entries = [...careFund(randomStream('care fund')), ...waiverFund(waivers), ...stationBudget(randomStream('station budget'))];
  return entries
    .filter(({ date }) => date <= accountsUntil)
    .map((entry, index) => ({ entry, key: `${entry.date} ${entry.fund} ${String(index).padStart(6, '0')}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}

function* careFund(random: Random): Generator<FundEntry> {
  const fund = 'care-fund';
  for (let year = firstYear; year <= lastYear; year += 1) {
    const gifts = random.integer(9, 14);
    for (let i = 0; i < gifts; i += 1) {
      const enterprise = random.uniform() < 0.4;
      const amountFen = enterprise ? random.integer(20, 120) * 100_000 : random.integer(50, 4000) * 500 + random.integer(0, 99);
      yield { fund, date: someDay(random, year), direction: 'receipt', category: enterprise ? 'gift_enterprise' : 'gift_public', programme: '', amountFen, beneficiaries: null };
    }
    yield { fund, date: `${year}-01-15`, direction: 'receipt', category: 'fiscal_grant', programme: '', amountFen: 30_000_000, beneficiaries: null };
    yield { fund, date: `${year}-12-21`, direction: 'receipt', category: 'interest', programme: '', amountFen: random.integer(900_000, 2_400_000), beneficiaries: null };
    for (let month = 1; month <= 12; month += 1) {
      yield* help(random, year, month, 'hardship', 'hardship_donors', 3, 9, 300_000);
      if (month % 2 === 0) yield* help(random, year, month, 'illness', 'seriously_ill_donors', 1, 6, 1_000_000);
    }
    yield { ...helpOn(random, `${year}-09-08`, 'students', 'outstanding_students', random.integer(18, 32), 200_000), noteZh: '优秀献血大学生助学金', noteEn: 'Grants for students who give blood' };
    yield { ...helpOn(random, `${year}-06-14`, 'commendation', 'donor_day', random.integer(160, 260), 12_000), noteZh: '世界献血者日慰问', noteEn: 'World Blood Donor Day' };
    yield { fund, date: `${year}-12-28`, direction: 'disbursement', category: 'audit', programme: '', amountFen: 1_200_000, beneficiaries: null };
  }
}

function* help(random: Random, year: number, month: number, category: string, programme: string, low: number, high: number, eachFen: number): Generator<FundEntry> {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(random.integer(10, 27)).padStart(2, '0')}`;
  yield helpOn(random, date, category, programme, random.integer(low, high), eachFen);
}

function helpOn(random: Random, date: string, category: string, programme: string, people: number, eachFen: number): FundEntry {
  let amountFen = 0;
  for (let i = 0; i < people; i += 1) amountFen += Math.round((eachFen * random.integer(8, 14)) / 10);
  return { fund: 'care-fund', date, direction: 'disbursement', category, programme, amountFen, beneficiaries: people };
}

/** Pays back the month's waived fees on the 10th of the next month; the city tops it up twice a year. */
function* waiverFund(waivers: readonly FeeWaivers[]): Generator<FundEntry> {
  const fund = 'waiver-fund';
  const sums = new Map<string, { claims: number; fen: number }>();
  for (const { month, channel, claims, amountFen } of waivers) {
    const key = `${month} ${channel}`;
    const sum = sums.get(key) ?? { claims: 0, fen: 0 };
    sums.set(key, { claims: sum.claims + claims, fen: sum.fen + amountFen });
  }
  for (const [key, { claims, fen }] of sums) {
    const [month = '', channel = ''] = key.split(' ');
    const date = dateOfDay(dayNumber(`${month}-01`) + 40).slice(0, 8) + '10';
    yield { fund, date, direction: 'disbursement', category: `waiver_${channel}`, programme: '', amountFen: fen, beneficiaries: claims };
  }
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const date of [`${year}-01-20`, `${year}-07-20`]) {
      yield { fund, date, direction: 'receipt', category: 'fiscal_grant', programme: '', amountFen: 115_000_000 + (year - firstYear) * 6_500_000, beneficiaries: null };
    }
  }
}

function* stationBudget(random: Random): Generator<FundEntry> {
  const fund = 'station-budget';
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (const [category, base, growth, direction] of monthly) {
        const amountFen = Math.round(base * (1 + growth * (year - firstYear))) * 100 + random.integer(-60_000, 60_000) * 100 + random.integer(0, 99);
        yield { fund, date: `${year}-${String(month).padStart(2, '0')}-${direction === 'receipt' ? '05' : '25'}`, direction, category, programme: '', amountFen, beneficiaries: null };
      }
    }
    const equipment = random.integer(900, 2600) * 100_000;
    yield { fund, date: `${year}-11-18`, direction: 'disbursement', category: 'equipment', programme: '', amountFen: equipment, beneficiaries: null };
    if (year % 3 === 0) yield { fund, date: `${year}-05-12`, direction: 'disbursement', category: 'vehicles', programme: '', amountFen: 168_000_000, beneficiaries: null };
  }
}

function someDay(random: Random, year: number): string {
  return dateOfDay(dayNumber(`${year}-01-01`) + random.integer(3, 350));
}

export function fundEntriesTable(entries: readonly FundEntry[]): Table {
  return {
    name: 'fund-entries',
    rows: entries.map((entry, index): Row => ({
      entry: `e-${entry.date.slice(0, 4)}-${String(index + 1).padStart(4, '0')}`, fund: entry.fund, date: entry.date, direction: entry.direction,
      category: entry.category, programme: entry.programme, amount_yuan: yuan(entry.amountFen), beneficiaries: entry.beneficiaries ?? 'NA',
      document: '', note_zh: entry.noteZh ?? '', note_en: entry.noteEn ?? '',
    })),
  };
}
