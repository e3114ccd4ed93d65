/** A few series over years: a mark for each published value, joined only from year to year; years without a value are hatched, targets are dashed. */
import { max, min } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { placeNotes } from './event-lanes.ts';
import type { PlacedNote } from './event-lanes.ts';
import { hatchPath } from './hatch.ts';
import type { Rectangle } from './hatch.ts';
import { spread } from './spread.ts';
import { circlePath, coordinate, drawing, element, polyline } from './svg.ts';
import type { Markup } from './svg.ts';
import { textLines, textWidth } from './text-width.ts';

/** What a mark says of its value: as stated, about, less than, more than, worked out by others, or only a part of the year. */
export type YearMark = 'exact' | 'about' | 'at_most' | 'at_least' | 'derived' | 'part';
export type SeriesColour = 'series-1' | 'series-2' | 'series-3' | 'series-4' | 'context';

export interface YearLinesInput {
  readonly label: string;
  /** Unit of the vertical axis. */
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly series: readonly {
    readonly colour: SeriesColour;
    /** Stands at the right end of the line. */
    readonly label: string;
    readonly points: readonly {
      readonly year: number;
      readonly value: number;
      readonly mark: YearMark;
      /** In words, above the mark where there is room; empty for none. */
      readonly words: string;
      /** Not comparable with the year before: no line leads to it. */
      readonly apart?: boolean;
    }[];
  }[];
  readonly targets: readonly { readonly at: number; readonly label: string }[];
  /** Years from which the values are counted in another way: a dotted line before each, with its note. */
  readonly breaks?: readonly { readonly year: number; readonly label: string }[];
  /** The marks that need explaining. */
  readonly key: readonly { readonly mark: YearMark; readonly label: string }[];
  /** What a hatched year means. */
  readonly gapLabel: string;
  readonly emptyLabel: string;
  readonly source: string;
}

interface PlacedMark {
  readonly x: number;
  readonly y: number;
  readonly mark: YearMark;
}

