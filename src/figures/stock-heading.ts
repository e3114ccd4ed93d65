/** What stands above the strip: the finding in pieces, its dates, and what replaces it when they are over. */
import type { Portal } from '#src/datasets/portal.ts';
import type { StockEntry, StockNow } from '#src/indicators/stock-now.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { groupHeading } from './arithmetic.ts';
import { capitalised, groupName, groupsInWords } from './blood-words.ts';
import { datelineWords, expiredWords, groupDateline, pausedWords } from './stock-dates.ts';
import { findingPieces } from './stock-finding.ts';

export interface HeadingWords {
  /** Pieces that keep together on a line. */
  readonly pieces: readonly string[];
  /** Heading once the numbers have expired. */
  readonly expiredHeading: string;
  readonly dateline: string;
  readonly validUntil: string | null;
  /** Since when they are out of date; null where they carry no verdict or no end. */
  readonly expired: string | null;
  readonly paused: { readonly words: string; readonly from: string } | null;
}

export function stripHeading(portal: Portal, now: StockNow, locale: Locale): HeadingWords {
  return {
    pieces: findingPieces(now, locale),
    expiredHeading: t(locale, 'stock.finding.expired'),
    dateline: datelineWords(portal, now, locale),
    validUntil: now.validUntil,
    expired: expiredWords(now, locale),
    paused: pausedWords(now, locale),
  };
}

/** The same above one group's page; a group that stands by month only does not run out with the day. */
export function groupPageHeading(portal: Portal, now: StockNow, entry: StockEntry, locale: Locale): HeadingWords {
  const name = groupName(entry.group, now.groups, locale);
  const isOfTheDay = typeof entry.quantity === 'number' || entry.rare === null;
  return {
    pieces: [groupHeading(entry, name, locale).withLevel],
    expiredHeading: t(locale, 'stock.expired.group', { group: capitalised(groupsInWords([name], locale)) }),
    dateline: groupDateline(portal, entry, locale),
    validUntil: entry.validUntil,
    expired: isOfTheDay ? expiredWords(now, locale, [entry]) : null,
    paused: pausedWords(now, locale),
  };
}
