/** Which lines a change in the way of counting breaks. */

/** Of all numbers, of days of supply alone, or of none that is drawn. */
export type Breaks = 'all' | 'days' | null;

/** Whether it breaks the lines of a drawing; `inDays`: what is drawn are days of supply. */
export function isBreakIn(breaks: Breaks, inDays: boolean): boolean {
  return breaks === 'all' || (breaks === 'days' && inDays);
}
