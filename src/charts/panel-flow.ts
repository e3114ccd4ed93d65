/** What came in and what went out of a stock: collected above a line, issued below it, requested dashed beside what was issued. */
import { mean } from 'd3-array';
import type { ScaleLinear } from 'd3-scale';
import type { Rectangle } from './hatch.ts';
import { bandPath, linePath } from './line-path.ts';
import type { Curve } from './line-path.ts';
import { spread } from './spread.ts';
import { coordinate as at, element } from './svg.ts';
import type { Markup } from './svg.ts';

export interface FlowInput {
  /** Names of the three where they are drawn, and the unit of all. */
  readonly labels: { readonly collected: string; readonly issued: string; readonly requested: string };
  readonly unit: string;
  /** One a day, in order; null: missing. Empty where it is not published at all. */
  readonly collected: Curve;
  readonly issued: Curve;
  readonly requested: Curve;
}

export interface FlowLayout {
  readonly plot: Rectangle;
  readonly zero: number;
  readonly unit: string;
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  readonly collected: { readonly area: string; readonly line: string };
  readonly issued: { readonly area: string; readonly line: string };
  readonly requested: string;
  readonly labels: readonly { readonly kind: 'collected' | 'issued' | 'requested'; readonly y: number; readonly text: string }[];
}

/** The most that came in, and the most that went out or was asked for. */
export function flowReach(flows: readonly FlowInput[]): { readonly above: number; readonly below: number } {
  const most = ({ values }: Curve): number => values.reduce<number>((highest, value) => Math.max(highest, value ?? 0), 0);
  return {
    above: Math.max(0, ...flows.map(({ collected }) => most(collected))),
    below: Math.max(0, ...flows.flatMap(({ issued, requested }) => [most(issued), most(requested)])),
  };
}

/** Geometry inside `plot`; `x` and `y` are scales, `y` with what went out as negative. */
export function layoutFlow(flow: FlowInput, plot: Rectangle, x: ScaleLinear<number, number>, y: ScaleLinear<number, number>): FlowLayout {
  const zero = y(0);
  const below = (value: number): number => y(-value);
  const area = ({ xs, values }: Curve, place: (value: number) => number): { readonly area: string; readonly line: string } => ({
    area: bandPath({ xs, low: new Array<number>(values.length).fill(0), high: values }, x, place),
    line: linePath({ xs, values }, x, place),
  });
  const kinds = [['collected', y], ['issued', below], ['requested', below]] as const;
  const labels = kinds.flatMap(([kind, place]) => {
    const middle = mean(flow[kind].values);
    return middle === undefined ? [] : [{ kind, y: place(middle), text: flow.labels[kind] }];
  });
  const order = labels.toSorted((a, b) => a.y - b.y);
  const placed = spread(order.map((label) => label.y), 15, plot.y + 4, plot.y + plot.height - 4);
  return {
    plot,
    zero,
    unit: flow.unit,
    ticks: y.ticks(4).map((tick) => ({ y: y(tick), label: y.tickFormat(4)(Math.abs(tick)) })),
    collected: area(flow.collected, y),
    issued: area(flow.issued, below),
    requested: linePath(flow.requested, x, below),
    labels: order.map((label, index) => ({ ...label, y: placed[index] ?? label.y })),
  };
}

export function drawFlow({ plot, zero, unit, ticks, collected, issued, requested, labels }: FlowLayout): Markup {
  const end = plot.x + plot.width;
  const path = (className: string, d: string): Markup => element('path', { class: className, d });
  return element(
    'g',
    {},
    element('text', { class: 'chart-unit', x: end, y: plot.y - 4, 'text-anchor': 'end' }, unit),
    path('flow-collected', collected.area),
    path('flow-issued', issued.area),
    ticks.map(({ y, label }) => [
      path(y === zero ? 'chart-axis' : 'chart-grid', `M${at(plot.x)} ${at(y)}H${at(end)}`),
      element('text', { class: 'chart-tick', x: plot.x - 6, y: y + 4, 'text-anchor': 'end' }, label),
    ]),
    path('chart-line chart-line-fine flow-line-collected', collected.line),
    path('chart-line chart-line-fine', issued.line),
    path('chart-line chart-line-fine flow-requested', requested),
    labels.map(({ kind, y, text }) => element('text', { class: `chart-end-label word-${kind}`, x: end + 7, y: y + 4 }, text)),
  );
}
