/** Who owes what: every duty of every document by its bearer and by the four dimensions of cooperation. */
import { allClauses, type Clause, type CooperationDimension, type Duty, type DutyBearer, type Policy } from './policy.ts';
import { inOrderOfWeight } from './topic-index.ts';

export interface OwedDuty {
  readonly policy: Policy;
  readonly clause: Clause;
  readonly duty: Duty;
}

export interface BearerDuties {
  readonly bearer: DutyBearer;
  readonly duties: readonly OwedDuty[];
  /** Number of duties in each dimension. */
  readonly counts: Readonly<Record<CooperationDimension, number>>;
}

/** Bearers with most duties first; the duties of each in the order in which documents bind. A duty of several bearers counts for each. */
export function dutyMatrix(policies: readonly Policy[]): readonly BearerDuties[] {
  const owed = new Map<DutyBearer, OwedDuty[]>();
  for (const policy of inOrderOfWeight(policies)) {
    for (const clause of allClauses(policy.clauses)) {
      for (const duty of clause.duties) {
        for (const bearer of duty.by) owed.set(bearer, [...(owed.get(bearer) ?? []), { policy, clause, duty }]);
      }
    }
  }
  return [...owed]
    .toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([bearer, duties]) => ({ bearer, duties, counts: countsOf(duties) }));
}

function countsOf(duties: readonly OwedDuty[]): Record<CooperationDimension, number> {
  const counts = { departments: 0, levels: 0, society: 0, inside: 0 };
  for (const { duty } of duties) counts[duty.dimension] += 1;
  return counts;
}

/** Number of different duties, a duty of several bearers counted once. */
export function dutyCount(policies: readonly Policy[], dimension?: CooperationDimension): number {
  return policies
    .flatMap((policy) => allClauses(policy.clauses))
    .flatMap((clause) => clause.duties)
    .filter((duty) => dimension === undefined || duty.dimension === dimension).length;
}

