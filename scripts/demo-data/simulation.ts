/** Runs the invented blood service day by day and hands over what it wrote down. */
import { dayNumber } from '#src/domain/calendar.ts';
import { lastDay, stockStations, warmUpDate } from './city.ts';
import { DailyLog } from './daily-log.ts';
import { Donors } from './donors.ts';
import { Frozen } from './frozen.ts';
import { Platelets } from './platelets.ts';
import { RedCells } from './red-cells.ts';
import type { GroupName } from './groups.ts';

export interface Simulation {
  readonly log: DailyLog;
  readonly donors: Donors;
}

/** Stock counted at 08:00 of a day + what is collected − issued − discarded that day = stock of the next morning. */
export function simulate(): Simulation {
  const startDay = dayNumber(warmUpDate);
  const log = new DailyLog();
  const donors = new Donors();
  const redCells = new RedCells(log, startDay);
  const platelets = new Platelets(log);
  const frozen = new Frozen(log, startDay);
  for (let day = startDay; day <= lastDay; day += 1) {
    const given = donors.wholeBlood(day, (station, group) => redCells.call(station, group));
    const halfDoses = donors.platelets(day, (group) => platelets.call(day, group));
    redCells.live(day, given);
    platelets.live(day, halfDoses);
    frozen.live(day, (group: GroupName) => stockStations.reduce((sum, station) => sum + given(station, group), 0));
  }
  return { log, donors };
}
