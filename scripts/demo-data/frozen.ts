/** Ten years of plasma (ml) and cryoprecipitate (U) at the centre, by ABO group: made from the day's whole blood as it is needed. */
import { between } from './curve.ts';
import type { DailyLog, Series } from './daily-log.ts';
import { aboNames, requestShare } from './groups.ts';
import type { GroupName } from './groups.ts';
import { randomStream } from './random.ts';
import { expectedRequests } from './seasons.ts';

interface FrozenKind {
  readonly component: 'plasma' | 'cryoprecipitate';
  readonly unit: 'ml' | 'U';
  /** Made from one unit of whole blood, at most. */
  readonly yieldPerUnit: number;
  /** Issued for each unit of red cells asked for. */
  readonly perRedCell: number;
  readonly wantedDays: number;
  /** Bags come in multiples of this. */
  readonly step: number;
  readonly discardRate: number;
}

const kinds: readonly FrozenKind[] = [
  { component: 'plasma', unit: 'ml', yieldPerUnit: 100, perRedCell: 62, wantedDays: 32, step: 50, discardRate: 0.021 },
  { component: 'cryoprecipitate', unit: 'U', yieldPerUnit: 0.45, perRedCell: 0.2, wantedDays: 26, step: 1, discardRate: 0.006 },
];

interface Stock {
  readonly kind: FrozenKind;
  readonly series: Series;
  amount: number;
}

export class Frozen {
  readonly #log: DailyLog;
  readonly #random = randomStream('frozen');
  readonly #stocks: readonly Stock[];

  constructor(log: DailyLog, startDay: number) {
    this.#log = log;
    this.#stocks = kinds.flatMap((kind) =>
      aboNames.map((group) => ({
        kind,
        series: { station: 'centre' as const, component: kind.component, group, unit: kind.unit },
        amount: inSteps(kind, expectedRequests(startDay) * requestShare[group] * kind.perRedCell * kind.wantedDays),
      })),
    );
  }

  /** `units` of whole blood given on the day, by group. */
  live(day: number, units: (group: GroupName) => number): void {
    for (const stock of this.#stocks) this.#liveOne(day, stock, units(stock.series.group));
  }

  #liveOne(day: number, stock: Stock, units: number): void {
    const { kind, series } = stock;
    if (series.group === 'negative') return;
    const opening = stock.amount;
    const mean = expectedRequests(day) * requestShare[series.group] * kind.perRedCell;
    const issued = Math.min(opening, inSteps(kind, Math.max(0, mean * (1 + 0.2 * this.#random.spread()))));
    const need = mean * between(0.3, 1 + (1.4 * (kind.wantedDays - opening / mean)) / kind.wantedDays, 2);
    const made = inSteps(kind, Math.min(units * kind.yieldPerUnit, need));
    const discarded = Math.min(made, kind.step * this.#random.count((made / kind.step) * kind.discardRate));
    stock.amount += made - issued - discarded;
    this.#log.day(day, series, { opening, collected: made, issued, requested: null });
    this.#log.flow(day, series, this.#random.uniform() < 0.6 ? 'testFailed' : 'otherDiscards', discarded);
  }
}

function inSteps({ step }: FrozenKind, amount: number): number {
  return Math.round(amount / step) * step;
}
