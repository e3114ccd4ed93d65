/** Compares what is to be published with what was published last, table by table, and says what needs a reason or a confirmation. */
import { localDateOf } from '#src/domain/instant.ts';
import { groupOfRow } from '#src/publishing/rare-rows.ts';
import { tableDifference } from '#src/releases/difference.ts';
import type { KeyedTable, TableDifference } from '#src/releases/difference.ts';
import { brokenReaders, jumpsOf, lossesOf } from '#src/releases/doubts.ts';
import type { Jump } from '#src/releases/doubts.ts';
import type { Correction, Doubt, ReleaseRecord, SchemaChange, TableEntry, Update } from '#src/releases/record.ts';
import { renamedColumns, underNewNames } from '#src/releases/renamed-columns.ts';
import { judgeRevisions } from '#src/releases/revisions.ts';
import type { CommonReason, JudgedRevisions, Reason, Revision } from '#src/releases/revisions.ts';
import { columnsAfter, fieldOf, schemaChange, schemaVersions } from '#src/releases/schema-versions.ts';
import type { TableColumns } from '#src/releases/schema-versions.ts';
import { periodEnds, reachOf, timeColumn } from '#src/releases/table-series.ts';
import { publishedTableIn } from '#src/releases/table-store.ts';
import type { StoredFiles } from '#src/releases/table-store.ts';
import type { Resource } from '#src/tabular/data-package.ts';
import { parsePublishedCsv } from '#src/tabular/published-csv.ts';

/** The tables as they are published at one time. */
export interface PublishedState {
  /** CSV of each table by name. */
  readonly csv: ReadonlyMap<string, string>;
  /** Groups published by month. */
  readonly byMonth: readonly string[];
}

/** The published tables among the files that a release keeps. */
export function publishedState(files: StoredFiles, byMonth: readonly string[]): PublishedState {
  const csv = [...files].flatMap(([path, bytes]) => {
    const table = publishedTableIn(path);
    return table === null ? [] : [[table, Buffer.from(bytes).toString('utf8')] as const];
  });
  return { csv: new Map(csv), byMonth };
}

export interface ComparisonInput {
  /** Every release so far. */
  readonly records: readonly ReleaseRecord[];
  /** null before the first release. */
  readonly before: PublishedState | null;
  readonly after: PublishedState;
  /** The columns of a table of `after`. */
  readonly columnsOf: (table: string) => TableColumns;
  /** Of the tables that may be published now. */
  readonly resources: readonly Resource[];
  readonly reasons: readonly Reason[];
  readonly common: CommonReason | null;
  /** Whether doubtful values are looked for: what was published before is not asked about again. */
  readonly isNew: boolean;
  /** Instant of the last release's build; null before the first. */
  readonly lastInstant: string | null;
  readonly instant: string;
  readonly timeZone: string;
  /** What the operator changed in the rows of a table, as far as it is known: the published rows may change by a rule alone. */
  readonly operatorDifference: (resource: Resource) => TableDifference | null;
}

/** Tables whose rows are put together so that none is about few people: a new row can change how others are published. */
const putTogether = ['fund-entries', 'fund-category-totals', 'fee-waivers'];

/** Why published rows change although the operator changed none. */
const byRule: CommonReason = {
  class: 'R2',
  reason: { zh: '按隐私规则改变了合并方式，原始数据没有改动', en: 'Put together otherwise by the privacy rules; the underlying data did not change' },
  only: null,
};
/** What stands for a value that is not published by itself. */
const hidden = 'SUP';

export interface Comparison {
  readonly tables: readonly TableEntry[];
  readonly schemas: readonly SchemaChange[];
  readonly corrections: readonly Correction[];
  readonly updates: readonly Update[];
  readonly unexplained: readonly Revision[];
  readonly doubts: readonly Doubt[];
  readonly jumps: readonly Jump[];
  readonly regrouped: readonly string[];
}

const empty: KeyedTable = { columns: [], rows: [] };

