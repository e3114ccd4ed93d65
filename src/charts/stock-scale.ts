/** The signature: one slim vertical scale with a level mark, thresholds as ticks and the seasonal range as a pale band behind. */
import { ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { hatchPath } from './hatch.ts';
import type { Rectangle } from './hatch.ts';
import { spread } from './spread.ts';
import { drawing, element } from './svg.ts';
import type { Markup } from './svg.ts';
import { textWidth } from './text-width.ts';

export interface ScaleTick {
  readonly at: number;
  /** e.g. `7` */
  readonly number: string;
  /** e.g. `正常`; left out, of all of them, where one does not fit. */
  readonly word: string;
}

export interface StockScaleInput {
  /** null: missing; the tube is then hatched. */
  readonly value: number | null;
  /** Upper end of the scale; the scales of one strip share it. The lower end is 0. */
  readonly top: number;
  /** Thresholds, in any order; those above `top` are left out. */
  readonly ticks: readonly ScaleTick[];
  /** Seasonal range in the unit of the value. */
  readonly band: { readonly low: number; readonly median: number; readonly high: number } | null;
}

export interface StockScaleLayout {
  readonly width: number;
  readonly height: number;
  readonly tube: Rectangle;
  /** The part of the tube up to the value; null where it is missing. */
  readonly fill: Rectangle | null;
  readonly band: (Rectangle & { readonly median: number }) | null;
  readonly graduations: readonly { readonly y: number; readonly long: boolean }[];
  readonly ticks: readonly { readonly y: number; readonly labelY: number; readonly number: string; readonly word: string }[];
}

const width = 76;
const height = 196;
const margin = { top: 8, bottom: 8 };
const tubeX = 9;
const tubeWidth = 10;
const tickEnd = 24;
const labelX = 27;
/** Size of the labels in the drawing's own units. */
export const scaleLabelSize = 12;

/** Geometry of one scale; a value above `top` fills the tube. */
export function layoutStockScale({ value, top, ticks: thresholds, band }: StockScaleInput): StockScaleLayout {
  const y = scaleLinear([0, top], [height - margin.bottom, margin.top]).clamp(true);
  const shown = thresholds.filter(({ at }) => at <= top).toSorted((a, b) => b.at - a.at);
  const fits = shown.every(({ number, word }) => labelX + textWidth(`${number} ${word}`, scaleLabelSize) <= width);
  const labelYs = spread(shown.map(({ at }) => y(at)), scaleLabelSize * 1.2, margin.top, height - margin.bottom);
  const steps = ticks(0, top, top > 30 ? 10 : Math.max(5, Math.min(20, top)));
  return {
    width,
    height,
    tube: { x: tubeX, y: margin.top, width: tubeWidth, height: height - margin.top - margin.bottom },
    fill: value === null ? null : { x: tubeX, y: y(value), width: tubeWidth, height: y(0) - y(value) },
    band: band === null ? null : { x: 0, y: y(band.high), width: tickEnd, height: y(band.low) - y(band.high), median: y(band.median) },
    graduations: steps.map((step, index) => ({ y: y(step), long: index % 5 === 0 })),
    ticks: shown.map(({ at, number, word }, index) => ({ y: y(at), labelY: labelYs[index] ?? y(at), number, word: fits ? word : '' })),
  };
}

/** The parts of a scale, to stand in a drawing of its own or in a larger one. */
export function stockScaleParts({ tube, fill, band, graduations, ticks: marks }: StockScaleLayout): readonly Markup[] {
  const rectangle = (className: string, { x, y, width: w, height: h }: Rectangle): Markup =>
    element('rect', { class: className, x, y, width: w, height: h });
  const line = (className: string, x1: number, x2: number, y: number): Markup => element('path', { class: className, d: `M${x1} ${y}H${x2}` });
  const round = (value: number): number => Math.round(value * 100) / 100;
  return [
    ...(band === null ? [] : [rectangle('scale-band', band), line('scale-median', 0, tickEnd, round(band.median))]),
    element('path', {
      class: 'scale-graduation',
      d: graduations.map(({ y, long }) => `M${tubeX}${long ? 'h-6' : 'h-3'}`.replace('h', ` ${round(y)}h`)).join(''),
    }),
    rectangle('scale-tube', tube),
    ...(fill === null
      ? [element('path', { class: 'scale-hatch scale-missing', d: hatchPath(tube, 6) })]
      : [
          rectangle('scale-fill', fill),
          element('path', { class: 'scale-hatch', d: hatchPath(fill, 6) }),
          line('scale-mark', tubeX - 5, tubeX + tubeWidth + 5, round(fill.y)),
        ]),
    ...marks.flatMap(({ y, labelY, number, word }) => [
      element('path', { class: 'scale-tick', d: `M${tubeX + tubeWidth} ${round(y)}H${tickEnd}${labelY === y ? '' : `L${labelX - 1} ${round(labelY)}`}` }),
      element(
        'text',
        { class: 'scale-label', x: labelX, y: labelY, dy: '0.36em' },
        number,
        // The word goes when the value has expired; the number of a threshold stays.
        word === '' ? null : element('tspan', { 'data-when': 'valid' }, ` ${word}`),
      ),
    ]),
  ];
}

/** `label`: see `Frame`. */
export function drawStockScale(layout: StockScaleLayout, label: string | null): string {
  return drawing({ width: layout.width, height: layout.height, label, className: 'scale' }, stockScaleParts(layout));
}

/**
 * The common upper end of the scales of one strip: a little above the largest of the numbers (values, thresholds, bands),
 * at least 1; percentages end at 100 or above.
 */
export function stockScaleTop(numbers: readonly number[], percent: boolean): number {
  const largest = Math.max(1, ...numbers);
  if (percent) return Math.max(100, Math.ceil(largest / 10) * 10);
  return largest <= 20 ? Math.ceil(largest * 1.04 + 0.25) : Math.ceil((largest * 1.04) / 5) * 5;
}
