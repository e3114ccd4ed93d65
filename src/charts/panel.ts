/** One panel over days: lines, thresholds as steps, the seasonal range behind, gaps hatched, restrictions as bands, dated notes as marks. */
import type { ScaleLinear } from 'd3-scale';
import { hatchPath } from './hatch.ts';
import type { Rectangle } from './hatch.ts';
import { bandPath, linePath } from './line-path.ts';
import type { Band, Curve } from './line-path.ts';
import { drawFlow } from './panel-flow.ts';
import type { FlowInput, FlowLayout } from './panel-flow.ts';
import { spread } from './spread.ts';
import { circlePath, coordinate as at, element, polyline } from './svg.ts';
import type { Markup } from './svg.ts';
import { textWidth } from './text-width.ts';

export type LineLook = 'series-1' | 'series-2' | 'series-3' | 'series-4' | 'context';

export interface PanelLine extends Curve {
  readonly look: LineLook;
  /** Where the line is not to be hatched though it has no value: what the days have by themselves, of one length with `values`. Left out: the values. */
  readonly known?: Curve['values'];
  /** Which of the days had another value before. */
  readonly corrected?: ReadonlySet<number>;
  /** Stands at the last value there is; empty for none. */
  readonly endLabel: string;
}

export interface PanelInput {
  readonly title: string;
  /** What is drawn later lies above. */
  readonly lines: readonly PanelLine[];
  /** A threshold with its value over time; `label` stands at its right end. */
  readonly thresholds: readonly { readonly label: string; readonly steps: readonly { readonly from: number; readonly to: number; readonly at: number }[] }[];
  /** The range of earlier years, null where there is none. */
  readonly season?: Band & { readonly median: Curve['values'] };
  /** What came in and went out, in a storey of its own below. */
  readonly flow?: FlowInput;
}

