/** Whether a promise is kept: the words of the contract, decided from a measured value and nothing else. */
import type { IsoDate } from '#src/domain/calendar.ts';

export const verdicts = ['met', 'not_met', 'on_track', 'overdue', 'no_data', 'not_binding'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Promised {
  readonly comparator: '>=' | '<=';
  /** Null: the clause names no number, so that there is nothing to judge. */
  readonly wanted: number | null;
  /** Last day; null: a continuous duty. */
  readonly due: IsoDate | null;
  /** The clause is in force and binds the portal's region. */
  readonly binding: boolean;
}

/**
 * CONTRACT §3: what binds nobody is never judged; without a value there is no verdict; a continuous duty is met or not_met;
 * a dated one met or on_track up to its day, that day included, and met or overdue after it. Null where a clause that binds names no number.
 */
export function verdict(promised: Promised, measured: number | null, today: IsoDate): Verdict | null {
  if (!promised.binding) return 'not_binding';
  if (promised.wanted === null) return null;
  if (measured === null) return 'no_data';
  const kept = promised.comparator === '>=' ? measured >= promised.wanted : measured <= promised.wanted;
  if (kept) return 'met';
  if (promised.due === null) return 'not_met';
  return today <= promised.due ? 'on_track' : 'overdue';
}