export interface YearLinesLayout {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly plot: Rectangle;
  readonly unit: string;
  readonly yTicks: readonly { readonly y: number; readonly label: string; readonly isZero: boolean }[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly gaps: readonly (Rectangle & { readonly label: string | null })[];
  readonly targets: readonly { readonly y: number; readonly label: string; readonly labelY: number }[];
  readonly breaks: readonly PlacedNote[];
  readonly lines: readonly { readonly colour: SeriesColour; readonly path: string; readonly marks: readonly PlacedMark[] }[];
  readonly ends: readonly { readonly colour: SeriesColour; readonly y: number; readonly labelY: number; readonly label: string; readonly fromX: number }[];
  readonly values: readonly { readonly x: number; readonly y: number; readonly label: string }[];
  readonly key: readonly (PlacedMark & { readonly label: string })[];
  readonly empty: string | null;
  readonly source: readonly string[];
}

const size = 12;
const lineHeight = 17;
/** Labels of lines are set bold, which is wider. */
const bold = 1.2;

/** Geometry in `width` × about `height` units; the height grows with the key and the lines of source. Zero is always on the axis. */
export function layoutYearLines(input: YearLinesInput, { width, height }: { readonly width: number; readonly height: number }): YearLinesLayout {
  const { series, targets, from, to } = input;
  const points = series.flatMap((one) => one.points);
  const highest = max([...points.map(({ value }) => value), ...targets.map(({ at }) => at)]) ?? 1;
  const lowest = Math.min(0, min(points, ({ value }) => value) ?? 0);
  const y = scaleLinear([lowest, Math.max(highest, lowest + 1e-9)], [height, lineHeight * 2]).nice(5);
  const ticks = y.ticks(5);
  const tickLabel = y.tickFormat(5);
  const left = 8 + (max(ticks, (tick) => textWidth(tickLabel(tick), size)) ?? 0);
  const rightLabels = [...targets, ...series].map(({ label }) => label).filter((label) => label !== '');
  const right = rightLabels.length === 0 ? 14 : 14 + bold * (max(rightLabels, (label) => textWidth(label, size)) ?? 0);
  // The words over the first year stay clear of the axis.
  const firstHalf = max(points.filter(({ year }) => year === from), ({ words }) => textWidth(words, size) / 2) ?? 0;
  const x = scaleLinear(from === to ? [from - 1, to + 1] : [from, to], [left + Math.max(8, firstHalf), Math.max(left + 60, width - right)]);
  const step = Math.abs(x(1) - x(0));
  const plot = { x: left, y: lineHeight + 4, width: x(to) - left + (from === to ? step : 4), height: height - lineHeight - 4 };

  const known = new Set(points.map(({ year }) => year));
  const gaps: { from: number; to: number }[] = [];
  for (let year = from; year <= to; year += 1) {
    if (known.has(year) || points.length === 0) continue;
    const open = gaps.at(-1);
    if (open?.to === year - 1) open.to = year;
    else gaps.push({ from: year, to: year });
  }

  const drawn = series.map((one) => ({ ...one, placed: one.points.map((point) => ({ ...point, x: x(point.year), y: y(point.value) })) }));
  const rightMarks = [
    ...drawn.flatMap((one) => {
      const end = one.placed.at(-1);
      return end === undefined || one.label === '' ? [] : [{ colour: one.colour, y: end.y, label: one.label, fromX: end.x + 5, kind: 'end' as const }];
    }),
    ...targets.map(({ at, label }) => ({ colour: 'context' as const, y: y(at), label, fromX: plot.x + plot.width, kind: 'target' as const })),
  ].toSorted((a, b) => a.y - b.y);
  const labelYs = spread(rightMarks.map((mark) => mark.y), lineHeight - 2, lineHeight, height);

  let keyX = 0;
  let keyY = height + lineHeight * 2 + 6;
  const key = input.key.map(({ mark, label }) => {
    const itemWidth = 16 + textWidth(label, size);
    if (keyX > 0 && keyX + itemWidth > width) {
      keyX = 0;
      keyY += lineHeight;
    }
    const placed = { mark, label, x: keyX + 5, y: keyY - 4 };
    keyX += itemWidth + 16;
    return placed;
  });
  const source = textLines(input.source, size, width * 0.94);
  return {
    label: input.label,
    width,
    height: (key.length === 0 ? height + lineHeight : keyY) + 10 + lineHeight * source.length,
    plot,
    unit: input.unit,
    yTicks: ticks.map((tick) => ({ y: y(tick), label: tickLabel(tick).replace('-', '−'), isZero: tick === 0 })),
    xTicks: yearTicks(from, to, x, step),
    gaps: gaps.map((gap) => {
      const start = Math.max(plot.x, x(gap.from - 0.5));
      const end = Math.min(plot.x + plot.width, x(gap.to + 0.5));
      return { x: start, y: plot.y, width: end - start, height: plot.height, label: textWidth(input.gapLabel, size) + 8 < end - start ? input.gapLabel : null };
    }),
    targets: rightMarks.flatMap((mark, index) => (mark.kind === 'target' ? [{ y: mark.y, label: mark.label, labelY: labelYs[index] ?? mark.y }] : [])),
    breaks: placeNotes((input.breaks ?? []).map(({ year, label }) => ({ x: x(year - 0.5), label })), size, left, width),
    lines: drawn.map(({ colour, placed }) => ({ colour, path: joined(placed), marks: placed })),
    ends: rightMarks.flatMap((mark, index) => (mark.kind === 'end' ? [{ ...mark, labelY: labelYs[index] ?? mark.y }] : [])),
    values: valueLabels(drawn.map(({ placed }) => placed), step, height),
    key,
    empty: points.length === 0 ? input.emptyLabel : null,
    source,
  };
}

/** A line leads from a value to that of the next year, and nowhere over a gap. */
function joined(points: readonly { readonly year: number; readonly x: number; readonly y: number; readonly apart?: boolean }[]): string {
  let path = '';
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (before !== undefined && before.year === point.year - 1 && point.apart !== true) path += polyline([[before.x, before.y], [point.x, point.y]]);
  });
  return path;
}

/** As many years as have room, the first and the last always. */
function yearTicks(from: number, to: number, x: (year: number) => number, step: number): readonly { readonly x: number; readonly label: string }[] {
  const every = Math.max(1, Math.ceil((textWidth('2026', size) + 6) / step));
  const ticks: { x: number; label: string }[] = [];
  for (let year = to; year >= from + every || year === from; year -= every) ticks.unshift({ x: x(year), label: String(year) });
  return ticks[0]?.label === String(from) ? ticks : [{ x: x(from), label: String(from) }, ...ticks];
}

/** From the latest year back, each that touches no other label; above its mark, in a valley below it, where no line runs. */
function valueLabels(
  series: readonly (readonly { readonly x: number; readonly y: number; readonly words: string }[])[],
  step: number,
  bottom: number,
): YearLinesLayout['values'] {
  const taken: { x: number; y: number; label: string; half: number }[] = [];
  for (const points of series) {
    points.toReversed().forEach(({ x, y, words }, index, reversed) => {
      const beside = [reversed[index - 1], reversed[index + 1]].filter((other) => other !== undefined && Math.abs(other.x - x) < step * 1.5);
      const isValley = beside.length > 0 && beside.every((other) => other !== undefined && other.y < y - 8) && y + 20 < bottom;
      const baseline = isValley ? y + 17 : y - 9;
      const half = textWidth(words, size) / 2 + 3;
      if (words === '' || taken.some((other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - baseline) < lineHeight)) return;
      taken.push({ x, y: baseline, label: words, half });
    });
  }
  return taken.map(({ x, y, label }) => ({ x, y, label }));
}

