/** Finds and ranks the clauses of a query: one exact look at every clause that is loaded, no estimate. */
import { statusOrder } from './clause-files.ts';
import { countingWords } from './english.ts';
import { closeness, matchPiece, matchScattered, type Closeness, type PieceMatch, type Span } from './match.ts';
import type { Readings } from './pinyin.ts';
import type { Piece, PieceKind, PreparedClause } from './prepared.ts';
import type { Phrase, Query, Wanted } from './query.ts';

export interface FoundPiece {
  readonly piece: Piece;
  readonly spans: readonly Span[];
}

export interface FoundClause {
  readonly prepared: PreparedClause;
  readonly closeness: Closeness;
  /** The pieces that hold what was found, in the order of the clause. */
  readonly pieces: readonly FoundPiece[];
  /** The word of the list by which it was found; null where it holds what was typed. */
  readonly synonym: string | null;
}

interface Scored extends FoundClause {
  /** It holds what was typed as Latin letters, not only Chinese that sounds like it. */
  readonly isWritten: boolean;
  /** The clause is about it: a title or one of the document's own terms names it. */
  readonly isAbout: boolean;
  readonly strength: number;
}

const worth: Readonly<Record<PieceKind, number>> = { title: 60, term: 40, text: 10, duty: 2 };

/** All clauses that hold the query, the best first: exact before loose, about before mentioned, in force before draft before replaced. */
export function findClauses(clauses: readonly PreparedClause[], query: Query, readings: Readings): readonly FoundClause[] {
  const found = clauses.flatMap((prepared) => lookInto(prepared, query, readings) ?? []);
  // Beijing is a word: what only sounds like it (背景) comes after.
  const isWritten = query.whole[0].pinyin !== null && found.some((one) => one.isWritten && one.closeness === closeness.exact);
  return found
    .map((one) => (isWritten && !one.isWritten && one.closeness === closeness.exact ? { ...one, closeness: closeness.loose } : one))
    .toSorted(
      (a, b) =>
        a.closeness - b.closeness ||
        Number(b.isAbout) - Number(a.isAbout) ||
        statusRank(a) - statusRank(b) ||
        b.strength - a.strength ||
        a.prepared.order - b.prepared.order,
    );
}

function statusRank({ prepared }: FoundClause): number {
  const rank = statusOrder.findIndex((status) => status === prepared.document.status);
  // A proposal, a report and a study bind nobody alike.
  return rank === statusOrder.indexOf('published') ? statusOrder.indexOf('proposal') : rank;
}

function lookInto(prepared: PreparedClause, query: Query, readings: Readings): Scored | null {
  const whole = bestPhrase(prepared, query.whole, readings);
  if (whole !== null) return whole;
  return lookForParts(prepared, query.parts, readings) ?? lookForWords(prepared, query.whole[0]);
}

/** What was typed, else its other spellings, else other words, as near as there is any; null where there is none. */
function bestPhrase(prepared: PreparedClause, wanted: Wanted, readings: Readings): Scored | null {
  let best: Scored | null = null;
  for (const phrase of wanted) {
    if (phrase.isSynonym && best !== null && best.closeness < closeness.synonym) break;
    const found = scored(prepared, phrase.isSynonym ? phrase.written : null, (piece) => matchPiece(piece, phrase, readings));
    if (found === null || (best !== null && found.closeness > best.closeness)) continue;
    best = best === null || found.closeness < best.closeness ? found : together(best, found);
    if (best.closeness === closeness.exact && phrase === wanted[0]) break;
  }
  return best;
}

/** Two spellings or two words of one meaning in one clause. */
function together(one: Scored, other: Scored): Scored {
  const [better, lesser] = other.strength > one.strength ? [other, one] : [one, other];
  return { ...better, isAbout: one.isAbout || other.isAbout, isWritten: one.isWritten || other.isWritten, pieces: united(better.prepared, [...better.pieces, ...lesser.pieces]) };
}

/** Pieces in the order of the clause, each once, its spans in their order. */
function united({ pieces }: PreparedClause, found: readonly FoundPiece[]): readonly FoundPiece[] {
  return pieces.flatMap((piece) => {
    const spans = found.filter((one) => one.piece === piece).flatMap((one) => one.spans);
    return spans.length === 0 ? [] : [{ piece, spans: spans.toSorted(([a, aEnd], [b, bEnd]) => a - b || bEnd - aEnd) }];
  });
}

function scored(prepared: PreparedClause, synonym: string | null, match: (piece: Piece) => PieceMatch | null): Scored | null {
  const found: { readonly piece: Piece; readonly match: PieceMatch }[] = [];
  for (const piece of prepared.pieces) {
    const there = match(piece);
    if (there !== null) found.push({ piece, match: there });
  }
  const [first] = found;
  if (first === undefined) return null;
  const nearest = found.reduce((least, { match: { closeness: one } }) => Math.min(least, one) as Closeness, first.match.closeness);
  const near = found.filter((one) => one.match.closeness === nearest);
  const kinds = new Set(near.map(({ piece }) => piece.kind));
  const whole = near.some(({ piece, match: { isWhole } }) => isWhole && (piece.kind === 'title' || piece.kind === 'term'));
  const times = near.reduce((sum, { piece, match: { spans } }) => sum + (piece.kind === 'text' ? spans.length : 0), 0);
  return {
    prepared,
    closeness: nearest,
    synonym,
    pieces: near.map(({ piece, match: { spans } }) => ({ piece, spans })),
    isAbout: kinds.has('title') || kinds.has('term'),
    isWritten: near.some(({ piece: { locale } }) => locale !== 'zh'),
    strength: [...kinds].reduce((sum, kind) => sum + worth[kind], 0) + (whole ? 50 : 0) + Math.min(times, 5),
  };
}

/** All parts, each anywhere in the clause; one of them may be the name or the place of the document instead. */
function lookForParts(prepared: PreparedClause, parts: readonly Wanted[], readings: Readings): Scored | null {
  if (parts.length === 0) return null;
  const found: Scored[] = [];
  for (const part of parts) {
    const there = bestPhrase(prepared, part, readings);
    if (there !== null) found.push(there);
    else if (!isNamed(prepared.names, part)) return null;
  }
  if (found.length === 0) return null;
  return {
    prepared,
    closeness: closeness.scattered,
    synonym: found.map(({ synonym }) => synonym).find((synonym) => synonym !== null) ?? null,
    pieces: united(prepared, found.flatMap((one) => one.pieces)),
    isAbout: found.every(({ isAbout }) => isAbout),
    isWritten: found.some(({ isWritten }) => isWritten),
    strength: found.reduce((sum, { strength }) => sum + strength, 0),
  };
}

/** Whether a document is called by what is wanted; other words for it do not count. */
export function isNamed(names: readonly string[], wanted: Wanted): boolean {
  return wanted.some(({ folded, isSynonym }) => !isSynonym && folded !== '' && names.some((name) => name.includes(folded)));
}

/** English words in one sentence; those that name the document need not stand there. */
function lookForWords(prepared: PreparedClause, phrase: Phrase): Scored | null {
  const wanted = countingWords(phrase.words).filter(({ word }) => !prepared.nameWords.has(word));
  if (phrase.words.length < 2 || wanted.length === 0) return null;
  return scored(prepared, null, (piece) => matchScattered(piece, wanted));
}
