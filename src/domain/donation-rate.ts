/** The division behind every donation rate, and what is missing to a target: the same in the build and in the browser. */

/** Donations (not persons) of a year ÷ people × 1,000, unrounded; `population` above zero. */
export function ratePer1000(donations: number, population: number): number {
  return (donations / population) * 1000;
}

/**
 * Donations that are missing to `target` per 1,000 people: ⌈target × population ÷ 1,000⌉ − donations; 0 where it is reached.
 * Exact for targets of up to three decimals: computed in whole numbers.
 */
export function donationsToTarget(target: number, population: number, donations: number): number {
  return Math.max(0, Math.ceil((Math.round(target * 1000) * population) / 1_000_000) - donations);
}
