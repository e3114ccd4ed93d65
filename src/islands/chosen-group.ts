/** Which published group a reader's blood type belongs to. */

export const aboChoices = ['A', 'B', 'O', 'AB'] as const;
export const rhdChoices = ['positive', 'negative', 'unknown'] as const;

export interface BloodType {
  readonly abo: (typeof aboChoices)[number];
  readonly rhd: (typeof rhdChoices)[number];
}

/**
 * The slug among `groups` that speaks about this type: exactly its own, else the line of its RhD status or of its letter, else the
 * sum of all. Unknown RhD is taken as positive: by far most people are. null where none fits.
 */
export function chosenGroup({ abo, rhd }: BloodType, groups: readonly string[]): string | null {
  const letters = abo.toLowerCase();
  const status = rhd === 'negative' ? 'negative' : 'positive';
  const wanted = [`${letters}-${status}`, ...(status === 'negative' ? ['rhd-negative', letters] : [letters, 'rhd-positive']), 'all'];
  return wanted.find((slug) => groups.includes(slug)) ?? null;
}

/** A choice as it is kept on the device, `A positive`; null for anything else. */
export function parseBloodType(text: string | null): BloodType | null {
  const [first, second] = (text ?? '').split(' ');
  const abo = aboChoices.find((choice) => choice === first);
  const rhd = rhdChoices.find((choice) => choice === second);
  return abo === undefined || rhd === undefined ? null : { abo, rhd };
}
