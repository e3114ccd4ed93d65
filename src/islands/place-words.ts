/** What the page says about the state of a place and its distance: the page brings the sentences, this fills in times and numbers. */
import { weekday } from '#src/domain/calendar.ts';
import { shownDistance } from '#src/domain/distance.ts';
import type { StateAt } from '#src/domain/schedule.ts';
import { clockTime, dateOfWallMinute } from '#src/domain/wall-clock.ts';
import type { WallMinute } from '#src/domain/wall-clock.ts';
import { formatWeekday } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { filled } from './filled.ts';

/** Sentences of the page in its language, with `{name}` for what is filled in. */
export type PlaceWords = Readonly<Record<string, string>>;

/** A sentence of the page with its places filled; nothing where the page did not bring it. */
export function said(words: PlaceWords, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return filled(words[key] ?? '', values);
}

/** `17:00` on the day of `now`, `11月22日 周日 08:00` on another; the end of a day is 24:00. */
export function timeWords(minute: WallMinute, now: WallMinute, locale: Locale, isEnd = false): string {
  const date = dateOfWallMinute(isEnd ? minute - 1 : minute);
  const time = clockTime(minute, isEnd);
  return date === dateOfWallMinute(now) ? time : `${formatWeekday(date, weekday(date), locale)} ${time}`;
}

/** `开放中，到 17:00`; `at`: of a time that the reader has chosen. */
export function stateWords(words: PlaceWords, { state, until, opensAt }: StateAt, now: WallMinute, locale: Locale, at: boolean): string {
  const prefix = at ? 'badgeAt' : 'badge';
  if (state === 'unknown') return said(words, `${prefix}.unknown`);
  if (state === 'closed') return opensAt === null ? said(words, `${prefix}.closed`) : said(words, `${prefix}.closedUntil`, { time: timeWords(opensAt, now, locale) });
  return until === null ? said(words, `${prefix}.${state}`) : said(words, `${prefix}.${state}Until`, { time: timeWords(until, now, locale, true) });
}

/** `3.2 公里`, below one kilometre `350 米`. */
export function distanceText(words: PlaceWords, metres: number): string {
  const { unit, value, decimals } = shownDistance(metres);
  // A number formatter for each of hundreds of places would be felt while typing; at most five digits need none.
  return said(words, `distance.${unit}`, { number: Math.round(value * 10 ** decimals) / 10 ** decimals });
}
