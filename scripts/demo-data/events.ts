/** Dates that explain a curve: festivals, campaign months, epidemics, breaks of method. */
import { addDays } from '#src/domain/calendar.ts';
import { springFestival } from '#src/domain/lunar.ts';
import { branchesSince } from './city.ts';
import type { Row, Table } from './table.ts';

const single: readonly Row[] = [
  event('new-thresholds', '2024-01-01', '2024-01-01', 'method_break', '红细胞“正常”的警戒线由6天改为7天', 'Threshold for normal red cell stock: 7 days instead of 6', { table: 'thresholds', component: 'red_cells' }),
  event('requests-recorded', '2024-01-01', '2024-01-01', 'method_break', '红细胞供应天数改按医院申请量计算', 'Days of supply use hospital requests from here', { table: 'issues', component: 'red_cells' }),
  event('donor-history', '2018-01-01', '2018-01-01', 'method_break', '开始区分首次、再次和多年未献血的献血者', 'First-time, repeat and lapsed donors told apart from here', { table: 'donations' }),
  event('new-system', '2021-09-13', '2021-09-19', 'method_break', '采供血信息系统更换，一周没有库存盘点数', 'New computer system; no stock count for a week', { table: 'stock' }),
  event('branches', branchesSince, branchesSince, 'method_break', '东部、西部分中心开始单独保存血液并单独统计', 'East and West branches keep stock of their own', { table: 'stock' }),
  event('epidemic-2020', '2020-01-24', '2020-03-31', 'policy', '新冠疫情防控，街头采血暂停或缩短', 'Epidemic control: street collection suspended or shortened'),
  event('epidemic-2022', '2022-12-07', '2023-01-31', 'policy', '感染高峰，献血人数骤减', 'Infection peak: far fewer donors'),
  event('heat-2022', '2022-08-06', '2022-08-21', 'weather', '持续高温', 'Heatwave'),
  event('snow-2024', '2024-02-01', '2024-02-06', 'weather', '连续雨雪', 'Days of snow and sleet'),
  event('cold-2026', '2026-11-08', '2026-11-14', 'weather', '寒潮降温', 'Cold spell'),
];

/** Spring Festivals, campaign months and World Blood Donor Days of every year, and single events; in order of date. */
export function eventsTable(): Table {
  const yearly: Row[] = [];
  for (let year = 2017; year <= 2027; year += 1) {
    const festival = springFestival(year);
    yearly.push(
      event(`spring-festival-${year}`, festival, addDays(festival, 6), 'holiday', `${year}年春节`, `Spring Festival ${year}`),
      event(`winter-campaign-${year}`, `${year}-01-01`, `${year}-01-31`, 'campaign', '冬季无偿献血宣传月', 'Winter campaign month', { clause: 'zibo-proposal#c-1-3' }),
    );
    if (year === 2027) continue;
    yearly.push(
      event(`donor-day-${year}`, `${year}-06-14`, `${year}-06-14`, 'campaign', '世界献血者日', 'World Blood Donor Day'),
      event(`summer-campaign-${year}`, `${year}-08-01`, `${year}-08-31`, 'campaign', '全民献血月', 'All the people’s donation month', { clause: 'zibo-proposal#c-1-3' }),
    );
  }
  const rows = [...single, ...yearly].sort((a, b) => (`${a['date']} ${a['event']}` < `${b['date']} ${b['event']}` ? -1 : 1));
  return { name: 'events', rows };
}

function event(id: string, date: string, until: string, kind: string, titleZh: string, titleEn: string, { clause = '', table = '', component = '' }: { readonly clause?: string; readonly table?: string; readonly component?: string } = {}): Row {
  return { event: id, date, until, kind, title_zh: titleZh, title_en: titleEn, clause, table, component };
}
