/** What the history page hands to its script: names, thresholds, notes and sentences, already in the reader's language. */
import type { PanelsInput } from '#src/charts/panels.ts';
import type { Breaks } from '#src/domain/drawn-breaks.ts';
import type { ThresholdLine } from '#src/domain/threshold-steps.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { zh } from '#src/i18n/messages/zh/desk-script.ts';
import { filled } from './filled.ts';

export interface DeskGroup {
  readonly group: string;
  readonly name: string;
  /** In days of supply and in the unit of the stock; each step from the day since which it holds. */
  readonly thresholds: Readonly<Record<'days' | 'stock', readonly ThresholdLine[]>>;
}

export interface DeskStation {
  /** `all` = the whole region. */
  readonly station: string;
  readonly name: string;
  /** Its name in the citations, in Chinese and in English; empty for the whole region. */
  readonly cited: readonly string[];
  /** Addresses of its stock, and of what came in and went out; null: not published. */
  readonly piece: string;
  readonly flow: string | null;
  readonly hasDays: boolean;
  readonly hasLevels: boolean;
  /** First and last date. */
  readonly from: string;
  readonly to: string;
  readonly groups: readonly DeskGroup[];
}

export interface DeskComponent {
  readonly component: string;
  readonly name: string;
  /** Machine name and word of the unit of the stock. */
  readonly unit: string;
  readonly unitWord: string;
  readonly stations: readonly DeskStation[];
  readonly bands: PanelsInput['bands'];
  /** `breaks`: which lines it breaks, where the way of counting changed; `isAboutThresholds`: it may say that a threshold changed. */
  readonly notes: readonly { readonly x: number; readonly label: string; readonly isMajor: boolean; readonly breaks: Breaks; readonly isAboutThresholds: boolean }[];
  /** In Chinese and in English, with the places that only the script can fill. */
  readonly citations: readonly string[];
}

export type DeskWord = keyof typeof zh extends `script.${infer Word}` ? Word : never;

export interface DeskSettings {
  readonly locale: Locale;
  readonly components: readonly DeskComponent[];
  /** What the page says above its first drawing; stays as long as that view is shown. */
  readonly finding: string;
  readonly source: string;
  /** The release the numbers belong to, as the files say it. */
  readonly release: string;
  /** Machine word of a demonstration for the last column of its files; empty outside one. */
  readonly demonstration: string;
  /** From where on only major notes are shown. */
  readonly longSpanDays: number;
  /** Day numbers of Spring Festival, one a year. */
  readonly festivals: { readonly firstYear: number; readonly days: readonly number[] };
  /** Addresses of this page, of the one that other sites embed, and of the script that gives that its height. */
  readonly page: string;
  readonly embed: string;
  readonly embedScript: string;
  readonly words: Readonly<Record<`script.${DeskWord}`, string>>;
}

/** A sentence of the settings with its places filled; a place without a value stays as it is. */
export function say({ words }: Pick<DeskSettings, 'words'>, word: DeskWord, values: Readonly<Record<string, string | number>> = {}): string {
  return filled(words[`script.${word}`], values);
}

/** The day of Spring Festival in a year. */
export function festivalIn({ festivals }: Pick<DeskSettings, 'festivals'>, year: number): number {
  const day = festivals.days[year - festivals.firstYear];
  // Years outside the data are as far away as a year can be.
  return day ?? (festivals.days[0] ?? 0) + (year - festivals.firstYear) * 365;
}
