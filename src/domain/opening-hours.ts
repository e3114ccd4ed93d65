/**
 * Opening hours as OpenStreetMap writes them, read by the library `opening_hours` and turned into dated spans. Only for the build.
 * Each date is judged by itself: its weekday, its holiday and its make-up workday come from our own dated table, never from the library.
 */
import OpeningHours from 'opening_hours';
import { dateOfDay, dayNumber } from './calendar.ts';
import type { IsoDate } from './calendar.ts';
import { dayKind } from './holidays.ts';
import type { DayKind } from './holidays.ts';
import type { Schedule, Span } from './schedule.ts';
import { midnight, minutesADay } from './wall-clock.ts';
import { onWallClock } from './wall-clock-date.ts';

const weekdayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const dayMs = 86_400_000;
/** The library guesses here what the text means, or hours would depend on the sun. */
const guesses = new Set(['ambiguous_word', 'vague', 'interpreted_as_year', 'value_ends_with_token']);
const unsupported = /\b(sunrise|sunset|dawn|dusk|easter|SH|school)\b/i;
const openEnd = 'Specified as open end';
const settings = { mode: 0, locale: 'en', tag_key: undefined, map_value: undefined, warnings_severity: undefined };
const location = { lat: 0, lon: 0, address: { country_code: 'cn', state: '' } };

/** Whether a portal's days follow the table of mainland China. */
export type HolidayTable = 'mainland' | 'none';

/** The zones whose clocks are those of mainland China. */
const mainlandZones = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'Asia/Kashgar', 'PRC'];

export function isMainlandZone(timeZone: string): boolean {
  return mainlandZones.includes(timeZone);
}

/** Whether a zone's clocks show Beijing time; those of Xinjiang time do not. */
export function isBeijingTime(timeZone: string): boolean {
  return isMainlandZone(timeZone) && !['Asia/Urumqi', 'Asia/Kashgar'].includes(timeZone);
}

/** Text in the library's own spelling, or null where it cannot be read without guessing. */
export function readableHours(text: string): string | null {
  // The library would print to the console what it cannot do with school holidays.
  if (outsideComments(text).some((part) => unsupported.test(part))) return null;
  return onWallClock(0, () => null, () => {
    try {
      const hours = new OpeningHours(text, location, settings);
      if (hours.getStructuredWarnings().some(({ type }) => guesses.has(type))) return null;
      return hours.prettifyValue();
    } catch {
      // The library throws texts as well as errors at what it cannot read.
      return null;
    }
  });
}

/** Every second part of the text, beginning with the first, lies outside its quoted comments. */
function outsideComments(text: string): string[] {
  return text.split('"').filter((_, index) => index % 2 === 0);
}

const weekday = `(?:${weekdayNames.join('|')})`;
const holidayToken = new RegExp(`\\bPH(?: ([+-]\\d+) days?)?(?: (?=${weekday}\\b)(${weekday}(?:-${weekday})?(?:,${weekday}(?:-${weekday})?)*))?`, 'g');

/** The weekdays that `Mo-We,Fr` names, 1 Monday … 7 Sunday. */
function weekdaysNamed(list: string): readonly number[] {
  return list.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map((name) => weekdayNames.findIndex((one) => one === name));
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => ((from + step) % 7) + 1);
  });
}

/**
 * `PH` in a spelling replaced by weekdays that say the same on this one date and the night before it:
 * those of the two that are holidays, else one that is neither.
 */
function withHolidays(spelling: string, day: number, kindOf: (day: number) => DayKind): string {
  const substitute = (_: string, offset: string | undefined, among: string | undefined): string => {
    const allowed = among === undefined ? null : weekdaysNamed(among);
    const matching = [day - 1, day].filter((one) => kindOf(one - Number(offset ?? 0)).holiday !== null).map((one) => kindOf(one).effectiveWeekday);
    const wanted = [...new Set(matching)].filter((one) => allowed === null || allowed.includes(one));
    const never = weekdayNames.findIndex((__, index) => ![day - 1, day].some((one) => kindOf(one).effectiveWeekday === index + 1));
    return (wanted.length === 0 ? [never + 1] : wanted.toSorted()).map((one) => weekdayNames[one - 1]).join(',');
  };
  return spelling
    .split('"')
    .map((part, index) => (index % 2 === 0 ? part.replaceAll(holidayToken, substitute) : part))
    .join('"');
}

