/** Ten years of red cells: shelves of every station and group, filled by the day's donors, emptied by hospitals and time. */
import { dateOfDay, dayNumber } from '#src/domain/calendar.ts';
import { branchesSince, issueShares, lastDate, stockStations } from './city.ts';
import type { StockStation } from './city.ts';
import { along, between } from './curve.ts';
import type { Curve } from './curve.ts';
import type { DailyLog, Series } from './daily-log.ts';
import { groupNames, lateRequests, requestShare } from './groups.ts';
import type { GroupName } from './groups.ts';
import { randomStream } from './random.ts';
import { expectedRequests } from './seasons.ts';
import { Shelf } from './shelf.ts';
import { transfers } from './transfers.ts';

/** The restriction that the health authority declares in the second epidemic: hospitals get this share less. */
export const restriction = { from: '2022-12-20', until: '2023-01-12', percent: 30 } as const;
/** Since then hospitals' requests are kept, not only what was issued. */
const requestsSince = '2024-01-01';

const shelfDays = 35;
/** Days of supply that calls for donors aim at. */
const wantedDays = 7.6;
/** Days of supply → share of requests that is issued; planned operations wait when stock is short. */
const issuedShare: Curve = [[0.8, 0.6], [2, 0.84], [3.2, 0.97], [4, 1]];
const testFailureRate: Curve = [[dayNumber('2016-11-22'), 0.023], [dayNumber('2021-01-01'), 0.016], [dayNumber(lastDate), 0.012]];
const otherDiscardRate = 0.0028;

interface ShelfOfGroup {
  readonly series: Series;
  readonly shelf: Shelf;
  /** Slow mean of requests, U a day. */
  meanRequests: number;
}

export class RedCells {
  readonly #log: DailyLog;
  readonly #random = randomStream('red cells');
  readonly #shelves: ReadonlyMap<StockStation, ReadonlyMap<GroupName, ShelfOfGroup>>;
  readonly #branchDay = dayNumber(branchesSince);

  constructor(log: DailyLog, startDay: number) {
    this.#log = log;
    this.#shelves = new Map(stockStations.map((station) => [station, new Map(groupNames.map((group) => [group, newShelf(station, group)]))]));
    for (const own of this.#shelves.get('centre')?.values() ?? []) {
      own.meanRequests = expectedRequests(startDay) * shareOf(own.series.group);
      for (let age = 1; age <= 8; age += 1) own.shelf.add(startDay - age, Math.round(own.meanRequests));
    }
  }

  /** How strongly donors of a group are called on at a station: above 1 when its stock is low. */
  call(station: StockStation, group: GroupName): number {
    const own = this.#own(station, group);
    return between(0.72, 1 + (0.36 * (wantedDays - daysOn(own))) / wantedDays, 1.24);
  }

  /** Stations that keep stock on a day. */
  stationsOn(day: number): readonly StockStation[] {
    return day < this.#branchDay ? ['centre'] : stockStations;
  }

  /** Takes in what donors gave on a day (U by station and group) and issues what hospitals ask for. */
  live(day: number, collected: (station: StockStation, group: GroupName) => number): void {
    if (day === this.#branchDay) this.#openBranches();
    const requests = expectedRequests(day);
    for (const station of this.stationsOn(day)) {
      for (const group of groupNames) {
        if (group === 'negative' && station !== 'centre') continue;
        const own = this.#own(station, group);
        const mean = requests * (day < this.#branchDay ? 1 : issueShares[station]) * shareOf(group) * along(lateRequests[group] ?? [], day);
        const requested = group === 'negative' ? this.#rareRequest() : Math.max(0, Math.round(mean * (1 + 0.11 * this.#random.spread())));
        this.#liveGroup(day, own, requested, collected(station, group));
      }
    }
    this.#transfer(day);
    if (day === this.#branchDay - 1) this.#supplyBranches(day);
  }

  #liveGroup(day: number, own: ShelfOfGroup, requested: number, collected: number): void {
    const opening = own.shelf.total;
    const date = dateOfDay(day);
    const limit = date >= restriction.from && date <= restriction.until ? 1 - restriction.percent / 100 : 1;
    const wanted = own.series.group === 'negative' ? requested : Math.round(requested * Math.min(limit, along(issuedShare, daysOn(own))));
    const issued = own.shelf.take(wanted);
    own.meanRequests += (requested - own.meanRequests) / 21;
    this.#log.day(day, own.series, { opening, collected, issued, requested: date >= requestsSince ? requested : null });

    const failed = Math.min(collected, this.#random.count(collected * along(testFailureRate, day)));
    const other = Math.min(collected - failed, this.#random.count(collected * otherDiscardRate));
    own.shelf.add(day, collected - failed - other);
    this.#log.flow(day, own.series, 'testFailed', failed);
    this.#log.flow(day, own.series, 'otherDiscards', other);
    this.#log.flow(day, own.series, 'expired', own.shelf.expire(day - shelfDays));
  }

  /** One patient now and then. */
  #rareRequest(): number {
    return this.#random.uniform() < 0.2 ? this.#random.integer(1, 5) : 0;
  }

  #transfer(day: number): void {
    const date = dateOfDay(day);
    for (const { group, incoming, units } of transfers.filter((transfer) => transfer.date === date)) {
      const own = this.#own('centre', group);
      if (incoming) {
        own.shelf.add(day - 4, units);
        this.#log.flow(day, own.series, 'received', units);
      } else if (own.shelf.take(units) === units) {
        this.#log.flow(day, own.series, 'transferredOut', units);
      } else throw new Error(`transfer of ${date}: the centre has fewer than ${units} U`);
    }
  }

  /** On the evening before, the centre gives the branches their share of its stock. */
  #supplyBranches(day: number): void {
    for (const branch of stockStations.slice(1)) {
      for (const group of groupNames) {
        if (group === 'negative') continue;
        const [from, to] = [this.#own('centre', group), this.#own(branch, group)];
        this.#log.flow(day, from.series, 'transferredOut', from.shelf.moveShare(issueShares[branch], to.shelf));
        to.meanRequests = from.meanRequests * issueShares[branch];
      }
    }
  }

  #openBranches(): void {
    for (const group of groupNames) if (group !== 'negative') this.#own('centre', group).meanRequests *= issueShares.centre;
  }

  #own(station: StockStation, group: GroupName): ShelfOfGroup {
    const own = this.#shelves.get(station)?.get(group);
    if (own === undefined) throw new Error(`no shelf for ${group} at ${station}`);
    return own;
  }
}

function newShelf(station: StockStation, group: GroupName): ShelfOfGroup {
  return { series: { station, component: 'red_cells', group, unit: 'U' }, shelf: new Shelf(), meanRequests: 1 };
}

function daysOn({ shelf, meanRequests }: ShelfOfGroup): number {
  return shelf.total / Math.max(0.1, meanRequests);
}

function shareOf(group: GroupName): number {
  return group === 'negative' ? 0.002 : requestShare[group];
}
