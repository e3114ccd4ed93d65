/** Panels over days, all with the same axes, side by side or one below the other; dated notes, legend and source once under all of them. */
import { scaleLinear } from 'd3-scale';
import type { Rectangle } from './hatch.ts';
import { bold, drawPanel, layoutPanel, lineHeight, rightLabelWidth, textSize } from './panel.ts';
import type { PanelFrame, PanelInput, PanelLayout } from './panel.ts';
import { flowReach, layoutFlow } from './panel-flow.ts';
import { drawing, element } from './svg.ts';
import { textLines, textWidth } from './text-width.ts';

export interface PanelsInput extends PanelFrame {
  /** What the drawing shows, for those who do not see it. */
  readonly label: string;
  readonly panels: readonly PanelInput[];
  /** Smallest upper end of the axis. */
  readonly least: number;
  /** Dated notes: a mark in every panel, the words once under all of them, in order of date; without words only the mark. */
  readonly events: readonly { readonly x: number; readonly label: string; readonly isBreak?: boolean }[];
  /** What the marks mean, and since when the thresholds hold; then source and as-of date. */
  readonly legend: readonly string[];
  readonly source: string;
}

export interface PanelsSize {
  readonly width: number;
  readonly columns: number;
  /** Of one panel, without its storey of flows. */
  readonly panelHeight: number;
}

export interface PanelsLayout {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly panels: readonly PanelLayout[];
  readonly notes: readonly { readonly y: number; readonly text: string; readonly kind: 'note' | 'source' }[];
}

const between = 20;
const flowHeight = 116;

/** Geometry in `width` units; the height grows with panels and notes. */
export function layoutPanels(input: PanelsInput, { width, columns, panelHeight }: PanelsSize): PanelsLayout {
  const highest = highestOf(input);
  const flows = input.panels.flatMap(({ flow }) => flow ?? []);
  const reach = flowReach(flows);
  const right = Math.max(10, ...input.panels.map(rightLabelWidth), ...flows.flatMap(({ labels }) => Object.values(labels).map((label) => 10 + bold * textWidth(label, textSize))));
  const left = 12 + textWidth(String(Math.ceil(Math.max(highest, reach.above, reach.below))), textSize);
  const count = Math.max(1, Math.min(columns, input.panels.length));
  const panelWidth = (width - between * (count - 1)) / count;
  const top = lineHeight + 12;
  const bottom = lineHeight + 10;
  const fullHeight = panelHeight + (flows.length === 0 ? 0 : flowHeight);
  const rows = Math.ceil(input.panels.length / count);
  const domain = input.from === input.to ? [input.from - 1, input.to + 1] : [input.from, input.to];

  const panels = input.panels.map((panel, index) => {
    const originX = (index % count) * (panelWidth + between);
    const originY = Math.floor(index / count) * fullHeight;
    const plot = { x: originX + left, y: originY + top, width: Math.max(40, panelWidth - left - right), height: panelHeight - top - bottom };
    const x = scaleLinear(domain, [plot.x, plot.x + plot.width]).clamp(true);
    const y = scaleLinear([0, highest], [plot.y + plot.height, plot.y]).nice(4);
    return layoutPanel(panel, input, plot, { originX, x, y, flow: panel.flow === undefined ? null : layoutFlow(panel.flow, belowOf(plot), x, flowScale(belowOf(plot), reach)) });
  });
  const notes = notesBelow(input, width, rows * fullHeight + lineHeight);
  return { label: input.label, width, height: rows * fullHeight + lineHeight * Math.max(1, notes.length) + 4, panels, notes };
}

/** The upper end of the axis of stock: nothing that is drawn lies above it. */
function highestOf({ panels, least }: PanelsInput): number {
  let highest = least;
  for (const { lines, thresholds, season } of panels) {
    for (const { values } of lines) highest = highestIn(values, highest);
    for (const { steps } of thresholds) for (const step of steps) highest = Math.max(highest, step.at);
    if (season !== undefined) highest = highestIn(season.high, highest);
  }
  return highest;
}

function highestIn(values: readonly (number | null)[], least: number): number {
  let highest = least;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? null;
    if (value !== null && value > highest) highest = value;
  }
  return highest;
}

/** The storey of flows under a plot. */
function belowOf(plot: Rectangle): Rectangle {
  return { x: plot.x, y: plot.y + plot.height + lineHeight, width: plot.width, height: flowHeight - lineHeight };
}

function flowScale(plot: Rectangle, { above, below }: { readonly above: number; readonly below: number }) {
  return scaleLinear([-Math.max(below, above === 0 ? 1 : 0), above], [plot.y + plot.height, plot.y]).nice(4);
}

/** Notes, legend and source in lines, from `top` down. */
export function notesBelow(input: Pick<PanelsInput, 'legend' | 'source'> & { readonly events: readonly { readonly label: string }[] }, width: number, top: number): PanelsLayout['notes'] {
  const lines = (text: string, kind: 'note' | 'source') => textLines(text, textSize, width * 0.92).map((one) => ({ text: one, kind }));
  return [...input.events.flatMap(({ label }) => lines(label, 'note')), ...input.legend.flatMap((text) => lines(text, 'note')), ...lines(input.source, 'source')].map((one, index) => ({
    ...one,
    y: top + lineHeight * index,
  }));
}

export function drawPanels({ width, height, label, panels, notes }: PanelsLayout): string {
  return drawing(
    { width, height, label, className: 'chart panels-chart' },
    panels.map(drawPanel),
    notes.map(({ y, text, kind }) => element('text', { class: `chart-${kind}`, x: 0, y }, text)),
    element('path', { class: 'chart-cursor', d: '' }),
  );
}
