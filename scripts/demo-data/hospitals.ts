/** Invented hospitals that use blood, and since when they waive the fee on the spot. */
import type { Row, Table } from './table.ts';

/** District letter, name, name in English, first day of direct waiver (blank: not yet). */
const hospitals: readonly (readonly [district: string, zh: string, en: string, since: string])[] = [
  ['a', '示例市第一医院', 'Sample City First Hospital', '2019-12-01'],
  ['a', '示例市中心医院', 'Sample City Central Hospital', '2019-12-01'],
  ['a', '示例大学附属医院', 'Sample University Hospital', '2020-03-16'],
  ['a', '示例市妇幼保健院', 'Sample City Maternity Hospital', '2020-09-01'],
  ['a', '示例市儿童医院', 'Sample City Children’s Hospital', '2020-09-01'],
  ['a', '示例市肿瘤医院', 'Sample City Cancer Hospital', '2021-04-06'],
  ['b', '示例市第二医院', 'Sample City Second Hospital', '2020-06-01'],
  ['b', '示例市中医医院', 'Sample City Hospital of Chinese Medicine', '2021-07-01'],
  ['b', '乙区人民医院', 'District B People’s Hospital', '2021-07-01'],
  ['b', '示例市骨科医院', 'Sample City Orthopaedic Hospital', '2022-11-15'],
  ['c', '示例市第三医院', 'Sample City Third Hospital', '2021-01-04'],
  ['c', '丙区人民医院', 'District C People’s Hospital', '2021-10-11'],
  ['c', '丙区中医医院', 'District C Hospital of Chinese Medicine', '2024-05-20'],
  ['d', '丁区人民医院', 'District D People’s Hospital', '2021-10-11'],
  ['d', '丁区妇幼保健院', 'District D Maternity Hospital', '2025-03-03'],
  ['d', '示例矿务局医院', 'Sample Mining Hospital', ''],
  ['e', '戊区人民医院', 'District E People’s Hospital', '2022-03-01'],
  ['e', '戊区第二人民医院', 'District E Second People’s Hospital', '2025-09-08'],
  ['f', '己区人民医院', 'District F People’s Hospital', '2022-03-01'],
  ['f', '己区中医医院', 'District F Hospital of Chinese Medicine', ''],
  ['f', '示例康复医院', 'Sample Rehabilitation Hospital', ''],
];

export function hospitalsTable(): Table {
  return {
    name: 'hospitals',
    rows: hospitals.map(([district, zh, en, since], index): Row => ({
      hospital: `hospital-${String(index + 1).padStart(2, '0')}`, name_zh: zh, name_en: en, region: `sample-city-${district}`,
      direct_waiver: since === '' ? 'no' : 'yes', direct_waiver_since: since === '' ? 'NA' : since, confirmed_on: '2026-10-30',
    })),
  };
}
