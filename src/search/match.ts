/** Whether a piece of a clause holds a phrase, where, and how exactly. */
import { phraseMatches, scatteredMatch, type EnglishWord } from './english.ts';
import { spanOf } from './fold.ts';
import { pinyinMatches, type Readings } from './pinyin.ts';
import type { Piece } from './prepared.ts';
import type { Phrase } from './query.ts';

/** From best to worst: as typed; with commas left out, within a number or a word, or only begun; by another word; its parts apart. */
export const closeness = { exact: 0, loose: 1, synonym: 2, scattered: 3 } as const;
export type Closeness = (typeof closeness)[keyof typeof closeness];

/** Characters of a piece as it is written, `to` not included. */
export type Span = readonly [from: number, to: number];

export interface PieceMatch {
  readonly closeness: Closeness;
  readonly spans: readonly Span[];
  /** The phrase is the whole piece. */
  readonly isWhole: boolean;
}

/** All places of a phrase in a piece; null where it does not stand there. */
export function matchPiece(piece: Piece, phrase: Phrase, readings: Readings): PieceMatch | null {
  const found = piece.locale === 'zh' ? (literalMatch(piece, phrase.folded) ?? soundMatch(piece, phrase, readings)) : englishMatch(piece, phrase);
  if (found === null || !phrase.isSynonym) return found;
  return found.closeness === closeness.exact ? { ...found, closeness: closeness.synonym } : null;
}

function literalMatch(piece: Piece, wanted: string): PieceMatch | null {
  if (wanted === '') return null;
  const { folded, raw } = piece;
  const places = placesOf(folded.text, wanted);
  if (places.length > 0) {
    const whole = places.filter((start) => !isCut(folded.text, start, wanted));
    const shown = whole.length > 0 ? whole : places;
    return {
      closeness: whole.length > 0 ? closeness.exact : closeness.loose,
      spans: shown.map((start) => spanOf(folded, raw, start, wanted.length)),
      isWhole: folded.text === wanted,
    };
  }
  const joinedWanted = wanted.replaceAll('，', '');
  if (joinedWanted.length < 2) return null;
  const { joined } = piece;
  // 12次 is not 1—2次: digits that a break holds apart stay apart.
  const apart = placesOf(joined.text, joinedWanted)
    .map((start) => spanOf(joined, raw, start, joinedWanted.length))
    .filter(([from, to]) => !/[0-9a-z][^0-9a-z\p{Script=Han}]+[0-9a-z]/iu.test(raw.slice(from, to)));
  return apart.length === 0 ? null : { closeness: closeness.loose, spans: apart, isWhole: false };
}

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  for (let start = text.indexOf(wanted); start !== -1; start = text.indexOf(wanted, start + wanted.length)) places.push(start);
  return places;
}

/** A match that begins or ends inside a number or a Latin word: 5‰ of 15‰. */
function isCut(text: string, start: number, wanted: string): boolean {
  const cut = (left: string, right: string): boolean => (/[0-9.]/.test(left) && /[0-9]/.test(right)) || (/[a-z]/.test(left) && /[a-z]/.test(right)) || (/[0-9]/.test(left) && right === '.');
  const end = start + wanted.length;
  return (start > 0 && cut(text[start - 1] ?? '', wanted[0] ?? '')) || (end < text.length && cut(wanted.at(-1) ?? '', text[end] ?? ''));
}

function soundMatch(piece: Piece, { pinyin }: Phrase, readings: Readings): PieceMatch | null {
  if (pinyin === null) return null;
  const { folded, bounds, raw } = piece;
  const matches = pinyinMatches(folded, bounds, pinyin, readings);
  if (matches.length === 0) return null;
  const finished = matches.filter(({ isBeginning }) => !isBeginning);
  const shown = finished.length > 0 ? finished : matches;
  return {
    closeness: finished.length > 0 ? closeness.exact : closeness.loose,
    spans: shown.map(({ start, length }) => spanOf(folded, raw, start, length)),
    isWhole: shown.some(({ start, length }) => start === 0 && length === folded.text.length),
  };
}

function englishMatch(piece: Piece, phrase: Phrase): PieceMatch | null {
  if (phrase.words.length === 0) return null;
  const { english, raw } = piece;
  const matches = phraseMatches(english, phrase.words);
  if (matches.length === 0) return null;
  const finished = matches.filter(({ isBeginning }) => !isBeginning);
  const shown = finished.length > 0 ? finished : matches;
  return {
    closeness: finished.length > 0 ? closeness.exact : closeness.loose,
    spans: shown.map(({ from, to }) => [from, to] as const),
    isWhole: shown.some(({ from, to }) => from === 0 && to === raw.length),
  };
}

/** English words that stand in one sentence, in any order. */
export function matchScattered(piece: Piece, wanted: readonly EnglishWord[]): PieceMatch | null {
  const found = piece.locale === 'zh' ? null : scatteredMatch(piece.english, wanted);
  return found === null ? null : { closeness: closeness.scattered, spans: found.map(({ from, to }) => [from, to] as const), isWhole: false };
}
