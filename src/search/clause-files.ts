/** What the build writes for search and the browser reads: an index, and the clauses in packs of a size that a phone loads at once. */

export const statusOrder = ['in_force', 'draft', 'proposal', 'published', 'replaced', 'repealed'] as const;

/** One language of a document. */
export interface DocumentText {
  readonly title: string;
  readonly place: string;
  readonly issuers: readonly string[];
}

export interface SearchDocument {
  readonly slug: string;
  readonly kind: string;
  readonly status: string;
  readonly level: string;
  /** Document number, e.g. 国卫医发〔2019〕6号; null where it carries none. */
  readonly number: string | null;
  /** Null where the document carries no date. */
  readonly year: string | null;
  /** By locale; Chinese always. */
  readonly texts: Readonly<Record<string, DocumentText>>;
  /** Which pack holds its clauses. */
  readonly pack: number;
}

/** One language of a clause, as it is written on its page. */
export interface ClauseText {
  readonly title: string;
  readonly terms: readonly string[];
  /** Paragraphs and items of lists, a line each; may be empty. */
  readonly text: string;
  readonly duties: readonly string[];
  /**
   * Of a Chinese text: how long each word is, a digit a word (`9` and more words for what is longer),
   * for the title, each term, the text and each duty in this order.
   */
  readonly words?: readonly string[];
}

export interface SearchClause {
  readonly id: string;
  readonly number: string;
  readonly topics: readonly string[];
  readonly texts: Readonly<Record<string, ClauseText>>;
}

export interface ClausePack {
  readonly documents: readonly { readonly slug: string; readonly clauses: readonly SearchClause[] }[];
}

/** Words of one meaning: the documents' own, and what people say. */
export interface SameMeaning {
  readonly legal: readonly string[];
  readonly said: readonly string[];
}

export interface SearchIndex {
  /** In the order in which they bind. */
  readonly documents: readonly SearchDocument[];
  readonly packs: number;
  /** Files of grams, 0 where there are so few packs that all are loaded. */
  readonly gramFiles: number;
  /** Pairs of characters: a variant and the one that stands for it. */
  readonly variants: string;
  /** `献 xian 率 lv,shuai`: readings of the characters that occur. */
  readonly readings: string;
  readonly words: Readonly<Record<'zh' | 'en', readonly SameMeaning[]>>;
}

/** So many packs are loaded for one search; the reader may ask for the others. */
export const packsAtOnce = 4;

/** Gram → the packs that hold it, a character each: code 48 + 2 × pack, and one more where it stands in a title or a term. */
export type GramFile = Readonly<Record<string, string>>;

/** Grams of pinyin begin with this, so that they are no English words. */
export const soundMark = '`';

/** Which file of grams holds a gram: by its first character, so that all beginnings of a word are together; of a sound by its first two letters. */
export function gramFileOf(gram: string, files: number): number {
  const code = (index: number): number => gram.codePointAt(index) ?? 0;
  return (gram.startsWith(soundMark) ? 5 * code(1) + code(2) : code(0)) % files;
}
