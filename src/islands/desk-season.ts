/** The range of earlier years for every day of a view, as the season of the stock pages is defined. */
import { correspondingDays, earlierYears, seasonBand } from '#src/domain/season-days.ts';
import { weekMeans } from './desk-numbers.ts';
import type { DeskNumbers } from './desk-numbers.ts';
import { festivalIn } from './desk-settings.ts';
import { between } from './history-piece.ts';
import type { Values } from './history-piece.ts';

/** One value a day in each list; null with fewer than three earlier years. */
interface Range {
  readonly low: Values;
  readonly median: Values;
  readonly high: Values;
}

export interface Season extends Range {
  /** Day numbers. */
  readonly xs: readonly number[];
}

/** By group, of the days shown. */
export function seasonOf(numbers: DeskNumbers): ReadonlyMap<string, Season> {
  const { start, end, pieceStart, groups, days } = numbers;
  return new Map(
    groups.map(({ group, whole }) => {
      const season = wholeSeason(numbers, whole);
      const shown = (values: Values): Values => between(pieceStart, values, start, end);
      return [group, { xs: days, low: shown(season.low), median: shown(season.median), high: shown(season.high) }];
    }),
  );
}

const known = new WeakMap<Values, Range>();

/** Of every day of a list, worked out once for each: a season does not depend on the days shown. */
function wholeSeason(numbers: DeskNumbers, whole: Values): Range {
  const found = known.get(whole);
  if (found !== undefined) return found;
  const means = weekMeans(whole);
  const season = { low: [] as (number | null)[], median: [] as (number | null)[], high: [] as (number | null)[] };
  const values: number[] = [];
  for (const earlier of comparedDays(numbers, whole.length)) {
    values.length = 0;
    for (let index = 0; index < earlier.length; index += 1) {
      const value = means[(earlier[index] ?? 0) - numbers.pieceStart] ?? null;
      if (value !== null) values.push(value);
    }
    const band = seasonBand(values);
    season.low.push(band?.p10 ?? null);
    season.median.push(band?.median ?? null);
    season.high.push(band?.p90 ?? null);
  }
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
