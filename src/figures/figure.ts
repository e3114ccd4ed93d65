/** What every published exhibit consists of: a finding, a drawing, its table, its source and its date. None of them can be left out. */

export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

export interface Figure {
  /** Name in addresses and tests, unique on its page. */
  readonly id: string;
  /** What the drawing shows, as a sentence: the heading. */
  readonly finding: string;
  /** What is drawn and in which unit. */
  readonly subtitle: string;
  /** SVG for a narrow and for a wide place; both say the same. */
  readonly drawing: { readonly narrow: string; readonly wide: string };
  readonly table: FigureTable;
  readonly source: string;
  /** Date or instant up to which the data goes. */
  readonly asOf: string;
}

/** Widths in a drawing's own units: a phone, and a column of a desk. */
export const drawingWidths = { narrow: 340, wide: 760 } as const;
