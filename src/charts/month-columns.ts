/** Months as stacked columns: parts of a whole by month, with dated notes under the axis. */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { placeNotes } from './event-lanes.ts';
import type { PlacedNote } from './event-lanes.ts';
import { hatchPath } from './hatch.ts';
import type { Rectangle } from './hatch.ts';
import { coordinate, drawing, element, linked, rectanglePath } from './svg.ts';
import type { MarkLink, Markup } from './svg.ts';
import { textLines, textWidth } from './text-width.ts';

export type ColumnColour = 'series-1' | 'series-2' | 'series-3' | 'context';

export interface MonthColumnsInput {
  readonly label: string;
  readonly unit: string;
  /** From the bottom up. */
  readonly parts: readonly { readonly colour: ColumnColour; readonly label: string }[];
  /** `name` stands under the axis where there is room; `values`: one for each part, null: nothing known; `links`: where the parts lead. */
  readonly columns: readonly { readonly name: string; readonly values: readonly number[] | null; readonly links?: readonly (MarkLink | undefined)[] }[];
  /** Notes under the axis, by index of the column. */
  readonly notes: readonly { readonly column: number; readonly label: string }[];
  readonly emptyLabel: string;
  readonly source: string;
}

export interface MonthColumnsLayout {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly plot: Rectangle;
  readonly unit: { readonly label: string; readonly y: number };
  readonly key: readonly { readonly colour: ColumnColour; readonly x: number; readonly y: number; readonly label: string }[];
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly bars: readonly (Rectangle & { readonly colour: ColumnColour; readonly link?: MarkLink })[];
  readonly gaps: readonly Rectangle[];
  readonly notes: readonly PlacedNote[];
  readonly empty: string | null;
  readonly source: readonly string[];
}

const size = 12;
const lineHeight = 17;

/** Geometry in `width` × about `height` units for the plot; the height grows with key, notes and source. */
export function layoutMonthColumns(input: MonthColumnsInput, { width, height }: { readonly width: number; readonly height: number }): MonthColumnsLayout {
  const highest = max(input.columns, ({ values }) => (values ?? []).reduce((sum, value) => sum + value, 0)) ?? 0;
  const key: { colour: ColumnColour; x: number; y: number; label: string }[] = [];
  let keyX = 0;
  let keyY = size;
  for (const part of input.parts) {
    const partWidth = 18 + textWidth(part.label, size);
    if (keyX > 0 && keyX + partWidth > width) {
      keyX = 0;
      keyY += lineHeight;
    }
    key.push({ colour: part.colour, x: keyX, y: keyY, label: part.label });
    keyX += partWidth + 16;
  }
  const unitY = keyY + lineHeight + 4;
  const top = unitY + 12;
  const bottom = top + height;
  const y = scaleLinear([0, Math.max(1, highest)], [bottom, top]).nice(4);
  const ticks = y.ticks(4);
  const tickLabel = y.tickFormat(4);
  const left = 8 + (max(ticks, (tick) => textWidth(tickLabel(tick), size)) ?? 0);
  const step = (width - left) / Math.max(1, input.columns.length);
  const barWidth = Math.min(step * 0.72, 28);
  const middle = (index: number): number => left + step * (index + 0.5);
  let free = 0;
  const xTicks = input.columns.flatMap(({ name }, index) => {
    const half = textWidth(name, size) / 2;
    if (name === '' || middle(index) - half < free || middle(index) + half > width + 4) return [];
    free = middle(index) + half + 6;
    return [{ x: middle(index), label: name }];
  });
  const notes = placeNotes(input.notes.map(({ column, label }) => ({ x: middle(column), label })), size, left, width);
  const lanes = notes.length === 0 ? 0 : Math.max(...notes.map(({ lane }) => lane)) + 1;
  const source = textLines(input.source, size, width * 0.94);
  return {
    label: input.label,
    width,
    height: bottom + lineHeight * (1 + lanes) + 10 + lineHeight * source.length,
    plot: { x: left, y: top, width: width - left, height },
    unit: { label: input.unit, y: unitY },
    key,
    yTicks: ticks.map((tick) => ({ y: y(tick), label: tickLabel(tick) })),
    xTicks,
    bars: input.columns.flatMap(({ values, links }, index) => {
      let sum = 0;
      return (values ?? []).flatMap((value, part) => {
        const base = y(sum);
        sum += value;
        const colour = input.parts[part]?.colour;
        const link = links?.[part];
        return value === 0 || colour === undefined ? [] : [{ colour, x: middle(index) - barWidth / 2, y: y(sum), width: barWidth, height: base - y(sum), ...(link === undefined ? {} : { link }) }];
      });
    }),
    gaps: input.columns.flatMap(({ values }, index) => (values === null ? [{ x: middle(index) - step / 2, y: top, width: step, height }] : [])),
    notes,
    empty: input.columns.every(({ values }) => values === null) ? input.emptyLabel : null,
    source,
  };
}

