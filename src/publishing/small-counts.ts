/** What stands in the cells of counts that could point at a person, and what their amounts add up to. */

/** Code of the missing value "suppressed". */
export const suppressedCode = 'SUP';

/** A whole number of people in a cell; null for anything else, e.g. a missing value. */
export function peopleIn(cell: string | undefined): number | null {
  return cell !== undefined && /^\d+$/.test(cell) ? Number(cell) : null;
}

/** Sum of canonical amounts, in whole fen. */
export function yuanSum(amounts: readonly string[]): string {
  const fen = amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n);
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
