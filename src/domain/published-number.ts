/** Computed numbers as machines get them: exact enough to recompute with, short enough to compare as text. */

const decimals = 9;

/** The number rounded to nine decimals, which only takes away what floating point adds; never `-0`. Not for NaN or infinity: those throw. */
export function publishedNumber(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`${value} cannot be published; say that the value is missing.`);
  return Number(value.toFixed(decimals)) + 0;
}
