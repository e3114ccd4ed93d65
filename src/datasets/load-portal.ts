/** Reads a data folder from end to end: settings, package, tables, checks. The only way from the disk to a Portal. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDateOf, localInstant } from '#src/domain/instant.ts';
import type { DataPackage, Resource } from '#src/tabular/data-package.ts';
import { collectProblems, type ProblemSink } from '#src/tabular/problem.ts';
import type { CheckedRow, TableFile } from '#src/tabular/read-table.ts';
import { checks as allChecks } from './checks/all.ts';
import { instantOfData } from './data-instant.ts';
import type { CheckContext, Located, NamedCheck, RunningCheck } from './named-check.ts';
import { readDataPackage } from './package-file.ts';
import { portalOf, type Portal } from './portal.ts';
import { readFiles } from './read-files.ts';
import { rowsOf } from './rows-of.ts';
import type { Rows, TableName } from './rows.ts';
import { parseSettings, type PortalSettings } from './settings.ts';
import { findTableFiles, shownPath } from './table-files.ts';

export interface LoadOptions {
  readonly dataDir: string;
  /** The build's instant; else the demonstration clock, else that of the newest release, else (or where the daily tables go further) the end of the latest day in them. */
  readonly asOf?: string;
  /** Clause ids that exist; not given: references to clauses are not checked. */
  readonly clauses?: ReadonlySet<string>;
  /** Rules to hold; all of them unless given. */
  readonly checks?: readonly NamedCheck[];
  /** False: daily tables are streamed past the checks and not kept, so that memory does not grow; the portal is then without them. */
  readonly keepDaily?: boolean;
  readonly sink?: ProblemSink;
  /** Told which table is being read. */
  readonly onTable?: (title: Resource) => void;
}

/** The portal of a data folder, or null where a problem stops it; every problem goes to the sink. */
export function loadPortal(options: LoadOptions): { readonly portal: Portal | null; readonly findings: ReturnType<ReturnType<typeof collectProblems>['findings']> } {
  const collected = collectProblems();
  let errors = 0;
  const sink: CountingSink = {
    report(severity, problem) {
      if (severity === 'error') errors += 1;
      (options.sink ?? collected).report(severity, problem);
    },
    hasErrors: () => errors > 0,
  };
  const loaded = load(options, sink);
  return { portal: errors === 0 ? loaded : null, findings: collected.findings() };
}

interface CountingSink extends ProblemSink {
  hasErrors(): boolean;
}

function load(options: LoadOptions, sink: CountingSink): Portal | null {
  const settings = readSettings(options.dataDir, sink);
  const dataPackage = existsSync(options.dataDir) ? readDataPackage(options.dataDir, sink) : null;
  if (settings === null || dataPackage === null) return null;
  const files = findTableFiles(options.dataDir, dataPackage, sink);
  const stated = options.asOf ?? settings.demonstration?.clock ?? instantOfData(options.dataDir, dataPackage, files, settings);
  // Without any date nothing is in the future, and what hides the dates has a problem of its own.
  const asOf = stated ?? localInstant(unknownDate, '23:59:59', settings.timeZone);
  const latestDate = localDateOf(asOf, settings.timeZone);

  const tables = new Map<string, CheckedRow[]>();
  const present = dataPackage.resources.filter(({ name }) => files.has(name));
  const hidden = new Set<string>();
  const context = contextOf(options, settings, dataPackage, files, latestDate, tables, hidden);
  const running = (options.checks ?? allChecks).map((check) => startCheck(check, context, sink));
  // Small tables first, so that a check of the daily ones knows stations, regions and alerts.
  for (const daily of [false, true]) {
    for (const resource of present.filter((candidate) => (candidate.daily === true) === daily)) {
      options.onTable?.(resource);
      const kept: CheckedRow[] = [];
      tables.set(resource.name, kept);
      const concerned = running.filter((check) => check.tables.includes('*') || check.tables.includes(resource.name));
      const visitors = concerned.flatMap((check) => check.visit?.(resource) ?? []);
      const faultyVisitors = concerned.flatMap((check) => check.visitFaulty?.(resource) ?? []);
      const readable = readFiles(resource, files.get(resource.name) ?? [], latestDate, sink, {
        onRow(row) {
          if (!daily || options.keepDaily !== false) kept.push(row);
          for (const visit of visitors) visit(row);
        },
        onFaulty(row) {
          for (const visit of faultyVisitors) visit(row);
        },
      });
      if (!readable) hidden.add(resource.name);
    }
  }
  for (const check of running) check.end?.();
  if (stated === null && !sink.hasErrors()) reportUndated(options.dataDir, sink);
  return portalOf(settings, asOf, dataPackage, new Map([...tables].map(([name, rows]) => [name, rows.map(({ cells }) => cells)])));
}

