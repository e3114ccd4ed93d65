/** What every published exhibit consists of: a finding, a drawing, its table, its source and its date. None of them can be left out. */

/** A cell: words alone, or words with the exact number behind them (`data-value`), with an address or with a mark. */
export type TableCell = string | { readonly text: string; readonly value?: number; readonly address?: string; readonly mark?: CellMark };

/** `revised`: the value was published otherwise before; `provisional`: its publisher says that it will be revised. */
export type CellMark = 'revised' | 'provisional';

export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly TableCell[])[];
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
  /** The drawing can be read day by day; its table holds the days, latest first, value in words. */
  readonly isReadable?: boolean;
  readonly source: string;
  /** Date or instant up to which the data goes. */
  readonly asOf: string;
}

/** Widths in a drawing's own units: a phone, a column of a desk, and bars there, which need less. */
export const drawingWidths = { narrow: 340, wide: 760, wideBars: 560 } as const;
