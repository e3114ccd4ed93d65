/** /data/v1/catalog.jsonld : the catalogue for machines, in the vocabulary DCAT. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { summariseTable } from '#src/figures/table-summary.ts';
import { absolute, fileHref } from '#src/i18n/addresses.ts';
import { catalogOf } from '#src/publishing/catalog.ts';
import type { CataloguedTable } from '#src/publishing/catalog.ts';
import { publishedTable } from '#src/publishing/published-table.ts';
import { tableVersion } from '#src/publishing/schema-notices.ts';
import { tableFiles } from '#src/publishing/table-files.ts';
import { currentLog } from '#src/releases/current-log.ts';

export const GET: APIRoute = async ({ site }) => {
  const portal = currentPortal();
  const tables: CataloguedTable[] = [];
  for (const table of portal.tables) {
    const published = publishedTable(portal, table);
    const { coverage } = summariseTable(published, published.resource.schema.primaryKey);
    tables.push({ resource: published.resource, files: await tableFiles(portal, table), coverage, version: tableVersion(portal, currentLog(), table) });
  }
  const catalog = catalogOf(portal, tables, (path) => absolute(fileHref(path), site ?? portal.settings.site));
  return new Response(`${JSON.stringify(catalog, null, 2)}\n`, { headers: { 'content-type': 'application/ld+json; charset=utf-8' } });
};
