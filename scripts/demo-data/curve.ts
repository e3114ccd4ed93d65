/** Curves drawn through a few points by straight lines: the shape of every trend and season here. */
import { dayNumber } from '#src/domain/calendar.ts';

/** Points (x, y) in rising order of x. */
export type Curve = readonly (readonly [x: number, y: number])[];

/** Height of the curve at `x`; level before its first and after its last point; 1 on an empty curve. */
export function along(curve: Curve, x: number): number {
  let before = curve[0];
  if (before === undefined) return 1;
  for (const point of curve) {
    if (x < point[0]) {
      const width = point[0] - before[0];
      return width === 0 ? point[1] : before[1] + ((point[1] - before[1]) * (x - before[0])) / width;
    }
    before = point;
  }
  return before[1];
}

/** `value`, but at least `low` and at most `high`. */
export function between(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** A curve over day numbers from points with dates. */
export function dated(points: readonly (readonly [date: string, value: number])[]): Curve {
  return points.map(([date, value]) => [dayNumber(date), value]);
}
