/** `/data/v1/<table>.parquet`: a published table as Parquet, with the types of its schema. */
import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import type { ColumnSource } from 'hyparquet-writer';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Field } from '#src/tabular/data-package.ts';
import { cellValue, missingCodes, missingReasons } from './cell-value.ts';
import type { MissingCodes } from './cell-value.ts';
import { publishedTable } from './published-table.ts';

/** One element of the schema tree of a Parquet file, as the writer takes it. */
type SchemaElement = NonNullable<Parameters<typeof parquetWrite>[0]['schema']>[number];

/**
 * The file. Whole numbers are INT64, other numbers DOUBLE, years INT32, dates DATE, instants TIMESTAMP (UTC), lists LIST, everything else text. A missing
 * value is null; the reason stands, as in the JSON, in the column `_missing`: `{"column": "reason"}`, null where no cell of the row gives one. Title,
 * instant, demonstration and the Table Schema stand in the metadata of the file.
 */
export const tableParquet: (portal: Portal, table: string) => Uint8Array<ArrayBuffer> = oncePerPortal((portal, table) => {
  const { resource, fields, rows } = publishedTable(portal, table);
  const codes = missingCodes(resource.schema.missingValues);
  const columnData: ColumnSource[] = [
    ...fields.map((field, index) => ({ name: field.name, data: rows.map((cells) => parquetValue(field, codes, cells[index] ?? '')) })),
    { name: '_missing', data: rows.map((cells) => missingReasons(fields, codes, cells)) },
  ];
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columnData.length },
    ...fields.flatMap(elementsOf),
    { name: '_missing', type: 'BYTE_ARRAY', converted_type: 'JSON', repetition_type: 'OPTIONAL' },
  ];
  const writer = new ByteWriter();
  void parquetWrite({
    writer,
    columnData,
    schema,
    createdBy: 'open-blood-portal',
    kvMetadata: [
      { key: 'title', value: resource.title },
      { key: 'title@en', value: resource['title@en'] },
      { key: 'as_of', value: portal.asOf },
      { key: 'demonstration', value: String(portal.settings.demonstration !== null) },
      { key: 'table_schema', value: JSON.stringify({ ...resource.schema, fields }) },
    ],
  });
  return new Uint8Array(writer.getBytes().slice());
});

function elementsOf(field: Field): SchemaElement[] {
  const optional = { name: field.name, repetition_type: 'OPTIONAL' } as const;
  switch (field.type) {
    case 'integer':
      return [{ ...optional, type: 'INT64' }];
    case 'number':
      return [{ ...optional, type: 'DOUBLE' }];
    case 'year':
      return [{ ...optional, type: 'INT32' }];
    case 'date':
      return [{ ...optional, type: 'INT32', converted_type: 'DATE' }];
    case 'datetime':
      return [{ ...optional, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }];
    case 'list':
      return [
        { ...optional, converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'REQUIRED', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
      ];
    default:
      return [{ ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' }];
  }
}

function parquetValue(field: Field, codes: MissingCodes, cell: string): unknown {
  const value = cellValue(field, codes, cell);
  if (value === null) return null;
  if (field.type === 'integer') return BigInt(cell);
  return field.type === 'date' || field.type === 'datetime' ? new Date(cell) : value;
}
