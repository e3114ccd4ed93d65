/** A table as it is published: without what could point at a person, and in a demonstration marked row by row. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { columnsOf } from '#src/releases/schema-versions.ts';
import type { TableColumns } from '#src/releases/schema-versions.ts';
import type { Field, Resource } from '#src/tabular/data-package.ts';
import { entriesField, publishedEntryRows, publishedTotalRows } from './merged-entries.ts';
import { publishedWaiverRows } from './published-waivers.ts';
import { withRareGroupsByMonth } from './rare-rows.ts';

export interface PublishedTable {
  readonly resource: Resource;
  readonly fields: readonly Field[];
  /** Canonical cells in the order of `fields`. */
  readonly rows: readonly (readonly string[])[];
}

/** Of rows that are invented, and of rows that say what a source or a clause says: there the site alone is the demonstration. */
const demonstrationMarks = { invented: '示例 demonstration', sourced: '示例网站 demonstration site' } as const;

/** The last column of every table of a demonstration, so that each file says by itself what it is. */
const demonstrationField: Field = {
  name: 'demonstration',
  type: 'string',
  title: '示例',
  'title@en': 'Demonstration',
  description: '“示例 demonstration”：本行由程序生成，不是真实的数据。“示例网站 demonstration site”：文件来自示例网站；本行是否真实，以它写明的来源或条款为准。',
  'description@en':
    '“示例 demonstration”: the row is generated, not real. “示例网站 demonstration site”: the file comes from a demonstration site; whether the row is real its source or clause says.',
  example: demonstrationMarks.invented,
};

/** The published form of a table that is present; an unknown table throws. Made once. */
export const publishedTable: (portal: Portal, table: string) => PublishedTable = oncePerPortal(publish);

/** What programs rely on in a published table: key, names, types and units. */
export function publishedColumns(portal: Portal, table: string): TableColumns {
  const { resource, fields } = publishedTable(portal, table);
  return columnsOf(resource, fields);
}

function publish(portal: Portal, table: string): PublishedTable {
  const resource = portal.package.resources.find((one) => one.name === table);
  if (resource === undefined || !portal.has(table)) throw new Error(`The portal has no table "${table}".`);
  const { fields, rows: allowed } = withoutFewPeople(portal, table);
  if (portal.settings.demonstration === null) return { resource, fields, rows: allowed };
  const isSourced = table === 'sources' || fields.some(({ name }) => name === 'source' || name === 'clause');
  const mark = isSourced ? demonstrationMarks.sourced : demonstrationMarks.invented;
  return { resource, fields: [...fields, demonstrationField], rows: allowed.map((cells) => [...cells, mark]) };
}

/** Columns and rows without what could point at a person. */
function withoutFewPeople(portal: Portal, table: string): Pick<PublishedTable, 'fields' | 'rows'> {
  const { fields, rows } = portal.cells(table);
  if (table === 'fund-entries') return { fields: [...fields, entriesField], rows: publishedEntryRows(portal) };
  if (table === 'fund-category-totals') return { fields, rows: publishedTotalRows(portal) };
  if (table === 'fee-waivers') return { fields, rows: publishedWaiverRows(portal) };
  return { fields, rows: withRareGroupsByMonth(portal, table, fields, rows) };
}
