/** Writes CSV as it is published: UTF-8 with BOM, CRLF, RFC 4180. */

/** Rows of canonical cells under a header; cells with commas, quotes or line ends are quoted. */
export function formatCsv(header: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [`\uFEFF${header.map(formatCell).join(',')}`];
  for (const row of rows) lines.push(row.map(formatCell).join(','));
  lines.push('');
  return lines.join('\r\n');
}

function formatCell(cell: string): string {
  return /[",\r\n]/.test(cell) || cell.startsWith(' ') || cell.endsWith(' ') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
