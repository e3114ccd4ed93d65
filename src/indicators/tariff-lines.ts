/** What each component costs on the portal's day, with the price before it. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { components } from '#src/domain/blood.ts';

export type Tariff = Rows['tariffs'];

export interface TariffLine {
  readonly component: Tariff['component'];
  readonly unit: Tariff['unit'];
  /** In force on the portal's day; null where none is. */
  readonly current: Tariff | null;
  /** The one that began last before it; null without one. */
  readonly before: Tariff | null;
  /** Every tariff of this component and unit, the latest first. */
  readonly all: readonly Tariff[];
}

/** One line for each component and unit, in the usual order of components. A tariff is in force from its first to its last day, both included; of several the one that began last. */
export const tariffLines: (portal: Portal) => readonly TariffLine[] = oncePerPortal((portal) => {
  const today = portal.asOf.slice(0, 10);
  const groups = Map.groupBy(portal.rows('tariffs'), ({ component, unit }) => `${component}|${unit}`);
  return [...groups.values()]
    .flatMap((rows): readonly TariffLine[] => {
      const all = rows.toSorted((a, b) => (a.validFrom > b.validFrom ? -1 : 1));
      const first = all[0];
      if (first === undefined) return [];
      const current = all.find(({ validFrom, validUntil }) => validFrom <= today && (validUntil === null || validUntil >= today)) ?? null;
      const before = current === null ? null : (all.find(({ validFrom }) => validFrom < current.validFrom) ?? null);
      return [{ component: first.component, unit: first.unit, current, before, all }];
    })
    .toSorted((a, b) => components.indexOf(a.component) - components.indexOf(b.component));
});
