/** What the simulation writes down: daily figures by station, component and group, and the month's ledger. */
import type { Component, StockUnit } from '#src/domain/blood.ts';
import { dateOfDay, monthOf } from '#src/domain/calendar.ts';
import { firstDay } from './city.ts';
import type { StockStation } from './city.ts';
import type { GroupName } from './groups.ts';

export interface Series {
  readonly station: StockStation;
  readonly component: Component;
  readonly group: GroupName;
  readonly unit: StockUnit;
}

/** One group's day: `opening` is counted in the morning, the rest happens in its course. */
export interface DayEntry {
  opening: number;
  collected: number;
  issued: number;
  /** Null where it is not known how much hospitals asked for. */
  requested: number | null;
}

const ledgerFlows = ['prepared', 'received', 'issued', 'transferredOut', 'expired', 'testFailed', 'otherDiscards'] as const;
export type LedgerFlow = (typeof ledgerFlows)[number];

export interface LedgerMonth extends Record<LedgerFlow, number> {
  readonly month: string;
  readonly station: StockStation;
  readonly component: Component;
  readonly unit: StockUnit;
}

/** Everything that happened, from the first date on; the warm-up before it is not kept. */
export class DailyLog {
  readonly entries = new Map<number, Map<Series, DayEntry>>();
  readonly months = new Map<string, LedgerMonth>();

  /** Notes a group's day. */
  day(day: number, series: Series, entry: DayEntry): void {
    if (day < firstDay) return;
    let ofDay = this.entries.get(day);
    if (ofDay === undefined) this.entries.set(day, (ofDay = new Map()));
    ofDay.set(series, entry);
    this.flow(day, series, 'prepared', entry.collected);
    this.flow(day, series, 'issued', entry.issued);
  }

  /** Adds an amount to a line of the month's ledger. */
  flow(day: number, { station, component, unit }: Series, flow: LedgerFlow, amount: number): void {
    if (day < firstDay) return;
    const month = monthOf(dateOfDay(day));
    const key = `${month} ${station} ${component}`;
    let line = this.months.get(key);
    if (line === undefined) {
      line = { month, station, component, unit, prepared: 0, received: 0, issued: 0, transferredOut: 0, expired: 0, testFailed: 0, otherDiscards: 0 };
      this.months.set(key, line);
    }
    line[flow] += amount;
  }

  /** Opening stock of a station's component on a day, all groups together. */
  opening(day: number, station: StockStation, component: Component): number {
    let sum = 0;
    for (const [series, entry] of this.entries.get(day) ?? []) {
      if (series.station === station && series.component === component) sum += entry.opening;
    }
    return sum;
  }
}
