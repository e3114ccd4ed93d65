/** A value as it may be shown: with so many decimals, and rounding never lifts it over a line it lies under. One rule for the pages and for the script of the history page. */

/** Decimals that an amount in this unit deserves at most: days, percentages and counted units one, millilitres none. */
export function decimalsOf(unit: string): 0 | 1 {
  return unit === 'ml' ? 0 : 1;
}

/**
 * The value, except where rounding to `decimals` would lift it to one of the `lines` or over it: then rounded down to them.
 * 6.96 days under a line at 7 are 6.9 days, not 7.0.
 */
export function underItsLine(value: number, decimals: number, lines: readonly number[]): number {
  // A half is rounded up as it is written, not as floating point holds it.
  const rounded = Number((value + 1e-9).toFixed(decimals));
  const scale = 10 ** decimals;
  return lines.some((line) => value < line && rounded >= line) ? Math.floor(value * scale) / scale : value;
}
