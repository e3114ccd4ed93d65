/** An account as two columns of equal height: on the left what was there and came in, on the right where it went and what remains. */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { spread } from './spread.ts';
import { coordinate, drawing, element, linked } from './svg.ts';
import type { MarkLink, Markup } from './svg.ts';
import { textLines, textWidth } from './text-width.ts';

export type FlowColour = 'ink' | 'context' | 'series-2' | 'series-3' | 'band';

export interface FlowPart {
  readonly label: string;
  /** In words with its unit. */
  readonly words: string;
  readonly value: number;
  readonly colour: FlowColour;
  readonly link?: MarkLink;
}

export interface AccountFlowInput {
  readonly label: string;
  readonly left: readonly FlowPart[];
  readonly right: readonly FlowPart[];
  readonly leftTitle: string;
  readonly rightTitle: string;
  readonly emptyLabel: string;
  readonly source: string;
}

interface PlacedPart {
  readonly colour: FlowColour;
  readonly y: number;
  readonly height: number;
  /** Base line of the amount is 12 below, lines of the label stand above it. */
  readonly labelY: number;
  readonly label: readonly string[];
  readonly words: string;
  readonly link?: MarkLink;
}

export interface AccountFlowLayout {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly columnWidth: number;
  readonly leftX: number;
  readonly rightX: number;
  readonly left: readonly PlacedPart[];
  readonly right: readonly PlacedPart[];
  readonly trunk: { readonly from: number; readonly to: number };
  readonly titles: readonly [string, string];
  readonly empty: string | null;
  readonly source: readonly string[];
}

const size = 12;
const lineHeight = 17;
/** Amounts are set bold, which is wider. */
const bold = 1.12;
/** Farther apart than this the columns are no longer compared. */
const widestTrunk = 170;
/** Label and amount stand on two lines; a label too long for a narrow place takes more. */
const labelHeight = 31;
const labelLine = 14;

/** Geometry in `width` units; a part of zero keeps its label and has no height. */
export function layoutAccountFlow(input: AccountFlowInput, width: number): AccountFlowLayout {
  const parts = [...input.left, ...input.right];
  const sum = (side: readonly FlowPart[]): number => side.reduce((total, { value }) => total + value, 0);
  const most = Math.max(sum(input.left), sum(input.right));
  const top = lineHeight + 12;
  const columnWidth = width < 400 ? 20 : 34;
  const sideWidth = (width - 2 * columnWidth - 30) / 2 - 14;
  const linesOf = ({ label }: FlowPart): readonly string[] => textLines(label, size, sideWidth);
  const heightOf = (part: FlowPart): number => labelHeight + labelLine * (linesOf(part).length - 1);
  const highest = Math.max(labelHeight, ...parts.map(heightOf));
  const plotHeight = Math.max(190, highest * Math.max(input.left.length, input.right.length));
  const y = scaleLinear([0, most === 0 ? 1 : most], [0, plotHeight]);
  const wordsWidth = (side: readonly FlowPart[]): number => 14 + (max(side, ({ label, words }) => Math.max(textWidth(label, size), textWidth(words, size) * bold)) ?? 0);
  const leftX = wordsWidth(input.left);
  const rightX = Math.min(leftX + columnWidth + widestTrunk, Math.max(leftX + columnWidth + 30, width - wordsWidth(input.right) - columnWidth));
  const place = (side: readonly FlowPart[]): readonly PlacedPart[] => {
    let from = top;
    const bars = side.map((part) => {
      const bar = { ...part, y: from, height: y(part.value) };
      from += bar.height;
      return bar;
    });
    const labels = spread(bars.map((bar) => bar.y + bar.height / 2), highest, top + 12, top + plotHeight - 12);
    return bars.map((bar, index) => ({ colour: bar.colour, y: bar.y, height: bar.height, label: linesOf(bar), words: bar.words, labelY: labels[index] ?? bar.y, ...(bar.link === undefined ? {} : { link: bar.link }) }));
  };
  const source = textLines(input.source, size, width * 0.94);
  return {
    label: input.label,
    width,
    height: top + plotHeight + 14 + lineHeight * source.length,
    columnWidth,
    leftX,
    rightX,
    left: place(input.left),
    right: place(input.right),
    trunk: { from: top, to: top + y(Math.min(sum(input.left), sum(input.right))) },
    titles: [input.leftTitle, input.rightTitle],
    empty: parts.length === 0 || most === 0 ? input.emptyLabel : null,
    source,
  };
}

export function drawAccountFlow(layout: AccountFlowLayout): string {
  const { width, height, leftX, rightX, columnWidth, trunk } = layout;
  const text = (className: string, x: number, y: number, content: string, anchor: 'start' | 'end' = 'start'): Markup =>
    element('text', { class: className, x, y, 'text-anchor': anchor === 'start' ? null : anchor }, content);
  const at = coordinate;
  const source = layout.source.map((row, index) => text('chart-source', 0, height - 4 - lineHeight * (layout.source.length - 1 - index), row));
  if (layout.empty !== null) return drawing({ width, height, label: layout.label, className: 'chart account-flow' }, text('chart-empty', 0, lineHeight * 2, layout.empty), source);
  const side = (parts: readonly PlacedPart[], barX: number, edge: number, labelX: number, anchor: 'start' | 'end') => [
    element('path', { class: 'chart-leader', d: parts.map((part) => `M${at(edge)} ${at(part.y + part.height / 2)}L${at(edge + (labelX - edge) * 0.7)} ${at(part.labelY)}`).join('') }),
    parts.map((part) => [
      part.height === 0 ? null : linked(part.link, element('rect', { class: `bar flow-part bar-${part.colour}`, x: barX, y: part.y, width: columnWidth, height: part.height })),
      part.label.map((line, index) => text('chart-note', labelX, part.labelY - 3 - labelLine * (part.label.length - 1 - index), line, anchor)),
      text('chart-end-label', labelX, part.labelY + 12, part.words, anchor),
    ]),
  ];
  return drawing(
    { width, height, label: layout.label, className: 'chart account-flow', holdsLinks: [...layout.left, ...layout.right].some(({ link }) => link !== undefined) },
    text('chart-unit', 0, size, layout.titles[0]),
    text('chart-unit', rightX, size, layout.titles[1]),
    element('rect', { class: 'flow-trunk', x: leftX + columnWidth, y: trunk.from, width: rightX - leftX - columnWidth, height: trunk.to - trunk.from }),
    side(layout.left, leftX, leftX, leftX - 12, 'end'),
    side(layout.right, rightX, rightX + columnWidth, rightX + columnWidth + 12, 'start'),
    source,
  );
}
