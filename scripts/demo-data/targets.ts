/** What clauses promise and the portal can measure; a clause that binds nobody is shown as an example and never judged. */
import { cityRegion } from './places.ts';
import type { Row, Table } from './table.ts';

/** Target, indicator, comparator, value, unit, due (blank: a continuous duty), clause. A value of 0 asks only that the number is measured and published. */
const targets: readonly (readonly [target: string, indicator: string, comparator: '>=' | '<=', value: number, unit: string, due: string, clause: string])[] = [
  ['no-mutual-aid-fee', 'mutual_aid_fee', '<=', 0, 'yuan', '', 'health-notice-2019#c-1-4'],
  ['emergency-plan', 'emergency_plan', '>=', 1, 'plans', '', 'health-notice-2019#c-1-4'],
  ['budget-secured', 'budget_secured', '>=', 1, 'years', '', 'health-notice-2019#c-1-3'],
  ['direct-waiver', 'direct_waiver_share', '>=', 100, 'percent', '', 'health-notice-2019#c-3-1'],
  ['station-information', 'station_information_share', '>=', 100, 'percent', '', 'health-notice-2019#c-3-1'],
  ['booking', 'booking_stations', '>=', 1, 'stations', '', 'health-notice-2019#c-3-2'],
  ['group-donation', 'group_drives_per_year', '>=', 1, 'drives', '', 'health-notice-2019#c-3-2'],
  ['evaluation', 'evaluation_published', '>=', 1, 'reports', '', 'health-notice-2019#c-4-3'],
  ['rate-2020', 'donation_rate', '>=', 15, '‰', '2020-12-31', 'yuxi-opinion#c-1-2'],
  ['volume-above-use-2020', 'volume_above_use', '>=', 100, 'percent', '2020-12-31', 'yuxi-opinion#c-1-2'],
  ['house-per-county-2020', 'houses_per_county', '>=', 1, 'houses', '2020-12-31', 'yuxi-opinion#c-1-2'],
  ['county-budget', 'budget_secured', '>=', 1, 'years', '', 'yuxi-opinion#c-1-2'],
  ['awareness', 'awareness_share', '>=', 0, 'percent', '', 'yuxi-opinion#c-2-1'],
  ['red-cross-drives', 'group_drives_per_year', '>=', 1, 'drives', '', 'yuxi-opinion#c-2-10'],
  ['two-drives', 'drives_per_year', '>=', 2, 'drives', '', 'yuxi-opinion#c-3-2'],
  ['campaign-months-yuxi', 'drives_in_months', '>=', 1, 'drives', '', 'yuxi-opinion#c-3-2'],
  ['autologous-yuxi', 'autologous_share', '>=', 0, 'percent', '', 'yuxi-opinion#c-3-3-2'],
  ['yearly-health-check', 'health_checks', '>=', 1, 'checks', '', 'yuxi-opinion#c-4'],
  ['group-drive-yearly', 'group_drives_per_year', '>=', 1, 'drives', '', 'zibo-proposal#c-1-2'],
  ['campaign-months-zibo', 'drives_in_months', '>=', 1, 'drives', '', 'zibo-proposal#c-1-3'],
  ['honour-card-20', 'honour_card_donations', '<=', 20, 'donations', '', 'zibo-proposal#c-2-1'],
  ['direct-waiver-zibo', 'direct_waiver_share', '>=', 100, 'percent', '', 'zibo-proposal#c-2-2'],
  ['care-fund', 'fund_published', '>=', 1, 'funds', '', 'zibo-proposal#c-2-3'],
  ['requests-met', 'requests_met_share', '>=', 100, 'percent', '', 'zibo-proposal#c-3-1'],
  ['autologous-zibo', 'autologous_share', '>=', 0, 'percent', '', 'zibo-proposal#c-3-2'],
  ['stock-above-line', 'stock_above_threshold_share', '>=', 100, 'percent', '', 'zibo-proposal#c-3-3'],
  ['emergency-plan-zibo', 'emergency_plan', '>=', 1, 'plans', '', 'zibo-proposal#c-3-3'],
  ['transfers-between-provinces', 'transfers_recorded', '>=', 1, 'transfers', '', 'beijing-survey-2018#c-3'],
  ['open-funds', 'fund_published', '>=', 1, 'funds', '', 'four-dimension-study#c-3'],
];

export function targetsTable(): Table {
  return {
    name: 'targets',
    rows: targets.map(([target, indicator, comparator, value, unit, due, clause]): Row => ({ target, region: cityRegion, indicator, comparator, value, unit, due, clause })),
  };
}
