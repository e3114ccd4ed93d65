/** The range of earlier years for every day of a view, as the season of the stock pages is defined. */
import { correspondingDays, earlierYears, seasonBand } from '#src/domain/season-days.ts';
import { sevenDayMeans } from '#src/domain/seven-day-mean.ts';
import type { DeskNumbers } from './desk-numbers.ts';
import { festivalIn } from './desk-settings.ts';

export interface SeasonDay {
  readonly x: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** By group: one element a day, null with fewer than three earlier years. */
export function seasonOf({ start, end, pieceStart, groups, settings }: DeskNumbers): ReadonlyMap<string, readonly (SeasonDay | null)[]> {
  const compared = Array.from({ length: end - start + 1 }, (_, index) => correspondingDays(start + index, earlierYears(start + index, pieceStart), (year) => festivalIn(settings, year)).days);
  return new Map(
    groups.map(({ group, whole }) => {
      const means = sevenDayMeans(whole);
      const days = compared.map((earlier, index) => {
        const band = seasonBand(earlier.flatMap((day) => means[day - pieceStart] ?? []));
        return band === null ? null : { x: start + index, low: band.p10, median: band.median, high: band.p90 };
      });
      return [group, days];
    }),
  );
}