/** What all panels of a drawing share. */
export interface PanelFrame {
  readonly from: number;
  readonly to: number;
  readonly unit: string;
  /** Days of declared restrictions, both ends included. */
  readonly bands: readonly { readonly from: number; readonly to: number }[];
  /** Dated notes. At a break of the method the line breaks too. */
  readonly events: readonly { readonly x: number; readonly isBreak?: boolean }[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly emptyLabel: string;
  /** Days on which no line has a value are hatched, unless the lines are of different years. */
  readonly isHatched: boolean;
}

export interface PanelLayout {
  readonly title: { readonly x: number; readonly y: number; readonly text: string };
  readonly unit: { readonly x: number; readonly text: string };
  readonly plot: Rectangle;
  readonly lines: readonly { readonly look: LineLook; readonly path: string; readonly dots: readonly { readonly x: number; readonly y: number }[]; readonly corrected: readonly { readonly x: number; readonly y: number }[] }[];
  readonly ends: readonly { readonly look: LineLook; readonly x: number; readonly y: number; readonly labelX: number; readonly labelY: number; readonly label: string }[];
  readonly season: { readonly band: string; readonly median: string } | null;
  readonly gaps: readonly Rectangle[];
  readonly bands: readonly Rectangle[];
  readonly thresholds: readonly { readonly path: string; readonly y: number; readonly labelY: number; readonly label: string }[];
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly events: readonly { readonly x: number; readonly isBreak: boolean }[];
  readonly flow: FlowLayout | null;
  readonly empty: string | null;
}

export const textSize = 12;
export const lineHeight = 17;
/** Labels of lines are set bold, which is wider. */
export const bold = 1.2;

export type Scale = ScaleLinear<number, number>;

/** Geometry inside `plot`; `originX` is where the panel begins, `x` and `y` its scales, `floor` the lower end of all that it draws. */
export function layoutPanel(panel: PanelInput, frame: PanelFrame, plot: Rectangle, { originX, x, y, flow }: { readonly originX: number; readonly x: Scale; readonly y: Scale; readonly flow: FlowLayout | null }): PanelLayout {
  const { from, to } = frame;
  const [right, floor] = [plot.x + plot.width, plot.y + plot.height];
  const span = (start: number, end: number): Rectangle => ({ x: x(start), y: plot.y, width: Math.max(1, x(end) - x(start)), height: plot.height });
  const breaks = frame.events.flatMap((event) => (event.isBreak === true ? [event.x] : [])).toSorted((a, b) => a - b);

  const thresholds = panel.thresholds
    .filter((threshold) => threshold.steps.length > 0)
    .map((threshold) => ({
      label: threshold.label,
      y: y(threshold.steps.at(-1)?.at ?? 0),
      path: polyline(threshold.steps.flatMap((step) => [[x(step.from), y(step.at)] as const, [x(step.to), y(step.at)] as const])),
    }));
  const ends = panel.lines.flatMap(({ look, xs, values, endLabel }) => {
    const index = endLabel === '' ? -1 : values.findLastIndex((value) => value !== null);
    const last = values[index] ?? null;
    return last === null ? [] : [{ look, x: x(xs[index] ?? 0), y: y(last), label: endLabel }];
  });
  // A line that ends well before the right edge is named where it ends.
  const outside = ends.filter((end) => end.x + 12 + bold * textWidth(end.label, textSize) > right);
  const marks = [...thresholds, ...outside].toSorted((a, b) => a.y - b.y);
  const placed = spread(marks.map((mark) => mark.y), lineHeight - 2, plot.y, floor);
  const labelYOf = (mark: (typeof marks)[number]): number => placed[marks.indexOf(mark)] ?? mark.y;
  // The others stand above their points, apart from each other and below the title.
  const inside = ends.filter((end) => !outside.includes(end)).toSorted((a, b) => a.y - b.y);
  const above = spread(inside.map((end) => end.y - 6), lineHeight - 2, plot.y + 6, floor);
  const { season } = panel;
  return {
    title: { x: originX, y: plot.y - 14, text: panel.title },
    unit: { x: right, text: frame.unit },
    plot,
    lines: panel.lines.map((line) => ({ look: line.look, path: linePath(line, x, y, breaks), ...marksOf(line, x, y) })),
    ends: ends.map((end) => ({ ...end, labelX: outside.includes(end) ? right + 7 : end.x + 6, labelY: outside.includes(end) ? labelYOf(end) : (above[inside.indexOf(end)] ?? end.y - 6) })),
    season: season === undefined || isEmpty(season.median) ? null : { band: bandPath(season, x, y), median: linePath({ xs: season.xs, values: season.median }, x, y) },
    gaps: frame.isHatched ? gapsOf(panel.lines).map((gap) => span(gap.from, gap.to)) : [],
    bands: frame.bands.filter((band) => band.to >= from && band.from <= to).map((band) => span(band.from - 0.5, band.to + 0.5)),
    thresholds: thresholds.map((threshold) => ({ ...threshold, labelY: labelYOf(threshold) })),
    yTicks: y.ticks(4).map((tick) => ({ y: y(tick), label: y.tickFormat(4)(tick) })),
    xTicks: keepApart(frame.xTicks.filter((tick) => tick.x >= from && tick.x <= to).map((tick) => ({ x: x(tick.x), label: tick.label })), originX, right + 30),
    events: frame.events.filter((event) => event.x >= from && event.x <= to).map((event) => ({ x: x(event.x), isBreak: event.isBreak === true })),
    flow,
    empty: panel.lines.every(({ values }) => isEmpty(values)) ? frame.emptyLabel : null,
  };
}

/** Room that the labels at the right end of a panel want. */
export function rightLabelWidth({ lines, thresholds }: PanelInput): number {
  const widths = [...lines.map(({ endLabel }) => bold * textWidth(endLabel, textSize)), ...thresholds.map(({ label }) => textWidth(label, textSize))];
  return 10 + Math.max(0, ...widths);
}

function isEmpty(values: Curve['values']): boolean {
  return values.every((value) => value === null);
}

/** The points that a line does not show by itself: those alone between missing ones, and those that stand corrected. */
function marksOf({ xs, values, corrected: days }: PanelLine, x: Scale, y: Scale): Pick<PanelLayout['lines'][number], 'dots' | 'corrected'> {
  const dots: { x: number; y: number }[] = [];
  const corrected: { x: number; y: number }[] = [];
  const hasCorrected = days !== undefined && days.size > 0;
  let before: number | null = null;
  let value = values[0] ?? null;
  for (let index = 0; index < values.length; index += 1) {
    const after = values[index + 1] ?? null;
    const day = xs[index] ?? 0;
    if (value !== null) {
      if (before === null && after === null) dots.push({ x: x(day), y: y(value) });
      if (hasCorrected && days.has(day)) corrected.push({ x: x(day), y: y(value) });
    }
    before = value;
    value = after;
  }
  return { dots, corrected };
}

/** Stretches in which no line has a value or is known, each half-way to the points beside it; the lines have points on the same days. */
function gapsOf(lines: readonly PanelLine[]): readonly { readonly from: number; readonly to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  const xs = lines[0]?.xs ?? [];
  for (let index = nextGap(lines, 0, xs.length); index < xs.length; index = nextGap(lines, index, xs.length)) {
    const first = index;
    while (index < xs.length && isGap(lines, index)) index += 1;
    gaps.push({ from: midway(xs, first - 1, first), to: midway(xs, index, index - 1) });
  }
  return gaps;
}

/** The first place from `index` on at which no line has a value; `length` without one. */
function nextGap(lines: readonly PanelLine[], index: number, length: number): number {
  let at = index;
  while (at < length && !isGap(lines, at)) at += 1;
  return at;
}

/** Outside a list there is nothing either. */
function isGap(lines: readonly PanelLine[], index: number): boolean {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (((line?.known ?? line?.values)?.[index] ?? null) !== null) return false;
  }
  return true;
}

