/** The A–Z of the documents' own terms: each with the clauses that use it. */
import { pinyin } from 'pinyin-pro';
import { allClauses, type Policy } from './policy.ts';
import { inOrderOfWeight, type TopicEntry } from './topic-index.ts';

export interface TermEntry {
  readonly term: string;
  /** In the order in which the documents bind. */
  readonly clauses: readonly TopicEntry[];
}

export interface TermLetter {
  /** `A` to `Z`, or `#` for what begins with a digit or a sign. */
  readonly letter: string;
  readonly terms: readonly TermEntry[];
}

/** Terms by their first letter (Chinese by its pinyin) and sound; a term that differs by case only is one. */
export function termIndex(policies: readonly Policy[]): readonly TermLetter[] {
  const entries = new Map<string, { readonly term: string; readonly sound: string; readonly clauses: TopicEntry[] }>();
  for (const policy of inOrderOfWeight(policies)) {
    for (const clause of allClauses(policy.clauses)) {
      for (const term of clause.terms) {
        const entry = entries.get(term.toLowerCase()) ?? { term, sound: soundOf(term), clauses: [] };
        entries.set(term.toLowerCase(), entry);
        entry.clauses.push({ policy, clause });
      }
    }
  }
  const letters = new Map<string, TermEntry[]>();
  for (const { term, sound, clauses } of [...entries.values()].toSorted((a, b) => compare(a.sound, b.sound) || compare(a.term, b.term))) {
    const letter = /^[a-z]/.test(sound) ? sound.charAt(0).toUpperCase() : '#';
    letters.set(letter, [...(letters.get(letter) ?? []), { term, clauses }]);
  }
  return [...letters].toSorted(([a], [b]) => compare(a === '#' ? '~' : a, b === '#' ? '~' : b)).map(([letter, terms]) => ({ letter, terms }));
}

function soundOf(term: string): string {
  const plain = term.toLowerCase().replaceAll(/[“”"‘’']/g, '');
  return /\p{Script=Han}/u.test(plain) ? pinyin(plain, { toneType: 'none', type: 'array', v: true }).join(' ') : plain;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
