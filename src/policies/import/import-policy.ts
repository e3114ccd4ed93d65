/** An official text as a policy file: what became of every line of it. */
import type { OfficialText } from '#src/datasets/official-text.ts';
import { clauseTree, type ClauseDraft, type DraftNote } from './clause-drafts.ts';
import type { SourceLine } from './paragraphs.ts';
import { tidyText } from './paragraphs.ts';
import { policyMdx } from './policy-mdx.ts';

export interface ImportedPolicy {
  /** The text of the file. */
  readonly mdx: string;
  readonly clauses: readonly ClauseDraft[];
  readonly pageNumbers: readonly SourceLine[];
  /** Lines joined to the one before. */
  readonly joined: readonly number[];
  /** What no clause holds; it stands as a comment above the text. */
  readonly unplaced: readonly SourceLine[];
  readonly notes: readonly DraftNote[];
  readonly count: number;
}

/** `source`: name of the file that the text came from. */
export function importPolicy(text: OfficialText, source: string): ImportedPolicy {
  const { paragraphs, pageNumbers, joined } = tidyText(text.lines, text.broken);
  const tree = clauseTree(paragraphs);
  return { mdx: policyMdx(tree, source), clauses: tree.clauses, pageNumbers, joined, unplaced: tree.unplaced, notes: tree.notes, count: countOf(tree.clauses) };
}

function countOf(clauses: readonly ClauseDraft[]): number {
  return clauses.reduce((sum, clause) => sum + 1 + countOf(clause.clauses), 0);
}
