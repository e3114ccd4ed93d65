/** The ways in which the list of documents can be narrowed: for each facet its values, and the documents that have them. */
import { allClauses, policyKinds, policyLevels, policyStatuses, type Policy } from './policy.ts';

export const facetNames = ['status', 'kind', 'level', 'place', 'issuer', 'year', 'topic'] as const;
export type FacetName = (typeof facetNames)[number];

export interface FacetValue {
  readonly value: string;
  readonly policies: readonly Policy[];
}

/** A document without a date has this year. */
export const undated = 'undated';

/** What a document has in a facet; several issuers and topics, one of all else. */
export function facetValues(policy: Policy, facet: FacetName): readonly string[] {
  switch (facet) {
    case 'status':
    case 'kind':
    case 'level':
    case 'place':
      return [policy[facet]];
    case 'issuer':
      return policy.issuers;
    case 'year':
      return [policy.date?.slice(0, 4) ?? undated];
    case 'topic':
      return [...new Set(allClauses(policy.clauses).flatMap(({ topics }) => topics))];
  }
}

const fixed: Readonly<Partial<Record<FacetName, readonly string[]>>> = { status: policyStatuses, kind: policyKinds, level: policyLevels };

/** Every value that some document has: closed lists in their own order, years from the newest, others by number of documents. */
export function facetsOf(policies: readonly Policy[]): readonly { readonly facet: FacetName; readonly values: readonly FacetValue[] }[] {
  return facetNames.map((facet) => {
    const found = new Map<string, Policy[]>();
    for (const policy of policies) for (const value of facetValues(policy, facet)) found.set(value, [...(found.get(value) ?? []), policy]);
    const values = [...found].map(([value, having]): FacetValue => ({ value, policies: having }));
    const order = fixed[facet];
    return {
      facet,
      values: values.toSorted((a, b) => {
        if (order !== undefined) return order.indexOf(a.value) - order.indexOf(b.value);
        if (facet === 'year') return a.value === undated ? 1 : b.value === undated ? -1 : Number(b.value) - Number(a.value);
        return b.policies.length - a.policies.length || (a.value < b.value ? -1 : 1);
      }),
    };
  });
}
