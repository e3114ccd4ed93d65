/** Regions by name, and what lies above them: what holds for a province or the country holds in its cities. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';

/** Name of a region; its id where the table of regions does not hold it. */
export function nameOfRegion(portal: Portal, region: string, locale: Locale): string {
  const row = portal.rows('regions').find((one) => one.region === region);
  return (locale === 'zh' ? row?.nameZh : (row?.nameEn ?? row?.nameZh)) ?? region;
}

/** The region itself, then the one above it, and so on to the top. */
export function regionChain(portal: Portal, region: string): readonly string[] {
  const parents = new Map(portal.rows('regions').map((row) => [row.region, row.parent]));
  const chain: string[] = [];
  for (let one: string | null | undefined = region; one != null && !chain.includes(one); one = parents.get(one)) chain.push(one);
  return chain;
}
