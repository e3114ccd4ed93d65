/** The record of each table: when it was due, when it came, how often it was late, what is missing in it. */
import { addDays } from '#src/domain/calendar.ts';
import { instantMs } from '#src/domain/instant.ts';
import type { BuildWarning } from '#src/datasets/build-notes.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { href } from '#src/i18n/addresses.ts';
import { formatDate, formatInstant, formatShare } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { daysOverdue, dueBy } from '#src/indicators/overdue.ts';
import { tableStandings } from '#src/publishing/table-standing.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';
import { measuredColumns } from '#src/releases/table-series.ts';
import type { FigureTable, TableCell } from './figure.ts';
import { cadenceWords } from './table-words.ts';

export interface TableRecord {
  readonly table: string;
  /** Latest date, month or year in the data that is not in the future; null without any. */
  readonly until: string | null;
  /** Instant by which it had to be there; null where nothing says so. */
  readonly due: string | null;
  /** Release that brought it; null where none has. */
  readonly came: string | null;
  readonly nextDeadline: string | null;
  /** null: no due time, or no release yet. */
  readonly daysLate: number | null;
  /** Days of the last 365 without any row; null: not a daily table. */
  readonly gaps: number | null;
  readonly warnings: number;
  /** Share of cells with a value; null without rows. */
  readonly complete: number | null;
}

const watchedDays = 365;

/** Of every table that is there, those with a due time first. */
export function tableRecords(portal: Portal, log: ReleaseLog, warnings: readonly BuildWarning[]): readonly TableRecord[] {
  const records = portal.tables.map((table) => recordOf(portal, log, warnings, table));
  const isTimed = ({ table }: TableRecord): boolean => portal.settings.tables[table] !== undefined;
  return [...records.filter(isTimed), ...records.filter((record) => !isTimed(record))];
}

function recordOf(portal: Portal, log: ReleaseLog, warnings: readonly BuildWarning[], table: string): TableRecord {
  const { settings, asOf } = portal;
  const timing = settings.tables[table];
  const { until, validUntil } = tableStandings(portal).get(table) ?? { until: null, validUntil: null };
  const arrivals = log.releases.flatMap(({ at, tables }) => {
    const entry = tables.find((one) => one.table === table);
    return entry?.until == null ? [] : [{ at, until: entry.until }];
  });
  // A release is judged by its own clock, which may be after the data's instant.
  const now = log.own !== null && instantMs(log.own.at) > instantMs(asOf) ? log.own.at : asOf;
  return {
    table,
    until,
    due: timing === undefined || until === null ? null : dueBy(until, timing, settings.pauses, settings.timeZone),
    came: until === null ? null : (arrivals.find((one) => one.until >= until)?.at ?? null),
    nextDeadline: validUntil,
    daysLate: timing === undefined || arrivals.length === 0 ? null : daysOverdue(arrivals, timing, settings.pauses, settings.timeZone, now).size,
    gaps: missingDays(portal, table),
    warnings: warnings.filter((one) => one.table === table).length,
    complete: completeness(portal, table),
  };
}

function missingDays(portal: Portal, table: string): number | null {
  const resource = portal.package.resources.find(({ name }) => name === table);
  const until = tableStandings(portal).get(table)?.until ?? null;
  if (resource?.daily !== true || until === null) return null;
  const { fields, rows } = portal.cells(table);
  const at = fields.findIndex(({ name }) => name === 'date');
  const present = new Set(rows.map((cells) => cells[at]));
  const [first = until] = rows[0] === undefined ? [] : [rows[0][at] ?? until];
  let missing = 0;
  for (let back = 0; back < watchedDays; back += 1) {
    const day = addDays(until, -back);
    if (day < first) break;
    if (!present.has(day) && !portal.settings.pauses.some(({ from, until: end }) => from <= day && day <= end)) missing += 1;
  }
  return missing;
}

function completeness(portal: Portal, table: string): number | null {
  const resource = portal.package.resources.find(({ name }) => name === table);
  const { fields, rows } = portal.cells(table);
  if (resource === undefined || rows.length === 0) return null;
  const missing = new Set(resource.schema.missingValues.map(({ value }) => value));
  const measured = measuredColumns(resource);
  const columns = measured.length > 0 ? measured : fields.map(({ name }) => name).filter((name) => !resource.schema.primaryKey.includes(name));
  const places = columns.map((name) => fields.findIndex((field) => field.name === name)).filter((place) => place !== -1);
  if (places.length === 0) return null;
  let filled = 0;
  for (const cells of rows) for (const place of places) if (cells[place] !== '' && !missing.has(cells[place] ?? '')) filled += 1;
  return filled / (rows.length * places.length);
}

/** The heading: whether any table with a due time was late this year. */
export function qualityTitle(portal: Portal, log: ReleaseLog, records: readonly TableRecord[], locale: Locale): string {
  const timed = records.filter(({ table }) => portal.settings.tables[table] !== undefined);
  if (timed.length === 0) return t(locale, 'quality.title.noTimes');
  const params = { tables: timed.length, late: timed.filter(({ daysLate }) => (daysLate ?? 0) > 0).length, date: formatDate((log.own?.at ?? portal.asOf).slice(0, 10), locale) };
  if (log.current === null) return t(locale, 'quality.title.noRelease', params);
  return t(locale, params.late === 0 ? 'quality.title.onTime' : 'quality.title.late', params);
}

export function qualityTable(portal: Portal, log: ReleaseLog, records: readonly TableRecord[], locale: Locale): FigureTable {
  const number = (value: number | null, none: string): TableCell => (value === null ? none : { text: String(value), value });
  return {
    caption: t(locale, 'quality.caption'),
    columns: [
      { title: t(locale, 'quality.table') }, { title: t(locale, 'quality.cadence') }, { title: t(locale, 'quality.until') }, { title: t(locale, 'quality.due') }, { title: t(locale, 'quality.came') }, { title: t(locale, 'quality.next') },
      { title: t(locale, 'quality.late'), numeric: true }, { title: t(locale, 'quality.gaps'), numeric: true }, { title: t(locale, 'quality.warnings'), numeric: true }, { title: t(locale, 'quality.complete'), numeric: true },
    ],
    rows: records.map((record) => {
      const resource = portal.package.resources.find(({ name }) => name === record.table);
      const timing = portal.settings.tables[record.table];
      const noTiming = t(locale, 'quality.noTiming');
      return [
        { text: (locale === 'zh' ? resource?.title : resource?.['title@en']) ?? record.table, address: href(`/data/${record.table}/`, locale) },
        cadenceWords(timing, locale) ?? noTiming,
        record.until === null ? t(locale, 'releases.none') : formatDate(record.until, locale),
        record.due === null ? noTiming : formatInstant(record.due, locale),
        record.came === null ? (log.current === null || record.until !== null ? t(locale, 'quality.noRelease') : t(locale, 'releases.none')) : formatInstant(record.came, locale),
        record.nextDeadline === null ? noTiming : formatInstant(record.nextDeadline, locale),
        number(record.daysLate, timing === undefined ? noTiming : t(locale, 'quality.noRelease')),
        number(record.gaps, t(locale, 'quality.notDaily')),
        number(record.warnings, ''),
        record.complete === null ? t(locale, 'releases.none') : { text: formatShare(record.complete, locale, record.complete > 0.995 && record.complete < 1 ? 2 : 0), value: record.complete },
      ];
    }),
  };
}
