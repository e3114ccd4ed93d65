/** Where the name of a band stands: beside it, out of the way of the line. */
import { max, min } from 'd3-array';
import { textWidth } from './text-width.ts';

export interface BandLabelInput {
  readonly band: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  readonly bandLabel: string;
  readonly points: readonly { readonly x: number; readonly value: number | null }[];
}

/** Just above or below the band, at its left, middle or right, where the line is farthest; `x` and `y` are the chart's scales, `size` that of the text. */
export function bandLabelPlace(
  { band, bandLabel, points }: BandLabelInput,
  size: number,
  x: (day: number) => number,
  y: (value: number) => number,
  left: number,
  right: number,
): { readonly x: number; readonly y: number } {
  const labelWidth = textWidth(bandLabel, size) + 8;
  let best = { x: left + 4, y: y(band[0]?.high ?? 0) - 5, distance: -1 };
  for (const start of [left, (left + right - labelWidth) / 2, right - labelWidth]) {
    const within = (day: number): boolean => x(day) >= start && x(day) <= start + labelWidth;
    const under = band.filter((day) => within(day.x));
    const lines = points.flatMap(({ x: day, value }) => (value !== null && within(day) ? [y(value)] : []));
    const above = (min(under, (day) => y(day.high)) ?? 0) - 5;
    const below = (max(under, (day) => y(day.low)) ?? 0) + size + 3;
    for (const baseline of under.length === 0 ? [] : [above, below]) {
      const middle = baseline - size / 3;
      const distance = min(lines, (lineY) => Math.abs(lineY - middle)) ?? Infinity;
      if (distance > best.distance) best = { x: start + 4, y: baseline, distance };
    }
  }
  return { x: best.x, y: best.y };
}
