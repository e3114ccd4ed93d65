/** The days on which a group's level changed. */
import type { Level } from '#src/domain/blood.ts';
import type { DayNumber } from '#src/domain/calendar.ts';
import type { StockHistory } from './stock-history.ts';

export interface LevelChange {
  readonly day: DayNumber;
  readonly from: Level;
  readonly to: Level;
  readonly by: 'publisher' | 'portal';
}

/** In order of day. A day without a level changes nothing, also where the level after it is another than before: the change then falls on the day on which it is known. */
export function levelChanges({ start, levels, levelsBy }: Pick<StockHistory, 'start' | 'levels' | 'levelsBy'>): LevelChange[] {
  const changes: LevelChange[] = [];
  let last: Level | null = null;
  for (const [index, level] of levels.entries()) {
    const by = levelsBy[index] ?? null;
    if (level === null || by === null) continue;
    if (last !== null && level !== last) changes.push({ day: start + index, from: last, to: level, by });
    last = level;
  }
  return changes;
}
