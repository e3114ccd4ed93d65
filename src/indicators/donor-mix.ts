/** Who gives and how, by month: kinds of donation, donors, channels; and who organised the drives that were held. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { addMonths, firstDayOfMonth, monthOf, monthsFrom } from '#src/domain/calendar.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { donationParts } from './donation-year.ts';

type DonationsRow = Rows['donations'];

export const donationKinds: readonly DonationsRow['donation'][] = ['whole_blood', 'apheresis_platelets', 'apheresis_plasma'];
export const donorKinds: readonly DonationsRow['donor'][] = ['repeat', 'first_time', 'lapsed', 'all'];
export const channels: readonly DonationsRow['channel'][] = ['street', 'group', 'appointment', 'all'];

export interface DonorMonth {
  readonly month: string;
  /** null: a number of the month is missing. */
  readonly donations: number | null;
  readonly byDonation: readonly number[];
  readonly byDonor: readonly number[];
  readonly byChannel: readonly number[];
  /** Millilitres of an average whole-blood donation; null where the volume or the count is missing. */
  readonly meanMl: number | null;
  /** Doses of an average donation of apheresis platelets; null where the doses or the count are missing. */
  readonly meanDoses: number | null;
}

/** The last `count` calendar months up to the latest with a row, in order; parts follow `donationKinds`, `donorKinds` and `channels`, where `all` is what is not told apart. */
export function donorMonths(portal: Portal, count: number): readonly DonorMonth[] {
  const last = portal.rows('donations').reduce((latest, { month }) => (month > latest ? month : latest), '');
  if (last === '') return [];
  const from = monthOf(addMonths(firstDayOfMonth(last), 1 - count));
  return monthsFrom(from, last).map((month) => donorMonth(portal, month));
}

function donorMonth(portal: Portal, month: string): DonorMonth {
  const rows = donationParts(portal, month, portal.settings.region);
  const sum = (of: readonly DonationsRow[]): number | null =>
    of.reduce<number | null>((total, { donations }) => (total === null || !isMeasured(donations) ? null : total + donations), 0);
  const split = <Key extends 'donation' | 'donor' | 'channel'>(key: Key, kinds: readonly DonationsRow[Key][]): readonly number[] =>
    kinds.map((kind) => sum(rows.filter((row) => row[key] === kind)) ?? 0);
  const mean = (kind: DonationsRow['donation'], measure: 'volumeMl' | 'doses'): number | null => {
    const ofKind = rows.filter(({ donation }) => donation === kind);
    const count = sum(ofKind);
    const whole = ofKind.reduce<number | null>((total, { [measure]: value }) => (total === null || !isMeasured(value) ? null : total + value), 0);
    return whole === null || count === null || count === 0 ? null : whole / count;
  };
  return {
    month,
    donations: rows.length === 0 ? null : sum(rows),
    byDonation: split('donation', donationKinds),
    byDonor: split('donor', donorKinds),
    byChannel: split('channel', channels),
    meanMl: mean('whole_blood', 'volumeMl'),
    meanDoses: mean('apheresis_platelets', 'doses'),
  };
}

export interface OrganiserDrives {
  readonly organiser: Rows['drives']['organiserKind'];
  readonly drives: number;
  /** Donations collected at them; null where one did not state it. */
  readonly collected: number | null;
}

/** Kinds of organisers whose drives are those of a group. */
export const groupOrganisers: readonly Rows['drives']['organiserKind'][] = ['government', 'university', 'enterprise', 'hospital', 'military'];

/** The drives that were held, by who organised them, most donations first; the dates of the first and the last. */
export function drivesHeld(portal: Portal): { readonly from: string; readonly to: string; readonly organisers: readonly OrganiserDrives[] } | null {
  const held = portal.rows('drives').filter(({ status }) => status === 'held');
  const dates = held.map(({ date }) => date).toSorted();
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) return null;
  const organisers = [...Map.groupBy(held, ({ organiserKind }) => organiserKind)].map(([organiser, drives]) => ({
    organiser,
    drives: drives.length,
    collected: drives.reduce<number | null>((total, { collected }) => (total === null || !isMeasured(collected) ? null : total + collected), 0),
  }));
  return { from, to, organisers: organisers.toSorted((a, b) => (b.collected ?? 0) - (a.collected ?? 0) || b.drives - a.drives) };
}
