/** Places dated notes under an axis, in as few rows as keep them apart. */
import { textWidth } from './text-width.ts';

export interface EventNote {
  /** Where the note belongs, in the drawing's units. */
  readonly x: number;
  readonly label: string;
}

export interface PlacedNote extends EventNote {
  /** Row from 0 down. */
  readonly lane: number;
  /** The text begins or ends at `x`. */
  readonly anchor: 'start' | 'end';
}

/** Every note, from left to right; a text that would pass `right` ends at its mark instead. */
export function placeNotes(notes: readonly EventNote[], size: number, left: number, right: number): readonly PlacedNote[] {
  const taken: { from: number; to: number }[][] = [];
  return notes
    .toSorted((a, b) => a.x - b.x)
    .map(({ x, label }) => {
      const width = textWidth(label, size) + size;
      const anchor = x + width > right && x - width >= left ? 'end' : 'start';
      const from = anchor === 'start' ? x - 2 : x - width;
      const to = anchor === 'start' ? x + width : x + 2;
      let lane = 0;
      while (taken[lane]?.some((other) => from < other.to && to > other.from)) lane += 1;
      (taken[lane] ??= []).push({ from, to });
      return { x, label, lane, anchor };
    });
}
