/** Cuts the sentence around a match out of a text, with the match marked as one. */
import type { Span } from './match.ts';

/** A run of text; `isMarked` runs are what was searched for. */
export interface Run {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A sentence longer than this is cut down around its first match. */
const longestSentence = 110;
const context = 45;

/** The text as runs. Spans in order, not overlapping; those that touch become one. */
export function markedRuns(text: string, spans: readonly Span[], from = 0, to = text.length): readonly Run[] {
  const runs: Run[] = [];
  let place = from;
  for (const [start, end] of spans) {
    if (end <= place || start >= to) continue;
    const [left, right] = [Math.max(start, place), Math.min(end, to)];
    if (left > place) runs.push({ text: text.slice(place, left), isMarked: false });
    const last = runs.at(-1);
    if (last?.isMarked === true && left === place) runs[runs.length - 1] = { text: last.text + text.slice(left, right), isMarked: true };
    else runs.push({ text: text.slice(left, right), isMarked: true });
    place = right;
  }
  if (place < to) runs.push({ text: text.slice(place, to), isMarked: false });
  return runs;
}

/** The sentence of the first span, every span in it marked; `…` where it was cut. */
export function sentenceRuns(text: string, spans: readonly Span[]): readonly Run[] {
  const [first] = spans;
  if (first === undefined) return [];
  const ends = [...text.matchAll(/[。！？；\n]|[.!?;](?=\s|$)/g)].map(({ index }) => index + 1);
  let from = ends.filter((end) => end <= first[0]).at(-1) ?? 0;
  let to = ends.find((end) => end >= first[1]) ?? text.length;
  if (to - from > longestSentence * (/\p{Script=Han}/u.test(text) ? 1 : 2)) {
    const reach = /\p{Script=Han}/u.test(text) ? context : 2 * context;
    from = Math.max(from, wordStart(text, first[0] - reach));
    to = Math.min(to, Math.max(first[1], wordStart(text, first[1] + reach)));
  }
  while (/\s/.test(text[from] ?? '')) from += 1;
  const runs = markedRuns(text, spans, from, to);
  const isCutBefore = from > 0 && !ends.some((end) => text.slice(end, from).trim() === '' && end <= from);
  const isCutAfter = to < text.length && !ends.includes(to);
  return [...(isCutBefore ? [{ text: '…', isMarked: false }] : []), ...runs, ...(isCutAfter ? [{ text: '…', isMarked: false }] : [])];
}

/** The nearest place at or before `place` that is not inside a Latin word. */
function wordStart(text: string, place: number): number {
  let start = Math.max(0, Math.min(place, text.length));
  while (start > 0 && /[A-Za-z]/.test(text[start - 1] ?? '') && /[A-Za-z]/.test(text[start] ?? '')) start -= 1;
  return start;
}
