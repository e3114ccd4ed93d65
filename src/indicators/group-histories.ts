/** The daily histories of the groups of one component, for the whole region and for each station: what the history page shows and publishes. */
import { components } from '#src/domain/blood.ts';
import type { StockUnit } from '#src/domain/blood.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { ThresholdPeriod } from './level.ts';
import { isNumber } from './series.ts';
import type { DailySeries } from './series.ts';
import { seasonSeries, stockHistory } from './stock-history.ts';
import type { StockHistory } from './stock-history.ts';
import { stockNow } from './stock-now.ts';
import { stockRecords } from './stock-records.ts';
import type { StockEntry } from './stock-now.ts';

export interface GroupHistory {
  readonly entry: StockEntry;
  readonly history: StockHistory;
  /** `days` where days of supply are known on any day, else the unit of the stock. */
  readonly unit: StockUnit;
  /** Days of supply, else the stock, day by day. */
  readonly shown: DailySeries;
  /** The thresholds of their time, of every unit. */
  readonly periods: readonly ThresholdPeriod[];
}

export interface StationHistories {
  /** `all` = the whole region. */
  readonly station: string;
  /** One for each group that is not rare, in the order of the stock page; never empty. */
  readonly groups: readonly GroupHistory[];
}

/**
 * The stations with a daily history of a component. The region's total comes first, else the stations as the stations table lists them;
 * a single station beside the total is the same thing and left out.
 */
export const stationHistories = oncePerPortal((portal: Portal, component: string): readonly StationHistories[] => {
  const { stations, entries } = stockNow(portal);
  const found = stations.flatMap((station) => {
    const known = new Set<string>();
    const groups = entries
      .filter((entry) => entry.component === component && entry.station === station)
      .flatMap((entry) => {
        const history = known.has(entry.group) ? null : groupHistory(portal, entry);
        if (history !== null) known.add(entry.group);
        return history ?? [];
      });
    return groups.length === 0 ? [] : [{ station, groups }];
  });
  return found.length === 2 && found[0]?.station === 'all' ? found.slice(0, 1) : found;
});

function groupHistory(portal: Portal, entry: StockEntry): GroupHistory | null {
  const history = stockHistory(portal, entry);
  if (history === null) return null;
  const hasDays = entry.unit !== 'percent' && history.days.some(isNumber);
  return { entry, history, unit: hasDays ? 'days' : entry.unit, shown: hasDays ? seasonSeries(entry, history) : history.quantity, periods: stockRecords(portal).thresholds(entry) };
}

/** Those of the region's total; where there is none, of the first station. */
export function groupHistories(portal: Portal, component: string): readonly GroupHistory[] {
  return stationHistories(portal, component)[0]?.groups ?? [];
}

/** Components with at least one daily history, the headline component first. */
export const componentsWithHistory = oncePerPortal((portal: Portal) => {
  const { headlineComponent } = stockNow(portal);
  return components
    .filter((component) => groupHistories(portal, component).length > 0)
    .toSorted((a, b) => Number(b === headlineComponent) - Number(a === headlineComponent));
});
