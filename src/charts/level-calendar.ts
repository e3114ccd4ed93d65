/** A calendar of levels: a row a year or a month, a place a day; the worse the level, the taller the mark, so that colour is not needed to read it. */
import { hatchPath } from './hatch.ts';
import type { Rectangle } from './hatch.ts';
import { lineHeight, textSize } from './panel.ts';
import { notesBelow } from './panels.ts';
import type { PanelsLayout } from './panels.ts';
import { coordinate as at, drawing, element } from './svg.ts';
import type { Markup } from './svg.ts';
import { textWidth } from './text-width.ts';

/** A level; a number that has no level; no number. */
export type CalendarMark = 'normal' | 'low' | 'short' | 'critical' | 'unjudged' | 'missing';

export interface CalendarRow {
  readonly label: string;
  /** Places in a row with the same mark, both ends included, in order; what lies between them is outside the days that are shown. */
  readonly runs: readonly { readonly from: number; readonly to: number; readonly mark: CalendarMark }[];
}

export interface CalendarInput {
  readonly label: string;
  readonly panels: readonly { readonly title: string; readonly rows: readonly CalendarRow[] }[];
  /** Places in a row: 366 days of a year, 31 of a month. */
  readonly places: number;
  readonly xTicks: readonly { readonly place: number; readonly label: string }[];
  /** The marks that occur, with their words. */
  readonly key: readonly { readonly mark: CalendarMark; readonly label: string }[];
  readonly emptyLabel: string;
  readonly legend: readonly string[];
  readonly source: string;
}

interface PlacedMark extends Rectangle {
  readonly mark: CalendarMark;
}

export interface CalendarLayout {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** Height of a row and width of a place. */
  readonly rowHeight: number;
  readonly step: number;
  readonly panels: readonly {
    readonly title: { readonly x: number; readonly y: number; readonly text: string };
    /** The rows, without their labels. */
    readonly plot: Rectangle;
    readonly rows: readonly { readonly y: number; readonly label: string }[];
    readonly marks: readonly PlacedMark[];
    readonly xTicks: readonly { readonly x: number; readonly label: string }[];
    readonly empty: string | null;
  }[];
  readonly key: readonly { readonly mark: PlacedMark; readonly x: number; readonly y: number; readonly label: string }[];
  readonly notes: PanelsLayout['notes'];
}

/** The part of a row's height that a mark fills, from below. */
const heights: Readonly<Record<CalendarMark, number>> = { normal: 0.2, low: 0.45, short: 0.72, critical: 1, unjudged: 0.06, missing: 1 };
const between = 24;

/** Geometry in `width` units with `columns` groups side by side; the height grows with rows, key and notes. */
export function layoutCalendar(input: CalendarInput, { width, columns, rowHeight }: { readonly width: number; readonly columns: number; readonly rowHeight: number }): CalendarLayout {
  const left = 8 + Math.max(0, ...input.panels.flatMap(({ rows }) => rows.map(({ label }) => textWidth(label, textSize))));
  const count = Math.max(1, Math.min(columns, input.panels.length));
  const panelWidth = (width - between * (count - 1)) / count;
  const step = (panelWidth - left) / input.places;
  const [top, bottom] = [lineHeight + 8, lineHeight + 14];
  const panelHeight = (panel: CalendarInput['panels'][number] | undefined): number => (panel === undefined ? 0 : top + panel.rows.length * rowHeight + bottom);
  let originY = 0;
  const panels: CalendarLayout['panels'][number][] = [];
  for (let first = 0; first < input.panels.length; first += count) {
    const beside = input.panels.slice(first, first + count);
    panels.push(...beside.map((panel, index) => layoutPanel(panel, input, { originX: index * (panelWidth + between), originY: originY + top, left, step, rowHeight })));
    originY += Math.max(...beside.map(panelHeight));
  }
  let [keyX, keyY] = [0, originY + lineHeight];
  const key = input.key.map(({ mark, label }) => {
    const itemWidth = 22 + textWidth(label, textSize);
    if (keyX > 0 && keyX + itemWidth > width) [keyX, keyY] = [0, keyY + lineHeight];
    const placed = { mark: place(mark, { x: keyX, y: keyY - 11, width: 14, height: 12 }), x: keyX + 20, y: keyY, label };
    keyX += itemWidth + 16;
    return placed;
  });
  const notes = notesBelow({ events: [], legend: input.legend, source: input.source }, width, keyY + lineHeight + 4);
  return { label: input.label, width, height: keyY + 8 + lineHeight * Math.max(1, notes.length), rowHeight, step, panels, key, notes };
}

