/**
 * Lines and bands of many days as short paths: where several days share one unit of width, what they would paint is kept and nothing else.
 * Ten years of every group are drawn again at each choice, so nothing is made and nothing is scaled for a day that leaves no mark.
 */
import { tenth } from './svg.ts';

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

/** From a day or a value to a place in the drawing; linear over all that is drawn. */
type Place = (value: number) => number;

/**
 * The first, highest, lowest and last point of each unit of width, in order; a line through them covers the same ground as through all.
 * No line is drawn across a day of `breaks`, which are in order: the first point on or after it begins anew.
 */
export function linePath({ xs, values }: Curve, x: Place, y: Place, breaks: readonly number[] = []): string {
  const path: string[] = [];
  const across = straight(x, xs[0] ?? 0, xs.at(-1) ?? 0);
  const up = straight(y, 0, 1);
  let isOpen = false;
  // Where the four stand in the lists; -1: nowhere.
  let first = -1;
  let lowest = -1;
  let highest = -1;
  let last = -1;
  let unit = 0;
  let low = 0;
  let high = 0;
  let broken = 0;
  const add = (index: number): void => {
    path.push((isOpen ? 'L' : 'M') + tenth(across.start + across.step * (xs[index] ?? 0)) + ' ' + tenth(up.start + up.step * (values[index] ?? 0)));
    isOpen = true;
  };
  const flush = (): void => {
    if (first < 0) return;
    const earlier = Math.min(lowest, highest);
    const later = Math.max(lowest, highest);
    add(first);
    if (earlier > first) add(earlier);
    if (later > earlier) add(later);
    if (last > later) add(last);
    first = -1;
  };
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? null;
    if (value === null) {
      flush();
      isOpen = false;
      continue;
    }
    const day = xs[index] ?? 0;
    for (; broken < breaks.length && (breaks[broken] ?? 0) <= day; broken += 1) {
      flush();
      isOpen = false;
    }
    const own = Math.floor(across.start + across.step * day);
    if (first < 0 || unit !== own) {
      flush();
      first = lowest = highest = index;
      unit = own;
      low = high = value;
    } else if (value < low) {
      lowest = index;
      low = value;
    } else if (value > high) {
      highest = index;
      high = value;
    }
    last = index;
  }
  flush();
  return path.join('');
}

/** Closed areas between the lowest low and the highest high of each unit of width; null interrupts. */
export function bandPath({ xs, low: lows, high: highs }: Band, x: Place, y: Place): string {
  const across = straight(x, xs[0] ?? 0, xs.at(-1) ?? 0);
  const up = straight(y, 0, 1);
  const areas: string[] = [];
  let upper: string[] = [];
  let lower: string[] = [];
  // The unit of width that is being gathered, and where it begins.
  let isOpen = false;
  let at = 0;
  let low = 0;
  let high = 0;
  const add = (place: number): void => {
    const start = tenth(place) + ' ';
    upper.push(start + tenth(up.start + up.step * high));
    lower.push(start + tenth(up.start + up.step * low));
  };
  const close = (): void => {
    if (!isOpen) return;
    add(at);
    // A single day has a width.
    if (upper.length === 1) add(at + 1);
    areas.push('M', upper.join('L'), 'L', lower.reverse().join('L'), 'Z');
    upper = [];
    lower = [];
    isOpen = false;
  };
  for (let index = 0; index < xs.length; index += 1) {
    const ownLow = lows[index] ?? null;
    const ownHigh = highs[index] ?? null;
    if (ownLow === null || ownHigh === null) {
      close();
      continue;
    }
    const place = across.start + across.step * (xs[index] ?? 0);
    // The first stays alone, so that the area begins where its days begin.
    if (isOpen && upper.length > 0 && Math.floor(at) === Math.floor(place)) {
      low = Math.min(low, ownLow);
      high = Math.max(high, ownHigh);
      continue;
    }
    if (isOpen) add(at);
    isOpen = true;
    at = place;
    low = ownLow;
    high = ownHigh;
  }
  close();
  return areas.join('');
}

/** A linear place as `start + step × value`: calling a scale for every day of ten years is what a drawing spends its time on. */
function straight(place: Place, from: number, to: number): { readonly start: number; readonly step: number } {
  const step = from === to ? 0 : (place(to) - place(from)) / (to - from);
  return { start: place(from) - step * from, step };
}
