/** Rows of rare groups in the daily tables: by month and for the whole region instead of by day and station. */
import { lastDayOfMonth } from '#src/domain/calendar.ts';
import type { IsoMonth } from '#src/domain/calendar.ts';
import { publishedNumber } from '#src/domain/published-number.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { monthlyFlow, monthlyStock } from '#src/indicators/monthly.ts';
import { rarityOf } from '#src/indicators/rare-groups.ts';
import { isNumber } from '#src/indicators/series.ts';
import type { KeyedSeries, SeriesKey, SeriesValue } from '#src/indicators/series.ts';
import { stockRecords } from '#src/indicators/stock-records.ts';
import type { SeriesTable } from '#src/indicators/stock-records.ts';
import type { Field } from '#src/tabular/data-package.ts';

type DailyTable = 'stock' | 'collections' | 'issues';
type Cells = readonly string[];

/**
 * The rows of a daily table in order of date, those of rare groups replaced by one for each month that is over, for station `all`, dated the month's last day:
 * of stock the last reported total, of collections and issues the sum of the month. A month without a value has no row. Other tables pass unchanged.
 */
export function withRareGroupsByMonth(portal: Portal, table: string, fields: readonly Field[], rows: readonly Cells[]): readonly Cells[] {
  if (table !== 'stock' && table !== 'collections' && table !== 'issues') return rows;
  const monthly = monthlyRows(portal, table, fields);
  const rare = new Set(rareSeries(portal, table).map(groupId));
  if (rare.size === 0) return rows;
  const at = (name: string) => fields.findIndex((field) => field.name === name);
  const [date, component, abo, rhd] = [at('date'), at('component'), at('abo'), at('rhd')];
  const kept = rows.filter((cells) => !rare.has(`${cells[component]}|${cells[abo]}|${cells[rhd]}`));
  return [...kept, ...monthly].toSorted((a, b) => compare(a[date] ?? '', b[date] ?? ''));
}

/** The groups of any daily table that are published by month, as `component|abo|rhd`, sorted. */
export function groupsByMonth(portal: Portal): readonly string[] {
  return [...new Set((['stock', 'collections', 'issues'] as const).flatMap((table) => rareSeries(portal, table)).map(groupId))].toSorted();
}

/** The name under which `groupsByMonth` lists the group of a row. */
export function groupOfRow(row: Readonly<Record<string, string>>): string {
  return `${row['component']}|${row['abo']}|${row['rhd']}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupId(key: Pick<SeriesKey, 'component' | 'abo' | 'rhd'>): string {
  return `${key.component}|${key.abo}|${key.rhd}`;
}

function rareSeries(portal: Portal, table: DailyTable): readonly KeyedSeries[] {
  return stockRecords(portal)[table].series.filter((one) => rarityOf(portal, one) !== null);
}

function monthlyRows(portal: Portal, table: DailyTable, fields: readonly Field[]): Cells[] {
  const records = stockRecords(portal);
  return rareSeries(portal, table)
    .filter((one) => one.station === 'all')
    .flatMap((one) => {
      const latest = lastDayOfTable(records[table], one);
      if (table === 'stock') {
        return monthlyStock(one.series, latest).map(({ month, value }) => monthRow(fields, one, month, { quantity: value }));
      }
      const requested = table === 'issues' ? records.requested.find(one) : null;
      const requestedByMonth = new Map(requested === null ? [] : monthlyFlow(requested, latest).map(({ month, value }) => [month, value]));
      return monthlyFlow(one.series, latest).map(({ month, value }) =>
        monthRow(fields, one, month, { quantity: value, requested: requestedByMonth.get(month) ?? 'gap' }),
      );
    })
    .filter((cells) => cells !== null);
}

/** Last day on which the component is reported: a month before it is over, also for a group without a row at its end. */
function lastDayOfTable(table: SeriesTable, key: SeriesKey): number {
  return Math.max(...table.series.filter((one) => one.component === key.component).map((one) => one.lastRowDay));
}

function monthRow(fields: readonly Field[], key: SeriesKey, month: IsoMonth, values: Readonly<Record<string, SeriesValue>>): Cells | null {
  if (!Object.values(values).some(isNumber)) return null;
  const { component, abo, rhd, unit } = key;
  const known: Readonly<Record<string, string>> = { date: lastDayOfMonth(month), station: 'all', component, abo, rhd, unit };
  return fields.map(({ name }) => {
    const value = values[name];
    return isNumber(value) ? String(publishedNumber(value)) : (known[name] ?? '');
  });
}
