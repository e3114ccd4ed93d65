/** `/data/v1/<table>.json`: a published table as JSON, one object a row, beyond 200,000 rows one file a year. */
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
  readonly text: string;
}

/**
 * The files of a table. `<table>.json` holds `{table, title, as_of, demonstration, fields, rows}`; a table with more rows than `limit` and a date column
 * has `parts` (file names) there instead of `rows`, and the rows in one file for each year. A missing value is null; what the publisher says about it
 * stands in the row's `_missing` as `{column: reason}`, except for cells that are simply empty.
 */
export function tableJson(portal: Portal, table: string, limit = rowLimit): readonly TableFile[] {
  const published = publishedTable(portal, table);
  const years = yearsOf(published, limit);
  if (years === null) return [{ name: `${table}.json`, text: fileText(portal, published, published.rows) }];
  const parts = [...years].map(([year, rows]) => ({ name: `${table}-${year}.json`, text: fileText(portal, published, rows) }));
  const index = { ...head(portal, published), parts: parts.map((part) => part.name) };
  return [{ name: `${table}.json`, text: `${JSON.stringify(index, null, 2)}\n` }, ...parts];
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
  const codes = missingCodes(table.resource.schema.missingValues);
  const lines = rows.map((cells) => JSON.stringify(rowObject(table.fields, codes, cells)));
  return `${opening},\n  "rows": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

function rowObject(fields: readonly Field[], codes: MissingCodes, cells: readonly string[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, field] of fields.entries()) row[field.name] = cellValue(field, codes, cells[index] ?? '');
  const missing = missingReasons(fields, codes, cells);
  if (missing !== null) row['_missing'] = missing;
  return row;
}
