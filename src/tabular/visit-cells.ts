/** Some columns of a file, row by row, without a check: for what has to be known before a file is read. */
import { cellParser } from './cell-parser.ts';
import type { Field, Resource } from './data-package.ts';
import { refusedBytes } from './encoding.ts';
import { findHeader } from './find-header.ts';
import { visitRawRows } from './raw-rows.ts';

/** The first date in a daily file, or null where there is none to be read; the file is not checked. */
export function firstDateIn(path: string, resource: Resource): string | null {
  let date: string | null = null;
  visitCells(path, resource, resource.schema.fields.slice(0, 1), ([cell = '']) => {
    if (cell !== '') date = cell;
    return date === null;
  });
  return date;
}

/**
 * The canonical cells of some columns row by row, whatever faults a row has elsewhere; '' where a cell cannot be read or its column is absent.
 * The file is not checked. `onCells` returns false to stop.
 */
export function visitCells(path: string, resource: Resource, fields: readonly Field[], onCells: (cells: readonly string[]) => boolean): void {
  const found = refusedBytes(path) === null ? findHeader(path, resource) : null;
  if (found === null || 'refusal' in found) return;
  const columns = fields.map((field) => ({
    position: found.match.header.positions[resource.schema.fields.indexOf(field)] ?? -1,
    parse: cellParser(field, resource.schema, { latestDate: null }),
  }));
  visitRawRows(path, found.encoding, (row, raw) => {
    if (row === 1) return true;
    return onCells(columns.map(({ position, parse }) => {
      const cell = position === -1 ? '' : parse(raw[position] ?? '');
      return typeof cell === 'string' ? cell : '';
    }));
  });
}
