/** The daily histories of the groups of one component, for the whole region: what the history page shows and publishes. */
import { components } from '#src/domain/blood.ts';
import type { StockUnit } from '#src/domain/blood.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { isNumber } from './series.ts';
import type { DailySeries } from './series.ts';
import { seasonSeries, stockHistory } from './stock-history.ts';
import type { StockHistory } from './stock-history.ts';
import { stockNow } from './stock-now.ts';
import type { StockEntry } from './stock-now.ts';

export interface GroupHistory {
  readonly entry: StockEntry;
  readonly history: StockHistory;
  /** `days` where days of supply are known on any day, else the unit of the stock. */
  readonly unit: StockUnit;
  /** Days of supply, else the stock, day by day. */
  readonly shown: DailySeries;
}

/** One for each group of a component that is not rare, in the order of the stock page; at the first station where no total of the region exists. */
export const groupHistories = oncePerPortal((portal: Portal, component: string): readonly GroupHistory[] => {
  const ofComponent = stockNow(portal).entries.filter((entry) => entry.component === component);
  const station = ofComponent.some((entry) => entry.station === 'all') ? 'all' : ofComponent[0]?.station;
  const known = new Set<string>();
  return ofComponent.flatMap((entry) => {
    const history = entry.station === station && !known.has(entry.group) ? stockHistory(portal, entry) : null;
    if (history === null) return [];
    known.add(entry.group);
    const hasDays = entry.unit !== 'percent' && history.days.some(isNumber);
    return [{ entry, history, unit: hasDays ? 'days' : entry.unit, shown: hasDays ? seasonSeries(entry, history) : history.quantity }];
  });
});

/** Components with at least one daily history, the headline component first. */
export const componentsWithHistory = oncePerPortal((portal: Portal) => {
  const { headlineComponent } = stockNow(portal);
  return components
    .filter((component) => groupHistories(portal, component).length > 0)
    .toSorted((a, b) => Number(b === headlineComponent) - Number(a === headlineComponent));
});
