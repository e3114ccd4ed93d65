/** Promises held against the numbers: `/data/v1/commitments.json` and what the page about them lists. */
import { localDateOf } from '#src/domain/instant.ts';
import { publishedNumber } from '#src/domain/published-number.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { commitmentMeasures } from '#src/indicators/commitment-measures.ts';
import { verdict, type Verdict } from '#src/indicators/verdict.ts';
import { currentLibrary } from '#src/policies/current-library.ts';
import { allClauses, type Clause, type Policy } from '#src/policies/policy.ts';
import { binds, regionChain } from '#src/policies/relevance.ts';

export interface Commitment {
  readonly target: Rows['targets'];
  /** Of the Chinese text; the other languages have the same slugs and ids. */
  readonly policy: Policy;
  readonly clause: Clause;
  readonly binding: boolean;
  /** In the target's unit; null where the tables cannot say. */
  readonly measured: number | null;
  readonly asOf: string | null;
  /** The table that answers, or would. */
  readonly table: string;
  readonly verdict: Verdict;
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
    const promised = { comparator: target.comparator, wanted: target.value, due: target.due, binding };
    return [{ target, policy, clause, binding, measured: value, asOf, table, verdict: verdict(promised, value, today) }];
  });
  return [...all.filter(({ binding }) => binding), ...all.filter(({ binding }) => !binding)];
});

/** The form of CONTRACT §5; `wanted` is comparator, value and unit, computed numbers have nine decimals, what is not known is null. In a demonstration every entry says so. */
export function commitmentsJson(portal: Portal): string {
  const entries = commitments(portal).map(({ target, measured, asOf, verdict: judged }) => ({
    target: target.target,
    clause: target.clause,
    indicator: target.indicator,
    region: target.region,
    due: target.due,
    wanted: { comparator: target.comparator, value: target.value, unit: target.unit },
    measured: measured === null ? null : publishedNumber(measured),
    as_of: asOf,
    verdict: judged,
    ...(portal.settings.demonstration === null ? {} : { demonstration: true }),
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
