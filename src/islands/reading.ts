/** Which day of a chart a pointer or a key means. */

/** Days stand at `first`, `first + step`, … in the drawing's own units. */
export interface ReadingScale {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** The day nearest to a place, from 0; never outside the chart. */
export function indexAt(x: number, { first, step, count }: ReadingScale): number {
  const index = step === 0 ? 0 : Math.round((x - first) / step);
  return Math.max(0, Math.min(count - 1, index));
}

/** The day after a key: arrows by one, page keys by a week, Home and End; null for any other key. From nowhere a key goes to the last day. */
export function indexAfterKey(key: string, index: number | null, count: number): number | null {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7, Home: -count, End: count };
  const step = steps[key];
  if (step === undefined) return null;
  return index === null ? count - 1 : Math.max(0, Math.min(count - 1, index + step));
}
