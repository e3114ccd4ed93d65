/** What changed in the way a group's numbers are made, for views that lay years beside each other. */
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { methodBreaks } from '#src/indicators/method-breaks.ts';
import type { MethodBreak } from '#src/indicators/method-breaks.ts';
import type { SeriesKey } from '#src/indicators/series.ts';
import { thresholdQuantity } from './blood-words.ts';

/** One sentence for each break of one of these kinds within the dates; what lies on both sides of it is made differently. */
export function methodBreakSentences(portal: Portal, key: SeriesKey, kinds: readonly MethodBreak['kind'][], from: string, to: string, locale: Locale): readonly string[] {
  return methodBreaks(portal, key).flatMap((one) => {
    if (!kinds.includes(one.kind) || one.date <= from || one.date > to) return [];
    const date = formatDate(one.date, locale);
    if (one.kind === 'requests') return [t(locale, 'method.requests', { date })];
    return [t(locale, 'method.threshold', { date, before: thresholdQuantity(one.before, one.unit, locale), after: thresholdQuantity(one.after, one.unit, locale) })];
  });
}
