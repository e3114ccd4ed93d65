/** Turns canonical cells into typed rows: numbers, fen, lists, and missing values with their reason. */
import type { MissingReason } from '#src/domain/missing.ts';
import { missingReasons } from '#src/domain/missing.ts';
import type { Field, TableSchema } from '#src/tabular/data-package.ts';
import { isMoney, propertyName } from './field-names.ts';

type Convert = (cell: string) => unknown;

/** Rows as objects with the properties of rows.ts, for cells that passed the reader. */
export function rowsOf(schema: TableSchema, cells: readonly (readonly string[])[]): readonly object[] {
  const reasons = new Map<string, MissingReason>();
  for (const entry of schema.missingValues) {
    const reason = missingReasons.find((name) => name === entry.label);
    if (reason !== undefined) reasons.set(entry.value, reason);
  }
  const columns = schema.fields.map((field) => ({ name: propertyName(field.name), convert: converter(field, reasons) }));
  return cells.map((row) => {
    const record: Record<string, unknown> = {};
    for (const [index, { name, convert }] of columns.entries()) record[name] = convert(row[index] ?? '');
    return record;
  });
}

function converter(field: Field, reasons: ReadonlyMap<string, MissingReason>): Convert {
  if (field.type === 'number' || field.type === 'integer') {
    const toNumber: Convert = isMoney(field.name) ? fen : Number;
    return (cell) => reasons.get(cell) ?? toNumber(cell);
  }
  if (field.type === 'list') return (cell) => (reasons.has(cell) ? [] : cell.split(field.delimiter ?? ';'));
  if (field.type === 'year') return (cell) => (reasons.has(cell) ? null : Number(cell));
  return (cell) => (reasons.has(cell) ? null : cell);
}

/** Canonical yuan have two decimals, so that without the point they are fen: no floating point is involved. */
function fen(cell: string): number {
  return Number(cell.replace('.', ''));
}
