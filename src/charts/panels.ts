/** Small multiples: one panel a group, all with the same axes; thresholds as steps, gaps hatched, restrictions as bands, dated notes below. */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { hatchPath } from './hatch.ts';
import type { Rectangle } from './hatch.ts';
import { coordinate, drawing, element, polyline } from './svg.ts';
import type { Markup } from './svg.ts';
import { spread } from './spread.ts';
import { textLines, textWidth } from './text-width.ts';

export interface PanelPoint {
  /** Day number. */
  readonly x: number;
  /** null: missing. */
  readonly value: number | null;
}

export interface PanelInput {
  readonly title: string;
  /** In order of day, gaps as points without a value. */
  readonly points: readonly PanelPoint[];
  /** A threshold with its value over time; `label` stands at its right end. */
  readonly thresholds: readonly { readonly label: string; readonly steps: readonly { readonly from: number; readonly to: number; readonly at: number }[] }[];
  /** The last value in words; empty where it is missing. */
  readonly endLabel: string;
}

export interface PanelsInput {
  /** What the drawing shows, for those who do not see it. */
  readonly label: string;
  readonly panels: readonly PanelInput[];
  /** First and last day of every panel. */
  readonly from: number;
  readonly to: number;
  readonly unit: string;
  /** Smallest upper end of the axis. */
  readonly least: number;
  /** Days of declared restrictions, both ends included. */
  readonly bands: readonly { readonly from: number; readonly to: number }[];
  /** Dated notes: a mark in every panel, the words once under all of them, in order of date. At a break of the method the line breaks too. */
  readonly events: readonly { readonly x: number; readonly label: string; readonly isBreak?: boolean }[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly emptyLabel: string;
  /** What hatching, bands and dashes mean; then source and as-of date. */
  readonly legend: string;
  readonly source: string;
}

export interface PanelLayout {
  readonly title: { readonly x: number; readonly y: number; readonly text: string };
  readonly unit: { readonly x: number; readonly text: string };
  readonly plot: Rectangle;
  readonly line: string;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly end: { readonly x: number; readonly y: number; readonly labelY: number; readonly label: string } | null;
  readonly gaps: readonly Rectangle[];
  readonly bands: readonly Rectangle[];
  readonly thresholds: readonly { readonly path: string; readonly y: number; readonly labelY: number; readonly label: string }[];
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly events: readonly { readonly x: number; readonly isBreak: boolean }[];
  readonly empty: string | null;
}

export interface PanelsLayout {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly panels: readonly PanelLayout[];
  readonly notes: readonly { readonly y: number; readonly text: string; readonly kind: 'note' | 'source' }[];
}

const textSize = 12;
const lineHeight = 17;
const between = 20;

/** Geometry in `width` units: `columns` panels side by side, each `panelHeight` high; the height grows with panels and notes. */
export function layoutPanels(input: PanelsInput, { width, columns, panelHeight }: { readonly width: number; readonly columns: number; readonly panelHeight: number }): PanelsLayout {
  const values = input.panels.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const steps = input.panels.flatMap(({ thresholds }) => thresholds.flatMap((threshold) => threshold.steps.map(({ at }) => at)));
  const highest = max([input.least, ...steps, max(values) ?? 0]) ?? input.least;
  const rightLabels = input.panels.flatMap(({ thresholds, endLabel }) => [endLabel, ...thresholds.map(({ label }) => label)]);
  const right = 10 + (max(rightLabels, (label) => textWidth(label, textSize)) ?? 0);
  const left = 8 + textWidth(String(Math.ceil(highest)), textSize);
  const count = Math.max(1, Math.min(columns, input.panels.length));
  const panelWidth = (width - between * (count - 1)) / count;
  const top = lineHeight + 12;
  const bottom = lineHeight + 10;
  const rows = Math.ceil(input.panels.length / count);

  const panels = input.panels.map((panel, index) => {
    const originX = (index % count) * (panelWidth + between);
    const originY = Math.floor(index / count) * panelHeight;
    const plot = { x: originX + left, y: originY + top, width: panelWidth - left - right, height: panelHeight - top - bottom };
    return layoutPanel(panel, input, plot, originX, highest);
  });
  const lines = (text: string, kind: 'note' | 'source') => textLines(text, textSize, width).map((one) => ({ text: one, kind }));
  const below = [...input.events.flatMap(({ label }) => lines(label, 'note')), ...lines(input.legend, 'note'), ...lines(input.source, 'source')];
  const start = rows * panelHeight + lineHeight;
  return {
    label: input.label,
    width,
    height: start + lineHeight * Math.max(0, below.length - 1) + 4,
    panels,
    notes: below.map((one, index) => ({ ...one, y: start + lineHeight * index })),
  };
}

function layoutPanel(panel: PanelInput, input: PanelsInput, plot: Rectangle, originX: number, highest: number): PanelLayout {
  const { points } = panel;
  const { from, to } = input;
  const floor = plot.y + plot.height;
  const x = scaleLinear(from === to ? [from - 1, to + 1] : [from, to], [plot.x, plot.x + plot.width]).clamp(true);
  const y = scaleLinear([0, highest], [floor, plot.y]).nice(4);
  const isKnown = (point: PanelPoint | undefined): boolean => point !== undefined && point.value !== null;
  const draw = line<PanelPoint>()
    .defined(isKnown)
    .x((point) => x(point.x))
    .y((point) => y(point.value ?? 0))
    .digits(1);
  const span = (start: number, end: number): Rectangle => ({ x: x(start), y: plot.y, width: Math.max(1, x(end) - x(start)), height: plot.height });

  const thresholds = panel.thresholds
    .filter((threshold) => threshold.steps.length > 0)
    .map((threshold) => ({
      label: threshold.label,
      y: y(threshold.steps.at(-1)?.at ?? 0),
      path: polyline(threshold.steps.flatMap((step) => [[x(step.from), y(step.at)] as const, [x(step.to), y(step.at)] as const])),
    }));
  const last = points.at(-1);
  const end = last === undefined || last.value === null ? null : { x: x(last.x), y: y(last.value), label: panel.endLabel };
  const marks = [...thresholds, ...(end === null ? [] : [end])].toSorted((a, b) => a.y - b.y);
  const placed = spread(marks.map((mark) => mark.y), lineHeight - 2, plot.y, floor);
  const labelYOf = (mark: (typeof marks)[number]): number => placed[marks.indexOf(mark)] ?? mark.y;
  return {
    title: { x: originX, y: plot.y - 14, text: panel.title },
    unit: { x: plot.x + plot.width, text: input.unit },
    plot,
    line: draw(brokenAt(points, input.events.flatMap((event) => (event.isBreak === true ? [event.x] : [])))) ?? '',
    dots: points
      .filter((point, index) => isKnown(point) && !isKnown(points[index - 1]) && !isKnown(points[index + 1]))
      .map((point) => ({ x: x(point.x), y: y(point.value ?? 0) })),
    end: end === null ? null : { ...end, labelY: labelYOf(end) },
    gaps: gapsOf(points).map((gap) => span(gap.from, gap.to)),
    bands: input.bands.filter((band) => band.to >= from && band.from <= to).map((band) => span(band.from - 0.5, band.to + 0.5)),
    thresholds: thresholds.map((threshold) => ({ ...threshold, labelY: labelYOf(threshold) })),
    yTicks: y.ticks(4).map((tick) => ({ y: y(tick), label: String(tick) })),
    xTicks: keepApart(input.xTicks.filter((tick) => tick.x >= from && tick.x <= to).map((tick) => ({ x: x(tick.x), label: tick.label })), originX, plot.x + plot.width + 30),
    events: input.events.filter((event) => event.x >= from && event.x <= to).map((event) => ({ x: x(event.x), isBreak: event.isBreak === true })),
    empty: points.every(({ value }) => value === null) ? input.emptyLabel : null,
  };
}

/** The points with a missing one put in before the first on or after each break, so that no line is drawn across it. */
function brokenAt(points: readonly PanelPoint[], breaks: readonly number[]): readonly PanelPoint[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const isBroken = before !== undefined && breaks.some((at) => before.x < at && at <= point.x);
    return isBroken ? [{ x: point.x, value: null }, point] : [point];
  });
}

