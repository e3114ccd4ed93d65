/** Places in the order of their value, one panel a year: a dot each, with the value of the whole as a tick through the panel. */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { circlePath, coordinate, drawing, element } from './svg.ts';
import type { Markup } from './svg.ts';
import { textLines, textWidth } from './text-width.ts';

export interface DotPlotInput {
  readonly label: string;
  readonly unit: string;
  readonly panels: readonly {
    readonly title: string;
    /** The value of the whole in that year, if any; `label` says what it is. */
    readonly whole: { readonly value: number; readonly label: string } | null;
    /** In the order they are drawn; `open`: not an exact value, or one in doubt. */
    readonly rows: readonly { readonly label: string; readonly value: number; readonly words: string; readonly open: boolean }[];
  }[];
  readonly emptyLabel: string;
  readonly source: string;
}

export interface DotPlotLayout {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly panels: readonly {
    readonly title: string;
    readonly y: number;
    readonly whole: { readonly x: number; readonly from: number; readonly to: number; readonly labelX: number; readonly labelY: number; readonly label: string } | null;
    readonly rows: readonly { readonly label: string; readonly y: number; readonly x: number; readonly words: string; readonly open: boolean }[];
  }[];
  readonly axis: { readonly y: number; readonly from: number; readonly to: number; readonly ticks: readonly { readonly x: number; readonly label: string }[]; readonly unit: string };
  readonly empty: string | null;
  readonly source: readonly string[];
}

const size = 12;
const lineHeight = 17;
const rowHeight = 20;

/** Geometry in `width` units; the height follows from the rows. The axis begins at zero and stands below the last panel. */
export function layoutDotPlot(input: DotPlotInput, width: number): DotPlotLayout {
  const rows = input.panels.flatMap((panel) => panel.rows);
  const left = 12 + (max(rows, ({ label }) => textWidth(label, size)) ?? 0);
  const right = 16 + (max(rows, ({ words }) => textWidth(words, size)) ?? 0);
  const highest = max([...rows.map(({ value }) => value), ...input.panels.flatMap(({ whole }) => (whole === null ? [] : [whole.value]))]) ?? 1;
  const x = scaleLinear([0, highest], [left, Math.max(left + 60, width - right)]).nice(5);
  let y = 0;
  const panels = input.panels.map((panel) => {
    const top = y + size + (y === 0 ? 0 : 10);
    const first = top + 8;
    y = first + rowHeight * panel.rows.length;
    const wholeX = panel.whole === null ? 0 : x(panel.whole.value);
    const labelWidth = panel.whole === null ? 0 : textWidth(panel.whole.label, size);
    return {
      title: panel.title,
      y: top,
      whole: panel.whole === null ? null : { x: wholeX, from: first - 4, to: y, labelX: Math.min(width, Math.max(left + labelWidth / 2, wholeX) + labelWidth / 2) - labelWidth / 2, labelY: top, label: panel.whole.label },
      rows: panel.rows.map((row, index) => ({ label: row.label, words: row.words, open: row.open, x: x(row.value), y: first + rowHeight * (index + 0.5) })),
    };
  });
  const source = textLines(input.source, size, width * 0.94);
  return {
    label: input.label,
    width,
    height: y + 6 + lineHeight * (1 + source.length) + 12,
    left,
    panels,
    axis: { y: y + 6, from: left, to: x(x.domain()[1] ?? highest), ticks: x.ticks(width < 400 ? 4 : 6).map((tick) => ({ x: x(tick), label: String(tick) })), unit: input.unit },
    empty: rows.length === 0 ? input.emptyLabel : null,
    source,
  };
}

export function drawDotPlot(layout: DotPlotLayout): string {
  const { width, height, left, axis } = layout;
  const at = coordinate;
  const path = (className: string, d: string): Markup => element('path', { class: className, d });
  const text = (className: string, x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end' = 'start'): Markup =>
    element('text', { class: className, x, y, 'text-anchor': anchor === 'start' ? null : anchor }, content);
  if (layout.empty !== null) {
    return drawing({ width, height, label: layout.label, className: 'chart dot-plot' }, text('chart-empty', 0, size, layout.empty), sourceLines(layout));
  }
  const rows = layout.panels.flatMap((panel) => panel.rows);
  const wholes = layout.panels.flatMap(({ whole }) => (whole === null ? [] : [whole]));
  const dots = (open: boolean): string => rows.filter((row) => row.open === open).map((row) => circlePath(row.x, row.y, 4)).join('');
  return drawing(
    { width, height, label: layout.label, className: 'chart dot-plot' },
    path('chart-grid', rows.map((row) => `M${at(left)} ${at(row.y)}H${at(axis.to)}`).join('')),
    wholes.length === 0 ? null : path('chart-threshold', wholes.map(({ x, from, to }) => `M${at(x)} ${at(from)}V${at(to)}`).join('')),
    ([[false, 'mark-full'], [true, 'mark-open']] as const).map(([open, mark]) => (dots(open) === '' ? null : path(`year-mark ${mark} mark-series-1`, dots(open)))),
    layout.panels.map((panel) => [
      text('chart-end-label', 0, panel.y, panel.title),
      panel.whole === null ? null : text('chart-note', panel.whole.labelX, panel.whole.labelY, panel.whole.label, 'middle'),
      panel.rows.map((row) => [text('chart-tick', left - 8, row.y + 4, row.label, 'end'), text('chart-value chart-halo', row.x + 9, row.y + 4, row.words)]),
    ]),
    path('chart-axis', `M${at(axis.from)} ${at(axis.y)}H${at(axis.to)}${axis.ticks.map(({ x }) => `M${at(x)} ${at(axis.y)}v4`).join('')}`),
    axis.ticks.map(({ x, label }) => text('chart-tick', x, axis.y + lineHeight, label, 'middle')),
    text('chart-unit', axis.to + 10, axis.y + 4, axis.unit),
    sourceLines(layout),
  );
}

function sourceLines({ source, height }: DotPlotLayout): readonly Markup[] {
  return source.map((row, index) => element('text', { class: 'chart-source', x: 0, y: height - 4 - lineHeight * (source.length - 1 - index) }, row));
}
