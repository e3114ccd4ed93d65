/** Promises held against the numbers: `/data/v1/commitments.json` and what the page about them lists. */
import { localDateOf } from '#src/domain/instant.ts';
import type { Instant } from '#src/domain/instant.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { publishedNumber } from '#src/domain/published-number.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { commitmentMeasures } from '#src/indicators/commitment-measures.ts';
import { verdict, type Verdict } from '#src/indicators/verdict.ts';
import { currentLibrary } from '#src/policies/current-library.ts';
import { allClauses, type Clause, type Policy } from '#src/policies/policy.ts';
import { binds, regionChain } from '#src/policies/relevance.ts';
import { standsUntil } from './table-standing.ts';

export interface Commitment {
  readonly target: Rows['targets'];
  /** Of the Chinese text; the other languages have the same slugs and ids. */
  readonly policy: Policy;
  readonly clause: Clause;
  readonly binding: boolean;
  /** Null: the clause names no number. */
  readonly wanted: { readonly comparator: '>=' | '<='; readonly value: number; readonly by: 'clause' | 'portal' } | null;
  /** In the target's unit; null where the tables cannot say. */
  readonly measured: number | null;
  readonly asOf: string | null;
  /** The table that answers, or would. */
  readonly table: string;
  /** Null where there is nothing to judge by. */
  readonly verdict: Verdict | null;
  /** Until when number and verdict stand; null where portal.json gives no times for the table. */
  readonly validUntil: Instant | null;
}

/** Every target whose clause is in the library, those that bind first, each in the order of the table. */
export const commitments: (portal: Portal) => readonly Commitment[] = oncePerPortal((portal) => {
  const policies = currentLibrary().policies.get('zh') ?? [];
  const today = localDateOf(portal.asOf, portal.settings.timeZone);
  const all = portal.rows('targets').flatMap((target): Commitment[] => {
    const [slug, id] = target.clause.split('#');
    const policy = policies.find((candidate) => candidate.slug === slug);
    const clause = allClauses(policy?.clauses ?? []).find((candidate) => candidate.id === id);
    if (policy === undefined || clause === undefined) return [];
    const regions = regionChain(portal);
    const binding = binds(policy, portal) && regions.includes(target.region);
    const since = policy.date !== null && policy.date.length === 10 ? policy.date : null;
    const { value, asOf, table } = commitmentMeasures[target.indicator]({ portal, regions, today, since, clause: target.clause });
    const wanted = wantedOf(target);
    const judged = verdict({ comparator: wanted?.comparator ?? '>=', wanted: wanted?.value ?? null, due: target.due, binding }, value, today);
    const validUntil = value === null ? null : standsUntil(portal, table);
    return [{ target, policy, clause, binding, wanted, measured: value, asOf, table, verdict: judged, validUntil }];
  });
  return [...all.filter(({ binding }) => binding), ...all.filter(({ binding }) => !binding)];
});

function wantedOf({ comparator, value, wantedBy }: Rows['targets']): Commitment['wanted'] {
  return comparator === null || !isMeasured(value) ? null : { comparator, value, by: wantedBy ?? 'clause' };
}

/**
 * The form of CONTRACT §5; `wanted` is comparator, value, unit and whose number it is (null: the clause names none), computed numbers have nine decimals,
 * what is not known is null, `valid_until` ends number and verdict. In a demonstration every entry says so.
 */
export function commitmentsJson(portal: Portal): string {
  const entries = commitments(portal).map(({ target, wanted, measured, asOf, verdict: judged, validUntil }) => ({
    target: target.target,
    clause: target.clause,
    indicator: target.indicator,
    region: target.region,
    due: target.due,
    wanted: wanted === null ? null : { comparator: wanted.comparator, value: wanted.value, unit: target.unit, by: wanted.by },
    measured: measured === null ? null : publishedNumber(measured),
    as_of: asOf,
    verdict: judged,
    valid_until: validUntil,
    ...(portal.settings.demonstration === null ? {} : { demonstration: true }),
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
