/** Makes the draft of a release: what is new, what is corrected and why, what is doubtful, in the form of the public record. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantMs } from '#src/domain/instant.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { endOfPeriod } from '#src/indicators/overdue.ts';
import { nextNumber } from '#src/indicators/validity.ts';
import { groupsByMonth } from '#src/publishing/rare-rows.ts';
import { publishedColumns } from '#src/publishing/published-table.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';
import { tableDifference } from '#src/releases/difference.ts';
import type { KeyedTable } from '#src/releases/difference.ts';
import type { Doubt, ReleaseDraft, ReleaseRecord, TableEntry } from '#src/releases/record.ts';
import { freshReasons, isRevisionClass } from '#src/releases/revisions.ts';
import type { CommonReason, Reason, Revision } from '#src/releases/revisions.ts';
import type { Jump } from '#src/releases/doubts.ts';
import type { StoredFiles } from '#src/releases/table-store.ts';
import { parsePublishedCsv } from '#src/tabular/published-csv.ts';
import { projectRoot } from '../site-build.ts';
import { compareStates, publishedState } from './compare.ts';
import type { PublishedState } from './compare.ts';

export interface PreparedRelease {
  readonly draft: ReleaseDraft;
  readonly unexplained: readonly Revision[];
  /** Largest first. */
  readonly jumps: readonly Jump[];
}

export interface ReleaseSources {
  readonly portal: Portal;
  readonly records: readonly ReleaseRecord[];
  /** Files kept by the last release; null before the first. */
  readonly lastFiles: StoredFiles | null;
  /** The clock, read once. */
  readonly at: string;
  readonly site: string;
  readonly common: CommonReason | null;
  readonly confirm: string | null;
  /** The data folder of the last release, read when it is needed; null before the first. */
  readonly lastPortal: () => Portal | null;
}

export function prepareRelease({ portal, records, lastFiles, at, site, common, confirm, lastPortal }: ReleaseSources): PreparedRelease {
  const last = records.at(-1) ?? null;
  const before = lastFiles === null || last === null ? null : publishedState(lastFiles, last.by_month);
  const after: PublishedState = { csv: new Map(portal.tables.map((table) => [table, tableCsv(portal, table)])), byMonth: groupsByMonth(portal) };
  const compared = compareStates({
    records,
    before,
    after,
    columnsOf: (table) => publishedColumns(portal, table),
    resources: portal.package.resources,
    reasons: freshReasons(reasonsIn(after), before === null ? [] : reasonsIn(before)),
    common,
    isNew: true,
    lastInstant: last?.as_of ?? null,
    instant: portal.asOf,
    timeZone: portal.settings.timeZone,
    operatorDifference: (resource) => {
      const former = lastPortal();
      return former === null ? null : tableDifference(cellsOf(former, resource.name), cellsOf(portal, resource.name), resource.schema.primaryKey, resource.schema.fields);
    },
  });
  // Before the first release nothing was due here.
  const doubts = [...compared.doubts, ...(last === null ? [] : overdueTables(portal, compared.tables))];
  const draft: ReleaseDraft = {
    release: records.length + 1,
    kind: 'release',
    of: null,
    at,
    as_of: portal.asOf,
    demonstration: portal.settings.demonstration !== null,
    site,
    program: programVersion(),
    note: doubts.length === 0 && confirm === null ? null : confirm,
    doubts: [...doubts],
    tables: [...compared.tables],
    schemas: [...compared.schemas],
    corrections: [...compared.corrections],
    updates: [...compared.updates],
    by_month: [...after.byMonth],
    regrouped: [...compared.regrouped],
  };
  return { draft, unexplained: compared.unexplained, jumps: compared.jumps };
}

function cellsOf(portal: Portal, table: string): KeyedTable {
  const { fields, rows } = portal.cells(table);
  return { columns: fields.map(({ name }) => name), rows };
}

function reasonsIn(state: PublishedState): readonly Reason[] {
  const { columns, rows } = parsePublishedCsv(state.csv.get('reasons') ?? '');
  const at = (cells: readonly string[], name: string): string => cells[columns.indexOf(name)] ?? '';
  return rows.flatMap((cells) => {
    const kind = at(cells, 'class');
    return isRevisionClass(kind) ? [{ table: at(cells, 'table'), key: at(cells, 'key'), column: at(cells, 'column'), class: kind, reasonZh: at(cells, 'reason_zh'), reasonEn: at(cells, 'reason_en') }] : [];
  });
}

/** Tables that missed two due times in a row. */
function overdueTables(portal: Portal, tables: readonly TableEntry[]): readonly Doubt[] {
  const { settings } = portal;
  return tables.flatMap(({ table, until }): Doubt[] => {
    const timing = settings.tables[table];
    if (timing === undefined || until === null) return [];
    const first = nextNumber(endOfPeriod(until, timing.every), timing, settings.pauses, settings.timeZone);
    const second = nextNumber(first.date, timing, settings.pauses, settings.timeZone);
    return instantMs(second.deadline) >= instantMs(portal.asOf) ? [] : [{ code: 'table_overdue', table, key: [], column: null, value: until, usual: second.deadline }];
  });
}

function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}
