/** How far each table reaches and until when it stands: past that, nothing that rests on it may be read as current. */
import type { Instant } from '#src/domain/instant.ts';
import { instantMs, localDateOf } from '#src/domain/instant.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { endOfPeriod } from '#src/indicators/overdue.ts';
import { nextNumber, type Pause } from '#src/indicators/validity.ts';
import { timeColumn } from '#src/releases/table-series.ts';

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

/** How often a table is published, from the most often on. */
const cadences = ['P1D', 'workday', 'P1M', 'P1Y'];

/**
 * Until when a number stands that was taken from a table: the table's own end; for a list without times of its own (stations, drives) that of what the portal
 * publishes most often, because the list was last looked at when that was published; of several the earliest. Null where portal.json gives no times at all.
 */
export function standsUntil(portal: Portal, table: string): Instant | null {
  return tableStandings(portal).get(table)?.validUntil ?? nextPublication(portal);
}

const nextPublication: (portal: Portal) => Instant | null = oncePerPortal((portal) => {
  const timed = [...tableStandings(portal)].flatMap(([table, { validUntil }]) => (validUntil === null ? [] : [{ validUntil, rank: cadences.indexOf(portal.settings.tables[table]?.every ?? '') }]));
  const most = Math.min(...timed.map(({ rank }) => rank));
  return inOrder(timed.flatMap(({ validUntil, rank }) => (rank === most ? [validUntil] : [])))[0] ?? null;
});

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
  const time = resource === undefined ? null : timeColumn(resource);
  const { fields, rows } = portal.cells(table);
  const at = fields.findIndex(({ name }) => name === time);
  if (at === -1) return null;
  const today = localDateOf(portal.asOf, portal.settings.timeZone);
  let latest: string | null = null;
  for (const cells of rows) {
    const moment = (cells[at] ?? '').slice(0, 10);
    if (/^\d{4}/.test(moment) && moment <= today.slice(0, moment.length) && (latest === null || moment > latest)) latest = moment;
  }
  return latest;
}
