/** The range of earlier years for every day of a view, as the season of the stock pages is defined. */
import { correspondingDays, earlierYears, seasonBand } from '#src/domain/season-days.ts';
import { weekMeans } from './desk-numbers.ts';
import type { DeskNumbers } from './desk-numbers.ts';
import { festivalIn } from './desk-settings.ts';
import { between } from './history-piece.ts';
import type { Values } from './history-piece.ts';

export interface SeasonDay {
  readonly x: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

type Season = readonly (SeasonDay | null)[];

/** By group: one element a day, null with fewer than three earlier years. */
export function seasonOf(numbers: DeskNumbers): ReadonlyMap<string, Season> {
  const { start, end, pieceStart, groups } = numbers;
  return new Map(groups.map(({ group, whole }) => [group, between(pieceStart, wholeSeason(numbers, whole), start, end)]));
}

const known = new WeakMap<Values, Season>();

/** Of every day of a list, worked out once for each: a season does not depend on the days shown. */
function wholeSeason(numbers: DeskNumbers, whole: Values): Season {
  const { pieceStart } = numbers;
  const found = known.get(whole);
  if (found !== undefined) return found;
  const means = weekMeans(whole);
  const season = comparedDays(numbers, whole.length).map((earlier, index) => {
    const values: number[] = [];
    for (const day of earlier) {
      const mean = means[day - pieceStart];
      if (mean !== undefined && mean !== null) values.push(mean);
    }
    const band = seasonBand(values);
    return band === null ? null : { x: pieceStart + index, low: band.p10, median: band.median, high: band.p90 };
  });
  known.set(whole, season);
  return season;
}

let lastCompared: { readonly start: number; readonly days: readonly (readonly number[])[] } | null = null;

/** The days of earlier years that each of `count` days is compared with; the groups of a file share them. */
function comparedDays({ pieceStart, settings }: DeskNumbers, count: number): readonly (readonly number[])[] {
  if (lastCompared?.start !== pieceStart || lastCompared.days.length !== count) {
    const days = Array.from({ length: count }, (_, index) => correspondingDays(pieceStart + index, earlierYears(pieceStart + index, pieceStart), (year) => festivalIn(settings, year)).days);
    lastCompared = { start: pieceStart, days };
  }
  return lastCompared.days;
}
