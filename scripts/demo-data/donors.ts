/** The donors of a day, one by one: where, which group, how much, for the first time or again, and how they came. */
import { dateOfDay, dayNumber, monthOf, yearOf } from '#src/domain/calendar.ts';
import { branchesSince, districts, donationShares } from './city.ts';
import type { District, StockStation } from './city.ts';
import { along, dated } from './curve.ts';
import type { Curve } from './curve.ts';
import { aboNames, donorShare, groupNames } from './groups.ts';
import type { GroupName } from './groups.ts';
import { randomStream } from './random.ts';
import { expectedDonations } from './seasons.ts';

/** Since then it is recorded whether a donor has given before. */
const donorHistorySince = '2018-01';

const channels = ['street', 'group', 'appointment'] as const;
const donors = ['first_time', 'repeat', 'lapsed'] as const;
const appointmentShare: Curve = dated([['2017-01-01', 0.03], ['2020-01-01', 0.09], ['2023-01-01', 0.19], ['2026-12-31', 0.26]]);
const firstTimeShare: Curve = dated([['2018-01-01', 0.47], ['2021-01-01', 0.42], ['2026-12-31', 0.35]]);
/** Share of 200 ml and of 300 ml donations; the rest give 400 ml. */
const smallShare: Curve = dated([['2016-11-22', 0.075], ['2021-01-01', 0.045], ['2026-12-31', 0.03]]);
const mediumShare: Curve = dated([['2016-11-22', 0.075], ['2021-01-01', 0.055], ['2026-12-31', 0.045]]);

const plateletDonations: Curve = dated([['2016-08-01', 8.4], ['2019-01-01', 10.2], ['2022-01-01', 11.8], ['2026-12-31', 14]]);
const halfDoses = [1, 2, 3, 4] as const;
const halfDoseWeights = [0.02, 0.56, 0.07, 0.35];

export interface DonationCount {
  readonly month: string;
  readonly region: string;
  readonly donation: 'whole_blood' | 'apheresis_platelets';
  readonly donor: string;
  readonly channel: string;
  donations: number;
  volumeMl: number;
  halfDoses: number;
}

/** The whole-blood and platelet donors of every day, counted by month as they come. */
export class Donors {
  readonly counts = new Map<string, DonationCount>();
  readonly #wholeBloodOfYear = new Map<number, { all: number; of400ml: number }>();
  readonly #random = randomStream('donors');
  readonly #branchDay = dayNumber(branchesSince);

  /** Units given on a day, by station and group. `call` says how strongly a group is called on at a station. */
  wholeBlood(day: number, call: (station: StockStation, group: GroupName) => number): (station: StockStation, group: GroupName) => number {
    const units = new Map<string, number>();
    const weather = 1 + 0.08 * this.#random.spread();
    districts.forEach((district, index) => {
      for (const group of groupNames) {
        const station = day < this.#branchDay || group === 'negative' ? 'centre' : district.station;
        const mean = expectedDonations(day) * weather * (donationShares[index] ?? 0) * donorShare[group] * call(station, group);
        const key = `${station} ${group}`;
        units.set(key, (units.get(key) ?? 0) + this.#giveWholeBlood(day, district, this.#random.count(mean)) / 200);
      }
    });
    return (station, group) => units.get(`${station} ${group}`) ?? 0;
  }

  /** Half doses of platelets given on a day, by ABO group. `call` says how strongly a group is called on. */
  platelets(day: number, call: (group: GroupName) => number): (group: GroupName) => number {
    const halves = new Map<string, number>();
    for (const group of aboNames) {
      const count = this.#random.count(along(plateletDonations, day) * donorShare[group] * call(group));
      for (let i = 0; i < count; i += 1) {
        const halfDose = halfDoses[this.#random.choose(halfDoseWeights)] ?? 2;
        const district = districts[this.#random.choose([0.58, 0.3, 0.12])];
        halves.set(group, (halves.get(group) ?? 0) + halfDose);
        if (district !== undefined) this.#count(day, district, 'apheresis_platelets', 0, halfDose);
      }
    }
    return (group) => halves.get(group) ?? 0;
  }

  /** Donations of 400 ml as percent of all whole-blood donations of a year; 0 without any. */
  share400ml(year: number): number {
    const { all, of400ml } = this.#wholeBloodOfYear.get(year) ?? { all: 0, of400ml: 0 };
    return all === 0 ? 0 : (100 * of400ml) / all;
  }

  /** Volume in ml of `count` donations. 300 ml is 1.5 U of red cells: an even number of them keeps the day in whole units. */
  #giveWholeBlood(day: number, district: District, count: number): number {
    const small = Math.min(count, this.#random.count(count * along(smallShare, day)));
    const medium = Math.min(2 * Math.floor((count - small) / 2), 2 * this.#random.count((count * along(mediumShare, day)) / 2));
    const ofYear = this.#wholeBloodOfYear.get(yearOf(dateOfDay(day))) ?? { all: 0, of400ml: 0 };
    this.#wholeBloodOfYear.set(yearOf(dateOfDay(day)), { all: ofYear.all + count, of400ml: ofYear.of400ml + count - small - medium });
    for (let i = 0; i < count; i += 1) this.#count(day, district, 'whole_blood', i < small ? 200 : i < small + medium ? 300 : 400, 0);
    return small * 200 + medium * 300 + (count - small - medium) * 400;
  }

  #count(day: number, district: District, donation: DonationCount['donation'], volumeMl: number, halfDoses: number): void {
    const month = monthOf(dateOfDay(day));
    const booked = along(appointmentShare, day);
    const isPlatelets = donation === 'apheresis_platelets';
    const channel = channels[this.#random.choose(isPlatelets ? [0.2, 0.1, 0.7] : [0.52 - booked / 2, 0.48 - booked / 2, booked])] ?? 'street';
    const first = along(firstTimeShare, day) * (isPlatelets ? 0.15 : channel === 'appointment' ? 0.5 : 1.1);
    const donor = donors[this.#random.choose([first, 0.87 - first, 0.13])] ?? 'repeat';
    const donorCell = month < donorHistorySince ? 'all' : donor;
    const key = `${month} ${district.region} ${donation} ${donorCell} ${channel}`;
    let line = this.counts.get(key);
    if (line === undefined) {
      line = { month, region: district.region, donation, donor: donorCell, channel, donations: 0, volumeMl: 0, halfDoses: 0 };
      this.counts.set(key, line);
    }
    line.donations += 1;
    line.volumeMl += volumeMl;
    line.halfDoses += halfDoses;
  }
}
