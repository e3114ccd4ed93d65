/** Thresholds in words, for the build and for the script of the history page: labels, sentences with dates, notes of changes. */
import { dateOfDay } from '#src/domain/calendar.ts';
import { cutSteps, heldWithin } from '#src/domain/threshold-steps.ts';
import type { ThresholdLine, ThresholdStep } from '#src/domain/threshold-steps.ts';
import { formatNumber } from './format.ts';
import type { zh } from './messages/zh/desk-script.ts';
import type { MessageParams } from './translate.ts';

/** A message of the history page with its places filled. */
type Say = (key: keyof typeof zh, params: MessageParams) => string;

export interface GroupThresholds {
  readonly name: string;
  readonly lines: readonly ThresholdLine[];
}

export interface ShownSpan {
  /** Day numbers, both included. */
  readonly from: number;
  readonly to: number;
  /** Word of the unit. */
  readonly unit: string;
}

/** Lines as a drawing of the days from `from` to `to` shows them: each cut at both ends and named by the value that it has at its right end, `7 正常`. */
export function drawnThresholds(lines: readonly ThresholdLine[], from: number, to: number): readonly { readonly label: string; readonly steps: readonly ThresholdStep[] }[] {
  return heldWithin(lines, from, to).map(({ word, steps }) => ({ label: `${formatNumber(steps.at(-1)?.at ?? 0, 2)} ${word}`, steps: cutSteps(steps, from, to) }));
}

/**
 * The thresholds that hold on the days shown, with the dates from which they hold, in one sentence for each set of groups that share them:
 * `警戒线（天）：正常 6（2016-11-22 起）、7（2024-01-01 起）；偏少 4（2016-11-22 起）`. Groups are named where they differ.
 */
export function thresholdSentences(groups: readonly GroupThresholds[], { from, to, unit }: ShownSpan, say: Say): readonly string[] {
  const byWords = new Map<string, string[]>();
  for (const { name, lines } of groups) {
    const levels = heldWithin(lines, from, to)
      .map(({ word, steps }) => `${word} ${steps.map((step) => say('script.threshold.step', { value: formatNumber(step.at, 2), date: dateOfDay(step.from) })).join(say('script.listComma', {}))}`)
      .join(say('script.legend.comma', {}));
    if (levels !== '') byWords.set(levels, [...(byWords.get(levels) ?? []), name]);
  }
  return [...byWords].map(([levels, names]) => (names.length === groups.length ? say('script.threshold', { unit, levels }) : say('script.threshold.of', { groups: names.join(say('script.listComma', {})), unit, levels })));
}

/** A note for each day after the first on which the thresholds of some groups change, in order of date; of all levels at once. Groups are named where not all of them change alike. */
export function thresholdChanges(groups: readonly GroupThresholds[], { from, to, unit }: ShownSpan, say: Say): readonly { readonly x: number; readonly label: string }[] {
  const byDay = new Map<number, Map<string, string[]>>();
  for (const { name, lines } of groups) {
    for (const [day, levels] of changesOf(lines, from, to)) {
      const words = levels.join(say('script.listComma', {}));
      const ofDay = byDay.get(day) ?? new Map<string, string[]>();
      byDay.set(day, ofDay.set(words, [...(ofDay.get(words) ?? []), name]));
    }
  }
  return [...byDay]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([x, ofDay]) =>
      [...ofDay].map(([levels, names]) => {
        const params = { date: dateOfDay(x), unit, levels };
        return { x, label: names.length === groups.length ? say('script.threshold.change', params) : say('script.threshold.changeOf', { ...params, groups: names.join(say('script.listComma', {})) }) };
      }),
    );
}

interface Note {
  readonly x: number;
  readonly label: string;
  /** It may say in the publisher's words that a threshold changed. */
  readonly isAboutThresholds: boolean;
}

/** Notes and changes of thresholds in order of date; a change that the publisher announces in its own words is not told twice. */
export function withThresholdChanges<N extends Note>(notes: readonly N[], changes: ReturnType<typeof thresholdChanges>): readonly (N | { readonly x: number; readonly label: string })[] {
  const untold = changes.filter(({ x }) => !notes.some((note) => note.isAboutThresholds && note.x === x));
  return [...notes, ...untold].toSorted((a, b) => a.x - b.x || (a.label < b.label ? -1 : 1));
}

/** `正常 22`, by the day from which it holds instead of another value. */
function changesOf(lines: readonly ThresholdLine[], from: number, to: number): ReadonlyMap<number, readonly string[]> {
  const changes = new Map<number, string[]>();
  for (const { word, steps } of lines) {
    for (const step of steps.slice(1)) if (step.from > from && step.from <= to) changes.set(step.from, [...(changes.get(step.from) ?? []), `${word} ${formatNumber(step.at, 2)}`]);
  }
  return changes;
}
