/** What a promise is held against: one number from the tables for each indicator of the closed list, with the time it speaks of. */
import { addDays } from '#src/domain/calendar.ts';
import { isMeasured } from '#src/domain/missing.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { donationParts, latestDonationYear } from './donation-year.ts';
import { groupOrganisers } from './donor-mix.ts';
import { donationRates } from './donation-rate.ts';
import { bloodLedgers, discardYears } from './ledger.ts';
import { stockHistory } from './stock-history.ts';
import { stockNow } from './stock-now.ts';
import { supplyBalance } from './supply-balance.ts';

export type CommitmentIndicator = Rows['targets']['indicator'];

export interface Measurement {
  /** In the unit of the indicator; null where the tables cannot say. */
  readonly value: number | null;
  /** Year or day that the value speaks of. */
  readonly asOf: string | null;
  /** The table that answers, or would. */
  readonly table: string;
}

/** What a measure may look at: the day of the build and the day from which the clause counts. */
export interface MeasureContext {
  readonly portal: Portal;
  /** The portal's region and all it lies in. */
  readonly regions: readonly string[];
  readonly today: string;
  /** Day on which the document was issued; null where it carries none. */
  readonly since: string | null;
  /** `<policy>#<clause>` that promises it. */
  readonly clause: string;
}

type Measure = (context: MeasureContext) => Measurement;

const yearInDays = 365;

/** Drives held in the 365 days up to today. */
function heldDrives({ portal, today }: MeasureContext): readonly Rows['drives'][] {
  return portal.rows('drives').filter(({ status, date }) => status === 'held' && date <= today && date > addDays(today, -yearInDays));
}

function counted(context: MeasureContext, table: string, value: number): Measurement {
  return { value: context.portal.has(table) ? value : null, asOf: context.portal.has(table) ? context.today : null, table };
}

/** Share in percent of the rows of which a property is known; null without any. */
function share(context: MeasureContext, table: string, known: number, among: number): Measurement {
  return { value: among === 0 ? null : (100 * known) / among, asOf: among === 0 ? null : context.today, table };
}

/** The latest year of a use indicator in the portal's region. */
function useIndicator(indicator: Rows['use-indicators']['indicator']): Measure {
  return ({ portal }) => {
    const latest = portal
      .rows('use-indicators')
      .filter((row) => row.indicator === indicator && row.region === portal.settings.region && isMeasured(row.value))
      .toSorted((a, b) => b.year - a.year)[0];
    return latest === undefined || !isMeasured(latest.value)
      ? { value: null, asOf: null, table: 'use-indicators' }
      : { value: latest.value, asOf: String(latest.year), table: 'use-indicators' };
  };
}

/** Events of kind policy that name the clause, up to today: a plan or report that was published is recorded as one. None recorded does not mean that there is none. */
const published: Measure = ({ portal, today, clause }) => {
  const events = portal.rows('events').filter((event) => event.kind === 'policy' && event.clause === clause && event.date <= today);
  return events.length === 0 ? { value: null, asOf: null, table: 'events' } : { value: events.length, asOf: today, table: 'events' };
};

/** Donations from which the award in force that names the clause is given. */
const awardFrom: Measure = ({ portal, regions, today, clause }) => {
  const awards = portal.rows('benefits').filter((row) => row.kind === 'award' && row.status === 'in_force' && row.clause === clause && regions.includes(row.region) && row.minDonations !== null);
  const fewest = awards.map(({ minDonations }) => Number(minDonations)).toSorted((a, b) => a - b)[0];
  return fewest === undefined ? { value: null, asOf: null, table: 'benefits' } : { value: fewest, asOf: today, table: 'benefits' };
};

