/** What comes nearest to a query that was not found: its parts that do occur, terms that look or sound alike. Never results, only other queries. */
import { foldQuery } from './fold.ts';
import { parsePinyin, soundsOf, type Readings } from './pinyin.ts';
import { synonymKey, type QueryTables } from './query.ts';

const most = 6;
/** Share of common pairs of characters (Dice) from which two words look alike. */
const alike = 0.45;

export interface NearestOptions {
  /** The documents' own terms and the words of the list, as they are written. */
  readonly terms: readonly string[];
  readonly tables: QueryTables;
  readonly readings: Readings;
  /** Whether something is a word of the texts, folded. */
  readonly isWord: (text: string) => boolean;
  /** Whether a query finds any clause. */
  readonly isFound: (query: string) => boolean;
}

/** At most six other queries, the nearest first; each of them finds something. */
export function nearestQueries(query: string, { terms, tables, readings, isWord, isFound }: NearestOptions): readonly string[] {
  const folded = foldQuery(query, tables.variants);
  const meant = tables.synonyms.get(synonymKey(query, tables.variants)) ?? [];
  const sounds = new Set([...soundsOf(folded, readings), ...(parsePinyin(query) === null ? [] : [folded.replaceAll('，', '')])]);
  const ranked = terms
    .map((term) => ({ term, likeness: likeness(folded, foldQuery(term, tables.variants), sounds, readings) }))
    .filter(({ likeness: one }) => one >= alike)
    .toSorted((a, b) => b.likeness - a.likeness || a.term.length - b.term.length || (a.term < b.term ? -1 : 1))
    .map(({ term }) => term);
  const found: string[] = [];
  for (const one of [...meant, ...ranked.slice(0, 4), ...partsThatOccur(query.trim(), (part) => isWord(foldQuery(part, tables.variants)) && isFound(part)), ...ranked.slice(4)]) {
    if (found.length === most) break;
    if (one !== query && !found.includes(one) && isFound(one)) found.push(one);
  }
  return found;
}

function likeness(query: string, term: string, sounds: ReadonlySet<string>, readings: Readings): number {
  if (sounds.size > 0 && term.length > 1 && soundsOf(term, readings).some((sound) => sounds.has(sound))) return 1;
  const [left, right] = [pairsOf(query), pairsOf(term)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text];
  return new Set(characters.slice(1).map((character, index) => (characters[index] ?? '') + character));
}

/** The longest words in the query, of two characters at least, that stand in some clause. */
function partsThatOccur(query: string, isFound: (part: string) => boolean): readonly string[] {
  const isChinese = /\p{Script=Han}/u.test(query);
  const characters = isChinese ? [...query.replaceAll(/\s+/g, '')] : query.split(/\s+/);
  const separator = isChinese ? '' : ' ';
  const least = separator === '' ? 2 : 1;
  const parts: string[] = [];
  let start = 0;
  while (start + least <= characters.length) {
    let end = Math.min(characters.length, start + 12);
    while (end - start >= least && !isFound(characters.slice(start, end).join(separator))) end -= 1;
    if (end - start >= least) {
      parts.push(characters.slice(start, end).join(separator));
      start = end;
    } else start += 1;
  }
  return parts.toSorted((a, b) => b.length - a.length);
}
