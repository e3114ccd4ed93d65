/** Ten years of one component at one station in small files, as the history page reads them: the stock in one, what came in and went out in another. */
import { dateOfDay, dayNumber } from '#src/domain/calendar.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { componentsWithHistory, stationHistories } from '#src/indicators/group-histories.ts';
import type { GroupHistory, StationHistories } from '#src/indicators/group-histories.ts';
import { demandSumOn } from '#src/indicators/demand.ts';
import { isNumber, lastDayOf, valueOn } from '#src/indicators/series.ts';
import type { DailySeries } from '#src/indicators/series.ts';
import type { StockHistory } from '#src/indicators/stock-history.ts';
import { stockRecords } from '#src/indicators/stock-records.ts';
import { currentLog } from '#src/releases/current-log.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';
import { correctedDays } from './corrected-days.ts';

/** A whole number a day from `start` on, null where the value is missing. Each is the change from the last known one; the value is their sum ÷ `scale`, exactly as it was published. */
interface Changes {
  readonly scale: number;
  readonly changes: readonly (number | null)[];
}

/** So many days from one on without a value, and why; `announced_pause`: a gap that was announced. */
type MissingRun = readonly [date: string, days: number, reason: string];

/** Demand of the window that ends on each day, where there are days of supply: its sum, and in runs on how many days it was counted. */
interface DemandSums extends Changes {
  readonly counted: readonly (readonly [days: number, counted: number | null])[];
}

/** So many days in a row with the same level, and who stated it; null: none. */
type LevelRun = readonly [days: number, level: string | null, by: string | null];

/** So many days from one on whose stock stands corrected. */
type CorrectedRun = readonly [date: string, days: number];

export interface HistoryPiece {
  /** Below /stock/history/data/, without `.json`. */
  readonly path: string;
  readonly kind: 'stock' | 'flow';
  readonly component: string;
  readonly station: string;
}

/** The files of a portal: for each component and station the stock, and the flows where there are any. The region's total has the component's own name. */
export const historyPieces = oncePerPortal((portal: Portal): readonly HistoryPiece[] =>
  componentsWithHistory(portal).flatMap((component) =>
    stationHistories(portal, component).flatMap(({ station, groups }, index) => {
      const path = index === 0 ? component : `${component}/${station}`;
      const stock: HistoryPiece = { path, kind: 'stock', component, station };
      return hasFlow(portal, groups) ? [stock, { ...stock, path: `flow/${path}`, kind: 'flow' as const }] : [stock];
    }),
  ),
);

/** The text of a file. Groups that are published by month only are not in it. A path that does not exist throws. */
export function historyPieceJson(portal: Portal, path: string, log: ReleaseLog = currentLog()): string {
  const piece = historyPieces(portal).find((one) => one.path === path);
  const histories = piece === undefined ? undefined : stationHistories(portal, piece.component).find(({ station }) => station === piece.station);
  if (piece === undefined || histories === undefined) throw new Error(`there is no history ${path}`);
  const { start, end } = spanOf(histories);
  return `${JSON.stringify({
    ...(portal.settings.demonstration === null ? {} : { demonstration: '示例 demonstration' }),
    component: piece.component,
    station: piece.station,
    start: dateOfDay(start),
    as_of: dateOfDay(end),
    groups: histories.groups.map((group) => (piece.kind === 'stock' ? stockOf(portal, group, start, end, correctedDays(log, group.entry)) : flowOf(portal, group, start, end))),
  })}\n`;
}

function spanOf({ groups }: StationHistories) {
  return {
    start: Math.min(...groups.map(({ history }) => history.start)),
    end: Math.max(...groups.map(({ history }) => lastDayOf(history.quantity))),
  };
}

/**
 * The stock with the reasons of the days without one, what its days of supply are made of, the levels and the corrected days where there are any.
 * Days of supply = quantity ÷ (sum of the demand ÷ days counted): nothing is rounded, so that whoever recomputes a level comes to the same,
 * and the file is smaller than with decimals.
 */
function stockOf(portal: Portal, { entry, history, unit }: GroupHistory, start: number, end: number, corrected: ReadonlySet<string>) {
  const missing = missingRuns(start, end, (day) => missingOf(portal, history.quantity, day));
  const hasDays = unit === 'days' && entry.unit !== 'days';
  const noDays = hasDays ? missingRuns(start, end, (day) => daysMissingOf(history, day)) : [];
  return {
    group: entry.group,
    unit: entry.unit,
    quantity: changesOf(history.quantity, start, end),
    ...(missing.length > 0 ? { missing } : {}),
    ...(hasDays ? { demand: demandOf(portal, entry, history, start, end) } : {}),
    ...(noDays.length > 0 ? { days_missing: noDays } : {}),
    ...(history.levels.some((level) => level !== null) ? { levels: levelRuns(history, start, end) } : {}),
    ...(corrected.size > 0 ? { corrected: correctedRuns(corrected) } : {}),
  };
}

