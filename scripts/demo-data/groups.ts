/** The blood groups of the demonstration and how frequent they are among donors and patients. */
import type { Abo, Rhd } from '#src/domain/blood.ts';
import { dated } from './curve.ts';
import type { Curve } from './curve.ts';

export const groupNames = ['A', 'B', 'O', 'AB', 'negative'] as const;
export type GroupName = (typeof groupNames)[number];
/** Platelets, plasma and cryoprecipitate are kept by ABO group alone. */
export const aboNames = ['A', 'B', 'O', 'AB'] as const;

/** How a group of red cells is written in the tables. */
export function groupCells(group: GroupName): { readonly abo: Abo; readonly rhd: Rhd } {
  return group === 'negative' ? { abo: 'all', rhd: 'negative' } : { abo: group, rhd: 'positive' };
}

/** Share of whole-blood donors; RhD-negative ones are about 1 in 300. */
export const donorShare: Readonly<Record<GroupName, number>> = { A: 0.277, B: 0.308, O: 0.309, AB: 0.1027, negative: 0.0033 };
/** Share of what hospitals ask for: more A and O than is given, which is why these run short. */
export const requestShare: Readonly<Record<Exclude<GroupName, 'negative'>, number>> = { A: 0.2905, B: 0.2945, O: 0.324, AB: 0.091 };

/** Since late October 2026 hospitals ask for more of this group than usual. */
export const lateRequests: Readonly<Partial<Record<GroupName, Curve>>> = {
  O: dated([['2026-10-24', 1], ['2026-11-05', 1.1], ['2026-11-21', 1.13]]),
};
