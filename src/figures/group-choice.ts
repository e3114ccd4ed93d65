/** What the first page says about each group to the reader who has chosen it. */
import type { GroupSlug, Level } from '#src/domain/blood.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { StockEntry, StockNow } from '#src/indicators/stock-now.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { absenceSentences, arithmeticLine, groupHeading } from './arithmetic.ts';
import { groupName } from './blood-words.ts';
import { placesToGive, serviceFor } from './places-to-give.ts';
import { seasonSentence } from './season.ts';
import { stripEntries } from './stock-finding.ts';
import { groupMeaning } from './stock-meaning.ts';

export interface GroupSentence {
  readonly group: GroupSlug;
  readonly component: string;
  readonly name: string;
  readonly level: Level | null;
  readonly validUntil: string | null;
  readonly heading: { readonly withLevel: string; readonly withoutLevel: string };
  readonly arithmetic: string | null;
  /** Why there are no days or level. */
  readonly absences: readonly string[];
  /** Verdicts: leave when the number expires. */
  readonly donors: string | null;
  readonly season: string | null;
  readonly isNegative: boolean;
  /** There is somewhere to give what this component is made from. */
  readonly hasPlaces: boolean;
}

/** One for each group of the strip, the RhD-negative lines last. */
export function groupSentences(portal: Portal, now: StockNow, locale: Locale): readonly GroupSentence[] {
  const { columns, negative } = stripEntries(now);
  return [...columns, ...negative].map((entry) => groupSentence(portal, now, entry, locale));
}

/** A heading has no full stop, a sentence in a paragraph has. */
function asSentence(words: string | null, locale: Locale): string | null {
  return words === null ? null : `${words}${locale === 'zh' ? '。' : '.'}`;
}

function groupSentence(portal: Portal, now: StockNow, entry: StockEntry, locale: Locale): GroupSentence {
  const name = groupName(entry.group, now.groups, locale);
  return {
    group: entry.group,
    component: entry.component,
    name,
    level: entry.level,
    validUntil: entry.validUntil,
    heading: groupHeading(entry, name, locale),
    arithmetic: arithmeticLine(entry, locale),
    absences: absenceSentences(portal, now, entry, locale),
    donors: entry.level === null ? null : groupMeaning(entry, now, locale).donors,
    season: asSentence(seasonSentence(entry, locale), locale),
    isNegative: entry.rhd === 'negative',
    hasPlaces: placesToGive(portal, serviceFor(entry.component), locale).places.length > 0,
  };
}
