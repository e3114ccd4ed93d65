/** `/data/v1/<table>.csv`: a published table as CSV. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Field } from '#src/tabular/data-package.ts';
import { formatCsv } from '#src/tabular/format-csv.ts';
import { neutralText } from '#src/tabular/formula-text.ts';
import { publishedTable } from './published-table.ts';

/** The file: UTF-8 with BOM, CRLF, RFC 4180, machine headers; text that begins like a formula behind an apostrophe. Made once. */
export const tableCsv: (portal: Portal, table: string) => string = oncePerPortal((portal, table) => {
  const { fields, rows } = publishedTable(portal, table);
  const isText = fields.map(holdsText);
  return formatCsv(
    fields.map((field) => field.name),
    isText.includes(true) ? rows.map((cells) => cells.map((cell, index) => (isText[index] ? neutralText(cell) : cell))) : rows,
  );
});

/** Whether a column holds words, in which something may look like a formula; numbers (also negative ones) and dates never do. */
export function holdsText({ type }: Field): boolean {
  return type === 'string' || type === 'list';
}
