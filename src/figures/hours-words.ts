/** Opening hours in words: times, dates with their day of the week, days that are alike as one line. */
import { weekday } from '#src/domain/calendar.ts';
import type { IsoDate } from '#src/domain/calendar.ts';
import { daysOf } from '#src/domain/schedule.ts';
import type { Schedule, Span } from '#src/domain/schedule.ts';
import { clockTime, minutesADay } from '#src/domain/wall-clock.ts';
import { formatWeekday } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';

export interface HoursLine {
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** `11月21日 周六`, `11月21日 周六至11月27日 周五`. */
  readonly dates: string;
  /** `08:30–12:00、13:30–17:00`, `休息`, `不详`. */
  readonly hours: string;
}

/** `08:00–17:00`, `16:00–次日 00:30`, `全天`; a span of unknown hours as such. */
export function spanWords(span: Span, locale: Locale): string {
  const { from, until, state, comment } = span;
  if (state === 'unknown') return t(locale, 'stations.hours.unknown');
  const isAllDay = from % minutesADay === 0 && until - from === minutesADay;
  const goesOn = until % minutesADay !== 0 && Math.floor(until / minutesADay) > Math.floor(from / minutesADay);
  const times = { from: clockTime(from), until: clockTime(until, true) };
  const hours = isAllDay ? t(locale, 'stations.hours.allDay') : t(locale, goesOn ? 'stations.hours.nextDay' : 'stations.hours.span', times);
  const words = comment ?? (state === 'ask' ? t(locale, 'stations.hours.ask') : null);
  return words === null ? hours : t(locale, 'stations.hours.comment', { hours, comment: words });
}

/** The spans that begin on one day. */
export function dayWords(spans: readonly Span[], locale: Locale): string {
  if (spans.length === 0) return t(locale, 'stations.hours.closed');
  return [...new Set(spans.map((span) => spanWords(span, locale)))].join(t(locale, 'stations.hours.separator'));
}

/** `count` days from `first` on, each run of days with the same hours as one line; `away`: dates on which a vehicle stands elsewhere. */
export function hoursLines(schedule: Schedule, first: IsoDate, count: number, locale: Locale, away: readonly IsoDate[] = []): readonly HoursLine[] {
  const lines: { from: IsoDate; until: IsoDate; hours: string }[] = [];
  for (const { date, spans } of daysOf(schedule, first, count)) {
    const hours = away.includes(date) && spans.length === 0 ? t(locale, 'stations.hours.away') : dayWords(spans, locale);
    const last = lines.at(-1);
    if (last !== undefined && last.hours === hours) last.until = date;
    else lines.push({ from: date, until: date, hours });
  }
  return lines.map(({ from, until, hours }) => ({
    from,
    until,
    dates: from === until ? dateWords(from, locale) : t(locale, 'stations.hours.range', { from: dateWords(from, locale), until: dateWords(until, locale) }),
    hours,
  }));
}

/** `11月21日 周六`, `Sat 21 November`. */
export function dateWords(date: IsoDate, locale: Locale): string {
  return formatWeekday(date, weekday(date), locale);
}
