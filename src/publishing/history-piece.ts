/** Ten years of one component in one small file, as the history page reads it. */
import { dateOfDay } from '#src/domain/calendar.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { groupHistories } from '#src/indicators/group-histories.ts';
import type { GroupHistory } from '#src/indicators/group-histories.ts';
import { isNumber, lastDayOf, valueOn } from '#src/indicators/series.ts';
import type { DailySeries } from '#src/indicators/series.ts';
import { stockRecords } from '#src/indicators/stock-records.ts';

/** A whole number a day from `start` on, null where the value is missing. Each is the change from the last known one; the value is their sum ÷ `scale`. */
interface Changes {
  readonly scale: number;
  readonly changes: readonly (number | null)[];
}

/**
 * The file of a component: of every group with a daily history the stock, and where they are known the days of supply (two decimals) and the units issued
 * and requested. Groups that are published by month only are not in it.
 */
export const historyPieceJson = oncePerPortal((portal: Portal, component: string): string => {
  const groups = groupHistories(portal, component);
  const [first] = groups;
  if (first === undefined) throw new Error(`the component ${component} has no daily history`);
  const start = Math.min(...groups.map(({ history }) => history.start));
  const end = Math.max(...groups.map(({ history }) => lastDayOf(history.quantity)));
  const piece = {
    ...(portal.settings.demonstration === null ? {} : { demonstration: '示例 demonstration' }),
    component,
    station: first.entry.station,
    start: dateOfDay(start),
    as_of: dateOfDay(end),
    groups: groups.map((group) => groupPiece(portal, group, start, end)),
  };
  return `${JSON.stringify(piece)}\n`;
});

function groupPiece(portal: Portal, { entry, history, unit, shown }: GroupHistory, start: number, end: number) {
  const records = stockRecords(portal);
  const flow = (series: DailySeries | null): Changes | undefined => (series === null || !series.values.some(isNumber) ? undefined : changesOf(series, start, end, 2));
  return {
    group: entry.group,
    unit: entry.unit,
    quantity: changesOf(history.quantity, start, end, 2),
    ...(unit === 'days' && entry.unit !== 'days' ? { days: changesOf(shown, start, end, 2) } : {}),
    issued: flow(records.issues.find(entry)),
    requested: flow(records.requested.find(entry)),
  };
}

/** With as few decimals as the values need, at most `decimals`. */
function changesOf(series: DailySeries, start: number, end: number, decimals: number): Changes {
  const known = series.values.filter(isNumber);
  let places = 0;
  while (places < decimals && known.some((value) => !Number.isInteger(Number((value * 10 ** places).toFixed(6))))) places += 1;
  const scale = 10 ** places;
  const changes: (number | null)[] = [];
  let last = 0;
  for (let day = start; day <= end; day += 1) {
    const value = valueOn(series, day);
    if (!isNumber(value)) {
      changes.push(null);
      continue;
    }
    const whole = Math.round(value * scale);
    changes.push(whole - last);
    last = whole;
  }
  return { scale, changes };
}