export function compareStates(input: ComparisonInput): Comparison {
  const { before, after, resources, instant, timeZone } = input;
  const regrouped = before === null ? [] : symmetricDifference(before.byMonth, after.byMonth);
  const skipped = new Set(regrouped);
  const lastDate = input.lastInstant === null ? '' : localDateOf(input.lastInstant, timeZone);
  const balances = after.csv.get('fund-balances');
  const ends = periodEnds(balances === undefined ? empty : parsePublishedCsv(balances));
  const found = [...resources, ...goneResources(input)].map((resource) => {
    const { name } = resource;
    const [old, now] = [before?.csv.get(name), after.csv.get(name)];
    const afterTable = now === undefined ? empty : parsePublishedCsv(now);
    const formerTable = old === undefined ? empty : old === now ? afterTable : parsePublishedCsv(old);
    const versions = schemaVersions(input.records, name);
    const columns = now === undefined ? null : input.columnsOf(name);
    const renamed = columns === null || old === undefined ? [] : renamedColumns(formerTable, afterTable, versions.at(-1) ?? null, columns);
    const beforeTable = underNewNames(formerTable, renamed);
    const isRegrouped = skipped.size > 0 && resource.daily === true;
    const difference: TableDifference =
      old === now
        ? nothing
        : tableDifference(withColumns(beforeTable, afterTable), withColumns(afterTable, beforeTable), resource.schema.primaryKey, resource.schema.fields, isRegrouped ? (row) => skipped.has(groupOfRow(row)) : undefined);
    const judged = judge(resource, difference);
    const own = isRegrouped ? judge(resource, hiddenPart(input.operatorDifference(resource), skipped)) : nothingJudged;
    const { doubts, jumps } = before === null || old === undefined || !input.isNew ? { doubts: [], jumps: [] } : jumpsOf(resource, beforeTable, difference);
    const schema = columns === null ? null : schemaChange(versions, name, columns, { added: difference.columnsAdded, removed: difference.columnsRemoved, renamed });
    const losses = old === undefined ? [] : [...lossesOf(name, beforeTable, afterTable, isRegrouped), ...(schema === null ? [] : brokenReaders(schema))];
    return {
      corrections: [...judged.corrections, ...own.corrections],
      updates: judged.updates,
      unexplained: [...judged.unexplained, ...own.unexplained],
      doubts: [...losses, ...doubts],
      jumps,
      schema,
      entry: now === undefined && old === undefined ? null : entryOf(resource, beforeTable, afterTable, difference, localDateOf(instant, timeZone), ends),
    };
  });

  /** Of a table whose rows are put together, what no reason explains is the rule's doing if the operator changed nothing. */
  function judge(resource: Resource, difference: TableDifference): JudgedRevisions {
    const judged = judgeRevisions(resource.name, difference, input.reasons, input.common, lastDate);
    if (judged.unexplained.length === 0 || !putTogether.includes(resource.name)) return judged;
    const operator = input.operatorDifference(resource);
    const isByRule = operator !== null && operator.changed.length + operator.removed.length === 0;
    return isByRule ? judgeRevisions(resource.name, difference, input.reasons, byRule, lastDate) : judged;
  }

  return {
    tables: found.flatMap(({ entry }) => (entry === null ? [] : [entry])),
    schemas: found.flatMap(({ schema }) => (schema === null ? [] : [schema])),
    corrections: found.flatMap(({ corrections }) => corrections),
    updates: found.flatMap(({ updates }) => updates),
    unexplained: found.flatMap(({ unexplained }) => unexplained),
    doubts: found.flatMap(({ doubts }) => doubts),
    jumps: found.flatMap(({ jumps }) => jumps).toSorted((a, b) => b.size - a.size),
    regrouped,
  };
}

/** Tables that were published and that the package no longer knows, by what the log says of their columns. */
function goneResources({ records, before, resources }: ComparisonInput): readonly Resource[] {
  const names = [...(before?.csv.keys() ?? [])].filter((name) => !resources.some((resource) => resource.name === name));
  return names.map((name) => {
    const { key, columns } = columnsAfter(records, name);
    return { name, title: name, 'title@en': name, description: '', 'description@en': '', path: `${name}.csv`, schema: { fields: columns.map(fieldOf), primaryKey: key, missingValues: [] } };
  });
}

const nothing: TableDifference = { added: [], changed: [], removed: [], columnsAdded: [], columnsRemoved: [] };
const nothingJudged: JudgedRevisions = { corrections: [], updates: [], unexplained: [] };

/** The operator's changes in groups whose way of publication changes, with their places and without their values. */
function hiddenPart(difference: TableDifference | null, groups: ReadonlySet<string>): TableDifference {
  if (difference === null) return nothing;
  return {
    ...nothing,
    changed: difference.changed.filter(({ after }) => groups.has(groupOfRow(after))).map((cell) => ({ ...cell, old: hidden, new: hidden })),
    removed: difference.removed.filter(({ before }) => groups.has(groupOfRow(before))).map((row) => ({ ...row, text: hidden })),
  };
}

/** A table that is absent on one side has the other's columns and no rows. */
function withColumns(table: KeyedTable, other: KeyedTable): KeyedTable {
  return table.columns.length > 0 ? table : { columns: other.columns, rows: [] };
}

function entryOf(resource: Resource, before: KeyedTable, after: KeyedTable, difference: TableDifference, today: string, ends: ReadonlyMap<string, string>): TableEntry {
  const time = timeColumn(resource);
  const span = (table: KeyedTable): { readonly from: string | null; readonly until: string | null } => {
    const at = time === null ? -1 : table.columns.indexOf(time);
    let [from, until]: [string | null, string | null] = [null, null];
    if (at === -1) return { from, until };
    for (const cells of table.rows) {
      const moment = (cells[at] ?? '').slice(0, 10);
      if (!/^\d{4}/.test(moment) || moment > today.slice(0, moment.length)) continue;
      if (from === null || moment < from) from = moment;
      if (until === null || moment > until) until = moment;
    }
    return { from, until };
  };
  const ended = span(before).until;
  return {
    table: resource.name,
    rows: after.rows.length,
    from: span(after).from,
    until: reachOf(resource, after, today, ends),
    added: difference.added.length,
    late: ended === null || time === null ? 0 : difference.added.filter(({ row }) => (row[time] ?? '').slice(0, 10) < ended).length,
    changed: difference.changed.length,
    removed: difference.removed.length,
  };
}

function symmetricDifference(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))].toSorted();
}
