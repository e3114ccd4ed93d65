/** Which clauses of all documents speak about a topic. */
import { allClauses, policyKinds, policyLevels, policyStatuses, type Clause, type Policy } from './policy.ts';

export interface TopicEntry {
  readonly policy: Policy;
  readonly clause: Clause;
}

/** Documents in the order in which they bind: in force before drafts, national before local, the law before what rests on it, then by slug. */
export function inOrderOfWeight(policies: readonly Policy[]): readonly Policy[] {
  const weight = (policy: Policy): number => policyStatuses.indexOf(policy.status) * 100 + policyLevels.indexOf(policy.level) * 10 + policyKinds.indexOf(policy.kind);
  return policies.toSorted((a, b) => weight(a) - weight(b) || (a.slug < b.slug ? -1 : 1));
}

/** Topic → clauses, the topics with most clauses first, the clauses of each in order of weight. */
export function topicIndex(policies: readonly Policy[]): readonly (readonly [topic: string, entries: readonly TopicEntry[]])[] {
  const topics = new Map<string, TopicEntry[]>();
  for (const policy of inOrderOfWeight(policies)) {
    for (const clause of allClauses(policy.clauses)) {
      for (const topic of clause.topics) topics.set(topic, [...(topics.get(topic) ?? []), { policy, clause }]);
    }
  }
  return [...topics].toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

/** From the law, with drafts that would change it, down to the county. */
export const topicSteps = ['law', ...policyLevels] as const;
export type TopicStep = (typeof topicSteps)[number];

/** One topic through all documents, step by step; a step without a clause has none. */
export function topicLadder(policies: readonly Policy[], topic: string): readonly { readonly step: TopicStep; readonly entries: readonly TopicEntry[] }[] {
  const entries = topicIndex(policies).find(([name]) => name === topic)?.[1] ?? [];
  const stepOf = ({ policy }: TopicEntry): TopicStep => (policy.kind === 'law' || policy.revises.some((slug) => policies.find((other) => other.slug === slug)?.kind === 'law') ? 'law' : policy.level);
  return topicSteps.map((step) => ({ step, entries: entries.filter((entry) => stepOf(entry) === step) }));
}
