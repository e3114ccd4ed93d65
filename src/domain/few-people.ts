/** Counts of people that are so small that they could point at one. */

/** Zero points at nobody; an unknown count (null) is not known to. */
export function isSmall(people: number | null, smallCount: number): boolean {
  return people !== null && people > 0 && people < smallCount;
}

/** People of several counts together; an unknown count (null) adds nobody. */
export function peopleTogether(counts: readonly (number | null)[]): number {
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** Whether there are counts, each of them so small, and their people too few even together. */
export function areFewTogether(counts: readonly (number | null)[], smallCount: number): boolean {
  return counts.length > 0 && counts.every((count) => isSmall(count, smallCount)) && isSmall(peopleTogether(counts), smallCount);
}
