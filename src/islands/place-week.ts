/** The printed week of a place on the visitor's day: days that have passed leave, days after the printed ones follow as far as hours are known. */
import type { IsoDate } from '#src/domain/calendar.ts';
import { daysOf } from '#src/domain/schedule.ts';
import type { Schedule } from '#src/domain/schedule.ts';
import { dateOfWallMinute } from '#src/domain/wall-clock.ts';
import { dayWords, linesOfDays } from '#src/i18n/hours-words.ts';
import type { HoursLine, SayHours } from '#src/i18n/hours-words.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { said } from './place-words.ts';
import type { PlaceWords } from './place-words.ts';

const weekDays = 7;

/** Seven days from `today` on: printed days keep the page's words, later ones are said from the schedule; after its end hours are not known. */
export function weekFrom(printed: readonly HoursLine[], schedule: Schedule, today: IsoDate, words: PlaceWords, locale: Locale): readonly HoursLine[] {
  const [first] = printed;
  if (first === undefined || today <= first.from) return printed;
  const say: SayHours = (key, params) => said(words, key, params);
  const lastKnown = dateOfWallMinute(schedule.until - 1);
  const days = daysOf(schedule, today, weekDays).map(({ date, spans }) => {
    const own = printed.find(({ from, until }) => from <= date && date <= until);
    return { date, hours: own?.hours ?? (date > lastKnown ? say('hours.unknown') : dayWords(spans, say)) };
  });
  return linesOfDays(days, say, locale);
}
