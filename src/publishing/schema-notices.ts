/** Says which version the columns of a published table have, and in sentences what a release changed in them. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import type { SchemaChange } from '#src/releases/record.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';
import { schemaVersions, versionOf } from '#src/releases/schema-versions.ts';
import { publishedColumns } from './published-table.ts';

/** The version of a table that is present: the one the log gives it, or the one that a release would give it now. */
export function tableVersion(portal: Portal, log: ReleaseLog, table: string): string {
  return versionOf(schemaVersions(log.releases, table), publishedColumns(portal, table));
}

/** One sentence for each thing that changed, without the table's name; of a table that is published for the first time one that says so. Columns by their machine names. */
export function schemaNotices(change: SchemaChange, locale: Locale): readonly string[] {
  const { added, removed, renamed, retyped, key, key_before: keyBefore } = change;
  const list = (names: readonly string[]): string => names.join(locale === 'zh' ? '、' : ', ');
  const sentences = [
    ...renamed.map((one) => t(locale, 'schema.renamed', one)),
    ...(removed.length === 0 ? [] : [t(locale, 'schema.removed', { columns: list(removed) })]),
    ...(added.length === 0 ? [] : [t(locale, 'schema.added', { columns: list(added) })]),
    ...retyped.map((one) => t(locale, 'schema.retyped', one)),
    ...(keyBefore === null ? [] : [t(locale, 'schema.key', { from: list(keyBefore), to: list(key) })]),
  ];
  return sentences.length === 0 ? [t(locale, 'schema.first', { columns: change.columns.length })] : sentences;
}

/** The versions of a table for machines, oldest first. */
export function schemaHistory(log: ReleaseLog, table: string): readonly Readonly<Record<string, unknown>>[] {
  return schemaVersions(log.releases, table).map(({ version, release, at, key, columns, added, removed, renamed, retyped }) => ({ version, release, date: at.slice(0, 10), primaryKey: key, columns, added, removed, renamed, retyped }));
}
