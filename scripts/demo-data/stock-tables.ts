/** The daily tables and the blood ledger, from what the simulation wrote down. */
import { addMonths, dateOfDay, dayNumber, monthsFrom } from '#src/domain/calendar.ts';
import { lastDate } from './city.ts';
import type { DailyLog, DayEntry, LedgerMonth, Series } from './daily-log.ts';
import { groupCells } from './groups.ts';
import type { Cell, Row, Table } from './table.ts';

/** Days without a stock count: forgotten ones, a week of a new computer system, an announced pause at Spring Festival. */
const daysWithoutStock: ReadonlySet<string> = new Set([
  '2017-05-01', '2018-10-04', '2019-06-22',
  '2021-09-13', '2021-09-14', '2021-09-15', '2021-09-16', '2021-09-17', '2021-09-18', '2021-09-19',
  '2024-03-09', '2026-02-16', '2026-02-17', '2026-02-18',
]);
/** A day whose issues were lost: the cells say why. */
const dayWithoutIssues = '2018-10-17';

export function stockTable(log: DailyLog): Table {
  return daily(log, 'stock', (series, entry, date) =>
    daysWithoutStock.has(date) ? null : { ...keyCells(series, date), quantity: entry.opening, level: '', observed_at: '' });
}

/** RhD-negative days without a donation have no row: absent means zero there, as portal.json says. */
export function collectionsTable(log: DailyLog): Table {
  return daily(log, 'collections', (series, entry, date) =>
    series.group === 'negative' && entry.collected === 0 ? null : { ...keyCells(series, date), quantity: entry.collected });
}

export function issuesTable(log: DailyLog): Table {
  return daily(log, 'issues', (series, entry, date) => {
    if (series.group === 'negative' && entry.issued === 0 && (entry.requested ?? 0) === 0) return null;
    const lost = date === dayWithoutIssues;
    return { ...keyCells(series, date), quantity: lost ? 'NC' : entry.issued, requested: requestedCell(series, entry) };
  });
}

/** Requests for red cells were not kept before 2024; those for other components are not published. */
function requestedCell({ component }: Series, { requested }: DayEntry): Cell {
  if (component !== 'red_cells') return 'NP';
  return requested ?? 'NC';
}

function keyCells({ station, component, group, unit }: Series, date: string): Row {
  const { abo, rhd } = component === 'red_cells' ? groupCells(group) : { abo: group, rhd: 'all' };
  return { date, station, component, abo, rhd, unit };
}

function daily(log: DailyLog, name: string, rowOf: (series: Series, entry: DayEntry, date: string) => Row | null): Table {
  const rows: Row[] = [];
  for (const [day, ofDay] of log.entries) {
    const date = dateOfDay(day);
    for (const [series, entry] of ofDay) {
      const row = rowOf(series, entry, date);
      if (row !== null) rows.push(row);
    }
  }
  return { name, rows, splitBy: 'date', ...(name === 'stock' ? {} : { without: ['observed_at'] }) };
}

/** One line per month, station and component; only whole months, so that each closes on the next one's first morning. */
export function ledgerTable(log: DailyLog): Table {
  const rows: Row[] = [];
  for (const month of monthsFrom('2016-12', lastDate.slice(0, 7)).slice(0, -1)) {
    for (const line of log.months.values()) {
      const row = line.month === month ? ledgerRow(log, line) : null;
      if (row !== null) rows.push(row);
    }
  }
  return { name: 'blood-ledger', rows };
}

function ledgerRow(log: DailyLog, line: LedgerMonth): Row | null {
  const { month, station, component, unit } = line;
  const first = dayNumber(`${month}-01`);
  const next = dayNumber(addMonths(`${month}-01`, 1));
  if (line.station !== 'centre' && log.opening(first, station, component) === 0) return null;
  return {
    month, station, component, unit,
    opening: log.opening(first, station, component),
    prepared: line.prepared, received: line.received, issued: line.issued, transferred_out: line.transferredOut,
    expired: line.expired, test_failed: line.testFailed, other_discards: line.otherDiscards,
    closing: log.opening(next, station, component),
  };
}
