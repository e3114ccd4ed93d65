/** The sentences that the list of places fills in while the page is open, without the numbers and times. */
import { isBeijingTime } from '#src/domain/opening-hours.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t, template } from '#src/i18n/translate.ts';

const keys = [
  'badge.open', 'badge.openUntil', 'badge.ask', 'badge.askUntil', 'badge.closed', 'badge.closedUntil', 'badge.unknown',
  'badgeAt.open', 'badgeAt.openUntil', 'badgeAt.ask', 'badgeAt.askUntil', 'badgeAt.closed', 'badgeAt.closedUntil', 'badgeAt.unknown',
  'hours.closed', 'hours.unknown', 'hours.allDay', 'hours.nextDay', 'hours.span', 'hours.comment', 'hours.ask', 'hours.range', 'hours.separator',
  'distance.km', 'distance.m',
  'finder.locating', 'finder.located', 'finder.refused', 'finder.none',
  'finder.found', 'finder.foundOpen', 'finder.foundAt', 'finder.others', 'finder.nothingOpen', 'finder.nothingAt', 'finder.next', 'finder.nextUnknown',
  'finder.what', 'finder.what.and', 'finder.what.service', 'finder.what.district', 'finder.what.kind', 'finder.what.text',
] as const;

/** `zone`: the clock by which a place is judged, by name. */
export function finderWords(timeZone: string, locale: Locale): Readonly<Record<string, string>> {
  const zone = isBeijingTime(timeZone) ? t(locale, 'stations.zone.beijing') : t(locale, 'stations.zone.other', { zone: timeZone });
  return {
    ...Object.fromEntries(keys.map((key) => [key, template(locale, `stations.${key}`)])),
    'finder.judged': t(locale, 'stations.finder.judged', { zone, time: '{time}' }),
  };
}
