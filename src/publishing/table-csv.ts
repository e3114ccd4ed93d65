/** `/data/v1/<table>.csv`: a published table as CSV. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { formatCsv } from '#src/tabular/format-csv.ts';
import { publishedTable } from './published-table.ts';

/** The file: UTF-8 with BOM, CRLF, RFC 4180, machine headers. Made once. */
export const tableCsv: (portal: Portal, table: string) => string = oncePerPortal((portal, table) => {
  const { fields, rows } = publishedTable(portal, table);
  return formatCsv(fields.map((field) => field.name), rows);
});