/** Half-way from a point to the one beside it, or the point itself where there is none. */
function midway(xs: readonly number[], beside: number, at: number): number {
  const x = xs[at] ?? 0;
  return ((xs[beside] ?? x) + x) / 2;
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

export function drawPanel(panel: PanelLayout): Markup {
  const { plot, flow } = panel;
  const end = plot.x + plot.width;
  const floor = plot.y + plot.height;
  const lowest = flow === null ? floor : flow.plot.y + flow.plot.height;
  const path = (className: string, d: string): Markup => element('path', { class: className, d });
  const text = (className: string, x: number, y: number, content: string, anchor: 'middle' | 'end' | null = null): Markup => element('text', { class: className, x, y, 'text-anchor': anchor }, content);
  return element(
    'g',
    {},
    text('chart-end-label', panel.title.x, panel.title.y, panel.title.text),
    text('chart-unit', panel.unit.x, panel.title.y, panel.unit.text, 'end'),
    panel.season === null ? null : path('chart-band', panel.season.band),
    panel.bands.map(({ x, y, width }) => element('rect', { class: 'chart-restriction', x, y, width, height: lowest - y })),
    panel.yTicks.map(({ y, label }) => [path(y === floor ? 'chart-axis' : 'chart-grid', `M${at(plot.x)} ${at(y)}H${at(end)}`), text('chart-tick', plot.x - 6, y + 4, label, 'end')]),
    panel.bands.map(({ x, y, width }) => path('chart-restriction-top', `M${at(x + width / 2 - Math.max(3, width / 2))} ${at(y)}h${at(Math.max(6, width))}`)),
    panel.gaps.map((gap) => path('chart-gap', hatchPath(gap, 7))),
    panel.events.map(({ x, isBreak }) => path(isBreak ? 'chart-break' : 'chart-event', `M${at(x)} ${at(plot.y)}V${at(lowest)}`)),
    panel.season === null ? null : path('chart-median', panel.season.median),
    panel.thresholds.map(({ path: d, y, labelY, label }) => [
      path('chart-threshold', d),
      path('chart-leader', `M${at(end)} ${at(y)}L${at(end + 5)} ${at(labelY)}`),
      text('chart-tick', end + 7, labelY + 4, label),
    ]),
    panel.lines.map(({ look, path: d, dots, corrected }) => [
      path(`chart-line chart-line-fine stroke-${look}`, d),
      dots.map(({ x, y }) => element('circle', { class: `chart-dot fill-${look}`, cx: x, cy: y, r: 1.5 })),
      corrected.length === 0 ? null : path('chart-corrected', corrected.map(({ x, y }) => circlePath(x, y, 3.5)).join('')),
    ]),
    panel.ends.map(({ look, x, y, labelX, labelY, label }) => [
      labelX > end && (x < end - 4 || Math.abs(labelY - y) > 6) ? path('chart-leader', `M${at(x + 4)} ${at(y)}L${at(end + 5)} ${at(labelY)}`) : null,
      element('circle', { class: `chart-end fill-${look}`, cx: x, cy: y, r: 3 }),
      text(`chart-end-label chart-halo fill-${look}`, labelX, labelY + 4, label),
    ]),
    panel.empty === null ? null : text('chart-empty chart-halo', plot.x + plot.width / 2, plot.y + plot.height / 2, panel.empty, 'middle'),
    flow === null ? null : drawFlow(flow),
    panel.xTicks.map(({ x, label }) => [path('chart-axis', `M${at(x)} ${at(lowest)}v4`), text('chart-tick', x, lowest + lineHeight, label, 'middle')]),
  );
}
