/** How much blood a donor and the family may use free of charge, by the tiers of a rule. */
import { addMonths } from './calendar.ts';
import type { IsoDate } from './calendar.ts';

export const beneficiaries = ['donor', 'family'] as const;
export type Beneficiary = (typeof beneficiaries)[number];
export const yearsFrom = ['first_donation', 'last_donation', 'each_donation'] as const;
export type YearsFrom = (typeof yearsFrom)[number];

/** One step of a rule: who has given so much may use so much. null: not asked for, or without limit. */
export interface WaiverTier {
  readonly tier: number;
  readonly beneficiary: Beneficiary;
  /** Total from this volume on. */
  readonly minVolumeMl: number | null;
  /** Total below this volume. */
  readonly maxVolumeMl: number | null;
  readonly minDonations: number | null;
  readonly withinYears: number | null;
  /** Free volume ÷ volume given; null: without limit. */
  readonly multiplier: number | null;
  /** What one apheresis dose counts for; null: the rule does not say. */
  readonly doseMl: number | null;
  /** Where the years begin; null: the rule does not say. */
  readonly countedFrom: YearsFrom | null;
}

/** One donation: whole blood in millilitres, or apheresis in doses. */
export interface GivenBlood {
  readonly date: IsoDate;
  readonly volumeMl: number | null;
  readonly doses: number | null;
}

/** What one donation entitles to. */
export interface WaiverLine {
  readonly date: IsoDate;
  readonly volumeMl: number;
  /** null: no tier holds for it any more. */
  readonly tier: WaiverTier | null;
  /** The last day on which that tier holds for it; null: for life. */
  readonly until: IsoDate | null;
  readonly freeMl: number;
}

/** `freeMl` is infinite where a tier sets no limit; then `unlimited` is that tier. */
export interface Entitlement {
  readonly freeMl: number;
  readonly unlimited: WaiverTier | null;
  readonly lines: readonly WaiverLine[];
}

export interface WaiverAnswer {
  /** Whole blood and converted doses. */
  readonly volumeMl: number;
  readonly donations: number;
  /** Doses that the rule does not say how to convert: counted as donations, not as volume. */
  readonly dosesLeftOut: number;
  /** Donations after the day that is asked about. */
  readonly later: number;
  /** `low` and `high` differ only where the rule does not say from when its years count. null: the rule says nothing of this person. */
  readonly entitled: Readonly<Record<Beneficiary, { readonly low: Entitlement; readonly high: Entitlement } | null>>;
  /** The least further volume that leads to another step for the donor; null where there is none. */
  readonly next: { readonly needMl: number; readonly tier: WaiverTier } | null;
}

/**
 * What donations entitle to on a day. Totals decide which tiers hold (from `minVolumeMl`, below `maxVolumeMl`); of the tiers that hold for a donation the one
 * with the highest multiplier counts. Years run to the same calendar day, that day included (Civil Code, Articles 201 and 202); 29 February ends on the 28th.
 * Nothing already used is taken off.
 */
export function feeWaiver(tiers: readonly WaiverTier[], given: readonly GivenBlood[], on: IsoDate): WaiverAnswer {
  const counted = given.filter(({ date }) => date <= on).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const doseMl = tiers.find((tier) => tier.doseMl !== null)?.doseMl ?? null;
  const volumes = counted.map(({ date, volumeMl, doses }) => ({ date, volumeMl: (volumeMl ?? 0) + (doseMl === null ? 0 : (doses ?? 0) * doseMl) }));
  const volumeMl = volumes.reduce((sum, one) => sum + one.volumeMl, 0);
  const reached = tiers.filter((tier) => isReached(tier, volumeMl, counted.length));
  const entitledAs = (beneficiary: Beneficiary): { readonly low: Entitlement; readonly high: Entitlement } | null => {
    if (!tiers.some((tier) => tier.beneficiary === beneficiary)) return null;
    const own = reached.filter((tier) => tier.beneficiary === beneficiary);
    const unstated = own.some(({ withinYears, countedFrom }) => withinYears !== null && countedFrom === null);
    const answers = (unstated ? yearsFrom : [null]).map((from) => entitlement(own, volumes, on, from)).toSorted((a, b) => (a.freeMl === b.freeMl ? 0 : a.freeMl < b.freeMl ? -1 : 1));
    const [low, high] = [answers[0], answers.at(-1)];
    return low === undefined || high === undefined ? null : { low, high };
  };
  const ahead = tiers
    .flatMap((tier) => (tier.beneficiary === 'donor' && tier.minVolumeMl !== null && tier.minVolumeMl > volumeMl ? [{ tier, needMl: tier.minVolumeMl - volumeMl }] : []))
    .toSorted((a, b) => a.needMl - b.needMl);
  return {
    volumeMl,
    donations: counted.length,
    dosesLeftOut: doseMl === null ? counted.reduce((sum, { doses }) => sum + (doses ?? 0), 0) : 0,
    later: given.length - counted.length,
    entitled: { donor: entitledAs('donor'), family: entitledAs('family') },
    next: ahead[0] ?? null,
  };
}

/** Whether totals reach a tier and do not go beyond it. */
function isReached({ minVolumeMl, maxVolumeMl, minDonations }: WaiverTier, volumeMl: number, donations: number): boolean {
  return donations > 0 && volumeMl >= (minVolumeMl ?? 0) && (maxVolumeMl === null || volumeMl < maxVolumeMl) && donations >= (minDonations ?? 0);
}

/** `unstatedFrom` stands in for what the rule leaves open. */
function entitlement(tiers: readonly WaiverTier[], given: readonly { readonly date: IsoDate; readonly volumeMl: number }[], on: IsoDate, unstatedFrom: YearsFrom | null): Entitlement {
  const [first, last] = [given[0]?.date ?? on, given.at(-1)?.date ?? on];
  const lines = given.map(({ date, volumeMl }): WaiverLine => {
    const holding = tiers.flatMap((tier) => {
      const from = tier.countedFrom ?? unstatedFrom ?? 'each_donation';
      const until = tier.withinYears === null ? null : addMonths(from === 'first_donation' ? first : from === 'last_donation' ? last : date, tier.withinYears * 12);
      return until !== null && on > until ? [] : [{ tier, until }];
    });
    const factor = ({ tier }: { readonly tier: WaiverTier }): number => tier.multiplier ?? Number.POSITIVE_INFINITY;
    const best = holding.reduce<(typeof holding)[number] | null>((most, one) => (most === null || factor(one) > factor(most) ? one : most), null);
    return { date, volumeMl, tier: best?.tier ?? null, until: best?.until ?? null, freeMl: best === null ? 0 : best.tier.multiplier === null ? Number.POSITIVE_INFINITY : volumeMl * best.tier.multiplier };
  });
  return {
    freeMl: lines.reduce((sum, { freeMl }) => sum + freeMl, 0),
    unlimited: lines.find(({ tier }) => tier !== null && tier.multiplier === null)?.tier ?? null,
    lines,
  };
}
