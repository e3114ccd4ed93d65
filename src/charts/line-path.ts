/** Lines and bands of many days as short paths: where several days share one unit of width, what they would paint is kept and nothing else. */
import { coordinate } from './svg.ts';

export interface PlotPoint {
  readonly x: number;
  /** null: missing; the line ends before and begins anew after it. */
  readonly y: number | null;
}

/** The first, highest, lowest and last point of each unit of width, in order; a line through them covers the same ground as through all. */
export function linePath(points: readonly PlotPoint[]): string {
  let path = '';
  let isOpen = false;
  let kept: { x: number; y: number; order: number }[] = [];
  const flush = (): void => {
    const [first, lowest, highest, last] = kept;
    if (first === undefined || lowest === undefined || highest === undefined || last === undefined) return;
    const ordered = [first, ...[lowest, highest].toSorted((a, b) => a.order - b.order), last];
    for (const [index, point] of ordered.entries()) {
      if (index > 0 && ordered[index - 1]?.order === point.order) continue;
      path += `${isOpen ? 'L' : 'M'}${short(point.x)} ${short(point.y)}`;
      isOpen = true;
    }
    kept = [];
  };
  for (const [order, { x, y }] of points.entries()) {
    if (y === null) {
      flush();
      isOpen = false;
      continue;
    }
    const point = { x, y, order };
    const [first, lowest, highest] = kept;
    if (first === undefined || lowest === undefined || highest === undefined || Math.floor(first.x) !== Math.floor(x)) {
      flush();
      kept = [point, point, point, point];
    } else kept = [first, y > lowest.y ? point : lowest, y < highest.y ? point : highest, point];
  }
  flush();
  return path;
}

export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** Closed areas between the lowest low and the highest high of each unit of width; null interrupts. */
export function bandPath(points: readonly (BandPoint | null)[]): string {
  let path = '';
  let run: BandPoint[] = [];
  const close = (): void => {
    const [first] = run;
    if (first !== undefined) {
      const shown = run.length === 1 ? [first, { ...first, x: first.x + 1 }] : run;
      path += `M${shown.map(({ x, high }) => `${short(x)} ${short(high)}`).join('L')}L${shown.toReversed().map(({ x, low }) => `${short(x)} ${short(low)}`).join('L')}Z`;
    }
    run = [];
  };
  for (const point of points) {
    const last = run.at(-1);
    if (point === null) close();
    else if (last !== undefined && run.length > 1 && Math.floor(last.x) === Math.floor(point.x)) run[run.length - 1] = { x: last.x, low: Math.max(last.low, point.low), high: Math.min(last.high, point.high) };
    else run.push(point);
  }
  close();
  return path;
}

/** One decimal is finer than any screen shows. */
function short(value: number): string {
  return coordinate(Math.round(value * 10) / 10);
}
