/** The instant up to which a data folder speaks, where neither the command nor a demonstration's clock names one. */
import { lastDayOfMonth } from '#src/domain/calendar.ts';
import { localDateOf, localInstant } from '#src/domain/instant.ts';
import type { DataPackage, Field, Resource } from '#src/tabular/data-package.ts';
import type { TableFile } from '#src/tabular/read-table.ts';
import { visitCells } from '#src/tabular/visit-cells.ts';
import { inOrderOfPeriod } from './read-files.ts';
import { newestReleaseInstant } from './release-files.ts';
import type { PortalSettings } from './settings.ts';

/** The instant of the newest release; the end of the latest day in the data where there is none, or where the daily tables hold days after it, which wait for their own release. */
export function instantOfData(dataDir: string, dataPackage: DataPackage, files: ReadonlyMap<string, readonly TableFile[]>, settings: PortalSettings): string | null {
  const released = newestReleaseInstant(dataDir);
  if (released === null) return endOfLatestDay(dataPackage, files, settings);
  const latest = latestOfDailyTables(dataPackage, files);
  return localDateOf(released, settings.timeZone) >= latest ? released : localInstant(latest, '23:59:59', settings.timeZone);
}

/** The end of the latest day in the daily tables; without any, of the latest day, month or year that happened in the other tables; null where no table has one. */
function endOfLatestDay(dataPackage: DataPackage, files: ReadonlyMap<string, readonly TableFile[]>, settings: PortalSettings): string | null {
  const latest = latestOfDailyTables(dataPackage, files) || latestOfSmallTables(dataPackage, files);
  return latest === '' ? null : localInstant(latest, '23:59:59', settings.timeZone);
}

/** '' without a daily table. */
function latestOfDailyTables(dataPackage: DataPackage, files: ReadonlyMap<string, readonly TableFile[]>): string {
  let latest = '';
  for (const resource of dataPackage.resources.filter(({ daily }) => daily === true)) {
    const ordered = inOrderOfPeriod(files.get(resource.name) ?? [], resource);
    for (const file of ordered.slice(-1)) latest = laterOf(latest, latestDayIn(file, resource, resource.schema.fields.slice(0, 1)));
  }
  return latest;
}

/** The last day of the latest date, month or year in columns that do not reach into the future. */
function latestOfSmallTables(dataPackage: DataPackage, files: ReadonlyMap<string, readonly TableFile[]>): string {
  let latest = '';
  for (const resource of dataPackage.resources.filter(({ daily }) => daily !== true)) {
    const dated = resource.schema.fields.filter(({ type, future, moment }) => future !== true && (['date', 'yearmonth', 'year', 'datetime'].includes(type) || moment !== undefined));
    for (const file of files.get(resource.name) ?? []) latest = laterOf(latest, latestDayIn(file, resource, dated));
  }
  return latest;
}

/** The latest day that a row states in some columns, a month or year by its last day; '' without any. A row counts whatever else is wrong with it: its day has come. */
function latestDayIn(file: TableFile, resource: Resource, fields: readonly Field[]): string {
  let latest = '';
  visitCells(file.path, resource, fields, (cells) => {
    for (const cell of cells) {
      if (!/^\d{4}/.test(cell)) continue;
      latest = laterOf(latest, cell.length >= 10 ? cell.slice(0, 10) : lastDayOfMonth(cell.length === 7 ? cell : `${cell}-12`));
    }
    return true;
  });
  return latest;
}

function laterOf(a: string, b: string): string {
  return a < b ? b : a;
}
