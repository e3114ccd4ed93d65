/** `/data/v1/<table>.json`: a published table as JSON, one object a row, beyond 200,000 rows one file a year. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Field, MissingValue } from '#src/tabular/data-package.ts';
import { publishedTable } from './published-table.ts';
import type { PublishedTable } from './published-table.ts';

export const rowLimit = 200_000;

export interface TableFile {
  /** Name under `/data/v1/`, e.g. `stock.json`, `stock-2025.json`. */
  readonly name: string;
  readonly text: string;
}

/**
 * The files of a table. `<table>.json` holds `{table, title, as_of, demonstration, fields, rows}`; a table with more rows than `limit` and a date column
 * has `parts` (file names) there instead of `rows`, and the rows in one file for each year. A missing value is null; what the publisher says about it
 * stands in the row's `_missing` as `{column: reason}`, except for cells that are simply empty.
 */
export function tableJson(portal: Portal, table: string, limit = rowLimit): readonly TableFile[] {
  const published = publishedTable(portal, table);
  const years = published.rows.length > limit ? rowsByYear(published) : null;
  if (years === null) return [{ name: `${table}.json`, text: fileText(portal, published, published.rows) }];
  const parts = [...years].map(([year, rows]) => ({ name: `${table}-${year}.json`, text: fileText(portal, published, rows) }));
  const index = { ...head(portal, published), parts: parts.map((part) => part.name) };
  return [{ name: `${table}.json`, text: `${JSON.stringify(index, null, 2)}\n` }, ...parts];
}

function rowsByYear({ fields, rows }: PublishedTable): ReadonlyMap<string, (readonly string[])[]> | null {
  const at = fields.findIndex((field) => field.type === 'date' || field.type === 'yearmonth' || field.type === 'year');
  if (at === -1) return null;
  const years = new Map<string, (readonly string[])[]>();
  for (const cells of rows) {
    const year = (cells[at] ?? '').slice(0, 4);
    const ofYear = years.get(year);
    if (ofYear === undefined) years.set(year, [cells]);
    else ofYear.push(cells);
  }
  return years;
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
function fileText(portal: Portal, table: PublishedTable, rows: readonly (readonly string[])[]): string {
  const opening = JSON.stringify(head(portal, table), null, 2).slice(0, -2);
  const reasons = new Map(table.resource.schema.missingValues.map((one) => [one.value, one]));
  const lines = rows.map((cells) => JSON.stringify(rowObject(table.fields, reasons, cells)));
  return `${opening},\n  "rows": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

function rowObject(fields: readonly Field[], reasons: ReadonlyMap<string, MissingValue>, cells: readonly string[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const missing: Record<string, string> = {};
  for (const [index, field] of fields.entries()) {
    const cell = cells[index] ?? '';
    const reason = reasons.get(cell);
    row[field.name] = reason !== undefined || cell === '' ? null : valueOf(field, cell);
    if (reason !== undefined && cell !== '') missing[field.name] = reason.label;
  }
  if (Object.keys(missing).length > 0) row['_missing'] = missing;
  return row;
}

function valueOf(field: Field, cell: string): string | number | readonly string[] {
  if (field.type === 'number' || field.type === 'integer' || field.type === 'year') return Number(cell);
  if (field.type === 'list') return cell.split(field.delimiter ?? ';');
  return cell;
}
