/** What was corrected in a table since a release, from the file of all corrections. */

export interface ListedCorrection {
  readonly release: number;
  readonly table: string;
  readonly key: readonly string[];
  readonly column: string | null;
  readonly old: string | null;
  readonly new: string | null;
  readonly class: string;
  readonly reason: { readonly zh: string; readonly en: string };
}

/** Of a file that has the newest first: the corrections of a table after a release, each cell once, with its value of that time, its value now, and what corrected it last. */
export function correctedSince(corrections: readonly ListedCorrection[], table: string, release: number): readonly ListedCorrection[] {
  const cells = new Map<string, ListedCorrection>();
  for (const one of corrections) {
    if (one.table !== table || one.release <= release) continue;
    const id = JSON.stringify([one.key, one.column]);
    const later = cells.get(id);
    cells.set(id, later === undefined ? one : { ...later, old: one.old });
  }
  return [...cells.values()].filter((one) => one.old !== one.new);
}
