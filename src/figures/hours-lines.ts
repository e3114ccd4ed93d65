/** The opening hours of a place as lines of days. */
import type { IsoDate } from '#src/domain/calendar.ts';
import { daysOf } from '#src/domain/schedule.ts';
import type { Schedule } from '#src/domain/schedule.ts';
import { dayWords, linesOfDays } from '#src/i18n/hours-words.ts';
import type { HoursLine, SayHours } from '#src/i18n/hours-words.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';

/** `count` days from `first` on; `away`: dates on which a vehicle stands elsewhere. */
export function hoursLines(schedule: Schedule, first: IsoDate, count: number, locale: Locale, away: readonly IsoDate[] = []): readonly HoursLine[] {
  const say: SayHours = (key, params) => t(locale, `stations.${key}`, params);
  const hoursOn = (date: IsoDate, spans: Parameters<typeof dayWords>[0]): string => (away.includes(date) && spans.length === 0 ? t(locale, 'stations.hours.away') : dayWords(spans, say));
  return linesOfDays(daysOf(schedule, first, count).map(({ date, spans }) => ({ date, hours: hoursOn(date, spans) })), say, locale);
}
