/** Thresholds of the invented portal, the restriction that was declared, and the transfers as a table. */
import { branchesSince, firstDate } from './city.ts';
import { groupCells } from './groups.ts';
import { cityRegion, neighbourRegion } from './places.ts';
import { restriction } from './red-cells.ts';
import type { Row, Table } from './table.ts';
import { yuan } from './table.ts';
import { transfers } from './transfers.ts';

/** Days of supply from which a level holds: the portal's own, no clause names any. */
const sets: readonly { readonly station: string; readonly component: string; readonly abo: string; readonly from: string; readonly normal: number; readonly low: number; readonly short: number }[] = [
  { station: 'all', component: 'red_cells', abo: 'all', from: firstDate, normal: 6, low: 4, short: 2 },
  { station: 'all', component: 'red_cells', abo: 'all', from: '2024-01-01', normal: 7, low: 4, short: 2 },
  { station: 'branch-east', component: 'red_cells', abo: 'all', from: branchesSince, normal: 5, low: 3, short: 1.5 },
  { station: 'branch-west', component: 'red_cells', abo: 'all', from: branchesSince, normal: 5, low: 3, short: 1.5 },
  { station: 'all', component: 'apheresis_platelets', abo: 'all', from: firstDate, normal: 2, low: 1.5, short: 1 },
  { station: 'all', component: 'plasma', abo: 'all', from: firstDate, normal: 20, low: 12, short: 6 },
  { station: 'all', component: 'cryoprecipitate', abo: 'all', from: firstDate, normal: 18, low: 10, short: 5 },
  { station: 'all', component: 'cryoprecipitate', abo: 'AB', from: '2020-01-01', normal: 22, low: 12, short: 6 },
];

export function thresholdsTable(): Table {
  const rows = sets.flatMap(({ station, component, abo, from, normal, low, short }) =>
    [['normal', normal], ['low', low], ['short', short], ['critical', 0]].map(([level, value]): Row => ({
      station, component, abo, rhd: 'all', unit: 'days', level: level ?? '', valid_from: from, at_or_above: value ?? '', clause: '',
    })));
  return { name: 'thresholds', rows };
}

export function alertsTable(): Table {
  return {
    name: 'alerts',
    rows: [{
      alert: 'alert-2022-12', from: restriction.from, until: restriction.until, region: cityRegion, component: 'red_cells', abo: 'all', rhd: 'all',
      stated_level: '二级预警（示例）', issuer_zh: '示例市卫生健康委员会（虚构）', issuer_en: 'Sample City Health Commission (fictional)',
      document: '示例卫发〔2022〕31号（虚构）', restriction_percent: restriction.percent,
      note_zh: '暂缓非急需的择期手术用血，急救用血不受限制', note_en: 'Blood for planned operations that can wait is put off; emergencies are not restricted',
    }],
  };
}

export function transfersTable(): Table {
  return {
    name: 'transfers',
    rows: transfers.map((transfer): Row => ({
      transfer: `t-${transfer.date}`, date: transfer.date,
      from_region: transfer.incoming ? neighbourRegion : cityRegion, to_region: transfer.incoming ? cityRegion : neighbourRegion,
      component: 'red_cells', ...groupCells(transfer.group), quantity: transfer.units, unit: 'U', purpose: transfer.purpose,
      price_yuan: yuan(transfer.priceYuan * 100), mutual_aid_fee_yuan: yuan(transfer.mutualAidFeeYuan * 100),
    })),
  };
}
