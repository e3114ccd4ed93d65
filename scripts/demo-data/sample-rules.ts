/** What the invented city grants its donors and charges for blood; each line's source says that it is made up. */
import { cityRegion } from './places.ts';
import type { Row } from './table.ts';

const source = 'sample-rules';

/** Benefits of the city itself; national and other cities' ones come from the hand-made table. */
export const sampleBenefits: readonly Row[] = [
  benefit('sample-award-10', 'award', 10, '', '献血满10次：市级无偿献血奉献奖（示例）', '10 donations: the city’s donor award (sample)'),
  benefit('sample-volunteer-120', 'award', '', 120, '志愿服务满120小时：市级志愿服务奖（示例）', '120 hours of volunteering: the city’s volunteer award (sample)'),
  benefit('sample-transport', 'exemption', 10, '', '免费乘坐城市公共交通工具（示例）', 'Free public transport in the city (sample)'),
  benefit('sample-parks', 'exemption', 10, '', '免费游览政府投资主办的公园（示例）', 'Free entry to parks that the government runs (sample)'),
  benefit('sample-outpatient', 'exemption', 10, '', '公立医院免普通门诊诊查费（示例）', 'No consultation fee at public hospitals’ ordinary outpatient clinics (sample)'),
  benefit('sample-leave', 'leave', 1, '', '献血后1天休息（示例）', 'One day of rest after donating (sample)'),
  benefit('sample-check', 'health_check', 20, '', '每年一次基本项目健康体检（示例）', 'One basic health check a year (sample)'),
];

function benefit(id: string, kind: string, donations: number | '', hours: number | '', textZh: string, textEn: string): Row {
  return {
    benefit: id, region: cityRegion, kind, min_donations: donations, min_volume_ml: '', min_hours: hours,
    text_zh: textZh, text_en: textEn, valid_from: '2023-07-01', valid_until: '', status: 'in_force', clause: '', source,
  };
}

/** How much blood is free for a donor and the family: below 1,000 ml five times as much within five years, then as much; from 1,000 ml without limit. */
export const sampleWaiverTiers: readonly Row[] = [
  tier(1, 'donor', '', 1000, 5, 5),
  tier(2, 'donor', '', 1000, '', 1),
  tier(3, 'donor', 1000, '', '', ''),
  tier(4, 'family', '', '', '', 1),
];

function tier(number: number, beneficiary: string, min: number | '', max: number | '', withinYears: number | '', multiplier: number | ''): Row {
  return {
    rule: 'sample-waiver', tier: number, region: cityRegion, beneficiary, min_volume_ml: min, max_volume_ml: max, min_donations: '', within_years: withinYears,
    multiplier, dose_ml: 800, counted_from: 'each_donation', valid_from: '2019-12-01', valid_until: '', status: 'in_force', clause: '', source: 'sample-waiver-rules',
  };
}

/** Prices that hospitals pay, in yuan, before and after an invented change of 2021. */
const prices: readonly (readonly [component: string, unit: string, before: string, after: string])[] = [
  ['whole_blood', 'U', '220.00', '220.00'],
  ['red_cells', 'U', '210.00', '210.00'],
  ['apheresis_platelets', 'dose', '1400.00', '1450.00'],
  ['plasma', 'ml', '0.40', '0.40'],
  ['cryoprecipitate', 'U', '75.00', '80.00'],
];

export const sampleTariffs: readonly Row[] = prices.flatMap(([component, unit, before, after]) => [
  { component, unit, valid_from: '2012-01-01', valid_until: '2020-12-31', price_yuan: before, document: '示例价费〔2011〕8号（虚构）', source: 'sample-tariffs-2011' },
  { component, unit, valid_from: '2021-01-01', valid_until: '', price_yuan: after, document: '示例价费〔2020〕15号（虚构）', source: 'sample-tariffs-2020' },
]);

/** Sources of everything that is invented. */
export const sampleSources: readonly Row[] = [
  { source: 'sample-centre', title: '示例市血液中心（虚构数据）', publisher: '示例市血液中心（虚构）', date: '2026-11', url: '', confidence: 'high' },
  { source: 'sample-statistics', title: '示例市统计年鉴（虚构数据）', publisher: '示例市统计局（虚构）', date: '2026', url: '', confidence: 'high' },
  { source: 'sample-rules', title: '示例市无偿献血者优待规定（虚构）', publisher: '示例市人民政府（虚构）', date: '2023-06', url: '', confidence: 'high' },
  { source: 'sample-waiver-rules', title: '示例市用血费用减免规定（虚构）', publisher: '示例市人民政府（虚构）', date: '2019-11', url: '', confidence: 'high' },
  { source: 'sample-tariffs-2011', title: '示例市血液价格表（虚构）', publisher: '示例市发展和改革委员会（虚构）', date: '2011-12', url: '', confidence: 'high' },
  { source: 'sample-tariffs-2020', title: '示例市血液价格表（虚构）', publisher: '示例市发展和改革委员会（虚构）', date: '2020-12', url: '', confidence: 'high' },
];
