/** The mean of the seven days that end on each day: one definition for the season, the history page and its drawing in the browser. */

export const meanDays = 7;
/** With fewer measured days among the seven there is no mean. */
export const leastMeasured = 4;

/** One mean a day, unrounded; null where fewer than four of the seven days have a value (null = missing). */
export function sevenDayMeans(values: readonly (number | null)[]): (number | null)[] {
  return values.map((_, index) => {
    let sum = 0;
    let measured = 0;
    for (let at = Math.max(0, index - meanDays + 1); at <= index; at += 1) {
      const value = values[at] ?? null;
      if (value === null) continue;
      sum += value;
      measured += 1;
    }
    return measured >= leastMeasured ? sum / measured : null;
  });
}
