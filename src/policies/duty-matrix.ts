/** Who owes what: every duty of every document by its bearer and by the four dimensions of cooperation. */
import { allClauses, dutyLevels, dutyStrengths, type Clause, type CooperationDimension, type Duty, type DutyBearer, type DutyLevel, type DutyStrength, type Policy } from './policy.ts';
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

/** Bearers with most duties first, nobody named last; the duties of each in the order in which documents bind. A duty of several bearers counts for each. */
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
    .toSorted((a, b) => Number(a[0] === 'unnamed') - Number(b[0] === 'unnamed') || b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([bearer, duties]) => ({ bearer, duties, counts: countsOf(duties) }));
}

function countsOf(duties: readonly OwedDuty[]): Record<CooperationDimension, number> {
  const counts = { departments: 0, levels: 0, society: 0, inside: 0 };
  for (const { duty } of duties) counts[duty.dimension] += 1;
  return counts;
}

/** Duties of one strength: all, and those of documents in force. */
export interface StrengthCount {
  readonly strength: DutyStrength;
  readonly count: number;
  readonly inForce: number;
}

/** The duties of one bearer in one dimension at one level of government. */
export interface DutyCell {
  readonly level: DutyLevel;
  readonly duties: readonly OwedDuty[];
  /** Strengths that occur, in order, with their number of duties. */
  readonly strengths: readonly StrengthCount[];
  /** Duties of documents that are in force. */
  readonly inForce: number;
}

/** Cells in the order of levels; a level without a duty has none. */
export function dutyCells(duties: readonly OwedDuty[], dimension: CooperationDimension): readonly DutyCell[] {
  return dutyLevels.flatMap((level): DutyCell[] => {
    const here = duties.filter(({ duty }) => duty.dimension === dimension && duty.level === level);
    if (here.length === 0) return [];
    const strengths = dutyStrengths.map((strength) => countOf(strength, here)).filter(({ count }) => count > 0);
    return [{ level, duties: here, strengths, inForce: here.filter(({ policy }) => policy.status === 'in_force').length }];
  });
}

function countOf(strength: DutyStrength, duties: readonly Pick<OwedDuty, 'policy' | 'duty'>[]): StrengthCount {
  const same = duties.filter(({ duty }) => duty.strength === strength);
  return { strength, count: same.length, inForce: same.filter(({ policy }) => policy.status === 'in_force').length };
}

/** Different duties by strength, a duty of several bearers counted once. */
export function dutyStrengthCounts(policies: readonly Policy[], dimension?: CooperationDimension): readonly StrengthCount[] {
  const all = policies.flatMap((policy) => allClauses(policy.clauses).flatMap(({ duties }) => duties.map((duty) => ({ policy, duty }))));
  const wanted = all.filter(({ duty }) => dimension === undefined || duty.dimension === dimension);
  return dutyStrengths.map((strength) => countOf(strength, wanted));
}

/** Number of different duties, a duty of several bearers counted once. */
export function dutyCount(policies: readonly Policy[], dimension?: CooperationDimension): number {
  return policies
    .flatMap((policy) => allClauses(policy.clauses))
    .flatMap((clause) => clause.duties)
    .filter((duty) => dimension === undefined || duty.dimension === dimension).length;
}