function layoutPanel(
  { title, rows }: CalendarInput['panels'][number],
  { places, xTicks, emptyLabel }: CalendarInput,
  { originX, originY, left, step, rowHeight }: { readonly originX: number; readonly originY: number; readonly left: number; readonly step: number; readonly rowHeight: number },
): CalendarLayout['panels'][number] {
  const plot = { x: originX + left, y: originY, width: places * step, height: rows.length * rowHeight };
  const marks = rows.flatMap(({ runs }, row) =>
    runs.map(({ from, to, mark }) => place(mark, { x: plot.x + from * step, y: originY + row * rowHeight + 2, width: (to - from + 1) * step, height: rowHeight - 4 })),
  );
  let free = plot.x - 1;
  return {
    title: { x: originX, y: originY - 10, text: title },
    plot,
    rows: rows.map(({ label }, row) => ({ y: originY + (row + 1) * rowHeight - 2, label })),
    marks,
    xTicks: xTicks
      .map((tick) => ({ x: plot.x + tick.place * step, label: tick.label }))
      .filter(({ x, label }) => {
        if (x < free) return false;
        free = x + textWidth(label, textSize) + 4;
        return free <= plot.x + plot.width + 8;
      }),
    empty: marks.every(({ mark }) => mark === 'missing') ? emptyLabel : null,
  };
}

/** A mark in its row: as tall as its level is bad, standing on the row's line. */
function place(mark: CalendarMark, { x, y, width, height }: Rectangle): PlacedMark {
  const own = Math.max(1, height * heights[mark]);
  return { mark, x, y: y + height - own, width, height: own };
}

export function drawCalendar({ width, height, label, panels, key, notes }: CalendarLayout): string {
  const text = (className: string, x: number, y: number, content: string, anchor: 'middle' | 'end' | null = null): Markup => element('text', { class: className, x, y, 'text-anchor': anchor }, content);
  return drawing(
    { width, height, label, className: 'chart level-calendar' },
    panels.map(({ title, plot, rows, marks, xTicks, empty }) =>
      element(
        'g',
        {},
        text('chart-end-label', title.x, title.y, title.text),
        rows.map(({ y, label: words }) => [element('path', { class: 'chart-grid', d: `M${at(plot.x)} ${at(y)}H${at(plot.x + plot.width)}` }), text('chart-tick', plot.x - 6, y - 1, words, 'end')]),
        drawMarks(marks),
        xTicks.map(({ x, label: words }) => [element('path', { class: 'chart-axis', d: `M${at(x)} ${at(plot.y + plot.height)}v4` }), text('chart-tick', x, plot.y + plot.height + lineHeight, words)]),
        empty === null ? null : text('chart-empty chart-halo', plot.x + plot.width / 2, plot.y + plot.height / 2 + 4, empty, 'middle'),
      ),
    ),
    key.map(({ mark, x, y, label: words }) => [drawMarks([mark]), text('chart-note', x, y, words)]),
    notes.map(({ y, text: words, kind }) => text(`chart-${kind}`, 0, y, words)),
    element('path', { class: 'chart-cursor', d: '' }),
  );
}

/** One path for each kind of mark, so that ten years stay a small drawing. */
function drawMarks(marks: readonly PlacedMark[]): readonly Markup[] {
  return (Object.keys(heights) as CalendarMark[]).flatMap((kind) => {
    const own = marks.filter(({ mark }) => mark === kind);
    if (own.length === 0) return [];
    if (kind === 'missing') return [element('path', { class: 'chart-gap', d: own.map((mark) => hatchPath(mark, 5)).join('') })];
    return [element('path', { class: `calendar-${kind}`, d: own.map(({ x, y, width, height }) => `M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}Z`).join('') })];
  });
}
