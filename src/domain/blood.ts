/** The words of blood: ABO group, RhD status, blood group, component, unit, level. */

export const aboGroups = ['A', 'B', 'O', 'AB', 'all'] as const;
export type Abo = (typeof aboGroups)[number];

export const rhdStatuses = ['positive', 'negative', 'all'] as const;
export type Rhd = (typeof rhdStatuses)[number];

export const components = [
  'whole_blood',
  'red_cells',
  'apheresis_platelets',
  'pooled_platelets',
  'plasma',
  'cryoprecipitate',
  'unspecified',
] as const;
export type Component = (typeof components)[number];

/** U = what 200 ml of whole blood gives; dose = adult therapeutic dose of platelets. */
export const stockUnits = ['U', 'dose', 'ml', 'days', 'percent'] as const;
export type StockUnit = (typeof stockUnits)[number];

/** Best first. */
export const levels = ['normal', 'low', 'short', 'critical'] as const;
export type Level = (typeof levels)[number];

/** Address words of blood groups, in the order of lists; `all` is the sum that a publisher states for every group together. */
export const groupSlugs = [
  'a-positive', 'b-positive', 'o-positive', 'ab-positive',
  'a-negative', 'b-negative', 'o-negative', 'ab-negative',
  'a', 'b', 'o', 'ab',
  'rhd-positive', 'rhd-negative', 'all',
] as const;
export type GroupSlug = (typeof groupSlugs)[number];

/** Slug of an ABO group and RhD status, e.g. A + positive → `a-positive`, A + all → `a`, all + negative → `rhd-negative`. */
export function groupSlug(abo: Abo, rhd: Rhd): GroupSlug {
  if (abo === 'all') return rhd === 'all' ? 'all' : `rhd-${rhd}`;
  const letters = abo.toLowerCase() as Lowercase<Exclude<Abo, 'all'>>;
  return rhd === 'all' ? letters : `${letters}-${rhd}`;
}
