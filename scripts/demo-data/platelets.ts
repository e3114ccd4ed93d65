/** Ten years of apheresis platelets at the centre, by ABO group, in half doses: they keep five days. */
import { weekdayOfDay } from '#src/domain/calendar.ts';
import { along, between, dated } from './curve.ts';
import type { DailyLog, Series } from './daily-log.ts';
import { aboNames, requestShare } from './groups.ts';
import type { GroupName } from './groups.ts';
import { randomStream } from './random.ts';
import { expectedRequests } from './seasons.ts';
import { Shelf } from './shelf.ts';

const shelfDays = 5;
const wantedDays = 2.7;
/** Half doses that hospitals ask for on an ordinary day. */
const demandTrend = dated([['2016-08-01', 21.5], ['2019-01-01', 26.5], ['2022-01-01', 30.5], ['2026-12-31', 36.5]]);
const weekend = [1.1, 1.08, 1.06, 1.06, 1.04, 0.86, 0.8];

export class Platelets {
  readonly #log: DailyLog;
  readonly #random = randomStream('platelets');
  readonly #shelves = new Map<GroupName, { series: Series; shelf: Shelf }>(
    aboNames.map((group) => [group, { series: { station: 'centre', component: 'apheresis_platelets', group, unit: 'dose' }, shelf: new Shelf() }]),
  );

  constructor(log: DailyLog) {
    this.#log = log;
  }

  /** How strongly donors of a group are asked to come. */
  call(day: number, group: GroupName): number {
    const days = (this.#shelves.get(group)?.shelf.total ?? 0) / this.#mean(day, group);
    return between(0.55, 1 + (0.7 * (wantedDays - days)) / wantedDays, 1.6);
  }

  /** `collected` in half doses; everything that is logged is in doses. */
  live(day: number, collected: (group: GroupName) => number): void {
    for (const { series, shelf } of this.#shelves.values()) {
      const opening = shelf.total / 2;
      const asked = Math.max(0, Math.round(this.#mean(day, series.group) * (weekend[weekdayOfDay(day) - 1] ?? 1) * (1 + 0.16 * this.#random.spread())));
      const issued = shelf.take(asked) / 2;
      const given = collected(series.group);
      this.#log.day(day, series, { opening, collected: given / 2, issued, requested: null });
      const failed = Math.min(given, this.#random.count(given * 0.008));
      shelf.add(day, given - failed);
      this.#log.flow(day, series, 'testFailed', failed / 2);
      this.#log.flow(day, series, 'expired', shelf.expire(day - shelfDays) / 2);
    }
  }

  /** Patients with leukaemia need platelets in holidays too: half of the swing of red cells. */
  #mean(day: number, group: GroupName): number {
    if (group === 'negative') return 1;
    const swing = (1 + expectedRequests(day) / 340) / 2;
    return along(demandTrend, day) * requestShare[group] * between(0.8, swing, 1.1);
  }
}
