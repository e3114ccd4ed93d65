/** Marks the cells of a published table: [r] where a value was corrected, [p] where its publisher calls it provisional. */
import type { PublishedTable } from '#src/publishing/published-table.ts';
import { cellId, correctedCells } from '#src/releases/release-log.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';
import type { TableCell } from './figure.ts';

/** Some rows of a table (all, or a sample) as cells with their marks. Provisional are the numbers of a row whose `status` says so; of a corrected number it is the correction that counts. */
export function markedRows({ resource, fields }: Pick<PublishedTable, 'resource' | 'fields'>, rows: PublishedTable['rows'], log: ReleaseLog): readonly (readonly TableCell[])[] {
  const corrected = correctedCells(log, resource.name);
  const keyPlaces = resource.schema.primaryKey.map((key) => fields.findIndex(({ name }) => name === key));
  const status = fields.findIndex(({ name }) => name === 'status');
  return rows.map((cells) => {
    const key = keyPlaces.map((place) => cells[place] ?? '');
    return fields.map(({ name, type }, index): TableCell => {
      const text = cells[index] ?? '';
      if (corrected.has(cellId(key, name))) return { text, mark: 'revised' };
      const isNumber = (type === 'number' || type === 'integer') && /^-?\d/.test(text);
      return isNumber && cells[status] === 'provisional' ? { text, mark: 'provisional' } : text;
    });
  });
}
