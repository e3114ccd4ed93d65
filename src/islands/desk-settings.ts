/** What the history page hands to its script: names, thresholds, notes and sentences, already in the reader's language. */
import type { PanelsInput, PanelInput } from '#src/charts/panels.ts';
import type { Locale } from '#src/i18n/locales.ts';

export interface DeskGroup {
  readonly group: string;
  readonly name: string;
  /** In days of supply and in the unit of the stock. */
  readonly thresholds: { readonly days: PanelInput['thresholds']; readonly stock: PanelInput['thresholds'] };
}

export interface DeskComponent {
  readonly component: string;
  readonly name: string;
  /** Address of its numbers. */
  readonly piece: string;
  /** Machine name and word of the unit of the stock. */
  readonly unit: string;
  readonly unitWord: string;
  readonly hasDays: boolean;
  /** First and last date. */
  readonly from: string;
  readonly to: string;
  readonly groups: readonly DeskGroup[];
  readonly bands: PanelsInput['bands'];
  readonly notes: readonly { readonly x: number; readonly label: string; readonly isMajor: boolean; readonly isBreak: boolean }[];
  readonly legends: { readonly days: string; readonly stock: string };
  /** With the places that only the script can fill. */
  readonly citations: readonly string[];
}

export interface DeskSettings {
  readonly locale: Locale;
  readonly components: readonly DeskComponent[];
  readonly source: string;
  /** Machine word of a demonstration for the last column of its files; empty outside one. */
  readonly demonstration: string;
  readonly longSpanDays: number;
  readonly words: Readonly<
    Record<
      'sentence' | 'measureDays' | 'measureStock' | 'daysUnit' | 'averagedDay' | 'averagedWeek' | 'noGroup' | 'badSpan' | 'failed' | 'missing' | 'empty' | 'listComma' | 'copied' | 'notCopied' | 'reading',
      string
    >
  >;
}
