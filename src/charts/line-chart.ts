/** One series over days: the line, thresholds as steps, the seasonal range behind, gaps hatched, events under the axis. */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { bandLabelPlace } from './band-label.ts';
import { placeNotes } from './event-lanes.ts';
import type { PlacedNote } from './event-lanes.ts';
import { hatchPath } from './hatch.ts';
import type { Rectangle } from './hatch.ts';
import { spread } from './spread.ts';
import { coordinate, drawing, element, polyline } from './svg.ts';
import type { Markup } from './svg.ts';
import { textLines, textWidth } from './text-width.ts';

export interface LinePoint {
  /** Day number. */
  readonly x: number;
  /** null: missing. */
  readonly value: number | null;
  /** The value was published otherwise before. */
  readonly isCorrected?: boolean;
}

export interface LineChartInput {
  /** What the drawing shows, for those who do not see it. */
  readonly label: string;
  /** One point a day, in order, gaps as points without a value. */
  readonly points: readonly LinePoint[];
  /** Unit of the vertical axis, e.g. `天`. */
  readonly unit: string;
  /** Smallest upper end of the axis, so that an empty chart has one. */
  readonly least: number;
  /** A threshold with its value over time; `label` stands at its right end. */
  readonly thresholds: readonly {
    readonly label: string;
    readonly steps: readonly { readonly from: number; readonly to: number; readonly at: number }[];
  }[];
  /** Seasonal range by day, may be empty; `bandLabel` names it. */
  readonly band: readonly { readonly x: number; readonly low: number; readonly median: number; readonly high: number }[];
  readonly bandLabel: string;
  /** Dated notes under the axis. */
  readonly events: readonly { readonly x: number; readonly label: string }[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  /** The last value in words, at the end of the line. */
  readonly endLabel: string;
  /** What a hatched stretch means. */
  readonly gapLabel: string;
  /** What stands instead of a line where every value is missing. */
  readonly emptyLabel: string;
  /** Source and as-of date, in the drawing itself. */
  readonly source: string;
}

export interface LineChartLayout {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly plot: Rectangle;
  readonly line: string;
  /** Values with a gap on both sides, which a line would not show. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  /** Corrected values: open circles. */
  readonly corrected: readonly { readonly x: number; readonly y: number }[];
  readonly end: { readonly x: number; readonly y: number; readonly labelY: number; readonly label: string } | null;
  readonly gaps: readonly (Rectangle & { readonly label: string | null })[];
  readonly band: { readonly area: string; readonly median: string; readonly label: string; readonly x: number; readonly y: number } | null;
  readonly thresholds: readonly { readonly path: string; readonly y: number; readonly labelY: number; readonly label: string }[];
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly unit: string;
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly notes: readonly PlacedNote[];
  readonly empty: string | null;
  /** Where the days stand, for reading them one by one. */
  readonly reading: { readonly first: number; readonly step: number; readonly count: number };
  readonly source: readonly string[];
}

/** Size of every text, in the drawing's own units. */
export const chartTextSize = 12;
const lineHeight = 17;

/** Geometry of the chart in `width` × about `height` units; the height grows with rows of notes and lines of source. */
export function layoutLineChart(input: LineChartInput, { width, height }: { readonly width: number; readonly height: number }): LineChartLayout {
  const { points, thresholds, band } = input;
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const steps = thresholds.flatMap((threshold) => threshold.steps);
  const highest = max([input.least, ...values, ...band.map(({ high }) => high), ...steps.map(({ at }) => at)]) ?? input.least;
  const rightLabels = [...thresholds.map(({ label }) => label), input.endLabel];
  const right = 10 + (max(rightLabels, (label) => textWidth(label, chartTextSize)) ?? 0);
  const left = 8 + textWidth(String(Math.ceil(highest)), chartTextSize);
  const top = lineHeight + 8;

  const first = points[0]?.x ?? 0;
  const last = points.at(-1)?.x ?? 1;
  const x = scaleLinear(first === last ? [first - 1, last + 1] : [first, last], [left, width - right]);
  const y = scaleLinear([0, highest], [height, top]).nice(5);
  const plot = { x: left, y: top, width: width - right - left, height: height - top };

  const placed = placeNotes(input.events.map((event) => ({ x: x(event.x), label: event.label })), chartTextSize, left, width);
  const lanes = placed.length === 0 ? 0 : Math.max(...placed.map(({ lane }) => lane)) + 1;
  const source = textLines(input.source, chartTextSize, width);

  const defined = (point: LinePoint | undefined): boolean => point !== undefined && point.value !== null;
  const draw = line<LinePoint>()
    .defined(defined)
    .x((point) => x(point.x))
    .y((point) => y(point.value ?? 0))
    .digits(2);
  const dots = points
    .filter((point, index) => defined(point) && !defined(points[index - 1]) && !defined(points[index + 1]))
    .map((point) => ({ x: x(point.x), y: y(point.value ?? 0) }));

  const drawnThresholds = thresholds
    .filter((threshold) => threshold.steps.length > 0)
    .map((threshold) => ({
      label: threshold.label,
      y: y(threshold.steps.at(-1)?.at ?? 0),
      path: polyline(threshold.steps.flatMap(({ from, to, at }) => [[x(from), y(at)] as const, [x(to), y(at)] as const])),
    }))
    .toSorted((a, b) => a.y - b.y);
  const lastPoint = points.at(-1);
  const end = lastPoint === undefined || lastPoint.value === null ? null : { x: x(lastPoint.x), y: y(lastPoint.value), label: input.endLabel };
  // The labels at the right edge share one column, whatever they name.
  const rightMarks = [...drawnThresholds, ...(end === null ? [] : [end])].toSorted((a, b) => a.y - b.y);
  const rightYs = spread(rightMarks.map((mark) => mark.y), lineHeight - 2, top, height);
  const labelYOf = (mark: (typeof rightMarks)[number]): number => rightYs[rightMarks.indexOf(mark)] ?? mark.y;

  const bandMiddle = band[Math.floor(band.length / 2)];
  return {
    label: input.label,
    width,
    height: height + lineHeight * (1 + lanes) + 8 + lineHeight * source.length,
    plot,
    line: draw(points) ?? '',
    dots,
    corrected: points.flatMap(({ x: day, value, isCorrected = false }) => (isCorrected && value !== null ? [{ x: x(day), y: y(value) }] : [])),
    end: end === null ? null : { ...end, labelY: labelYOf(end) },
    gaps: gapsOf(points).map(({ from, to }) => {
      const start = Math.max(left, x(from - 0.5));
      const end = Math.min(width - right, x(to + 0.5));
      const fits = textWidth(input.gapLabel, chartTextSize) + 8 < end - start;
      return { x: start, y: top, width: end - start, height: height - top, label: fits && values.length > 0 ? input.gapLabel : null };
    }),
    band:
      bandMiddle === undefined
        ? null
        : {
            area: area<(typeof band)[number]>().x((day) => x(day.x)).y0((day) => y(day.low)).y1((day) => y(day.high)).digits(2)(band) ?? '',
            median: line<(typeof band)[number]>().x((day) => x(day.x)).y((day) => y(day.median)).digits(2)(band) ?? '',
            label: input.bandLabel,
            ...bandLabelPlace(input, chartTextSize, x, y, left, width - right),
          },
    thresholds: drawnThresholds.map((threshold) => ({ ...threshold, labelY: labelYOf(threshold) })),
    yTicks: y.ticks(5).map((tick) => ({ y: y(tick), label: String(tick) })),
    unit: input.unit,
    xTicks: keepApart(input.xTicks.map((tick) => ({ x: x(tick.x), label: tick.label })), left, width),
    notes: placed,
    empty: values.length === 0 ? input.emptyLabel : null,
    reading: { first: x(first), step: points.length > 1 ? (x(last) - x(first)) / (points.length - 1) : 0, count: points.length },
    source,
  };
}

/** Stretches of missing days. */
function gapsOf(points: readonly LinePoint[]): readonly { readonly from: number; readonly to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  for (const { x, value } of points) {
    if (value !== null) continue;
    const open = gaps.at(-1);
    if (open?.to === x - 1) open.to = x;
    else gaps.push({ from: x, to: x });
  }
  return gaps;
}

/** Drops the labels that would touch the one before, and those that would pass the edge. */
function keepApart(ticks: readonly { readonly x: number; readonly label: string }[], left: number, right: number): typeof ticks {
  let free = left - 1;
  return ticks.filter(({ x, label }) => {
    const half = textWidth(label, chartTextSize) / 2;
    if (x - half < free || x + half > right) return false;
    free = x + half + 8;
    return true;
  });
}

export function drawLineChart(layout: LineChartLayout): string {
  const { plot, width, height } = layout;
  const bottom = plot.y + plot.height;
  const path = (className: string, d: string): Markup => element('path', { class: className, d });
  const text = (className: string, x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end' = 'start'): Markup =>
    element('text', { class: className, x, y, 'text-anchor': anchor === 'start' ? null : anchor }, content);
  const at = coordinate;
  return drawing(
    { width, height, label: layout.label, className: 'chart line-chart' },
    text('chart-unit', 0, chartTextSize, layout.unit),
    layout.yTicks.map(({ y, label }) => [
      path(y === bottom ? 'chart-axis' : 'chart-grid', `M${at(plot.x)} ${at(y)}H${at(plot.x + plot.width)}`),
      text('chart-tick', plot.x - 6, y + 4, label, 'end'),
    ]),
    layout.band === null ? null : [path('chart-band', layout.band.area), path('chart-median', layout.band.median)],
    layout.gaps.map(({ label, ...rectangle }) => [
      path('chart-gap', hatchPath(rectangle, 7)),
      label === null ? null : text('chart-note chart-halo', rectangle.x + rectangle.width / 2, rectangle.y + 14, label, 'middle'),
    ]),
    layout.thresholds.map(({ path: d, y, labelY, label }) => [
      path('chart-threshold', d),
      path('chart-leader', `M${at(plot.x + plot.width)} ${at(y)}L${at(plot.x + plot.width + 6)} ${at(labelY)}`),
      text('chart-tick', plot.x + plot.width + 8, labelY + 4, label),
    ]),
    layout.band === null ? null : text('chart-note chart-halo', layout.band.x, layout.band.y, layout.band.label),
    path('chart-line', layout.line),
    layout.dots.map(({ x, y }) => element('circle', { class: 'chart-dot', cx: x, cy: y, r: 2 })),
    layout.corrected.map(({ x, y }) => element('circle', { class: 'chart-corrected', cx: x, cy: y, r: 4 })),
    layout.end === null
      ? null
      : [
          element('circle', { class: 'chart-end', cx: layout.end.x, cy: layout.end.y, r: 3.5 }),
          text('chart-end-label', layout.end.x + 8, layout.end.labelY + 4, layout.end.label),
        ],
    layout.empty === null ? null : text('chart-empty chart-halo', plot.x + plot.width / 2, plot.y + plot.height / 2, layout.empty, 'middle'),
    layout.xTicks.map(({ x, label }) => [
      path('chart-axis', `M${at(x)} ${at(bottom)}v4`),
      text('chart-tick', x, bottom + lineHeight, label, 'middle'),
    ]),
    layout.notes.map(({ x, lane, anchor, label }) => {
      const baseline = bottom + lineHeight * (lane + 2);
      return [
        path('chart-event', `M${at(x)} ${at(plot.y)}V${at(bottom)}M${at(x)} ${at(bottom + lineHeight + 5)}V${at(baseline)}`),
        text('chart-note', x + (anchor === 'start' ? 3 : -3), baseline, label, anchor),
      ];
    }),
    element('path', { class: 'chart-cursor', d: '', 'data-first': layout.reading.first, 'data-step': String(layout.reading.step), 'data-count': layout.reading.count, 'data-top': plot.y, 'data-bottom': bottom }),
    layout.source.map((row, index) => text('chart-source', 0, height - 4 - lineHeight * (layout.source.length - 1 - index), row)),
  );
}
