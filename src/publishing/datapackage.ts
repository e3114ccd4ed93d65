/** `/data/v1/datapackage.json`: the published tables as a Data Package, with sizes, hashes, licence and sources. */
import { createHash } from 'node:crypto';
import type { Portal } from '#src/datasets/portal.ts';
import { publishedTable } from './published-table.ts';
import { tableCsv } from './table-csv.ts';

/**
 * The descriptor: only tables that are present, each with the schema it was checked by (and the column that marks a demonstration), its bytes and SHA-256.
 * `address` makes a full address of a path under the portal's root.
 */
export function publishedDataPackage(portal: Portal, address: (path: string) => string): Readonly<Record<string, unknown>> {
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
    resources: portal.tables.map((table) => resourceOf(portal, table)),
  };
}

function resourceOf(portal: Portal, table: string): Readonly<Record<string, unknown>> {
  const { resource, fields } = publishedTable(portal, table);
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
    schema: { ...resource.schema, fields },
  };
}

/** The file. */
export function publishedDataPackageJson(portal: Portal, address: (path: string) => string): string {
  return `${JSON.stringify(publishedDataPackage(portal, address), null, 2)}\n`;
}
