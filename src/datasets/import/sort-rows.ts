/** The order in which an imported table is written: by its key, dates first where they come first, words in the order of the schema. */
import type { Field, TableSchema } from '#src/tabular/data-package.ts';

/** Rows of canonical cells, sorted by the table's key columns. */
export function sortedByKey(rows: readonly (readonly string[])[], schema: TableSchema): readonly (readonly string[])[] {
  const comparisons = schema.primaryKey.map((name) => {
    const position = schema.fields.findIndex((field) => field.name === name);
    const compare = comparison(schema.fields[position]);
    return (a: readonly string[], b: readonly string[]): number => compare(a[position] ?? '', b[position] ?? '');
  });
  return rows.toSorted((a, b) => {
    for (const compare of comparisons) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function comparison(field: Field | undefined): (a: string, b: string) => number {
  if (field?.categories !== undefined) {
    const order = new Map(field.categories.map(({ value }, index) => [value, index]));
    return (a, b) => (order.get(a) ?? -1) - (order.get(b) ?? -1);
  }
  if (field?.type === 'integer' || field?.type === 'number') return (a, b) => Number(a) - Number(b);
  return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
}
