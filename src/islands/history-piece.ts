/** Reads the file of one component: numbers day by day from changes. */
import { dayNumber } from '#src/domain/calendar.ts';

interface Changes {
  readonly scale: number;
  readonly changes: readonly (number | null)[];
}

/** As the file is written; src/publishing/history-piece.ts says what each part means. */
export interface PieceFile {
  readonly start: string;
  readonly station: string;
  readonly as_of: string;
  readonly groups: readonly { readonly group: string; readonly unit: string; readonly quantity: Changes; readonly days?: Changes }[];
}

export interface Piece {
  /** Day number of the first value. */
  readonly start: number;
  readonly station: string;
  readonly asOf: string;
  readonly groups: ReadonlyMap<string, { readonly stock: readonly (number | null)[]; readonly days: readonly (number | null)[] | null }>;
}

export function readPiece(file: PieceFile): Piece {
  return {
    start: dayNumber(file.start),
    station: file.station,
    asOf: file.as_of,
    groups: new Map(file.groups.map(({ group, quantity, days }) => [group, { stock: summed(quantity), days: days === undefined ? null : summed(days) }])),
  };
}

function summed({ scale, changes }: Changes): (number | null)[] {
  let whole = 0;
  return changes.map((change) => {
    if (change === null) return null;
    whole += change;
    return whole / scale;
  });
}

/** Values of the days from `from` to `to`; null where missing and outside the file. */
export function valuesBetween(piece: Piece, values: readonly (number | null)[], from: number, to: number): (number | null)[] {
  return Array.from({ length: to - from + 1 }, (_, index) => values[from + index - piece.start] ?? null);
}

