/** What others have published about the country and its provinces and cities, as series by year. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { regionsAround } from './restrictions.ts';

export type PublishedFigure = Rows['figures'];

/** The country that the portal's region lies in; null where the regions table does not say. */
export function nationOf(portal: Portal): string | null {
  const regions = portal.rows('regions');
  const around = regionsAround(portal.settings.region, new Map(regions.map(({ region, parent }) => [region, parent])));
  return regions.find(({ region, kind }) => kind === 'country' && around.has(region))?.region ?? null;
}

/** Yearly figures of one region, indicator and unit, in order of year; within a year what is published before what was worked out or superseded. */
export function yearlyFigures(portal: Portal, region: string, indicator: PublishedFigure['indicator'], unit: string): readonly PublishedFigure[] {
  return portal
    .rows('figures')
    .filter((row) => row.region === region && row.indicator === indicator && row.unit === unit && /^\d{4}$/.test(row.period))
    .toSorted((a, b) => Number(a.period) - Number(b.period) || statusRank[a.status] - statusRank[b.status]);
}

const statusRank: Readonly<Record<PublishedFigure['status'], number>> = { published: 0, derived: 1, superseded: 2 };

/** Rates per 1,000 (‰) stated for parts of a country, published or worked out, the latest year first, the highest first within a year. */
export function ratesElsewhere(portal: Portal, nation: string): readonly PublishedFigure[] {
  const parents = new Map(portal.rows('regions').map(({ region, parent }) => [region, parent]));
  const lies = (region: string): boolean => region !== nation && regionsAround(region, parents).has(nation);
  return portal
    .rows('figures')
    .filter((row) => row.indicator === 'donation_rate' && row.unit === '‰' && row.status !== 'superseded' && /^\d{4}$/.test(row.period) && lies(row.region))
    .toSorted((a, b) => Number(b.period) - Number(a.period) || b.value - a.value);
}
