/** Places as points on an empty sheet, north up and to scale: a sketch of how they lie to each other, with rings of distance around a start. */
import { coordinate, drawing, element } from './svg.ts';
import type { Markup } from './svg.ts';
import { textLines, textWidth } from './text-width.ts';

export const plotShapes = ['square', 'circle', 'triangle'] as const;
export type PlotShape = (typeof plotShapes)[number];

export interface PointPlotInput {
  readonly label: string;
  /** Metres east and north of any one origin; labels are tried in this order, so the ones that matter come first. */
  readonly points: readonly { readonly id: string; readonly east: number; readonly north: number; readonly name: string; readonly shape: PlotShape; readonly isFaded?: boolean }[];
  readonly start: { readonly east: number; readonly north: number; readonly name: string } | null;
  readonly north: string;
  readonly units: { readonly km: string; readonly m: string };
  readonly emptyLabel: string;
  readonly source: string;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PointPlotLayout {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly frame: Box;
  readonly points: readonly { readonly id: string; readonly x: number; readonly y: number; readonly name: string; readonly shape: PlotShape; readonly isFaded: boolean; readonly text: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' } | null }[];
  readonly start: { readonly x: number; readonly y: number; readonly name: string } | null;
  readonly rings: readonly { readonly radius: number; readonly label: string; readonly labelY: number }[];
  readonly bar: { readonly length: number; readonly label: string } | null;
  readonly north: string;
  readonly empty: string | null;
  readonly source: readonly string[];
}

const size = 12;
const lineHeight = 17;
const margin = 18;
const markRadius = 5;
/** Of a great many places only the first are named: there is no room for more, and looking for it takes time. */
const mostLabels = 80;
/** A single place, or places at one spot, stand in the middle of two kilometres. */
const least = 2000;

/** The largest of 1, 2 and 5 times a power of ten that is no larger than `value`. */
export function niceBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [5, 2, 1].map((step) => step * power).find((step) => step <= value) ?? power;
}

function distanceWords(metres: number, { km, m }: PointPlotInput['units']): string {
  return metres >= 1000 ? `${metres / 1000}\u202F${km}` : `${metres}\u202F${m}`;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Geometry in `width` units; the height follows from how the places lie, between half and five quarters of the width. */
export function layoutPointPlot(input: PointPlotInput, width: number): PointPlotLayout {
  const all = [...input.points, ...(input.start === null ? [] : [input.start])];
  const range = (values: readonly number[]): { readonly middle: number; readonly length: number } => {
    const [low, high] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
    return values.length === 0 ? { middle: 0, length: least } : { middle: (low + high) / 2, length: Math.max(least, high - low) };
  };
  const east = range(all.map((point) => point.east));
  const north = range(all.map((point) => point.north));
  const inner = width - 2 * margin;
  const perMetre = Math.min(inner / (east.length * 1.12), (inner * 1.2) / (north.length * 1.12));
  const plotHeight = Math.max(inner * 0.5, north.length * 1.12 * perMetre);
  const frame = { left: 1, right: width - 1, top: 1, bottom: plotHeight + 2 * margin };
  const x = (metres: number): number => width / 2 + (metres - east.middle) * perMetre;
  const y = (metres: number): number => frame.bottom / 2 - (metres - north.middle) * perMetre;
  const start = input.start === null ? null : { x: x(input.start.east), y: y(input.start.north), name: input.start.name };
  const barMetres = niceBelow((width / 4) / perMetre);
  const bar = input.points.length === 0 ? null : { length: barMetres * perMetre, label: distanceWords(barMetres, input.units) };
  const rings = input.start === null || start === null ? [] : ringsAround(input.start, input, perMetre).map((metres) => ({ radius: metres * perMetre, label: distanceWords(metres, input.units), labelY: start.y - metres * perMetre - 3 }));
  const marks = input.points.map((point) => ({ ...point, x: x(point.east), y: y(point.north) }));
  const texts = placeLabels(marks, frame, [
    ...reservedBoxes(frame, bar, width),
    ...(start === null ? [] : [around(start.x, start.y, markRadius + 3)]),
    ...rings.map((ring) => ({ left: (start?.x ?? 0) - 24, right: (start?.x ?? 0) + 24, top: ring.labelY - size, bottom: ring.labelY + 2 })),
  ]);
  const source = textLines(input.source, size, width * 0.94);
  return {
    label: input.label,
    width,
    height: frame.bottom + 8 + lineHeight * source.length + 4,
    frame,
    points: marks.map(({ id, name, shape, isFaded = false, x: left, y: top }, index) => ({ id, name, shape, isFaded, x: left, y: top, text: texts[index] ?? null })),
    start,
    rings,
    bar,
    north: input.north,
    empty: input.points.length === 0 ? input.emptyLabel : null,
    source,
  };
}

/** Two to five rings at round distances, as far out as the farthest place. */
function ringsAround(start: { readonly east: number; readonly north: number }, { points }: PointPlotInput, perMetre: number): readonly number[] {
  const farthest = Math.max(...points.map((point) => Math.hypot(point.east - start.east, point.north - start.north)), 40 / perMetre);
  const step = niceBelow(farthest / 2);
  return Array.from({ length: Math.min(5, Math.ceil(farthest / step)) }, (_, index) => step * (index + 1));
}

function around(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/** Where the bar and the arrow stand. */
function reservedBoxes(frame: Box, bar: PointPlotLayout['bar'], width: number): readonly Box[] {
  const right = { left: frame.right - 26, right: width, top: frame.top, bottom: frame.top + 40 };
  return bar === null ? [right] : [right, { left: frame.left, right: frame.left + 14 + Math.max(bar.length, textWidth(bar.label, size)), top: frame.bottom - 32, bottom: frame.bottom }];
}

/** A label for each point beside, above or below its mark, where it covers neither a mark nor another label; null where there is no room. */
function placeLabels(
  marks: readonly { readonly x: number; readonly y: number; readonly name: string; readonly isFaded?: boolean }[],
  frame: Box,
  taken: readonly Box[],
): readonly PointPlotLayout['points'][number]['text'][] {
  const boxes = [...taken];
  const markBoxes = marks.map(({ x, y }) => around(x, y, markRadius + 1));
  return marks.map(({ x, y, name, isFaded }, index) => {
    if (isFaded === true || index >= mostLabels) return null;
    const length = textWidth(name, size) + 2;
    const places = [
      { x: x + 9, y: y + 4, anchor: 'start', left: x + 8 },
      { x: x - 9, y: y + 4, anchor: 'end', left: x - 8 - length },
      { x, y: y - 9, anchor: 'middle', left: x - length / 2 },
      { x, y: y + 18, anchor: 'middle', left: x - length / 2 },
    ] as const;
    for (const place of places) {
      const box = { left: place.left, right: place.left + length, top: place.y - size, bottom: place.y + 4 };
      const isInside = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
      if (!isInside || boxes.some((other) => overlaps(box, other)) || markBoxes.some((other, at) => at !== index && overlaps(box, other))) continue;
      boxes.push(box);
      return { x: place.x, y: place.y, anchor: place.anchor };
    }
    return null;
  });
}

const shapes: Readonly<Record<PlotShape, (x: number, y: number) => string>> = {
  square: (x, y) => `M${coordinate(x - 5)} ${coordinate(y - 5)}h10v10h-10Z`,
  circle: (x, y) => `M${coordinate(x - 5)} ${coordinate(y)}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z`,
  triangle: (x, y) => `M${coordinate(x - 6)} ${coordinate(y + 5)}L${coordinate(x)} ${coordinate(y - 6)}L${coordinate(x + 6)} ${coordinate(y + 5)}Z`,
};

export function drawPointPlot(layout: PointPlotLayout): string {
  const { width, height, frame, start, bar } = layout;
  const at = coordinate;
  const text = (className: string, x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end' = 'start'): Markup =>
    element('text', { class: className, x, y, 'text-anchor': anchor === 'start' ? null : anchor }, content);
  const source = layout.source.map((line, index) => text('chart-source', 0, frame.bottom + 8 + lineHeight * (index + 1) - 4, line));
  if (layout.empty !== null) return drawing({ width, height, label: layout.label, className: 'chart point-plot' }, text('chart-empty', 0, size, layout.empty), source);
  const clip = `M${at(frame.left)} ${at(frame.top)}H${at(frame.right)}V${at(frame.bottom)}H${at(frame.left)}Z`;
  return drawing(
    { width, height, label: layout.label, className: 'chart point-plot' },
    element('path', { class: 'plot-sheet', d: clip }),
    // Rings go on beyond the sheet; the viewBox of their own cuts them off.
    start === null
      ? null
      : element(
          'svg',
          { x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top, viewBox: `${at(frame.left)} ${at(frame.top)} ${at(frame.right - frame.left)} ${at(frame.bottom - frame.top)}`, overflow: 'hidden' },
          layout.rings.map(({ radius }) => element('circle', { class: 'plot-ring', cx: start.x, cy: start.y, r: radius })),
          layout.rings.map(({ label, labelY }) => text('chart-tick chart-halo', start.x, labelY, label, 'middle')),
          element('path', { class: 'plot-start', d: `M${at(start.x - 8)} ${at(start.y)}h16M${at(start.x)} ${at(start.y - 8)}v16` }),
        ),
    layout.points.map(({ id, x, y, name, shape, isFaded, text: place }) =>
      element(
        'g',
        { class: isFaded ? 'plot-point plot-faded' : 'plot-point', 'data-point': id },
        element('title', {}, name),
        element('path', { class: 'plot-mark', d: shapes[shape](x, y) }),
        place === null ? null : text('chart-note chart-halo', place.x, place.y, name, place.anchor),
      ),
    ),
    element('path', { class: 'chart-axis', d: `M${at(frame.right - 14)} ${at(frame.top + 34)}v-16m-4 5l4 -6l4 6` }),
    text('chart-tick', frame.right - 14, frame.top + 14, layout.north, 'middle'),
    bar === null
      ? null
      : [
          element('path', { class: 'chart-axis', d: `M${at(frame.left + 8)} ${at(frame.bottom - 12)}v4h${at(bar.length)}v-4` }),
          text('chart-tick', frame.left + 8, frame.bottom - 16, bar.label),
        ],
    source,
  );
}
