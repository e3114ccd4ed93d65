/** A cell that has no value says why: missing values as words of the trade, never as 0, -1 or an empty text. */

/** The reasons that a published cell can give; a day without any row is a `gap` and is found by whoever looks at days. */
export const missingReasons = ['not_reported', 'not_collected', 'not_published', 'suppressed', 'not_applicable'] as const;
export type MissingReason = (typeof missingReasons)[number];

/** A number, or why there is none. */
export type Measured = number | MissingReason;

export function isMeasured(value: Measured): value is number {
  return typeof value === 'number';
}
