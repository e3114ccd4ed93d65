/** What every view of the history page can do: be drawn, be read value by value, be brushed, be written as a table. */
import type { DeskNumbers } from './desk-numbers.ts';

/** A place as wide as the page gives it. */
export type Place = 'wide' | 'narrow';

export interface ShownView {
  readonly numbers: DeskNumbers;
  /** Width in the drawing's own units, and the drawing. */
  readonly width: number;
  readonly drawing: string;
  /** How many places can be read, one after another. */
  readonly count: number;
  /** The place under a point of the drawing; null beside the plots. */
  indexAt(x: number, y: number): number | null;
  /** Where a drag from a point leads: to a place of the panel it began in, also when it leaves that; null where it begins beside the plots. */
  dragFrom(x: number, y: number): ((x: number, y: number) => number) | null;
  /** The place reached from another by a key that leads out of the row; null where the key means a step along it. */
  indexBeside?(index: number, direction: -1 | 1): number | null;
  /** Path that marks a place, or the places between it and where a brush began. */
  cursorAt(index: number, begun: number | null): string;
  /** The numbers of a place in words. */
  readingOf(index: number): string;
  /** The first and last day between two places; null where they are not days of one row. */
  daysBetween(first: number, last: number): { readonly from: string; readonly to: string } | null;
  records(): readonly ViewRecord[];
  /** Names of the columns that only this view has. */
  readonly extraColumns: readonly string[];
}

/** A number of the view, for its CSV. */
export interface ViewRecord {
  readonly date: string;
  readonly group: string;
  readonly measure: string;
  readonly unit: string;
  /** null: missing. */
  readonly value: number | string | null;
  readonly meanOfDays: number | null;
  /** Machine word for why there is no value; empty with one, and where the published files do not say. */
  readonly missing: string;
  readonly extra: readonly string[];
}
