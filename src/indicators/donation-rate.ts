/** Donations per 1,000 people: by year, region and population base, and the targets for them. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { ratePer1000 } from '#src/domain/donation-rate.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { donationYear } from './donation-year.ts';

export type PopulationBase = Rows['population']['base'];
export const populationBases: readonly PopulationBase[] = ['resident', 'registered', 'age_18_55', 'age_18_60'];

export interface DonationRate {
  readonly year: number;
  readonly region: string;
  readonly base: PopulationBase;
  readonly donations: number;
  readonly population: number;
  /** Donations ÷ population × 1,000, unrounded. */
  readonly rate: number;
}

/** Of the portal's region and the regions directly in it: every complete year of donations with a population of that year, in order of year, region (the portal's own first) and base. A population that is missing or zero gives no rate. */
export const donationRates: (portal: Portal) => readonly DonationRate[] = oncePerPortal((portal) => {
  const own = portal.settings.region;
  const regions = [own, ...portal.rows('regions').filter(({ parent }) => parent === own).map(({ region }) => region)];
  const years = [...new Set(portal.rows('donations').map(({ month }) => Number(month.slice(0, 4))))].toSorted((a, b) => a - b);
  const population = portal.rows('population');
  return years.flatMap((year) =>
    regions.flatMap((region) => {
      const donations = donationYear(portal, year, region)?.donations ?? null;
      if (donations === null) return [];
      return populationBases.flatMap((base) => {
        const people = population.find((row) => row.year === year && row.region === region && row.base === base)?.population;
        return people === undefined || !isMeasured(people) || people === 0 ? [] : [{ year, region, base, donations, population: people, rate: ratePer1000(donations, people) }];
      });
    }),
  );
});

/** A target for the rate, with its number. */
export type RateTarget = Rows['targets'] & { readonly value: number };

/** Targets for the rate that name a number; the clause says whom each binds. */
export function rateTargets(portal: Portal): readonly RateTarget[] {
  return portal.rows('targets').filter((target): target is RateTarget => target.indicator === 'donation_rate' && isMeasured(target.value));
}
