/** What clauses promise and the portal can measure; a clause that binds nobody is shown as an example and never judged. */
import { cityRegion } from './places.ts';
import type { Row, Table } from './table.ts';

/** Target, indicator, comparator and value (blank: the clause names no number), who sets the number, unit, due (blank: a continuous duty), clause. */
const targets: readonly (readonly [target: string, indicator: string, comparator: '>=' | '<=' | '', value: number | '', setBy: 'clause' | 'portal' | '', unit: string, due: string, clause: string])[] = [
  ['no-mutual-aid-fee', 'mutual_aid_fee', '<=', 0, 'clause', 'yuan', '', 'health-notice-2019#c-1-4'],
  ['emergency-plan', 'emergency_plan', '>=', 1, 'portal', 'plans', '', 'health-notice-2019#c-1-4'],
  ['budget-secured', 'budget_secured', '>=', 1, 'portal', 'years', '', 'health-notice-2019#c-1-3'],
  ['direct-waiver', 'direct_waiver_share', '>=', 100, 'portal', 'percent', '', 'health-notice-2019#c-3-1'],
  ['station-information', 'station_information_share', '>=', 100, 'portal', 'percent', '', 'health-notice-2019#c-3-1'],
  ['booking', 'booking_stations', '>=', 1, 'portal', 'stations', '', 'health-notice-2019#c-3-2'],
  ['group-donation', 'group_drives_per_year', '>=', 1, 'portal', 'drives', '', 'health-notice-2019#c-3-2'],
  ['evaluation', 'evaluation_published', '>=', 1, 'portal', 'reports', '', 'health-notice-2019#c-4-3'],
  ['rate-2020', 'donation_rate', '>=', 15, 'clause', '‰', '2020-12-31', 'yuxi-opinion#c-1-2'],
  ['volume-above-use-2020', 'volume_above_use', '>=', 100, 'clause', 'percent', '2020-12-31', 'yuxi-opinion#c-1-2'],
  ['house-per-county-2020', 'houses_per_county', '>=', 1, 'clause', 'houses', '2020-12-31', 'yuxi-opinion#c-1-2'],
  ['county-budget', 'budget_secured', '>=', 1, 'portal', 'years', '', 'yuxi-opinion#c-1-2'],
  ['awareness', 'awareness_share', '', '', '', 'percent', '', 'yuxi-opinion#c-2-1'],
  ['red-cross-drives', 'group_drives_per_year', '>=', 1, 'clause', 'drives', '', 'yuxi-opinion#c-2-10'],
  ['two-drives', 'drives_per_year', '>=', 2, 'clause', 'drives', '', 'yuxi-opinion#c-3-2'],
  ['campaign-months-yuxi', 'drives_in_months', '>=', 1, 'portal', 'drives', '', 'yuxi-opinion#c-3-2'],
  ['autologous-yuxi', 'autologous_share', '', '', '', 'percent', '', 'yuxi-opinion#c-3-3-2'],
  ['yearly-health-check', 'health_checks', '>=', 1, 'clause', 'checks', '', 'yuxi-opinion#c-4'],
  ['group-drive-yearly', 'group_drives_per_year', '>=', 1, 'clause', 'drives', '', 'zibo-proposal#c-1-2'],
  ['campaign-months-zibo', 'drives_in_months', '>=', 1, 'portal', 'drives', '', 'zibo-proposal#c-1-3'],
  ['honour-card-20', 'honour_card_donations', '<=', 20, 'clause', 'donations', '', 'zibo-proposal#c-2-1'],
  ['direct-waiver-zibo', 'direct_waiver_share', '>=', 100, 'portal', 'percent', '', 'zibo-proposal#c-2-2'],
  ['care-fund', 'fund_published', '>=', 1, 'portal', 'funds', '', 'zibo-proposal#c-2-3'],
  ['requests-met', 'requests_met_share', '>=', 100, 'portal', 'percent', '', 'zibo-proposal#c-3-1'],
  ['autologous-zibo', 'autologous_share', '', '', '', 'percent', '', 'zibo-proposal#c-3-2'],
  ['stock-above-line', 'stock_above_threshold_share', '>=', 100, 'portal', 'percent', '', 'zibo-proposal#c-3-3'],
  ['emergency-plan-zibo', 'emergency_plan', '>=', 1, 'portal', 'plans', '', 'zibo-proposal#c-3-3'],
  ['transfers-between-provinces', 'transfers_recorded', '>=', 1, 'portal', 'transfers', '', 'beijing-survey-2018#c-3'],
  ['open-funds', 'fund_published', '>=', 1, 'portal', 'funds', '', 'four-dimension-study#c-3'],
];

/** Duties that their clause lays on the province. */
const provincial: ReadonlySet<string> = new Set(['emergency-plan']);

export function targetsTable(): Table {
  return {
    name: 'targets',
    rows: targets.map(([target, indicator, comparator, value, setBy, unit, due, clause]): Row => ({ target, region: provincial.has(target) ? 'sample-province' : cityRegion, indicator, comparator, value, unit, wanted_by: setBy, due, clause })),
  };
}
