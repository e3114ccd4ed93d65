/** Writes the TypeScript types of all rows from the data package, so that code and dictionary cannot disagree. */
import type { DataPackage, Field, TableSchema } from '#src/tabular/data-package.ts';
import { isMoney, propertyName, rowTypeName } from './field-names.ts';

/** The source of rows.ts. */
export function rowTypesSource(dataPackage: DataPackage): string {
  const lines = [
    '/** Rows of every table as the code sees them. Generated from data/datapackage.json by `npm run types`; do not edit. */',
    "import type { Measured } from '#src/domain/missing.ts';",
    '',
  ];
  for (const { name, title, schema, ...resource } of dataPackage.resources) {
    lines.push(`/** ${title} · ${resource['title@en']} */`, `export interface ${rowTypeName(name)} {`);
    for (const field of schema.fields) {
      lines.push(`  /** ${field.title} · ${field['title@en']}${unitNote(field)} */`, `  readonly ${propertyName(field.name)}: ${valueType(field, schema)};`);
    }
    lines.push('}', '');
  }
  lines.push('export interface Rows {', ...dataPackage.resources.map(({ name }) => `  readonly '${name}': ${rowTypeName(name)};`), '}', '', 'export type TableName = keyof Rows;', '');
  return lines.join('\n');
}

function unitNote(field: Field): string {
  if (isMoney(field.name)) return ', fen';
  return field.unit === undefined ? '' : `, ${field.unit}`;
}

function valueType(field: Field, schema: TableSchema): string {
  const always = field.constraints?.required === true || schema.primaryKey.includes(field.name);
  if (field.type === 'number' || field.type === 'integer') return always ? 'number' : 'Measured';
  if (field.type === 'year') return always ? 'number' : 'number | null';
  const orNull = always ? '' : ' | null';
  const words = (field.categories ?? []).map(({ value }) => `'${value}'`).join(' | ');
  if (field.type === 'list') return words === '' ? 'readonly string[]' : `readonly (${words})[]`;
  return `${words === '' ? 'string' : words}${orNull}`;
}
