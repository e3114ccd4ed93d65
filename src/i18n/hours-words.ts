/** Opening hours in words, for the build and for the script that goes on with the week: times, dates with their day of the week, days that are alike as one line. */
import { weekday } from '#src/domain/calendar.ts';
import type { IsoDate } from '#src/domain/calendar.ts';
import type { Span } from '#src/domain/schedule.ts';
import { clockTime, minutesADay } from '#src/domain/wall-clock.ts';
import { formatWeekday } from './format.ts';
import type { Locale } from './locales.ts';
import type { MessageParams } from './translate.ts';

export interface HoursLine {
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** `11月21日 周六`, `11月21日 周六至11月27日 周五`. */
  readonly dates: string;
  /** `08:30–12:00、13:30–17:00`, `休息`, `不详`. */
  readonly hours: string;
}

/** A message about hours with its places filled. */
export type SayHours = (key: `hours.${'closed' | 'unknown' | 'allDay' | 'nextDay' | 'span' | 'comment' | 'ask' | 'range' | 'separator'}`, params?: MessageParams) => string;

/** The spans that begin on one day. */
export function dayWords(spans: readonly Span[], say: SayHours): string {
  if (spans.length === 0) return say('hours.closed');
  return [...new Set(spans.map((span) => spanWords(span, say)))].join(say('hours.separator'));
}

/** `08:00–17:00`, `16:00–次日 00:30`, `全天`; a span of unknown hours as such. */
function spanWords({ from, until, state, comment }: Span, say: SayHours): string {
  if (state === 'unknown') return say('hours.unknown');
  const isAllDay = from % minutesADay === 0 && until - from === minutesADay;
  const goesOn = until % minutesADay !== 0 && Math.floor(until / minutesADay) > Math.floor(from / minutesADay);
  const hours = isAllDay ? say('hours.allDay') : say(goesOn ? 'hours.nextDay' : 'hours.span', { from: clockTime(from), until: clockTime(until, true) });
  const words = comment ?? (state === 'ask' ? say('hours.ask') : null);
  return words === null ? hours : say('hours.comment', { hours, comment: words });
}

/** Days in order, each run of days with the same hours as one line. */
export function linesOfDays(days: readonly { readonly date: IsoDate; readonly hours: string }[], say: SayHours, locale: Locale): readonly HoursLine[] {
  const lines: { from: IsoDate; until: IsoDate; hours: string }[] = [];
  for (const { date, hours } of days) {
    const last = lines.at(-1);
    if (last?.hours === hours) last.until = date;
    else lines.push({ from: date, until: date, hours });
  }
  return lines.map(({ from, until, hours }) => ({
    from,
    until,
    dates: from === until ? dateWords(from, locale) : say('hours.range', { from: dateWords(from, locale), until: dateWords(until, locale) }),
    hours,
  }));
}

/** `11月21日 周六`, `Sat 21 November`. */
export function dateWords(date: IsoDate, locale: Locale): string {
  return formatWeekday(date, weekday(date), locale);
}
