/** A table as it is published: without what could point at a person, and in a demonstration marked row by row. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Field, Resource } from '#src/tabular/data-package.ts';
import { withRareGroupsByMonth } from './rare-rows.ts';
import { withSmallCountsSuppressed } from './small-counts.ts';

export interface PublishedTable {
  readonly resource: Resource;
  readonly fields: readonly Field[];
  /** Canonical cells in the order of `fields`. */
  readonly rows: readonly (readonly string[])[];
}

const demonstrationMark = '示例 demonstration';

/** The last column of every table of a demonstration, so that each file says by itself what it is. */
const demonstrationField: Field = {
  name: 'demonstration',
  type: 'string',
  title: '示例',
  'title@en': 'Demonstration',
  description: '每一行都写着“示例 demonstration”：这是示例网站的文件，不是真实的数据。',
  'description@en': 'Every row says “示例 demonstration”: the file comes from a demonstration site and is not real data.',
  example: demonstrationMark,
};

const cache = new WeakMap<Portal, Map<string, PublishedTable>>();

/** The published form of a table that is present; an unknown table throws. Made once. */
export function publishedTable(portal: Portal, table: string): PublishedTable {
  const known = cache.get(portal) ?? new Map<string, PublishedTable>();
  cache.set(portal, known);
  let published = known.get(table);
  if (published === undefined) {
    published = publish(portal, table);
    known.set(table, published);
  }
  return published;
}

function publish(portal: Portal, table: string): PublishedTable {
  const resource = portal.package.resources.find((one) => one.name === table);
  if (resource === undefined || !portal.has(table)) throw new Error(`The portal has no table "${table}".`);
  const { fields, rows } = portal.cells(table);
  const allowed = withSmallCountsSuppressed(table, fields, withRareGroupsByMonth(portal, table, fields, rows), portal.settings.smallCount);
  if (portal.settings.demonstration === null) return { resource, fields, rows: allowed };
  return { resource, fields: [...fields, demonstrationField], rows: allowed.map((cells) => [...cells, demonstrationMark]) };
}