/** Stretches without a value, each half-way to the points beside it. */
function gapsOf(points: readonly PanelPoint[]): readonly { readonly from: number; readonly to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let isOpen = false;
  for (const [index, { x, value }] of points.entries()) {
    const before = points[index - 1]?.x ?? x;
    const after = points[index + 1]?.x ?? x;
    const open = gaps.at(-1);
    if (value === null) {
      if (isOpen && open !== undefined) open.to = (x + after) / 2;
      else gaps.push({ from: (before + x) / 2, to: (x + after) / 2 });
    }
    isOpen = value === null;
  }
  return gaps;
}

function keepApart(ticks: readonly { readonly x: number; readonly label: string }[], left: number, right: number): typeof ticks {
  let free = left - 1;
  return ticks.filter(({ x, label }) => {
    const half = textWidth(label, textSize) / 2;
    if (x - half < free || x + half > right) return false;
    free = x + half + 8;
    return true;
  });
}

export function drawPanels(layout: PanelsLayout): string {
  const text = (className: string, x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end' = 'start'): Markup =>
    element('text', { class: className, x, y, 'text-anchor': anchor === 'start' ? null : anchor }, content);
  return drawing(
    { width: layout.width, height: layout.height, label: layout.label, className: 'chart panels-chart' },
    layout.panels.map((panel) => drawPanel(panel, text)),
    layout.notes.map(({ y, text: words, kind }) => text(`chart-${kind}`, 0, y, words)),
  );
}

function drawPanel(panel: PanelLayout, text: (className: string, x: number, y: number, content: string, anchor?: 'start' | 'middle' | 'end') => Markup): Markup {
  const { plot } = panel;
  const at = coordinate;
  const [end, floor] = [plot.x + plot.width, plot.y + plot.height];
  const path = (className: string, d: string): Markup => element('path', { class: className, d });
  return element(
    'g',
    {},
    text('chart-end-label', panel.title.x, panel.title.y, panel.title.text),
    text('chart-unit', panel.unit.x, panel.title.y, panel.unit.text, 'end'),
    panel.bands.map(({ x, y, width, height }) => element('rect', { class: 'chart-restriction', x, y, width, height })),
    panel.yTicks.map(({ y, label }) => [
      path(y === floor ? 'chart-axis' : 'chart-grid', `M${at(plot.x)} ${at(y)}H${at(end)}`),
      text('chart-tick', plot.x - 6, y + 4, label, 'end'),
    ]),
    panel.gaps.map((gap) => path('chart-gap', hatchPath(gap, 7))),
    panel.events.map(({ x, isBreak }) => path(isBreak ? 'chart-break' : 'chart-event', `M${at(x)} ${at(plot.y)}V${at(floor)}`)),
    panel.thresholds.map(({ path: d, y, labelY, label }) => [
      path('chart-threshold', d),
      path('chart-leader', `M${at(end)} ${at(y)}L${at(end + 5)} ${at(labelY)}`),
      text('chart-tick', end + 7, labelY + 4, label),
    ]),
    path('chart-line chart-line-fine', panel.line),
    panel.dots.map(({ x, y }) => element('circle', { class: 'chart-dot', cx: x, cy: y, r: 1.5 })),
    panel.end === null
      ? null
      : [
          element('circle', { class: 'chart-end', cx: panel.end.x, cy: panel.end.y, r: 3 }),
          text('chart-end-label', end + 7, panel.end.labelY + 4, panel.end.label),
        ],
    panel.empty === null ? null : text('chart-empty chart-halo', plot.x + plot.width / 2, plot.y + plot.height / 2, panel.empty, 'middle'),
    panel.xTicks.map(({ x, label }) => [path('chart-axis', `M${at(x)} ${at(floor)}v4`), text('chart-tick', x, floor + lineHeight, label, 'middle')]),
    element('path', { class: 'chart-cursor', d: '' }),
  );
}
