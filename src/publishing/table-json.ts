/** `/data/v1/<table>.json`: a published table as JSON, one object a row, beyond 200,000 rows one file a year. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Field } from '#src/tabular/data-package.ts';
import { cellValue, missingCodes, missingReasons } from './cell-value.ts';
import type { MissingCodes } from './cell-value.ts';
import { publishedTable } from './published-table.ts';
import type { PublishedTable } from './published-table.ts';
import { rowLimit, yearsOf } from './yearly-parts.ts';

export interface TableFile {
  /** Name under `/data/v1/`, e.g. `stock.json`, `stock-2025.json`. */
  readonly name: string;
  /** UTF-8: of ten years half the size of the same text in memory. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The files of a table. Made once. */
export const tableJson: (portal: Portal, table: string) => readonly TableFile[] = oncePerPortal((portal, table) => tableJsonFiles(portal, table));

/**
 * `<table>.json` holds `{table, title, as_of, demonstration, fields, rows}`; a table with more rows than `limit` and a date column
 * has `parts` (file names) there instead of `rows`, and the rows in one file for each year. A missing value is null; what the publisher says about it
 * stands in the row's `_missing` as `{column: reason}`, except for cells that are simply empty.
 */
export function tableJsonFiles(portal: Portal, table: string, limit = rowLimit): readonly TableFile[] {
  const published = publishedTable(portal, table);
  const years = yearsOf(published, limit);
  if (years === null) return [{ name: `${table}.json`, bytes: fileBytes(portal, published, published.rows) }];
  const parts = [...years].map(([year, rows]) => ({ name: `${table}-${year}.json`, bytes: fileBytes(portal, published, rows) }));
  const index = { ...head(portal, published), parts: parts.map((part) => part.name) };
  return [{ name: `${table}.json`, bytes: utf8([`${JSON.stringify(index, null, 2)}\n`]) }, ...parts];
}

function head(portal: Portal, { resource, fields }: PublishedTable) {
  return {
    table: resource.name,
    title: { zh: resource.title, en: resource['title@en'] },
    as_of: portal.asOf,
    demonstration: portal.settings.demonstration !== null,
    fields: fields.map((field) => ({
      name: field.name,
      type: field.type,
      title: { zh: field.title, en: field['title@en'] },
      ...(field.unit === undefined ? {} : { unit: field.unit }),
    })),
  };
}

/** The head in lines, then one line a row, so that a difference of two versions can be read. */
function fileBytes(portal: Portal, table: PublishedTable, rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const opening = JSON.stringify(head(portal, table), null, 2).slice(0, -2);
  const rowText = rowWriter(table.fields, missingCodes(table.resource.schema.missingValues));
  const parts = [`${opening},\n  "rows": [`];
  for (let first = 0; first < rows.length; first += rowsInPart) {
    const lines = rows.slice(first, first + rowsInPart).map(rowText);
    parts.push(`${first === 0 ? '' : ','}\n${lines.join(',\n')}`);
  }
  parts.push(`${rows.length === 0 ? '' : '\n  '}]\n}\n`);
  return utf8(parts);
}

/** A long table is never one text. */
const rowsInPart = 2000;

function utf8(parts: readonly string[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part, 'utf8'))));
}

/** From the cells of a row to its line: an object with the columns in order. */
function rowWriter(fields: readonly Field[], codes: MissingCodes): (cells: readonly string[]) => string {
  const columns = fields.map((field) => ({ field, name: `${JSON.stringify(field.name)}:` }));
  return (cells) => {
    let line = '{';
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index];
      if (column === undefined) continue;
      line += `${index === 0 ? '' : ','}${column.name}${JSON.stringify(cellValue(column.field, codes, cells[index] ?? ''))}`;
    }
    const missing = missingReasons(fields, codes, cells);
    return missing === null ? `${line}}` : `${line},"_missing":${JSON.stringify(missing)}}`;
  };
}
