/** How many days of each year a group spent at each level, by the thresholds of their time. */
import { levels } from '#src/domain/blood.ts';
import type { Level } from '#src/domain/blood.ts';
import { dateOfDay, yearOf } from '#src/domain/calendar.ts';
import type { DayNumber } from '#src/domain/calendar.ts';

export interface LevelYear {
  readonly year: number;
  readonly days: Readonly<Record<Level, number>>;
  /** Days with a level; what is missing to 365 or 366 had none or lies outside the data. */
  readonly known: number;
  /** Days with a level worse than normal. */
  readonly underThreshold: number;
  /** First and last date of the year within the data. */
  readonly from: string;
  readonly to: string;
}

/** Counts by calendar year, in order; `levelsByDay[0]` belongs to `start`, null = no level on that day. */
export function levelYears(start: DayNumber, levelsByDay: readonly (Level | null)[]): LevelYear[] {
  const years = new Map<number, { days: Record<Level, number>; from: string; to: string }>();
  for (const [index, level] of levelsByDay.entries()) {
    const date = dateOfDay(start + index);
    const year = yearOf(date);
    const entry = years.get(year) ?? { days: { normal: 0, low: 0, short: 0, critical: 0 }, from: date, to: date };
    years.set(year, entry);
    entry.to = date;
    if (level !== null) entry.days[level] += 1;
  }
  return [...years].map(([year, { days, from, to }]) => {
    const known = levels.reduce((sum, level) => sum + days[level], 0);
    return { year, days, known, underThreshold: known - days.normal, from, to };
  });
}
