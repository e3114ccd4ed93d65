/** A piece of current-stock.json as it is published now: the whole head and the first group, for the page that promises its form. */
import type { Portal } from '#src/datasets/portal.ts';
import { currentStock } from '#src/publishing/current-stock.ts';

/** JSON text; null without stock. The group is the first with a level, else the first. */
export function currentStockSample(portal: Portal): string | null {
  const stock = currentStock(portal);
  const group = stock.groups.find(({ level, season }) => level !== null && season !== null) ?? stock.groups.find(({ level }) => level !== null) ?? stock.groups[0];
  return group === undefined ? null : JSON.stringify({ ...stock, groups: [group] }, null, 2);
}
