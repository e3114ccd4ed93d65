/** `/data/v1/datapackage.json`: the published tables as a Data Package, with sizes, hashes, licence and sources. */
import { createHash } from 'node:crypto';
import type { Portal } from '#src/datasets/portal.ts';
import type { Field, TableSchema } from '#src/tabular/data-package.ts';
import { neutralPattern, neutralText } from '#src/tabular/formula-text.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';
import { publishedTable } from './published-table.ts';
import { schemaHistory, tableVersion } from './schema-notices.ts';
import { holdsText, tableCsv } from './table-csv.ts';

/**
 * The descriptor: only tables that are present, each with the schema it was checked by (and the column that marks a demonstration), the
 * version of its columns and what changed in them by the log, its bytes and SHA-256.
 * `address` makes a full address of a path under the portal's root.
 */
export function publishedDataPackage(portal: Portal, log: ReleaseLog, address: (path: string) => string): Readonly<Record<string, unknown>> {
  const { settings } = portal;
  const isDemonstration = settings.demonstration !== null;
  const { licence } = settings;
  const sources = portal.rows('sources').map(({ title, publisher, url }) => ({
    title: `${title} · ${publisher}`,
    ...(url === null ? {} : { path: url }),
  }));
  return {
    $schema: portal.package.$schema,
    name: `open-blood-${settings.region}`,
    title: isDemonstration ? `示例数据：${settings.title.zh}` : settings.title.zh,
    'title@en': isDemonstration ? `Demonstration data: ${settings.title.en}` : settings.title.en,
    homepage: address('/'),
    demonstration: isDemonstration,
    as_of: portal.asOf,
    languages: settings.languages,
    contributors: [{ title: settings.publisher.zh, 'title@en': settings.publisher.en, roles: ['publisher'] }],
    ...(licence === undefined
      ? {}
      : { licenses: [{ title: licence.name.zh, 'title@en': licence.name.en, ...(licence.url === undefined ? {} : { path: licence.url }) }] }),
    ...(sources.length === 0 ? {} : { sources }),
    neutral_text: neutralRule,
    resources: portal.tables.map((table) => resourceOf(portal, log, table)),
  };
}

/** Own property: what a reader of the CSV does to have the text of a cell as it is. */
const neutralRule = {
  pattern: neutralPattern,
  description: '文字列里像公式开头的内容，前面加了一个半角撇号（\'），以免表格软件当作公式运行。单元格符合 pattern 时，去掉第一个撇号就是原文。数字列不受影响。',
  'description@en': "A text that begins like a formula stands behind an apostrophe ('), so that no spreadsheet runs it. Where a cell matches the pattern, its first apostrophe does not belong to the text. Columns of numbers are not touched.",
} as const;

function resourceOf(portal: Portal, log: ReleaseLog, table: string): Readonly<Record<string, unknown>> {
  const { resource } = publishedTable(portal, table);
  const csv = Buffer.from(tableCsv(portal, table), 'utf8');
  return {
    name: resource.name,
    title: resource.title,
    'title@en': resource['title@en'],
    description: resource.description,
    'description@en': resource['description@en'],
    type: 'table',
    path: `${table}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: csv.length,
    hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
    schema_version: tableVersion(portal, log, table),
    schema_history: schemaHistory(log, table),
    schema: publishedSchema(portal, table),
  };
}

/** The file. */
export function publishedDataPackageJson(portal: Portal, log: ReleaseLog, address: (path: string) => string): string {
  return `${JSON.stringify(publishedDataPackage(portal, log, address), null, 2)}\n`;
}

/** The schema as the CSV keeps it: no key to a table that is not published, and room for the apostrophe where a text stands behind one. */
function publishedSchema(portal: Portal, table: string): TableSchema {
  const { resource, fields, rows } = publishedTable(portal, table);
  const { foreignKeys, ...schema } = resource.schema;
  const known = foreignKeys?.filter(({ reference }) => reference.resource === '' || portal.has(reference.resource)) ?? [];
  return {
    ...schema,
    fields: fields.map((field, index) => (holdsText(field) && rows.some((cells) => neutralText(cells[index] ?? '') !== (cells[index] ?? '')) ? withRoom(field) : field)),
    ...(known.length === 0 ? {} : { foreignKeys: known }),
  };
}

function withRoom(field: Field): Field {
  const { pattern, maxLength } = field.constraints ?? {};
  return {
    ...field,
    constraints: { ...field.constraints, ...(pattern === undefined ? {} : { pattern: `(?:${pattern})|(?:'${pattern.replace(/^\^/, '')})` }), ...(maxLength === undefined ? {} : { maxLength: maxLength + 1 }) },
  };
}
