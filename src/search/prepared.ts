/** A clause made ready for searching: every piece of its text folded, its words known, in each language. */
import type { ClauseText, SearchClause, SearchDocument } from './clause-files.ts';
import { englishText, type EnglishText } from './english.ts';
import { foldQuery, foldText, withoutSoftBreaks, type Folded, type Variants } from './fold.ts';

export type PieceKind = 'title' | 'term' | 'text' | 'duty';

/** A title, a term, the text or a duty; what a search needs of it is worked out when it is first needed. */
export class Piece {
  readonly locale: string;
  readonly kind: PieceKind;
  readonly raw: string;
  readonly #lengths: string;
  readonly #variants: Variants;
  #folded: Folded | null = null;
  #joined: Folded | null = null;
  #bounds: ReadonlySet<number> | null = null;
  #english: EnglishText | null = null;

  /** `lengths` are those of its words, if it is Chinese and they are known. */
  constructor(locale: string, kind: PieceKind, raw: string, lengths: string, variants: Variants) {
    this.locale = locale;
    this.kind = kind;
    this.raw = raw;
    this.#lengths = lengths;
    this.#variants = variants;
  }

  /** As a Chinese text. */
  get folded(): Folded {
    return (this.#folded ??= foldText(this.raw, this.#variants));
  }

  /** The folded text without soft breaks. */
  get joined(): Folded {
    return (this.#joined ??= withoutSoftBreaks(this.folded));
  }

  /** Places in the folded text where words begin and end; none where the words are not known. */
  get bounds(): ReadonlySet<number> {
    return (this.#bounds ??= this.#lengths === '' ? nowhere : boundsOf(this.folded, this.#lengths));
  }

  /** As a text in another language. */
  get english(): EnglishText {
    return (this.#english ??= englishText(this.raw));
  }
}

export interface PreparedClause {
  readonly document: SearchDocument;
  readonly clause: SearchClause;
  /** Place in the order of all documents and their clauses. */
  readonly order: number;
  readonly pieces: readonly Piece[];
  /** Title, place, issuers and year of the document in every language, folded. */
  readonly names: readonly string[];
  /** The single words of the names that are in Latin letters or digits. */
  readonly nameWords: ReadonlySet<string>;
}

const nowhere: ReadonlySet<number> = new Set();

/** By what a document is called: its titles, places, issuers, number and year, folded. */
export function namesOf({ texts, number, year }: SearchDocument, variants: Variants): readonly string[] {
  const named = Object.values(texts).flatMap(({ title, place, issuers }) => [title, place, ...issuers]);
  return [...named, number ?? '', year ?? ''].map((name) => foldQuery(name, variants)).filter((name) => name !== '');
}

/** All clauses of a document; `order` is the place of its first in the order of all. */
export function prepareClauses(document: SearchDocument, clauses: readonly SearchClause[], order: number, variants: Variants): readonly PreparedClause[] {
  const names = namesOf(document, variants);
  const nameWords = new Set(Object.values(document.texts).flatMap(({ title, place, issuers }) => [title, place, ...issuers].flatMap((name) => englishText(name).counting.map(({ word }) => word))));
  return clauses.map((clause, index) => ({
    document,
    clause,
    order: order + index,
    names,
    nameWords,
    pieces: Object.entries(clause.texts).flatMap(([locale, text]) => piecesOf(locale, text, variants)),
  }));
}

function piecesOf(locale: string, text: ClauseText, variants: Variants): readonly Piece[] {
  const raws: readonly (readonly [PieceKind, string])[] = [
    ['title', text.title],
    ...text.terms.map((term) => ['term', term] as const),
    ['text', text.text],
    ...text.duties.map((duty) => ['duty', duty] as const),
  ];
  return raws.map(([kind, raw], index) => new Piece(locale, kind, raw, text.words?.[index] ?? '', variants));
}

/** Word lengths in the text as written → places in the folded text. */
function boundsOf({ at, text }: Folded, lengths: string): ReadonlySet<number> {
  const starts = new Set<number>([0]);
  let place = 0;
  for (const length of lengths) {
    place += Number(length);
    starts.add(place);
  }
  const bounds = new Set<number>([0, text.length]);
  for (let index = 0; index < text.length; index += 1) {
    // A break is no part of a word: words end before and begin after it.
    if (text[index] === '，' || text[index] === '。') bounds.add(index).add(index + 1);
    else if (starts.has(at[index] ?? -1)) bounds.add(index);
  }
  return bounds;
}
