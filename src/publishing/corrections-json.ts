/** `/data/v1/corrections.json`: every corrected cell and removed row, newest release first. */
import { correctionsOf } from '#src/releases/release-log.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';

/** One entry a line; `column` null: the whole row was removed. In a demonstration every entry says so. */
export function correctionsJson(log: ReleaseLog): string {
  const isDemonstration = log.current?.demonstration === true;
  const lines = correctionsOf(log).map(({ release, table, key, column, old, new: now, class: kind, reason, date }) =>
    JSON.stringify({ release, table, key, column, old, new: now, class: kind, reason, date, ...(isDemonstration ? { demonstration: true } : {}) }),
  );
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}