export function drawYearLines(layout: YearLinesLayout): string {
  const { plot, width, height } = layout;
  const bottom = plot.y + plot.height;
  const at = coordinate;
  const path = (className: string, d: string): Markup => element('path', { class: className, d });
  const lines = (className: string, parts: readonly string[]): Markup | null => (parts.length === 0 ? null : path(className, parts.join('')));
  const across = (y: number): string => `M${at(plot.x)} ${at(y)}H${at(plot.x + plot.width)}`;
  const toLabel = (x: number, y: number, labelY: number): string => `M${at(x)} ${at(y)}L${at(plot.x + plot.width + 6)} ${at(labelY)}`;
  const text = (className: string, x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end' = 'start'): Markup =>
    element('text', { class: className, x, y, 'text-anchor': anchor === 'start' ? null : anchor }, content);
  return drawing(
    { width, height, label: layout.label, className: 'chart year-lines' },
    text('chart-unit', 0, size, layout.unit),
    lines('chart-grid', layout.yTicks.filter(({ isZero }) => !isZero).map(({ y }) => across(y))),
    layout.yTicks.map(({ y, label }) => text('chart-tick', plot.x - 6, y + 4, label, 'end')),
    lines('chart-gap', layout.gaps.map((gap) => hatchPath(gap, 7))),
    layout.gaps.map(({ label, x, y, width: w, height: h }) => (label === null ? null : text('chart-note chart-halo', x + w / 2, y + h * 0.75, label, 'middle'))),
    lines('chart-threshold', layout.targets.map(({ y }) => across(y))),
    layout.targets.map(({ labelY, label }) => text('chart-tick', plot.x + plot.width + 8, labelY + 4, label)),
    lines('chart-event', layout.breaks.map(({ x }) => `M${at(x)} ${at(plot.y)}V${at(bottom)}`)),
    layout.breaks.map(({ x, lane, anchor, label }) => text('chart-note chart-halo', x + (anchor === 'start' ? 3 : -3), plot.y + size + lineHeight * lane, label, anchor)),
    layout.lines.map(({ colour, path: d, marks }) => [d === '' ? null : path(`year-line line-${colour}`, d), drawMarks(marks, colour)]),
    layout.values.map(({ x, y, label }) => text('chart-value chart-halo', x, y, label, 'middle')),
    lines('chart-leader', [
      ...layout.targets.map(({ y, labelY }) => toLabel(plot.x + plot.width, y, labelY)),
      ...layout.ends.filter(({ y, labelY, fromX }) => Math.abs(labelY - y) >= 6 || fromX < plot.x + plot.width - 6).map(({ y, labelY, fromX }) => toLabel(fromX, y, labelY)),
    ]),
    layout.ends.map(({ colour, labelY, label }) => text(`chart-end-label word-${colour}`, plot.x + plot.width + 8, labelY + 4, label)),
    lines('chart-axis', [...layout.yTicks.filter(({ isZero }) => isZero).map(({ y }) => across(y)), ...layout.xTicks.map(({ x }) => `M${at(x)} ${at(bottom)}v4`)]),
    layout.xTicks.map(({ x, label }) => text('chart-tick', x, bottom + lineHeight, label, 'middle')),
    drawMarks(layout.key, 'series-1'),
    layout.key.map((item) => text('chart-note', item.x + 11, item.y + 4, item.label)),
    layout.empty === null ? null : text('chart-empty chart-halo', plot.x + plot.width / 2, plot.y + plot.height / 2, layout.empty, 'middle'),
    layout.source.map((row, index) => text('chart-source', 0, height - 4 - lineHeight * (layout.source.length - 1 - index), row)),
  );
}

/** The marks of a series, those that look alike as one path. */
function drawMarks(marks: readonly PlacedMark[], colour: SeriesColour): readonly Markup[] {
  return [true, false].flatMap((isFull) => {
    const alike = marks.filter(({ mark }) => full.has(mark) === isFull);
    return alike.length === 0 ? [] : [element('path', { class: `year-mark ${isFull ? 'mark-full' : 'mark-open'} mark-${colour}`, d: alike.map(markPath).join('') })];
  });
}

const full: ReadonlySet<YearMark> = new Set(['exact', 'at_most', 'at_least']);

/** Full: as stated; open: about, or part of a year; a triangle points where the value may lie; a diamond was worked out. */
function markPath({ x, y, mark }: PlacedMark): string {
  const shape = (points: readonly (readonly [number, number])[]): string => `${polyline(points.map(([dx, dy]) => [x + dx, y + dy] as const))}Z`;
  if (mark === 'at_most') return shape([[-4.5, -3.5], [4.5, -3.5], [0, 4.5]]);
  if (mark === 'at_least') return shape([[-4.5, 3.5], [4.5, 3.5], [0, -4.5]]);
  if (mark === 'derived') return shape([[0, -4.5], [4.5, 0], [0, 4.5], [-4.5, 0]]);
  return circlePath(x, y, 3.2);
}
