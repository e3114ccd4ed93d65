/** The time by which a page judges what is still valid, and how it judges. */

/** Longest wait that a browser's timer takes, in milliseconds. */
const longestWait = 2 ** 31 - 1;

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The clock goes on while the page is open. */
  readonly runs: boolean;
}

/**
 * The visitor's clock; in a demonstration (`standing` is its instant) the demonstration's own, which stands still, unless the address
 * asks for another by `?clock=INSTANT` (which stands still too) or `?clock=now`. Outside a demonstration the address changes nothing,
 * so that no link can make an old number look valid.
 */
export function readClock(standing: string | null, query: string, visitor: number): Clock {
  if (standing === null) return { now: visitor, runs: true };
  const asked = new URLSearchParams(query).get('clock');
  if (asked === 'now') return { now: visitor, runs: true };
  // In an address a plus sign is read as a space.
  const instant = asked === null ? Number.NaN : Date.parse(asked.replace(' ', '+'));
  return { now: Number.isNaN(instant) ? Date.parse(standing) : instant, runs: false };
}

/** Whether a number that is valid until an instant (that instant included) still is. */
export function isValid(until: string, now: number): boolean {
  return now <= Date.parse(until);
}

/** Whether something that is shown between two instants is to be seen; without one of them it has no such end. */
export function isShown(from: string | undefined, until: string | undefined, now: number): boolean {
  return (from === undefined || now >= Date.parse(from)) && (until === undefined || now <= Date.parse(until));
}

/** Milliseconds until the next of the instants has just passed; null where none lies ahead. */
export function nextChange(instants: readonly string[], now: number): number | null {
  const ahead = instants.map((instant) => Date.parse(instant)).filter((instant) => instant >= now);
  return ahead.length === 0 ? null : Math.min(longestWait, Math.min(...ahead) - now + 1);
}
