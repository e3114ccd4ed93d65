/** Reads the files of one component at one station: numbers day by day from changes, levels from runs. */
import { dayNumber } from '#src/domain/calendar.ts';
import type { CalendarMark } from '#src/charts/level-calendar.ts';

export type Values = readonly (number | null)[];
export type Level = Exclude<CalendarMark, 'unjudged' | 'missing'>;

interface Changes {
  readonly scale: number;
  readonly changes: Values;
}

type MissingRun = readonly [date: string, days: number, reason: string];

interface PieceHead {
  readonly start: string;
  readonly station: string;
  readonly as_of: string;
}

/** As the files are written; src/publishing/history-piece.ts says what each part means. */
export interface StockFile extends PieceHead {
  readonly groups: readonly {
    readonly group: string;
    readonly unit: string;
    readonly quantity: Changes;
    readonly missing?: readonly MissingRun[];
    readonly demand?: Changes & { readonly counted: readonly (readonly [days: number, counted: number | null])[] };
    readonly days_missing?: readonly MissingRun[];
    readonly levels?: readonly (readonly [days: number, level: Level | null, by: 'publisher' | 'portal' | null])[];
    readonly corrected?: readonly (readonly [date: string, days: number])[];
  }[];
}
export interface FlowFile extends PieceHead {
  readonly groups: readonly ({ readonly group: string; readonly unit: string } & Readonly<Partial<Record<FlowKind, Changes>>>)[];
}

export const flowKinds = ['collected', 'issued', 'requested'] as const;
export type FlowKind = (typeof flowKinds)[number];

export interface DayLevel {
  readonly level: Level;
  readonly by: 'publisher' | 'portal';
}

export type Reasons = ReadonlyMap<number, string>;

/** Values day by day from `start` on, a day number. */
interface Piece<Group> {
  readonly start: number;
  readonly groups: ReadonlyMap<string, Group>;
}
/** `missing` and `daysMissing`: by day number, why there is no stock, and why a stock has no days of supply. */
export type StockPiece = Piece<{ readonly stock: Values; readonly days: Values | null; readonly missing: Reasons; readonly daysMissing: Reasons; readonly levels: readonly (DayLevel | null)[]; readonly corrected: ReadonlySet<number> }>;
export type FlowPiece = Piece<Readonly<Record<FlowKind, Values | null>>>;

export function readStock(file: StockFile): StockPiece {
  return {
    start: dayNumber(file.start),
    groups: new Map(
      file.groups.map(({ group, quantity, missing = [], demand, days_missing: daysMissing = [], levels = [], corrected = [] }) => {
        const stock = summed(quantity);
        return [
          group,
          {
            stock,
            days: demand === undefined ? null : daysOf(stock, demand),
            missing: new Map(missing.flatMap(missingRun)),
            daysMissing: new Map(daysMissing.flatMap(missingRun)),
            levels: levels.flatMap(levelRun),
            corrected: new Set(corrected.flatMap(correctedRun)),
          },
        ];
      }),
    ),
  };
}

export function readFlow(file: FlowFile): FlowPiece {
  return {
    start: dayNumber(file.start),
    groups: new Map(file.groups.map((one) => [one.group, Object.fromEntries(flowKinds.map((kind) => [kind, one[kind] === undefined ? null : summed(one[kind])])) as Record<FlowKind, Values | null>])),
  };
}

/** Stock ÷ mean daily demand, unrounded. */
function daysOf(stock: Values, demand: NonNullable<StockFile['groups'][number]['demand']>): Values {
  const counted = demand.counted.flatMap(([days, count]) => new Array<number | null>(days).fill(count));
  return summed(demand).map((sum, index) => {
    const [quantity, count] = [stock[index] ?? null, counted[index] ?? null];
    return sum === null || quantity === null || count === null ? null : quantity / (sum / count);
  });
}

function missingRun([date, days, reason]: MissingRun): (readonly [number, string])[] {
  const first = dayNumber(date);
  return Array.from({ length: days }, (_, index) => [first + index, reason] as const);
}

function levelRun([days, level, by]: readonly [number, Level | null, 'publisher' | 'portal' | null]): (DayLevel | null)[] {
  return new Array<DayLevel | null>(days).fill(level === null || by === null ? null : { level, by });
}

function correctedRun([date, days]: readonly [string, number]): number[] {
  const first = dayNumber(date);
  return Array.from({ length: days }, (_, index) => first + index);
}

function summed({ scale, changes }: Changes): (number | null)[] {
  let whole = 0;
  return changes.map((change) => {
    if (change === null) return null;
    whole += change;
    return whole / scale;
  });
}

/** What stands for the days from `from` to `to` in a list that begins on `start`; null where missing and outside. */
export function between<T>(start: number, values: readonly (T | null)[], from: number, to: number): readonly (T | null)[] {
  const [first, after] = [from - start, to - start + 1];
  if (first === 0 && after === values.length) return values;
  const inside = values.slice(Math.max(0, first), Math.max(0, after));
  const before = Math.min(Math.max(0, -first), to - from + 1);
  return before === 0 && inside.length === after - first ? inside : [...nothing(before), ...inside, ...nothing(after - first - before - inside.length)];
}

function nothing(days: number): null[] {
  return new Array<null>(days).fill(null);
}