/** One measure for each indicator; the unit is that of the schema's list. */
export const commitmentMeasures: Readonly<Record<CommitmentIndicator, Measure>> = {
  // Per 1,000 residents in the latest complete year.
  donation_rate: ({ portal }) => {
    const latest = donationRates(portal).filter(({ base, region }) => base === 'resident' && region === portal.settings.region).at(-1);
    return { value: latest?.rate ?? null, asOf: latest === undefined ? null : String(latest.year), table: 'donations' };
  },
  // Whole blood collected as percent of red cells issued.
  volume_above_use: ({ portal }) => {
    const latest = supplyBalance(portal).at(-1);
    return { value: latest === undefined || latest.issued === 0 ? null : (100 * latest.collected) / latest.issued, asOf: latest === undefined ? null : String(latest.year), table: 'donations' };
  },
  // Donation houses of the county that has fewest.
  houses_per_county: (context) => {
    const { portal } = context;
    const counties = portal.rows('regions').filter(({ kind, parent }) => kind === 'county' && parent === portal.settings.region);
    const houses = portal.rows('stations').filter(({ kind }) => kind === 'house');
    const fewest = Math.min(...counties.map(({ region }) => houses.filter((house) => house.region === region).length));
    return counties.length === 0 ? { value: null, asOf: null, table: 'stations' } : counted(context, 'stations', fewest);
  },
  // Percent of the group-days of the latest 365 with a level, on which the level was normal.
  stock_above_threshold_share: (context) => {
    const { portal } = context;
    const now = stockNow(portal);
    let normal = 0;
    let known = 0;
    for (const entry of now.entries) {
      if (entry.station !== 'all' || entry.component !== now.headlineComponent) continue;
      const levels = (stockHistory(portal, entry)?.levels ?? []).slice(-yearInDays).filter((level) => level !== null);
      known += levels.length;
      normal += levels.filter((level) => level === 'normal').length;
    }
    return { value: known === 0 ? null : (100 * normal) / known, asOf: known === 0 ? null : now.date, table: 'stock' };
  },
  // Yuan charged on transfers since the document was issued.
  mutual_aid_fee: (context) => {
    const { portal, since, today } = context;
    const fees = portal.rows('transfers').filter(({ date }) => date <= today && (since === null || date >= since)).map((row) => row.mutualAidFeeFen);
    if (!fees.every(isMeasured)) return { value: null, asOf: null, table: 'transfers' };
    return counted(context, 'transfers', fees.reduce<number>((sum, fee) => sum + fee, 0) / 100);
  },
  direct_waiver_share: (context) => {
    const stated = context.portal.rows('hospitals').filter(({ directWaiver }) => directWaiver !== null);
    return share(context, 'hospitals', stated.filter(({ directWaiver }) => directWaiver === 'yes').length, stated.length);
  },
  drives_per_year: (context) => counted(context, 'drives', heldDrives(context).length),
  // Held inside a campaign of the events table that names the clause; none counted says nothing where the table begins after the campaign.
  drives_in_months: (context) => {
    const campaigns = context.portal.rows('events').filter(({ kind, clause }) => kind === 'campaign' && clause === context.clause);
    if (campaigns.length === 0) return { value: null, asOf: null, table: 'events' };
    const inside = heldDrives(context).filter(({ date }) => campaigns.some((campaign) => campaign.date <= date && date <= (campaign.until ?? campaign.date)));
    const first = context.portal.rows('drives').map(({ date }) => date).toSorted()[0];
    if (inside.length === 0 && !campaigns.some(({ date }) => first !== undefined && first <= date && date <= context.today)) return { value: null, asOf: null, table: 'drives' };
    return counted(context, 'drives', inside.length);
  },
  group_drives_per_year: (context) => counted(context, 'drives', heldDrives(context).filter(({ organiserKind }) => groupOrganisers.includes(organiserKind)).length),
  // Percent of the donations of the latest complete year.
  appointment_share: ({ portal }) => {
    const latest = latestDonationYear(portal);
    const parts = latest === null ? [] : donationParts(portal, `${latest.year}-`, portal.settings.region);
    const sum = (rows: typeof parts): number => rows.reduce((total, row) => total + (isMeasured(row.donations) ? row.donations : 0), 0);
    const told = parts.filter(({ channel }) => channel !== 'all');
    if (latest === null || sum(told) === 0) return { value: null, asOf: null, table: 'donations' };
    return { value: (100 * sum(told.filter(({ channel }) => channel === 'appointment'))) / sum(told), asOf: String(latest.year), table: 'donations' };
  },
  // Percent of stations with address, hours, services and the day on which they were confirmed.
  station_information_share: (context) => {
    const stations = context.portal.rows('stations');
    const complete = stations.filter((row) => row.addressZh !== null && row.hours !== null && row.services.length > 0 && row.confirmedOn !== null);
    return share(context, 'stations', complete.length, stations.length);
  },
  booking_stations: (context) => counted(context, 'stations', context.portal.rows('stations').filter(({ bookingUrl }) => bookingUrl !== null).length),
  transfers_recorded: (context) =>
    counted(context, 'transfers', context.portal.rows('transfers').filter(({ date }) => date <= context.today && date > addDays(context.today, -yearInDays)).length),
  // Percent of the headline component's income in the latest year that was thrown away.
  discard_share: ({ portal }) => {
    const ledger = bloodLedgers(portal).find(({ component }) => component === portal.settings.headlineComponent);
    const latest = ledger === undefined ? undefined : discardYears(ledger).at(-1);
    return latest === undefined || latest.cameIn === 0
      ? { value: null, asOf: null, table: 'blood-ledger' }
      : { value: (100 * (latest.expired + latest.testFailed + latest.otherDiscards)) / latest.cameIn, asOf: String(latest.year), table: 'blood-ledger' };
  },
  // Funds with a final or audited account of the last complete year.
  fund_published: (context) => {
    const year = String(Number(context.today.slice(0, 4)) - 1);
    const closed = context.portal.rows('fund-balances').filter(({ periodEnd, status }) => periodEnd.startsWith(year) && status !== 'provisional');
    return { ...counted(context, 'fund-balances', new Set(closed.map(({ fund }) => fund)).size), asOf: context.portal.has('fund-balances') ? year : null };
  },
  // Years up to this one for which a station budget is published.
  budget_secured: (context) => {
    const budgets = new Set(context.portal.rows('funds').filter(({ kind }) => kind === 'station_budget').map(({ fund }) => fund));
    const years = context.portal.rows('fund-budgets').filter(({ fund, year }) => budgets.has(fund) && year <= Number(context.today.slice(0, 4)));
    return counted(context, 'fund-budgets', new Set(years.map(({ year }) => year)).size);
  },
  // Check-ups in force for donors of the region.
  health_checks: (context) =>
    counted(context, 'benefits', context.portal.rows('benefits').filter(({ kind, status, region }) => kind === 'health_check' && status === 'in_force' && context.regions.includes(region)).length),
  requests_met_share: useIndicator('requests_met_share'),
  autologous_share: useIndicator('autologous_share'),
  awareness_share: useIndicator('awareness_share'),
  repeat_donor_share: useIndicator('repeat_donor_share'),
  honour_card_donations: awardFrom,
  emergency_plan: published,
  evaluation_published: published,
};
