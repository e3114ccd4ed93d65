/** Hatching as plain lines, cut to a rectangle: no pattern, so no id, in any drawing. */
import { tenth } from './svg.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Path of the lines that rise to the right at 45°, `step` apart along the edges. */
export function hatchPath({ x, y, width, height }: Rectangle, step: number): string {
  let path = '';
  // Each line is x + y = constant, measured from the upper left corner.
  for (let sum = step / 2; sum < width + height; sum += step) {
    const x1 = Math.max(0, sum - height);
    const x2 = Math.min(width, sum);
    path += `M${tenth(x + x1)} ${tenth(y + sum - x1)}L${tenth(x + x2)} ${tenth(y + sum - x2)}`;
  }
  return path;
}
