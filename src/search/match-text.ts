/** Whether the text of a page holds a query, and where: the same exact look as into clauses, for what another index proposes. */
import type { Variants } from './fold.ts';
import { matchPiece, matchScattered, type Span } from './match.ts';
import { Piece } from './prepared.ts';
import type { Query, Wanted } from './query.ts';

const noReadings = new Map<string, readonly string[]>();

/** The places of what was typed, of its other spellings or of words of its meaning, else of all its parts; null where it does not hold them. */
export function matchText(raw: string, query: Query, variants: Variants): readonly Span[] | null {
  const pieces = [new Piece('zh', 'text', raw, '', variants), new Piece('en', 'text', raw, '', variants)];
  const whole = spansOf(pieces, query.whole);
  if (whole !== null) return whole;
  if (query.parts.length > 1) {
    const parts = query.parts.map((part) => spansOf(pieces, part));
    if (parts.every((spans) => spans !== null)) return parts.flat().toSorted(([a], [b]) => a - b);
  }
  for (const piece of pieces) {
    const { words } = query.whole[0];
    const scattered = words.length < 2 ? null : matchScattered(piece, words);
    if (scattered !== null) return scattered.spans;
  }
  return null;
}

function spansOf(pieces: readonly Piece[], wanted: Wanted): readonly Span[] | null {
  for (const phrase of wanted) {
    for (const piece of pieces) {
      const match = matchPiece(piece, phrase, noReadings);
      if (match !== null) return match.spans;
    }
  }
  return null;
}
