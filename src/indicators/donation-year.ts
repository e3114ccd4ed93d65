/** A calendar year of donations in the portal's region: how many, how much whole blood, and how much red cells were issued against it. */
import { dayNumber, isoDate } from '#src/domain/calendar.ts';
import { isMeasured } from '#src/domain/missing.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { isNumber, valueOn } from './series.ts';
import { stockRecords } from './stock-records.ts';

type DonationsRow = Rows['donations'];

export interface DonationYear {
  readonly year: number;
  /** Donations, not donors, of every kind. */
  readonly donations: number;
  /** Millilitres of whole blood; null where a month does not state it. */
  readonly wholeBloodMl: number | null;
}

/**
 * The rows of a year (`2025`) or month (`2025-03`) that make up a region: its own, else those of the regions directly in it. Where a sum (`all`) stands beside
 * its parts, only the parts.
 */
export function donationParts(portal: Portal, period: string, region: string): readonly DonationsRow[] {
  const ofPeriod = portal.rows('donations').filter((row) => row.month.startsWith(period));
  const own = ofPeriod.filter((row) => row.region === region);
  const below = new Set(portal.rows('regions').filter((row) => row.parent === region).map((row) => row.region));
  const rows = own.length > 0 ? own : ofPeriod.filter((row) => below.has(row.region));
  return groupsOf(rows, (row) => `${row.region}|${row.month}|${row.donation}`).flatMap(finest);
}

/** The donations of a year of a region, the portal's if not told. Null where a region that reports in the year lacks a month of whole blood, or a number is missing. */
export function donationYear(portal: Portal, year: number, region: string = portal.settings.region): DonationYear | null {
  const parts = donationParts(portal, `${year}-`, region);
  const months = groupsOf(parts.filter((row) => row.donation === 'whole_blood'), (row) => row.region).map((ofRegion) => new Set(ofRegion.map((row) => row.month)).size);
  if (months.length === 0 || months.some((count) => count !== 12) || months.length !== new Set(parts.map((row) => row.region)).size) return null;
  const donations = sumOf(parts.map((row) => row.donations));
  const wholeBloodMl = sumOf(parts.filter((row) => row.donation === 'whole_blood').map((row) => row.volumeMl));
  return donations === null ? null : { year, donations, wholeBloodMl };
}

/** The latest year, of those with a row, whose donations are complete; null without one. */
export function latestDonationYear(portal: Portal): DonationYear | null {
  const years = new Set(portal.rows('donations').map((row) => Number(row.month.slice(0, 4))));
  for (const year of [...years].toSorted((a, b) => b - a)) {
    const complete = donationYear(portal, year);
    if (complete !== null) return complete;
  }
  return null;
}

/**
 * Red cells issued in the region in a year, in U, summed over its groups; null where a day of a group is missing,
 * or where the published groups overlap so that a sum would count blood twice.
 */
export function redCellsIssued(portal: Portal, year: number): number | null {
  const groups = stockRecords(portal).issues.series.filter((one) => one.station === 'all' && one.component === 'red_cells' && one.unit === 'U');
  const overlap = groups.some((one, index) =>
    groups.slice(index + 1).some((other) => meets(one.abo, other.abo) && meets(one.rhd, other.rhd)),
  );
  if (groups.length === 0 || overlap) return null;
  let sum = 0;
  for (let day = dayNumber(isoDate(year, 1, 1)); day <= dayNumber(isoDate(year, 12, 31)); day += 1) {
    for (const { series } of groups) {
      const value = valueOn(series, day);
      if (!isNumber(value)) return null;
      sum += value;
    }
  }
  return sum;
}

function meets(one: string, other: string): boolean {
  return one === 'all' || other === 'all' || one === other;
}

function finest(rows: readonly DonationsRow[]): readonly DonationsRow[] {
  const byDonor = rows.some((row) => row.donor !== 'all') ? rows.filter((row) => row.donor !== 'all') : rows;
  return byDonor.some((row) => row.channel !== 'all') ? byDonor.filter((row) => row.channel !== 'all') : byDonor;
}

function groupsOf(rows: readonly DonationsRow[], key: (row: DonationsRow) => string): readonly (readonly DonationsRow[])[] {
  return [...Map.groupBy(rows, key).values()];
}

function sumOf(values: readonly DonationsRow['donations'][]): number | null {
  let sum = 0;
  for (const value of values) {
    if (!isMeasured(value)) return null;
    sum += value;
  }
  return sum;
}
