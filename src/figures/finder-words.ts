/** The sentences that the list of places fills in while the page is open, without the numbers and times. */
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';

const keys = [
  'badge.open', 'badge.openUntil', 'badge.ask', 'badge.askUntil', 'badge.closed', 'badge.closedUntil', 'badge.unknown',
  'badgeAt.open', 'badgeAt.openUntil', 'badgeAt.ask', 'badgeAt.askUntil', 'badgeAt.closed', 'badgeAt.closedUntil', 'badgeAt.unknown',
  'distance.km', 'distance.m',
  'finder.locating', 'finder.located', 'finder.refused', 'finder.found', 'finder.foundAt', 'finder.none', 'finder.nothingOpen', 'finder.nothingOpenUnknown',
] as const;

/** What stands for itself in a message until the browser knows it. */
const open = { time: '{time}', number: '{number}', count: '{count}', open: '{open}', place: '{place}' };

export function finderWords(locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map((key) => [key, t(locale, `stations.${key}`, open)]));
}
