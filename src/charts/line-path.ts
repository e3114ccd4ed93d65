/**
 * Lines and bands of many days as short paths: where several days share one unit of width, what they would paint is kept and nothing else.
 * Ten years of every group are drawn again at each choice, so nothing is made and nothing is scaled for a day that leaves no mark.
 */
import { coordinate } from './svg.ts';

export interface LinePoint {
  readonly x: number;
  /** null: missing; the line ends before and begins anew after it. */
  readonly value: number | null;
}

export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** From a day or a value to a place in the drawing. */
type Place = (value: number) => number;

/**
 * The first, highest, lowest and last point of each unit of width, in order; a line through them covers the same ground as through all.
 * No line is drawn across a day of `breaks`, which are in order: the first point on or after it begins anew.
 */
export function linePath(points: readonly LinePoint[], x: Place, y: Place, breaks: readonly number[] = []): string {
  const path: string[] = [];
  let isOpen = false;
  // Places of the four in `points`; -1: none.
  let [first, lowest, highest, last] = [-1, -1, -1, -1];
  let [unit, low, high] = [0, 0, 0];
  let broken = 0;
  const add = (index: number): void => {
    const point = points[index];
    if (point === undefined || point.value === null) return;
    path.push(isOpen ? 'L' : 'M', short(x(point.x)), ' ', short(y(point.value)));
    isOpen = true;
  };
  const flush = (): void => {
    if (first < 0) return;
    const [earlier, later] = lowest < highest ? [lowest, highest] : [highest, lowest];
    add(first);
    if (earlier > first) add(earlier);
    if (later > earlier) add(later);
    if (last > later) add(last);
    first = -1;
  };
  for (let index = 0; index < points.length; index += 1) {
    const point = points[index];
    const value = point?.value ?? null;
    if (point === undefined || value === null) {
      flush();
      isOpen = false;
      continue;
    }
    for (; broken < breaks.length && (breaks[broken] ?? 0) <= point.x; broken += 1) {
      flush();
      isOpen = false;
    }
    const own = Math.floor(x(point.x));
    if (first < 0 || unit !== own) {
      flush();
      [first, lowest, highest, unit, low, high] = [index, index, index, own, value, value];
    }
    if (value < low) [lowest, low] = [index, value];
    if (value > high) [highest, high] = [index, value];
    last = index;
  }
  flush();
  return path.join('');
}

/** Closed areas between the lowest low and the highest high of each unit of width; null interrupts. */
export function bandPath(points: readonly (BandPoint | null)[], x: Place, y: Place): string {
  let path = '';
  let run: { readonly at: number; readonly unit: number; low: number; high: number }[] = [];
  const close = (): void => {
    const [first] = run;
    if (first !== undefined) {
      if (run.length === 1) run.push({ ...first, at: first.at + 1 });
      const upper = run.map(({ at, high }) => `${short(at)} ${short(y(high))}`);
      const lower = run.map(({ at, low }) => `${short(at)} ${short(y(low))}`).reverse();
      path += `M${upper.join('L')}L${lower.join('L')}Z`;
      run = [];
    }
  };
  for (const point of points) {
    if (point === null) {
      close();
      continue;
    }
    const at = x(point.x);
    const last = run.at(-1);
    // The first stays alone, so that the area begins where its days begin.
    if (last !== undefined && run.length > 1 && last.unit === Math.floor(at)) {
      if (point.low < last.low) last.low = point.low;
      if (point.high > last.high) last.high = point.high;
    } else run.push({ at, unit: Math.floor(at), low: point.low, high: point.high });
  }
  close();
  return path;
}

/** One decimal, which is finer than any screen shows. */
function short(value: number): string {
  const tenths = Math.round(value * 10);
  return tenths % 10 === 0 || tenths < 0 ? coordinate(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
