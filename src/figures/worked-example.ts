/** Worked examples of the definitions: each takes the portal's own latest numbers through the formula, step by step. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { fundExample, ledgerExample } from './worked-books.ts';
import {
  alertExample,
  asOfExample,
  groupsExample,
  daysExample,
  demandExample,
  levelExample,
  rareExample,
  rhdNegativeExample,
  roundingExample,
  seasonExample,
  thresholdExample,
  totalExample,
  validUntilExample,
} from './worked-stock.ts';
import { balanceExample, rateExample } from './worked-year.ts';

/** One step: what it is and its value; `value` is unrounded and absent where the step is not a number. */
export interface ExampleLine {
  readonly label: string;
  readonly text: string;
  readonly value?: number;
}

export interface WorkedExample {
  /** What the numbers are about, e.g. `A 型 RhD 阳性，悬浮红细胞，2026年11月21日`. */
  readonly subject: string;
  /** In the order of the calculation; the last one is the result. */
  readonly lines: readonly ExampleLine[];
}

const examples: Readonly<Record<string, (portal: Portal, locale: Locale) => WorkedExample | null>> = {
  'as-of': asOfExample,
  'blood-group': groupsExample,
  'region-total': totalExample,
  demand: demandExample,
  'days-of-supply': daysExample,
  threshold: thresholdExample,
  level: levelExample,
  alert: alertExample,
  'rhd-negative': rhdNegativeExample,
  'rare-groups': rareExample,
  season: seasonExample,
  'valid-until': validUntilExample,
  'donation-rate': rateExample,
  'supply-balance': balanceExample,
  'blood-ledger': ledgerExample,
  fund: fundExample,
  rounding: roundingExample,
};

/** Definitions that have an example. */
export const exampleAnchors: readonly string[] = Object.keys(examples);

/** The example of the definition with this anchor; null where there is none or the portal lacks the data for it. */
export function workedExample(anchor: string, portal: Portal, locale: Locale): WorkedExample | null {
  return examples[anchor]?.(portal, locale) ?? null;
}
