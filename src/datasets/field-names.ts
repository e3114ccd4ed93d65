/** How a column is called in the code: snake_case outside, camelCase inside, yuan as integer fen. */

/** `amount_yuan` → `amountFen`, `valid_from` → `validFrom`. */
export function propertyName(column: string): string {
  return column.replace(/_yuan$/, '_fen').replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `fund-entries` → `FundEntriesRow`. */
export function rowTypeName(table: string): string {
  return `${table.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Row`;
}

/** Whether a column holds money: yuan in the file, fen in the code. */
export function isMoney(column: string): boolean {
  return column.endsWith('_yuan');
}