/** Weekday and nothing else: where no table of holidays is kept. */
const plainDay = (day: number): DayKind => ({ ...dayKind(dateOfDay(day)), known: true, holiday: null, isMakeUpWorkday: false, effectiveWeekday: ((((day + 3) % 7) + 7) % 7) + 1 });

interface Reader {
  intervals(from: Date, to: Date): readonly [Date, Date, boolean, string | undefined][];
}

/** What is open on one date, cut at its two midnights; minutes of the wall. */
function spansOfDay(reader: Reader, day: number, date: (ms: number) => Date): Span[] {
  return reader.intervals(date(day * dayMs), date((day + 1) * dayMs)).map(([from, until, isUnknown, comment]) => ({
    from: Math.round(from.getTime() / 60_000),
    until: Math.round(until.getTime() / 60_000),
    state: isUnknown ? 'ask' : 'open',
    comment: comment === undefined || comment === '' || comment.startsWith(openEnd) ? null : comment,
  }));
}

/** Whether spans in the first hours of a day can only be the rest of the evening before: hours go past midnight, none begin at it. */
function onlyNightsAtMidnight(spelling: string): boolean {
  return outsideComments(spelling).every((part) => !/\b00:00-|24\/7/.test(part));
}

/**
 * Joins what midnight has cut: a span to the end of a day with the rest of it in the early hours of the next. A rest without its
 * evening (the day before was closed by another rule, which the library forgets at midnight) is dropped where `onlyNights`.
 */
function joined(spans: readonly Span[], onlyNights: boolean): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const isRest = span.until - span.from < minutesADay && span.from % minutesADay === 0;
    const follows = last !== undefined && last.until === span.from;
    if (isRest && follows && last.state === span.state && last.comment === span.comment && last.state !== 'unknown') {
      result[result.length - 1] = { ...last, until: span.until };
    } else if (follows || !isRest || !onlyNights) result.push(span);
  }
  return result;
}

/**
 * The spans of `days` dates from `first` on. A date in a year whose holidays are not announced is unknown as a whole; so is, where no
 * table of holidays is kept, every date of hours that name holidays. null where the text cannot be read.
 * A night belongs to its evening: what began before `first` is there too, and what begins on the last date is there to its end.
 */
export function scheduleOf(text: string, first: IsoDate, days: number, table: HolidayTable = 'mainland'): Schedule | null {
  const spelling = readableHours(text);
  if (spelling === null) return null;
  const evening = dayNumber(first) - 1;
  const kindOf = table === 'mainland' ? (day: number): DayKind => dayKind(dateOfDay(day)) : plainDay;
  const namesHolidays = outsideComments(spelling).some((part) => /\bPH\b/.test(part));
  const readers = new Map<string, Reader>();
  const spans = onWallClock(evening * dayMs, (day) => kindOf(day).effectiveWeekday % 7, (date) =>
    Array.from({ length: days + 2 }, (_, index) => evening + index).flatMap((day): Span[] => {
      const start = day * minutesADay;
      if (!kindOf(day).known || (table === 'none' && namesHolidays)) return [{ from: start, until: start + minutesADay, state: 'unknown', comment: null }];
      const rules = withHolidays(spelling, day, kindOf);
      let reader = readers.get(rules);
      if (reader === undefined) {
        const hours = new OpeningHours(rules, location, settings);
        reader = { intervals: (from, to) => hours.getOpenIntervals(from, to) };
        readers.set(rules, reader);
      }
      return spansOfDay(reader, day, date);
    }),
  );
  const window = { from: midnight(first), until: midnight(first) + days * minutesADay };
  return { ...window, spans: joined(spans, onlyNightsAtMidnight(spelling)).filter(({ from, until }) => until > window.from && from < window.until) };
}
