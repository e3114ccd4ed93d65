/** A Date that knows one wall clock and no other: local time is what it was told, in every time zone of the machine, and "now" is told too. */

type DateArguments = [] | [Date | number | string] | [number, number, number?, number?, number?, number?, number?];

/** Day of the week (0 Sunday … 6) of a day number, where it is not that of the calendar. */
type WeekdayOf = (dayNumber: number) => number | null;

let now = 0;
let weekdayOf: WeekdayOf = () => null;

/** Local time is kept as if it were UTC, so that no change of clocks and no zone of the machine touches it. */
class WallClockDate extends Date {
  constructor(...parts: DateArguments) {
    if (parts.length === 0) super(now);
    else if (parts.length === 1) super(parts[0] instanceof Date ? parts[0].getTime() : parts[0]);
    else super(Date.UTC(parts[0], parts[1], parts[2] ?? 1, parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0, parts[6] ?? 0));
  }
  override getFullYear(): number { return this.getUTCFullYear(); }
  override getMonth(): number { return this.getUTCMonth(); }
  override getDate(): number { return this.getUTCDate(); }
  override getHours(): number { return this.getUTCHours(); }
  override getMinutes(): number { return this.getUTCMinutes(); }
  override getSeconds(): number { return this.getUTCSeconds(); }
  override getMilliseconds(): number { return this.getUTCMilliseconds(); }
  override getTimezoneOffset(): number { return 0; }
  override getDay(): number { return weekdayOf(Math.floor(this.getTime() / 86_400_000)) ?? this.getUTCDay(); }
  override setFullYear(...parts: [number, number?, number?]): number { return this.setUTCFullYear(...(parts as [number])); }
  override setMonth(...parts: [number, number?]): number { return this.setUTCMonth(...(parts as [number])); }
  override setDate(day: number): number { return this.setUTCDate(day); }
  override setHours(...parts: [number, number?, number?, number?]): number { return this.setUTCHours(...(parts as [number])); }
  override setMinutes(...parts: [number, number?, number?]): number { return this.setUTCMinutes(...(parts as [number])); }
  override setSeconds(...parts: [number, number?]): number { return this.setUTCSeconds(...(parts as [number])); }
  override setMilliseconds(ms: number): number { return this.setUTCMilliseconds(ms); }
}

/**
 * Runs `work`, in which every Date that is made is one of the wall clock: a library that reads local time and the clock then reads
 * neither of the machine's. `wallMs` is what it takes for now: milliseconds since 1970-01-01 00:00 on the wall. Not for work that waits.
 */
export function onWallClock<T>(wallMs: number, weekday: WeekdayOf, work: (date: (wallMs: number) => Date) => T): T {
  const machine = globalThis.Date;
  const before = { now, weekdayOf };
  now = wallMs;
  weekdayOf = weekday;
  globalThis.Date = WallClockDate as unknown as DateConstructor;
  try {
    return work((ms) => new WallClockDate(ms));
  } finally {
    globalThis.Date = machine;
    now = before.now;
    weekdayOf = before.weekdayOf;
  }
}
