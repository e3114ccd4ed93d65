/** The printed week of a place on the visitor's day: days that have passed leave, days after the printed ones follow as far as hours are known. */
import { weekday } from '#src/domain/calendar.ts';
import type { IsoDate } from '#src/domain/calendar.ts';
import { daysOf } from '#src/domain/schedule.ts';
import type { Schedule, Span } from '#src/domain/schedule.ts';
import { clockTime, dateOfWallMinute, minutesADay } from '#src/domain/wall-clock.ts';
import { formatWeekday } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { said } from './place-words.ts';
import type { PlaceWords } from './place-words.ts';

export interface WeekLine {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly dates: string;
  readonly hours: string;
}

const weekDays = 7;

/** Seven days from `today` on: printed days keep the page's words, later ones are said from the schedule; after its end hours are not known. */
export function weekFrom(printed: readonly WeekLine[], schedule: Schedule, today: IsoDate, words: PlaceWords, locale: Locale): readonly WeekLine[] {
  const [first] = printed;
  if (first === undefined || today <= first.from) return printed;
  const lines: { from: IsoDate; until: IsoDate; hours: string }[] = [];
  for (const { date, spans } of daysOf(schedule, today, weekDays)) {
    const own = printed.find(({ from, until }) => from <= date && date <= until);
    const hours = own?.hours ?? (date > dateOfWallMinute(schedule.until - 1) ? said(words, 'hours.unknown') : hoursOf(spans, words));
    const last = lines.at(-1);
    if (last?.hours === hours) last.until = date;
    else lines.push({ from: date, until: date, hours });
  }
  return lines.map((line) => ({ ...line, dates: datesOf(line.from, line.until, words, locale) }));
}

function datesOf(from: IsoDate, until: IsoDate, words: PlaceWords, locale: Locale): string {
  const date = (day: IsoDate): string => formatWeekday(day, weekday(day), locale);
  return from === until ? date(from) : said(words, 'hours.range', { from: date(from), until: date(until) });
}

function hoursOf(spans: readonly Span[], words: PlaceWords): string {
  if (spans.length === 0) return said(words, 'hours.closed');
  return [...new Set(spans.map((span) => spanOf(span, words)))].join(said(words, 'hours.separator'));
}

function spanOf({ from, until, state }: Span, words: PlaceWords): string {
  if (state === 'unknown') return said(words, 'hours.unknown');
  const isAllDay = from % minutesADay === 0 && until - from === minutesADay;
  const goesOn = until % minutesADay !== 0 && Math.floor(until / minutesADay) > Math.floor(from / minutesADay);
  const hours = isAllDay ? said(words, 'hours.allDay') : said(words, goesOn ? 'hours.nextDay' : 'hours.span', { from: clockTime(from), until: clockTime(until, true) });
  return state === 'ask' ? said(words, 'hours.comment', { hours, comment: said(words, 'hours.ask') }) : hours;
}
