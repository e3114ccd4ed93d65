/** An empty table to be filled in: its header and nothing else, in a form that the reader takes back as it is. */
import type { Resource } from '#src/tabular/data-package.ts';
import { formatCsv } from '#src/tabular/format-csv.ts';

/** The header of a table in machine names or in Chinese titles; UTF-8 with BOM, so that a spreadsheet shows it right. */
export function templateCsv(resource: Resource, header: 'names' | 'titles'): string {
  return formatCsv(resource.schema.fields.map(({ name, title }) => (header === 'names' ? name : title)), []);
}
