/** Numbers the states of a table's columns, so that who reads the table by a program learns when the program has to change. */
import { fieldTypes } from '#src/tabular/data-package.ts';
import type { Field, Resource } from '#src/tabular/data-package.ts';
import type { LoggedRelease } from './release-log.ts';
import type { SchemaChange } from './record.ts';

/** What a program relies on: the key, and each column with its type and unit. Titles, words and ranges may change within a version. */
export interface TableColumns {
  readonly key: readonly string[];
  /** `name type` or `name type unit`, in the order of the table. */
  readonly columns: readonly string[];
}

/** What a release did to the columns, before the version is known; renamed ones are neither added nor removed. */
export interface ColumnChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

export interface SchemaVersion extends SchemaChange {
  readonly release: number;
  readonly at: string;
}

/** The columns of a published table; the one that marks a demonstration is none of its own. */
export function columnsOf({ schema }: Pick<Resource, 'schema'>, fields: readonly Field[]): TableColumns {
  const columns = fields.filter(({ name }) => name !== 'demonstration').map(({ name, type, unit }) => [name, type, ...(unit === undefined ? [] : [unit])].join(' '));
  return { key: schema.primaryKey, columns };
}

/** Name of a column as `TableColumns` states it. */
export function columnName(column: string): string {
  return column.split(' ', 1)[0] ?? '';
}

/** As much of a column's field as `TableColumns` tells; its title is its name. */
export function fieldOf(column: string): Field {
  const [name = '', type = 'string', ...unit] = column.split(' ');
  return { name, type: fieldTypes.find((one) => one === type) ?? 'string', title: name, 'title@en': name, description: '', 'description@en': '', ...(unit.length === 0 ? {} : { unit: unit.join(' ') }) };
}

/** Every release that changed the columns of a table, oldest first; the first is the one that published it first. */
export function schemaVersions(releases: readonly Pick<LoggedRelease, 'release' | 'at' | 'schemas'>[], table: string): readonly SchemaVersion[] {
  return releases.flatMap(({ release, at, schemas }) => schemas.filter((one) => one.table === table).map((one) => ({ ...one, release, at })));
}

/** The columns with which a table was last published by these releases. Throws where none published it. */
export function columnsAfter(releases: readonly Pick<LoggedRelease, 'release' | 'at' | 'schemas'>[], table: string): TableColumns {
  const last = schemaVersions(releases, table).at(-1);
  if (last === undefined) throw new Error(`no release published the table "${table}"`);
  return last;
}

/**
 * The version of a table's columns: `1.0` as first published; one more before the point where a column is gone, has another name, type or unit, or the key is
 * another; one more behind it where columns were only added. Columns that were published before keep the version that they had.
 */
export function versionOf(versions: readonly SchemaChange[], now: TableColumns): string {
  const last = versions.at(-1);
  if (last === undefined) return '1.0';
  const before = versions.findLast((one) => isSame(one, now));
  if (before !== undefined) return before.version;
  const numbers = versions.map(({ version }) => parts(version));
  const [major] = parts(last.version);
  if (isSame({ key: last.key, columns: [] }, { key: now.key, columns: [] }) && last.columns.every((column) => now.columns.includes(column))) {
    return `${major}.${Math.max(...numbers.filter(([one]) => one === major).map(([, minor]) => minor)) + 1}`;
  }
  return `${Math.max(...numbers.map(([one]) => one)) + 1}.0`;
}

/** What a release has to record of a table's columns; null where they are as the last release published them. */
export function schemaChange(versions: readonly SchemaChange[], table: string, now: TableColumns, { added, removed, renamed }: ColumnChanges): SchemaChange | null {
  const last = versions.at(-1);
  if (last !== undefined && isSame(last, now)) return null;
  const typeOf = new Map((last?.columns ?? []).map((column) => [columnName(column), column]));
  return {
    table,
    version: versionOf(versions, now),
    key: [...now.key],
    columns: [...now.columns],
    added: last === undefined ? [] : [...added],
    removed: [...removed],
    renamed: renamed.map((one) => ({ ...one })),
    retyped: now.columns.filter((column) => typeOf.has(columnName(column)) && typeOf.get(columnName(column)) !== column).map((column) => ({ column: columnName(column), from: descriptionOf(typeOf.get(columnName(column)) ?? ''), to: descriptionOf(column) })),
    key_before: last === undefined || last.key.join() === now.key.join() ? null : [...last.key],
  };
}

/** Type and unit. */
function descriptionOf(column: string): string {
  return column.slice(columnName(column).length + 1);
}

function isSame(a: TableColumns, b: TableColumns): boolean {
  return a.key.join() === b.key.join() && a.columns.toSorted().join('\n') === b.columns.toSorted().join('\n');
}

function parts(version: string): readonly [number, number] {
  const [major = 1, minor = 0] = version.split('.').map(Number);
  return [major, minor];
}
