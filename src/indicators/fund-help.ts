/** Money as help given: how many people a category of disbursements helped in a year and how much came to each, from the entries as they are published. */
import type { FundDirection } from './fund-account.ts';

/** An entry without what is not published of it. */
export interface PublishedEntry {
  readonly entry: string;
  readonly fund: string;
  readonly date: string;
  readonly direction: FundDirection;
  readonly category: string;
  readonly programme: string | null;
  readonly amountFen: number;
  /** null: helped nobody directly, or not stated. */
  readonly beneficiaries: number | 'suppressed' | null;
  readonly document: string | null;
  readonly noteZh: string | null;
  readonly noteEn: string | null;
  /** How many entries stand together as this one, because each helped too few people. */
  readonly entries: number;
}

export interface HelpGiven {
  readonly year: number;
  readonly category: string;
  /** Sum over the entries whose count is published; somebody helped twice counts twice. */
  readonly people: number;
  /** The amounts of those entries. */
  readonly amountFen: number;
  /** `amountFen` ÷ `people`, rounded to the fen, half up. */
  readonly eachFen: number;
  /** Entries left out because their count is suppressed. */
  readonly suppressed: number;
}

/** Of one fund, the latest year first, within a year the most people first. Fewer people than `smallCount`: no line. */
export function helpGiven(entries: readonly PublishedEntry[], fund: string, smallCount: number): readonly HelpGiven[] {
  const paid = entries.filter((entry) => entry.fund === fund && entry.direction === 'disbursement');
  const groups = Map.groupBy(paid, ({ date, category }) => `${date.slice(0, 4)}|${category}`);
  return [...groups.values()]
    .flatMap((group): readonly HelpGiven[] => {
      const first = group[0];
      let people = 0;
      let amountFen = 0;
      for (const entry of group) {
        if (typeof entry.beneficiaries !== 'number' || entry.beneficiaries === 0) continue;
        people += entry.beneficiaries;
        amountFen += entry.amountFen;
      }
      if (first === undefined || people === 0 || people < smallCount) return [];
      const suppressed = group.filter(({ beneficiaries }) => beneficiaries === 'suppressed').length;
      return [{ year: Number(first.date.slice(0, 4)), category: first.category, people, amountFen, eachFen: Math.floor((2 * amountFen + people) / (2 * people)), suppressed }];
    })
    .toSorted((a, b) => b.year - a.year || b.people - a.people);
}