/** What was collected, issued and requested, each where any is published. */
function flowOf(portal: Portal, { entry }: GroupHistory, start: number, end: number) {
  const flows = flowsOf(portal, entry).map(([name, series]) => [name, changesOf(series, start, end)] as const);
  return { group: entry.group, unit: entry.unit, ...Object.fromEntries(flows) };
}

function flowsOf(portal: Portal, entry: GroupHistory['entry']): readonly (readonly [string, DailySeries])[] {
  const { collections, issues, requested } = stockRecords(portal);
  return ([['collected', collections], ['issued', issues], ['requested', requested]] as const).flatMap(([name, table]) => {
    const series = table.find(entry);
    return series !== null && series.values.some(isNumber) ? [[name, series] as const] : [];
  });
}

/** Whether anything that came in or went out is published of these groups. */
function hasFlow(portal: Portal, groups: readonly GroupHistory[]): boolean {
  return groups.some(({ entry }) => flowsOf(portal, entry).length > 0);
}

function demandOf(portal: Portal, entry: GroupHistory['entry'], history: StockHistory, start: number, end: number): DemandSums {
  const demand = stockRecords(portal).demandSeries(entry);
  const sums = history.days.map((days, index) => (isNumber(days) ? demandSumOn(demand, history.start + index) : null));
  const counted = runsOf(start, end, (day) => sums[day - history.start]?.counted ?? null).map(({ days, value }) => [days, value] as const);
  return { ...changesOf({ start: history.start, values: sums.map((sum) => sum?.sum ?? 'gap') }, start, end), counted };
}

function missingOf(portal: Portal, series: DailySeries, day: number): string | null {
  const value = valueOn(series, day);
  if (value !== 'gap') return isNumber(value) ? null : value;
  const date = dateOfDay(day);
  return portal.settings.pauses.some(({ from, until }) => from <= date && date <= until) ? 'announced_pause' : value;
}

/** Why a day that has a stock has no days of supply. */
function daysMissingOf(history: StockHistory, day: number): string | null {
  const days = history.days[day - history.start] ?? 'stock_missing';
  return isNumber(days) || days === 'stock_missing' ? null : days;
}

function missingRuns(start: number, end: number, reasonOf: (day: number) => string | null): readonly MissingRun[] {
  return runsOf(start, end, reasonOf).flatMap(({ from, days, value }) => (value === null ? [] : [[dateOfDay(from), days, value] as const]));
}

function levelRuns(history: StockHistory, start: number, end: number): readonly LevelRun[] {
  const levelOn = (day: number) => ({ level: history.levels[day - history.start] ?? null, by: history.levelsBy[day - history.start] ?? null });
  return runsOf(start, end, levelOn, (a, b) => a.level === b.level && a.by === b.by).map(({ days, value }) => [days, value.level, value.by] as const);
}

/** The days from `start` to `end`, each run of days with the same value as one. */
function runsOf<T>(start: number, end: number, valueOf: (day: number) => T, isSame: (a: T, b: T) => boolean = Object.is): readonly { readonly from: number; readonly days: number; readonly value: T }[] {
  const runs: { from: number; days: number; value: T }[] = [];
  for (let day = start; day <= end; day += 1) {
    const value = valueOf(day);
    const last = runs.at(-1);
    if (last !== undefined && isSame(last.value, value)) last.days += 1;
    else runs.push({ from: day, days: 1, value });
  }
  return runs;
}

function correctedRuns(dates: ReadonlySet<string>): readonly CorrectedRun[] {
  const runs: [string, number][] = [];
  for (const date of [...dates].toSorted()) {
    const last = runs.at(-1);
    if (last !== undefined && dayNumber(last[0]) + last[1] === dayNumber(date)) last[1] += 1;
    else runs.push([date, 1]);
  }
  return runs;
}

/** More decimals than anybody publishes; beyond them lies what floating point adds. */
const mostDecimals = 6;

/** With as few decimals as the values need. */
function changesOf(series: DailySeries, start: number, end: number): Changes {
  const known = series.values.filter(isNumber);
  let places = 0;
  while (places < mostDecimals && known.some((value) => !Number.isInteger(Number((value * 10 ** places).toFixed(6))))) places += 1;
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
