/** The sources that the rows of a table name. */
import type { Portal } from './portal.ts';
import type { SourcesRow } from './rows.ts';

/** In the order of the table of sources; none where the table has no column `source`. */
export function citedSources(portal: Portal, table: string): readonly SourcesRow[] {
  const { fields, rows } = portal.cells(table);
  const column = fields.findIndex(({ name }) => name === 'source');
  if (column === -1 || table === 'sources') return [];
  const cited = new Set(rows.map((cells) => cells[column]));
  return portal.rows('sources').filter(({ source }) => cited.has(source));
}
