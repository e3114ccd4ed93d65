/** What the page hands to the waiver calculator: rules and sentences, already in the reader's language. */
import type { WaiverTier } from '#src/domain/fee-waiver.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { WaiverWord } from '#src/i18n/waiver-words.ts';

export interface WaiverSettings {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly rules: readonly { readonly rule: string; readonly isInForce: boolean; readonly from: string | null; readonly until: string | null; readonly status: string; readonly tiers: readonly WaiverTier[] }[];
  readonly words: Readonly<Record<WaiverWord, string>>;
  /** Said where the rule is a draft or does not hold on the day that is asked about; `{status}` is its status. */
  readonly notInForce: string;
}
