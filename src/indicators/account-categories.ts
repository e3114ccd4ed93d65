/**
 * Under which category an amount of a fund is published. A category that in a period helped so few people that its total would be theirs
 * stands together with another of the same direction and period, in the entries, the stated totals and on every page: only then neither
 * the files nor their differences give it away, and the account still adds up to the fen.
 */
import { areFewTogether, peopleTogether } from '#src/domain/few-people.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';

type Entry = Rows['fund-entries'];

export interface AccountCategories {
  readonly ofEntry: (entry: Pick<Entry, 'fund' | 'date' | 'direction' | 'category'>) => string;
  readonly ofTotal: (total: Pick<Rows['fund-category-totals'], 'fund' | 'periodStart' | 'direction' | 'category'>) => string;
  /** The categories that a joined one stands for, by code; none for a category of its own. */
  readonly partsOf: (category: string) => readonly string[];
}

/** Categories of one period and direction that are published as one. */
interface Joined {
  readonly categories: readonly string[];
  readonly entries: readonly Entry[];
}

export const accountCategories: (portal: Portal) => AccountCategories = oncePerPortal((portal) => {
  const stated = portal.rows('fund-balances');
  const periodOf = (fund: string, date: string): string => stated.find((row) => row.fund === fund && row.periodStart <= date && date <= row.periodEnd)?.periodStart ?? '';
  const keyOf = (fund: string, period: string, direction: string): string => `${fund}|${period}|${direction}`;
  const codes = new Map<string, string>();
  const parts = new Map<string, readonly string[]>();
  for (const [key, entries] of Map.groupBy(portal.rows('fund-entries'), ({ fund, date, direction }) => keyOf(fund, periodOf(fund, date), direction))) {
    for (const { categories } of joinedUntilEnough(entries, portal.settings.smallCount)) {
      if (categories.length === 1) continue;
      const code = categories.toSorted((a, b) => (a < b ? -1 : 1)).join('-and-');
      parts.set(code, categories);
      for (const category of categories) codes.set(`${key}|${category}`, code);
    }
  }
  const published = (fund: string, period: string, direction: string, category: string): string => codes.get(`${keyOf(fund, period, direction)}|${category}`) ?? category;
  return {
    ofEntry: ({ fund, date, direction, category }) => published(fund, periodOf(fund, date), direction, category),
    ofTotal: ({ fund, periodStart, direction, category }) => published(fund, periodStart, direction, category),
    partsOf: (category) => parts.get(category) ?? [],
  };
});

/** The categories of one fund, period and direction, put together until none is about too few in any year; where all are, they stay so. */
function joinedUntilEnough(entries: readonly Entry[], smallCount: number): readonly Joined[] {
  let sets: readonly Joined[] = [...Map.groupBy(entries, ({ category }) => category)].map(([category, own]) => ({ categories: [category], entries: own }));
  const years = [...new Set(entries.map(yearOf))];
  for (;;) {
    const found = sets.flatMap((set) => years.flatMap((year) => (isAboutFew(set, year, smallCount) ? [{ set, year, others: companions(sets, set, year, smallCount) }] : []))).find(({ others }) => others.length > 0);
    const [other] = found?.others ?? [];
    if (found === undefined || other === undefined) return sets;
    sets = [...sets.filter((one) => one !== found.set && one !== other), { categories: [...found.set.categories, ...other.categories], entries: [...found.set.entries, ...other.entries] }];
  }
}

/** In a year it holds entries that helped few people, too few even together, and nothing else. */
function isAboutFew(set: Joined, year: string, smallCount: number): boolean {
  return areFewTogether(countsOf(set, year), smallCount);
}

/** Sets with entries of that year, the best first: one that makes enough people, then one that loses the least detail. */
function companions(sets: readonly Joined[], set: Joined, year: string, smallCount: number): readonly Joined[] {
  const needed = smallCount - peopleTogether(countsOf(set, year));
  const lacks = (one: Joined): number => (peopleTogether(countsOf(one, year)) >= needed ? 0 : 1);
  return sets
    .filter((one) => one !== set && one.entries.some((entry) => yearOf(entry) === year))
    .toSorted((a, b) => lacks(a) - lacks(b) || a.entries.length - b.entries.length || ((a.categories[0] ?? '') < (b.categories[0] ?? '') ? -1 : 1));
}

/** People of each entry of a year; null where their number is not known. */
function countsOf({ entries }: Joined, year: string): readonly (number | null)[] {
  return entries.filter((entry) => yearOf(entry) === year).map(({ beneficiaries }) => (isMeasured(beneficiaries) ? beneficiaries : null));
}

function yearOf({ date }: Entry): string {
  return date.slice(0, 4);
}
