/** The search over the clauses that are loaded: what the page runs, and what tests run without a page. */
import type { ClausePack, SearchDocument, SearchIndex } from './clause-files.ts';
import { findClauses, isNamed, type FoundClause } from './find-clauses.ts';
import { closeness } from './match.ts';
import { nearestQueries } from './nearest.ts';
import type { Readings } from './pinyin.ts';
import { namesOf, prepareClauses, type PreparedClause } from './prepared.ts';
import { parseQuery, readReadings, readVariants, soundsOfWords, synonymsOf, type Query, type QueryTables } from './query.ts';

export class ClauseSearch {
  readonly index: SearchIndex;
  readonly tables: QueryTables;
  readonly readings: Readings;
  #documents = new Map<string, { readonly document: SearchDocument; readonly place: number; readonly names: readonly string[] }>();
  #clauses: PreparedClause[] = [];
  #packs = new Set<number>();
  /** The words of the loaded texts, folded; made when first needed. */
  #words: Set<string> | null = null;

  constructor(index: SearchIndex) {
    this.index = index;
    const variants = readVariants(index.variants);
    this.readings = readReadings(index.readings);
    this.tables = { variants, synonyms: synonymsOf([...index.words.zh, ...index.words.en], variants), sounds: soundsOfWords(index.words.zh, this.readings) };
    for (const [place, document] of index.documents.entries()) this.#documents.set(document.slug, { document, place, names: namesOf(document, variants) });
  }

  /** Takes in a pack that has arrived; twice the same is no harm. */
  add(number: number, pack: ClausePack): void {
    if (this.#packs.has(number)) return;
    this.#packs.add(number);
    this.#words = null;
    for (const { slug, clauses } of pack.documents) {
      const entry = this.#documents.get(slug);
      // A document of a newer release than the index is left to the next visit.
      if (entry !== undefined) this.#clauses.push(...prepareClauses(entry.document, clauses, entry.place * 10_000, this.tables.variants));
    }
  }

  has(pack: number): boolean {
    return this.#packs.has(pack);
  }

  parse(query: string): Query | null {
    return parseQuery(query, this.tables);
  }

  /** The clauses that hold a query, the best first; none for a query without letter or digit. */
  find(query: string): readonly FoundClause[] {
    const parsed = this.parse(query);
    return parsed === null ? [] : findClauses(this.#clauses, parsed, this.readings);
  }

  /** Every clause that is loaded, in the order in which the documents bind. */
  all(): readonly FoundClause[] {
    return this.#clauses.toSorted((a, b) => a.order - b.order).map((prepared) => ({ prepared, closeness: closeness.exact, pieces: [], synonym: null }));
  }

  /** The documents that a query names by title, place, issuer, number or year. */
  findDocuments(query: string): readonly SearchDocument[] {
    const parsed = this.parse(query);
    if (parsed === null || parsed.whole[0].folded.length < 2) return [];
    const named = [...this.#documents.values()].filter(({ names }) => isNamed(names, parsed.whole) || (parsed.parts.length > 0 && parsed.parts.every((part) => isNamed(names, part))));
    return named.toSorted((a, b) => a.place - b.place).map(({ document }) => document);
  }

  /** Other queries to offer where nothing was found. */
  nearest(query: string): readonly string[] {
    const terms = this.#clauses.flatMap(({ clause }) => Object.values(clause.texts).flatMap((text) => text.terms));
    const words = [...this.index.words.zh, ...this.index.words.en].flatMap(({ legal, said }) => [...legal, ...said]);
    return nearestQueries(query, {
      terms: [...new Set([...terms, ...words])],
      tables: this.tables,
      readings: this.readings,
      isWord: (text) => (this.#words ??= wordsOf(this.#clauses)).has(text),
      isFound: (one) => this.find(one).length > 0,
    });
  }
}

/** Chinese words from bound to bound, terms, and English words. */
function wordsOf(clauses: readonly PreparedClause[]): Set<string> {
  const words = new Set<string>();
  for (const piece of clauses.flatMap(({ pieces }) => pieces)) {
    if (piece.locale !== 'zh') {
      for (const { word } of piece.english.counting) words.add(word);
      continue;
    }
    const { kind, folded, bounds } = piece;
    if (kind === 'term') words.add(folded.text);
    const places = [...bounds].toSorted((a, b) => a - b);
    for (const [index, place] of places.entries()) words.add(folded.text.slice(places[index - 1] ?? 0, place));
  }
  return words;
}
