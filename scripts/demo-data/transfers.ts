/** Blood that went to or came from the invented neighbour city; the simulation and the table both read this list. */
import type { GroupName } from './groups.ts';

export interface Transfer {
  readonly date: string;
  readonly incoming: boolean;
  readonly group: GroupName;
  /** U of red cells */
  readonly units: number;
  readonly purpose: string;
  readonly priceYuan: number;
  /** What the notice of 2019 forbids; one old case shows how it is marked. */
  readonly mutualAidFeeYuan: number;
}

export const transfers: readonly Transfer[] = [
  transfer('2017-02-06', true, 'A', 160, 'seasonal_shortage', 0),
  transfer('2018-02-25', true, 'O', 200, 'seasonal_shortage', 20),
  transfer('2018-09-12', false, 'B', 120, 'seasonal_shortage', 0),
  transfer('2019-02-13', true, 'A', 180, 'seasonal_shortage', 0),
  transfer('2020-02-06', false, 'B', 100, 'emergency', 0),
  transfer('2020-02-27', true, 'O', 260, 'emergency', 0),
  transfer('2021-08-19', true, 'O', 150, 'group_mismatch', 0),
  transfer('2021-11-03', true, 'negative', 6, 'rare_group', 0),
  transfer('2022-08-24', true, 'A', 160, 'group_mismatch', 0),
  transfer('2022-12-29', true, 'O', 300, 'emergency', 0),
  transfer('2023-01-05', true, 'A', 280, 'emergency', 0),
  transfer('2023-10-18', false, 'AB', 90, 'group_mismatch', 0),
  transfer('2024-02-20', true, 'A', 220, 'seasonal_shortage', 0),
  transfer('2024-08-14', true, 'O', 200, 'group_mismatch', 0),
  transfer('2025-02-08', true, 'O', 240, 'seasonal_shortage', 0),
  transfer('2025-06-05', false, 'B', 160, 'group_mismatch', 0),
  transfer('2025-08-21', true, 'A', 180, 'group_mismatch', 0),
  transfer('2026-02-27', true, 'O', 220, 'seasonal_shortage', 0),
  transfer('2026-04-16', false, 'negative', 4, 'rare_group', 0),
  transfer('2026-09-10', false, 'AB', 80, 'group_mismatch', 0),
];

/** Ordinary settlement is 210 yuan a unit of red cells in the invented tariff. */
function transfer(date: string, incoming: boolean, group: GroupName, units: number, purpose: string, feePerUnit: number): Transfer {
  return { date, incoming, group, units, purpose, priceYuan: units * 210, mutualAidFeeYuan: units * feePerUnit };
}
