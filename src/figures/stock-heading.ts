/** What stands above the strip: the finding in pieces, its dates, and what replaces it when they are over. */
import type { Portal } from '#src/datasets/portal.ts';
import type { StockNow } from '#src/indicators/stock-now.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { datelineWords, expiredWords, pausedWords } from './stock-dates.ts';
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
