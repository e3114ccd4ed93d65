/** Thresholds over time as steps: which of them hold within some days. */

/** Day numbers. */
export interface ThresholdStep {
  /** The first day on which it holds. */
  readonly from: number;
  /** The first day on which it holds no more. */
  readonly to: number;
  readonly at: number;
}

/** The steps of one level in order, each another value than the one before it unless there is a pause between them. */
export interface ThresholdLine {
  /** Word of the level. */
  readonly word: string;
  readonly steps: readonly ThresholdStep[];
}

/** The lines with those of their steps that hold on a day from `from` to `to`, both included; a line without one is left out. */
export function heldWithin(lines: readonly ThresholdLine[], from: number, to: number): readonly ThresholdLine[] {
  return lines.flatMap(({ word, steps }) => {
    const held = steps.filter((step) => step.from <= to && step.to > from);
    return held.length === 0 ? [] : [{ word, steps: held }];
  });
}

/** Steps as they are drawn from `from` to `to`: cut at both ends. */
export function cutSteps(steps: readonly ThresholdStep[], from: number, to: number): readonly ThresholdStep[] {
  return steps.map((step) => ({ from: Math.max(step.from, from), to: Math.min(step.to, to), at: step.at }));
}