function readSettings(dataDir: string, sink: ProblemSink): PortalSettings | null {
  const path = join(dataDir, 'portal.json');
  if (!existsSync(path)) {
    sink.report('error', {
      file: shownPath(path), row: null, column: null, value: null, code: 'settings_absent',
      message: { zh: '数据文件夹里没有 portal.json。', en: 'The data folder has no portal.json.' },
      fix: { zh: '按操作手册“portal.json”一节建立这个文件；检查 --data 指的文件夹对不对。', en: 'Make it as the handbook says under "portal.json"; check that --data names the right folder.' },
    });
    return null;
  }
  const { settings, problems } = parseSettings(readFileSync(path, 'utf8'), shownPath(path));
  for (const problem of problems) sink.report('error', problem);
  if (settings?.map !== undefined && !existsSync(join(dataDir, settings.map.picture))) {
    sink.report('error', {
      file: shownPath(path), row: null, column: 'map.picture', value: settings.map.picture, code: 'map_picture_absent',
      message: { zh: '数据文件夹里没有这个地图图片。', en: 'The data folder has no such picture of a map.' },
      fix: { zh: '把审定的图片原样放进数据文件夹，文件名写对；不用地图就删去 map。', en: 'Put the approved picture into the data folder as it is, under this name; without a map take "map" out.' },
    });
  }
  return settings;
}

/** Stands for the latest date where the data have none, which is a problem of its own. */
const unknownDate = '2100-12-31';

function reportUndated(dataDir: string, sink: ProblemSink): void {
  sink.report('error', {
    file: shownPath(join(dataDir, 'portal.json')), row: null, column: null, value: null, code: 'undated',
    message: { zh: '数据文件夹里没有一个日期，不知道网站说的是哪一天。', en: 'There is no date anywhere in the data folder, so it is not known which day the site speaks of.' },
    fix: { zh: '放入一张带日期的表，例如 stock.csv；或用 --as-of 写明时刻。', en: 'Put in a table with dates, e.g. stock.csv, or name the instant with --as-of.' },
  });
}

function contextOf(
  options: LoadOptions,
  settings: PortalSettings,
  dataPackage: DataPackage,
  files: ReadonlyMap<string, readonly TableFile[]>,
  latestDate: string,
  tables: ReadonlyMap<string, readonly CheckedRow[]>,
  hidden: ReadonlySet<string>,
): Omit<CheckContext, 'report'> {
  const located = new Map<string, readonly Located<object>[]>();
  return {
    settings,
    settingsFile: shownPath(join(options.dataDir, 'portal.json')),
    latestDate,
    clauses: options.clauses ?? null,
    resources: dataPackage.resources.filter(({ name }) => files.has(name)),
    has: (table) => files.has(table),
    isReadable: (table) => !hidden.has(table),
    located<T extends TableName>(table: T): readonly Located<Rows[T]>[] {
      let found = located.get(table);
      if (found === undefined) {
        const resource = dataPackage.resources.find(({ name, daily }) => name === table && daily !== true);
        const rows = resource === undefined ? [] : (tables.get(table) ?? []);
        const values = resource === undefined ? [] : rowsOf(resource.schema, rows.map(({ cells }) => cells));
        found = rows.map((at, index) => ({ at, value: values[index] ?? {} }));
        located.set(table, found);
      }
      return found as unknown as readonly Located<Rows[T]>[];
    },
  };
}

function startCheck(check: NamedCheck, context: Omit<CheckContext, 'report'>, sink: ProblemSink): RunningCheck & { readonly tables: readonly string[] } {
  const running = check.start({ ...context, report: (severity, problem) => sink.report(severity, { ...problem, code: check.code }) });
  return { ...running, tables: check.tables };
}
