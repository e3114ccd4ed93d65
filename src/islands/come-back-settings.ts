/** What the page hands to "when may I give again": rules and sentences, already in the reader's language. */
import type { EligibilityRule } from '#src/domain/eligibility.ts';
import type { Locale } from '#src/i18n/locales.ts';

export interface ComeBackSettings {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly rules: readonly EligibilityRule[];
  /** Kind of donation, or `any` → its name. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Unit of an interval → `{value} days`. */
  readonly units: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<'answer' | 'nowAnswer' | 'never' | 'wait' | 'yearly' | 'withoutRule' | 'young' | 'within' | 'repeat' | 'old' | 'empty' | 'future' | 'limit', string>>;
}
