/** The thresholds of a group as lines over time. */
import { levels } from '#src/domain/blood.ts';
import type { StockUnit } from '#src/domain/blood.ts';
import type { DayNumber } from '#src/domain/calendar.ts';
import { heldWithin } from '#src/domain/threshold-steps.ts';
import type { ThresholdLine, ThresholdStep } from '#src/domain/threshold-steps.ts';
import type { ThresholdPeriod } from '#src/indicators/level.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { levelWord } from './blood-words.ts';

/** For each level the steps that hold on a day from `from` to `to`, each from the day since which it holds; a level that stops being defined ends there. */
export function thresholdLines(periods: readonly ThresholdPeriod[], unit: StockUnit, from: DayNumber, to: DayNumber, locale: Locale): readonly ThresholdLine[] {
  const lines = levels.map((level): ThresholdLine => {
    const steps: ThresholdStep[] = [];
    for (const [index, period] of periods.entries()) {
      const at = [...period.days, ...period.own].find((one) => one.level === level && one.unit === unit && one.atOrAbove > 0)?.atOrAbove;
      if (at === undefined) continue;
      const end = periods[index + 1]?.from ?? Math.max(to, period.from) + 1;
      const before = steps.at(-1);
      // Another level has changed, this one goes on.
      if (before !== undefined && before.to === period.from && before.at === at) steps[steps.length - 1] = { ...before, to: end };
      else steps.push({ from: period.from, to: end, at });
    }
    return { word: levelWord(level, locale), steps };
  });
  return heldWithin(lines, from, to);
}
