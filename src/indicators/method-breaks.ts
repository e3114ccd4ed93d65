/** Days from which the numbers of one series are made in another way: another normal line, another measure of demand. */
import { dateOfDay } from '#src/domain/calendar.ts';
import type { IsoDate } from '#src/domain/calendar.ts';
import type { StockUnit } from '#src/domain/blood.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { isNumber } from './series.ts';
import type { SeriesKey } from './series.ts';
import { stockRecords } from './stock-records.ts';

export type MethodBreak =
  /** Whether a day counts as normal is judged by another line from here. */
  | { readonly date: IsoDate; readonly kind: 'threshold'; readonly before: number; readonly after: number; readonly unit: StockUnit }
  /** Days of supply are stock ÷ requests from here, ÷ issues before. */
  | { readonly date: IsoDate; readonly kind: 'requests' };

/** The breaks after the first day of the series' stock, in order of time; none of a series without stock. */
export function methodBreaks(portal: Portal, key: SeriesKey): readonly MethodBreak[] {
  const records = stockRecords(portal);
  const stock = records.stock.find(key);
  if (stock === null) return [];
  const { issues, requested } = records.demandSeries(key);
  const first = requested === null ? -1 : requested.values.findIndex(isNumber);
  const requestsFrom = requested === null || first === -1 ? null : requested.start + first;
  const begins = requestsFrom !== null && issues !== null && issues.start < requestsFrom && requestsFrom > stock.start;
  const periods = records.thresholds(key);
  const thresholds = periods.flatMap((period, index): MethodBreak[] => {
    const earlier = periods[index - 1];
    if (earlier === undefined || period.from <= stock.start) return [];
    const [now, before] = [period, earlier].map(({ days, own, preferred }) => (preferred === 'own' || days.length === 0 ? own : days).find(({ level }) => level === 'normal'));
    if (now === undefined || before === undefined || now.unit !== before.unit || now.atOrAbove === before.atOrAbove) return [];
    return [{ date: dateOfDay(period.from), kind: 'threshold', before: before.atOrAbove, after: now.atOrAbove, unit: now.unit }];
  });
  const demand: MethodBreak[] = begins && requestsFrom !== null ? [{ date: dateOfDay(requestsFrom), kind: 'requests' }] : [];
  return [...thresholds, ...demand].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
