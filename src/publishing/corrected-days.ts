/** The days on which the stock of a group stands corrected. */
import type { IsoDate } from '#src/domain/calendar.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';
import type { StockEntry } from '#src/indicators/stock-now.ts';

/** Dates of which the group's stock in the entry's unit was corrected, by its station or, of the region's total, by any; removed rows count. */
export function correctedDays(log: ReleaseLog, entry: Pick<StockEntry, 'station' | 'component' | 'abo' | 'rhd' | 'unit'>): ReadonlySet<IsoDate> {
  const days = new Set<IsoDate>();
  for (const { corrections } of log.releases) {
    for (const { table, key, column } of corrections) {
      const [date = '', station, component, abo, rhd, unit] = key;
      if (table !== 'stock' || (column !== null && column !== 'quantity')) continue;
      if (component === entry.component && abo === entry.abo && rhd === entry.rhd && unit === entry.unit && (entry.station === 'all' || station === entry.station)) days.add(date);
    }
  }
  return days;
}
