/** The invented city: its districts, its blood stations that keep stock, its span of days. Nothing here exists. */
import { dayNumber } from '#src/domain/calendar.ts';

/** First and last date of the daily tables, ten years. */
export const firstDate = '2016-11-22';
export const lastDate = '2026-11-21';
/** The simulation starts earlier, so that stock and its ages have settled by the first date. */
export const warmUpDate = '2016-08-01';
/** The two branches start to keep stock of their own. */
export const branchesSince = '2024-11-22';
export const firstDay = dayNumber(firstDate);
export const lastDay = dayNumber(lastDate);

export interface District {
  readonly region: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Residents at the end of 2020. */
  readonly residents: number;
  /** Registered people per resident: below 1 where people move in. */
  readonly registeredShare: number;
  /** Donations here per resident against the city's mean. */
  readonly generosity: number;
  /** Where its blood goes since `branchesSince`. */
  readonly station: StockStation;
}

export const stockStations = ['centre', 'branch-east', 'branch-west'] as const;
export type StockStation = (typeof stockStations)[number];

export const districts: readonly District[] = [
  { region: 'sample-city-a', nameZh: '甲区', nameEn: 'District A', residents: 1_182_000, registeredShare: 0.78, generosity: 1.38, station: 'centre' },
  { region: 'sample-city-b', nameZh: '乙区', nameEn: 'District B', residents: 963_000, registeredShare: 0.86, generosity: 1.16, station: 'centre' },
  { region: 'sample-city-c', nameZh: '丙区', nameEn: 'District C', residents: 742_000, registeredShare: 1.01, generosity: 0.92, station: 'centre' },
  { region: 'sample-city-d', nameZh: '丁区', nameEn: 'District D', residents: 688_000, registeredShare: 1.09, generosity: 0.75, station: 'centre' },
  { region: 'sample-city-e', nameZh: '戊区', nameEn: 'District E', residents: 571_000, registeredShare: 1.12, generosity: 0.72, station: 'branch-east' },
  { region: 'sample-city-f', nameZh: '己区', nameEn: 'District F', residents: 498_000, registeredShare: 1.15, generosity: 0.66, station: 'branch-west' },
];

/** 甲区 for `a`. */
export function districtNameZh(letter: string): string {
  const district = districts.find(({ region }) => region === `sample-city-${letter}`);
  if (district === undefined) throw new Error(`no district ${letter}`);
  return district.nameZh;
}

/** Share of the city's donations in each district. */
export const donationShares: readonly number[] = shares(({ residents, generosity }) => residents * generosity);

/** Share of the city's requests that each station answers since `branchesSince`. */
export const issueShares: Readonly<Record<StockStation, number>> = shareOfStations();

function shares(weightOf: (district: District) => number): number[] {
  const total = districts.reduce((sum, district) => sum + weightOf(district), 0);
  return districts.map((district) => weightOf(district) / total);
}

function shareOfStations(): Record<StockStation, number> {
  const result: Record<StockStation, number> = { centre: 0, 'branch-east': 0, 'branch-west': 0 };
  districts.forEach((district, index) => (result[district.station] += donationShares[index] ?? 0));
  return result;
}
