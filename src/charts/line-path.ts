/**
 * Lines and bands of many days as short paths: where several days share one unit of width, what they would paint is kept and nothing else.
 * Ten years of every group are drawn again at each choice, so nothing is made and nothing is scaled for a day that leaves no mark.
 */
import { coordinate } from './svg.ts';

type Values = readonly (number | null)[];

/** Values in order of day, as two lists of one length. */
export interface Curve {
  /** Day numbers, or the places of days in their year. */
  readonly xs: readonly number[];
  /** null: missing; the line ends before and begins anew after it. */
  readonly values: Values;
}

/** A range in order of day; null where there is none. */
export interface Band {
  readonly xs: readonly number[];
  readonly low: Values;
  readonly high: Values;
}

/** From a day or a value to a place in the drawing. */
type Place = (value: number) => number;

/**
 * The first, highest, lowest and last point of each unit of width, in order; a line through them covers the same ground as through all.
 * No line is drawn across a day of `breaks`, which are in order: the first point on or after it begins anew.
 */
export function linePath({ xs, values }: Curve, x: Place, y: Place, breaks: readonly number[] = []): string {
  const path: string[] = [];
  let isOpen = false;
  // Where the four stand in the lists; -1: nowhere.
  let [first, lowest, highest, last] = [-1, -1, -1, -1];
  let [unit, low, high] = [0, 0, 0];
  let broken = 0;
  const add = (index: number): void => {
    path.push(isOpen ? 'L' : 'M', short(x(xs[index] ?? 0)), ' ', short(y(values[index] ?? 0)));
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
  for (let index = 0; index < values.length; index += 1) {
    const [day, value] = [xs[index] ?? 0, values[index] ?? null];
    if (value === null) {
      flush();
      isOpen = false;
      continue;
    }
    for (; broken < breaks.length && (breaks[broken] ?? 0) <= day; broken += 1) {
      flush();
      isOpen = false;
    }
    const own = Math.floor(x(day));
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
export function bandPath({ xs, low: lows, high: highs }: Band, x: Place, y: Place): string {
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
  for (let index = 0; index < xs.length; index += 1) {
    const [low, high] = [lows[index] ?? null, highs[index] ?? null];
    if (low === null || high === null) {
      close();
      continue;
    }
    const at = x(xs[index] ?? 0);
    const last = run.at(-1);
    // The first stays alone, so that the area begins where its days begin.
    if (last !== undefined && run.length > 1 && last.unit === Math.floor(at)) {
      if (low < last.low) last.low = low;
      if (high > last.high) last.high = high;
    } else run.push({ at, unit: Math.floor(at), low, high });
  }
  close();
  return path;
}

/** One decimal, which is finer than any screen shows. */
function short(value: number): string {
  const tenths = Math.round(value * 10);
  return tenths % 10 === 0 || tenths < 0 ? coordinate(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
