/** One bar a year, in parts that add up: for example days under each threshold. */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { hatchPath } from './hatch.ts';
import type { Rectangle } from './hatch.ts';
import { coordinate, drawing, element } from './svg.ts';
import type { Markup } from './svg.ts';
import { textLines, textWidth } from './text-width.ts';

/** Name of the colour of a part. */
export type BarColour = 'low' | 'short' | 'critical' | 'ink' | 'context';

export interface YearBarsInput {
  /** What the drawing shows, for those who do not see it. */
  readonly label: string;
  /** What the parts are, in their order from the left. */
  readonly parts: readonly { readonly colour: BarColour; readonly label: string }[];
  readonly rows: readonly {
    readonly label: string;
    /** One value for each part; null: nothing known of this year. */
    readonly values: readonly number[] | null;
    /** The whole in words, after the bar. */
    readonly total: string;
  }[];
  readonly emptyLabel: string;
  readonly source: string;
}

export interface YearBarsLayout {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly axis: { readonly x: number; readonly from: number; readonly to: number };
  readonly key: readonly { readonly colour: BarColour; readonly x: number; readonly y: number; readonly label: string }[];
  readonly rows: readonly {
    readonly label: string;
    readonly y: number;
    readonly bars: readonly (Rectangle & { readonly colour: BarColour })[];
    /** Hatched where nothing is known. */
    readonly gap: Rectangle | null;
    readonly total: { readonly x: number; readonly label: string };
  }[];
  readonly empty: string | null;
  readonly source: readonly string[];
}

const size = 12;
const lineHeight = 17;
const rowHeight = 24;
const barHeight = 12;

/** Geometry in `width` units; the height follows from the rows. Zero is a visible zero: the axis stands, the bar has no length. */
export function layoutYearBars({ label, parts, rows, emptyLabel, source }: YearBarsInput, width: number): YearBarsLayout {
  const left = 10 + (max(rows, (row) => textWidth(row.label, size)) ?? 0);
  const right = 10 + (max(rows, (row) => textWidth(row.total, size)) ?? 0);
  const highest = max(rows, ({ values }) => (values ?? []).reduce((sum, value) => sum + value, 0)) ?? 0;
  const x = scaleLinear([0, Math.max(1, highest)], [left, Math.max(left + 20, width - right)]);

  const key: { colour: BarColour; x: number; y: number; label: string }[] = [];
  let keyX = 0;
  let keyY = size;
  for (const part of parts) {
    const partWidth = 18 + textWidth(part.label, size);
    if (keyX > 0 && keyX + partWidth > width) {
      keyX = 0;
      keyY += lineHeight;
    }
    key.push({ colour: part.colour, x: keyX, y: keyY, label: part.label });
    keyX += partWidth + 16;
  }

  const top = (key.length === 0 ? 0 : keyY) + 14;
  const bottom = top + rows.length * rowHeight;
  const lines = textLines(source, size, width);
  return {
    label,
    width,
    height: bottom + 12 + lineHeight * lines.length,
    axis: { x: left, from: top, to: bottom },
    key,
    rows: rows.map((row, index) => {
      const y = top + rowHeight * (index + 0.5);
      let sum = 0;
      const bars = (row.values ?? []).flatMap((value, part) => {
        const from = x(sum);
        sum += value;
        const colour = parts[part]?.colour;
        return value === 0 || colour === undefined ? [] : [{ colour, x: from, y: y - barHeight / 2, width: x(sum) - from, height: barHeight }];
      });
      return {
        label: row.label,
        y,
        bars,
        gap: row.values === null ? { x: left, y: y - barHeight / 2, width: 40, height: barHeight } : null,
        total: { x: (row.values === null ? left + 40 : x(sum)) + 6, label: row.total },
      };
    }),
    empty: rows.length === 0 ? emptyLabel : null,
    source: lines,
  };
}

export function drawYearBars(layout: YearBarsLayout): string {
  const { axis, width, height } = layout;
  const text = (className: string, x: number, y: number, content: string, anchor: 'start' | 'end' = 'start'): Markup =>
    element('text', { class: className, x, y, 'text-anchor': anchor === 'start' ? null : anchor }, content);
  return drawing(
    { width, height, label: layout.label, className: 'chart year-bars' },
    layout.key.map((part) => [
      element('rect', { class: `bar bar-${part.colour}`, x: part.x, y: part.y - 10, width: 12, height: 11 }),
      text('chart-note', part.x + 18, part.y, part.label),
    ]),
    layout.rows.map((row) => [
      text('chart-tick', axis.x - 8, row.y + 4, row.label, 'end'),
      row.bars.map(({ colour, ...rectangle }) => element('rect', { class: `bar bar-${colour}`, ...rectangle })),
      row.gap === null ? null : element('path', { class: 'chart-gap', d: hatchPath(row.gap, 6) }),
      text('chart-value', row.total.x, row.y + 4, row.total.label),
    ]),
    layout.empty === null
      ? element('path', { class: 'chart-axis', d: `M${coordinate(axis.x)} ${coordinate(axis.from)}V${coordinate(axis.to)}` })
      : text('chart-empty', 0, axis.from + 4, layout.empty),
    layout.source.map((row, index) => text('chart-source', 0, height - 4 - lineHeight * (layout.source.length - 1 - index), row)),
  );
}
