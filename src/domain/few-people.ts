/** Counts of people that are so small that they could point at one. */

/** Zero points at nobody; an unknown count (null) is not known to. */
export function isSmall(people: number | null, smallCount: number): boolean {
  return people !== null && people > 0 && people < smallCount;
}
