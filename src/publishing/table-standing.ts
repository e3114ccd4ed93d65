/** How far each table reaches and until when it stands: past that, nothing that rests on it may be read as current. */
import type { Instant } from '#src/domain/instant.ts';
import { instantMs, localDateOf } from '#src/domain/instant.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { endOfPeriod } from '#src/indicators/overdue.ts';
import { nextNumber, type Pause } from '#src/indicators/validity.ts';
import type { KeyedTable } from '#src/releases/difference.ts';
import { periodEnds, reachOf } from '#src/releases/table-series.ts';

export interface TableStanding {
  /** Latest date, month or year in the data that is not in the future; null without any. */
  readonly until: string | null;
  /** When the next number has to be there, grace included; null where portal.json gives no times for the table, which then never expires. */
  readonly validUntil: Instant | null;
  /** The announced pause that delays the next number. */
  readonly pause: Pause | null;
}

/** The standing of every table that is there, by its name. */
export const tableStandings: (portal: Portal) => ReadonlyMap<string, TableStanding> = oncePerPortal((portal) => new Map(portal.tables.map((table) => [table, standingOf(portal, table)])));

/** Until when a number stands that was taken from a table; null where portal.json gives no times for it: nothing is late that nothing was announced for. */
export function standsUntil(portal: Portal, table: string): Instant | null {
  return tableStandings(portal).get(table)?.validUntil ?? null;
}

/** The earliest end of the numbers taken from some tables; null where none has an end. */
export function earliestEnd(portal: Portal, tables: readonly string[]): Instant | null {
  return inOrder(tables.flatMap((table) => standsUntil(portal, table) ?? []))[0] ?? null;
}

function inOrder(instants: readonly Instant[]): readonly Instant[] {
  return instants.toSorted((a, b) => instantMs(a) - instantMs(b));
}

function standingOf(portal: Portal, table: string): TableStanding {
  const { settings } = portal;
  const timing = settings.tables[table];
  const until = latestMoment(portal, table);
  if (timing === undefined || until === null) return { until, validUntil: null, pause: null };
  const { deadline, pause } = nextNumber(endOfPeriod(until, timing.every), timing, settings.pauses, settings.timeZone);
  return { until, validUntil: deadline, pause };
}

function latestMoment(portal: Portal, table: string): string | null {
  const resource = portal.package.resources.find(({ name }) => name === table);
  return resource === undefined ? null : reachOf(resource, keyed(portal, table), localDateOf(portal.asOf, portal.settings.timeZone), balanceEnds(portal));
}

const balanceEnds: (portal: Portal) => ReadonlyMap<string, string> = oncePerPortal((portal) => (portal.has('fund-balances') ? periodEnds(keyed(portal, 'fund-balances')) : new Map()));

function keyed(portal: Portal, table: string): KeyedTable {
  const { fields, rows } = portal.cells(table);
  return { columns: fields.map(({ name }) => name), rows };
}