export function drawMonthColumns(layout: MonthColumnsLayout): string {
  const { plot, width, height } = layout;
  const bottom = plot.y + plot.height;
  const at = coordinate;
  const baseline = (lane: number): number => bottom + lineHeight * (lane + 2);
  const path = (className: string, d: string): Markup => element('path', { class: className, d });
  const text = (className: string, x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end' = 'start'): Markup =>
    element('text', { class: className, x, y, 'text-anchor': anchor === 'start' ? null : anchor }, content);
  return drawing(
    { width, height, label: layout.label, className: 'chart month-columns', holdsLinks: layout.bars.some(({ link }) => link !== undefined) },
    layout.key.map((part) => [
      element('rect', { class: `bar bar-${part.colour}`, x: part.x, y: part.y - 10, width: 12, height: 11 }),
      text('chart-note', part.x + 18, part.y, part.label),
    ]),
    text('chart-unit', 0, layout.unit.y, layout.unit.label),
    path('chart-grid', layout.yTicks.filter(({ y }) => y !== bottom).map(({ y }) => `M${at(plot.x)} ${at(y)}H${at(plot.x + plot.width)}`).join('')),
    path('chart-axis', `M${at(plot.x)} ${at(bottom)}H${at(plot.x + plot.width)}`),
    layout.yTicks.map(({ y, label }) => text('chart-tick', plot.x - 6, y + 4, label, 'end')),
    layout.gaps.length === 0 ? null : path('chart-gap', layout.gaps.map((gap) => hatchPath(gap, 6)).join('')),
    [...Map.groupBy(layout.bars.filter(({ link }) => link === undefined), ({ colour }) => colour)].map(([colour, bars]) => path(`bar bar-${colour}`, bars.map(rectanglePath).join(''))),
    layout.bars.map(({ colour, link, ...rectangle }) => (link === undefined ? null : linked(link, element('rect', { class: `bar bar-${colour}`, ...rectangle })))),
    layout.xTicks.map(({ x, label }) => text('chart-tick', x, bottom + lineHeight, label, 'middle')),
    layout.notes.length === 0
      ? null
      : path('chart-event', layout.notes.map(({ x, lane }) => `M${at(x)} ${at(bottom)}v4M${at(x)} ${at(bottom + lineHeight + 5)}V${at(baseline(lane))}`).join('')),
    layout.notes.map(({ x, lane, anchor, label }) => text('chart-note', x + (anchor === 'start' ? 3 : -3), baseline(lane), label, anchor)),
    layout.empty === null ? null : text('chart-empty chart-halo', plot.x + plot.width / 2, plot.y + plot.height / 2, layout.empty, 'middle'),
    layout.source.map((row, index) => text('chart-source', 0, height - 4 - lineHeight * (layout.source.length - 1 - index), row)),
  );
}
