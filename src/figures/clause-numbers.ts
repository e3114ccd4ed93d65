/** The live numbers that stand beside a clause, and the clauses that stand beside a number: what it promised, what is measured now, and where the number is worked out. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { commitments, type Commitment } from '#src/publishing/commitments.ts';
import { clauseLink, type ClauseLink } from './clause-link.ts';
import { commitmentWords, sectionOfIndicator, type CommitmentWords } from './commitment-words.ts';

const byClause = oncePerPortal((portal: Portal): ReadonlyMap<string, readonly Commitment[]> => Map.groupBy(commitments(portal), ({ target }) => target.clause));

/** A commitment with its exact number. */
export interface ClauseNumber extends CommitmentWords {
  readonly value: number | null;
}

/** Commitments of `clause` (`<policy>#<id>`), in the order of the table; none where the portal holds none against it. */
export function clauseNumbers(portal: Portal, clause: string, locale: Locale): readonly ClauseNumber[] {
  return (byClause(portal).get(clause) ?? []).map((commitment) => ({ ...commitmentWords(portal, commitment, locale), value: commitment.measured }));
}

/** The clauses that speak of the numbers of a section, each with its document; none where the portal holds none against them. */
export function sectionClauses(portal: Portal, section: string, locale: Locale): readonly (CommitmentWords & { readonly clause: ClauseLink })[] {
  return commitments(portal).flatMap((commitment) => {
    const clause = sectionOfIndicator(commitment.target.indicator) === section ? clauseLink(portal, commitment.target.clause, locale) : null;
    return clause === null ? [] : [{ ...commitmentWords(portal, commitment, locale), clause }];
  });
}
