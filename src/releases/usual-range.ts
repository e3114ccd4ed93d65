/** The range in which a value of a series is no surprise, judged by the series' own past. */

/** Fewer values than this say nothing about what is usual. */
export const leastHistory = 12;
/** So many latest values are the past of a series. */
export const longestHistory = 400;

export interface UsualRange {
  readonly low: number;
  readonly high: number;
}

/**
 * Three interquartile ranges beyond the quartiles (Tukey's far-out fences) or half the spread of all values beyond the lowest and the highest, whichever
 * reaches farther, so that neither a new record nor a series of zeros raises an alarm. Where all values are above zero they are compared by ratio
 * (on logarithms), so that a lost digit is found like a digit too many. Null with fewer than 12 values. Values are in order of time.
 */
export function usualRange(past: readonly number[]): UsualRange | null {
  const values = past.slice(-longestHistory);
  if (values.length < leastHistory) return null;
  const isRatio = values.every((value) => value > 0);
  const sorted = (isRatio ? values.map(Math.log) : values).toSorted((a, b) => a - b);
  const [lowest = 0, highest = 0] = [sorted[0], sorted.at(-1)];
  const [first, third] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  // A constant series may still move a little: by a half, or by one unit.
  const margin = Math.max((highest - lowest) / 2, isRatio ? Math.log(1.5) : 1);
  const low = Math.min(first - 3 * (third - first), lowest - margin);
  const high = Math.max(third + 3 * (third - first), highest + margin);
  return isRatio ? { low: Math.exp(low), high: Math.exp(high) } : { low, high };
}

/** Linear between neighbours (type 7), of sorted values. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}
