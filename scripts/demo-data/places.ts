/** Regions and their people: the invented city with its districts, and the real places that published figures speak of. */
import { districts } from './city.ts';
import type { Row, Table } from './table.ts';

export const cityRegion = 'sample-city';
export const neighbourRegion = 'sample-neighbour';

const invented: readonly Row[] = [
  { region: 'sample-province', parent: 'china', kind: 'province', name_zh: '示例省（虚构）', name_en: 'Sample Province (fictional)' },
  { region: cityRegion, parent: 'sample-province', kind: 'city', name_zh: '示例市', name_en: 'Sample City' },
  { region: neighbourRegion, parent: 'sample-province', kind: 'city', name_zh: '示例邻市（虚构）', name_en: 'Sample Neighbour City (fictional)' },
  ...districts.map(({ region, nameZh, nameEn }) => ({ region, parent: cityRegion, kind: 'county', name_zh: nameZh, name_en: nameEn })),
];

/** Regions, real and invented; the real ones come from the hand-made table. */
export function regionsTable(real: readonly Row[]): Table {
  return { name: 'regions', rows: [...invented, ...real] };
}

/** People at the end of each year by four bases; whole hundreds, as a statistics office rounds them. */
export function populationTable(): Table {
  const rows: Row[] = [];
  for (let year = 2016; year <= 2025; year += 1) {
    const people = districts.map((district, index) => {
      // Outer districts lose what inner ones gain.
      const growth = [0.011, 0.008, 0.001, -0.002, -0.005, -0.006][index] ?? 0;
      const resident = hundreds(district.residents * (1 + growth * (year - 2020)));
      const adultShare = 0.585 - 0.0042 * (year - 2016) + (index < 2 ? 0.02 : -0.01);
      return {
        region: district.region,
        resident,
        registered: hundreds(resident * district.registeredShare),
        age_18_55: hundreds(resident * adultShare),
        age_18_60: hundreds(resident * (adultShare + 0.074)),
      };
    });
    for (const base of ['resident', 'registered', 'age_18_55', 'age_18_60'] as const) {
      const ofCity = people.reduce((sum, district) => sum + district[base], 0);
      for (const { region, value } of [{ region: cityRegion, value: ofCity }, ...people.map((p) => ({ region: p.region, value: p[base] }))]) {
        rows.push({ year, region, base, population: value, source: 'sample-statistics' });
      }
    }
  }
  return { name: 'population', rows };
}

function hundreds(value: number): number {
  return Math.round(value / 100) * 100;
}
