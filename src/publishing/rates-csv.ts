/** `/rates/rates.csv`: every donation rate that the portal works out, with its two numbers, the targets for it and what is missing to them. */
import type { Portal } from '#src/datasets/portal.ts';
import { donationsToTarget } from '#src/domain/donation-rate.ts';
import { donationRates, rateTargets } from '#src/indicators/donation-rate.ts';
import { formatCsv } from '#src/tabular/format-csv.ts';

const header = ['year', 'region', 'base', 'donations', 'population', 'rate_per_1000', 'target_per_1000', 'clause', 'donations_to_target', 'status'];

/** One line for each year, region, base and target; `rate_per_1000` to four decimals. Every line is called derived: nobody has published these rates. */
export function ratesCsv(portal: Portal): string {
  const targets = rateTargets(portal);
  const isDemonstration = portal.settings.demonstration !== null;
  const rows = donationRates(portal).flatMap(({ year, region, base, donations, population, rate }) => {
    const of = [String(year), region, base, String(donations), String(population), rate.toFixed(4)];
    const toTargets = targets.length === 0
      ? [['NA', 'NA', 'NA']]
      : targets.map(({ value, clause }) => [String(value), clause, String(donationsToTarget(value, population, donations))]);
    return toTargets.map((target) => [...of, ...target, 'derived', ...(isDemonstration ? ['示例 demonstration'] : [])]);
  });
  return formatCsv(isDemonstration ? [...header, 'demonstration'] : header, rows);
}
