/** The finding of the stock strip: which groups are short, or that none is. */
import { levels } from '#src/domain/blood.ts';
import type { GroupSlug, Level } from '#src/domain/blood.ts';
import { isNumber } from '#src/indicators/series.ts';
import type { StockEntry, StockNow } from '#src/indicators/stock-now.ts';
import { formatDayOfYear } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { capitalised, componentName, groupShortName, groupsInWords, levelWord } from './blood-words.ts';
import { shownQuantity, stockValue } from './stock-value.ts';

/** The entries that the strip speaks about, in the order of its columns. */
export interface StripEntries {
  readonly columns: readonly StockEntry[];
  /** RhD-negative lines without a level: stock and contact only. */
  readonly negative: readonly StockEntry[];
}

/** The region's entries of the headline component, one for each group: RhD-negative ones become columns only where the publisher states a level. */
export function stripEntries(now: StockNow): StripEntries {
  const station = now.stations.includes('all') ? 'all' : now.stations[0];
  const headline = now.entries.filter((entry) => entry.component === now.headlineComponent && entry.station === station);
  const entries = now.groups.flatMap((group) => headline.find((entry) => entry.group === group) ?? []);
  const groups = entries.length > 1 ? entries.filter((entry) => entry.group !== 'all') : entries;
  const isNegative = (entry: StockEntry): boolean => entry.rhd === 'negative';
  if (groups.some((entry) => isNegative(entry) && entry.level !== null)) return { columns: groups, negative: [] };
  return { columns: groups.filter((entry) => !isNegative(entry)), negative: groups.filter(isNegative) };
}

/** The entry that the page of a published group speaks about: the headline component in the whole region, else at the first station. */
export function pageEntry(now: StockNow, group: GroupSlug): StockEntry {
  const own = now.entries.filter((entry) => entry.component === now.headlineComponent && entry.group === group);
  const entry = own.find(({ station }) => station === 'all') ?? own[0];
  if (entry === undefined) throw new Error(`there is no stock of the group ${group}, so it has no page`);
  return entry;
}

/** Levels worse than normal, worst first. */
export const worseLevels: readonly Level[] = levels.filter((level) => level !== 'normal').toReversed();

/** Groups of the strip in a sentence, by the names of their columns. */
export function namesOf(entries: readonly StockEntry[], among: readonly GroupSlug[], locale: Locale): string {
  return groupsInWords(entries.map((entry) => groupShortName(entry.group, among, locale)), locale);
}

/**
 * The finding in pieces that do not break over a line: `11月21日：`, `A 型紧张，`, `O 型偏少`. Worst level first; a group without a level
 * is named as unknown; where no group has a level, the stock itself is the finding.
 */
export function findingPieces(now: StockNow, locale: Locale): readonly string[] {
  const { columns } = stripEntries(now);
  const date = now.date === null ? [] : [t(locale, 'stock.finding.date', { date: formatDayOfYear(now.date, locale) })];
  const known = columns.filter((entry) => entry.level !== null);
  const unknown = columns.filter((entry) => entry.level === null);
  if (known.length === 0) return [...date, stockAlone(now, columns, locale)];
  const short = worseLevels.flatMap((level) => {
    const entries = known.filter((entry) => entry.level === level);
    return entries.length === 0 ? [] : [t(locale, entries.length === 1 ? 'stock.finding.group' : 'stock.finding.groups', { groups: namesOf(entries, now.groups, locale), level: levelWord(level, locale) })];
  });
  const unknowns = (['unknown', 'rare', 'unrated'] as const).flatMap((kind) => {
    const entries = unknown.filter((entry) => kindWithoutLevel(entry) === kind);
    return entries.length === 0 ? [] : [t(locale, `stock.finding.${kind}`, { groups: namesOf(entries, now.groups, locale) })];
  });
  const stated = known.every((entry) => entry.levelBy === 'publisher');
  const whole = stated ? t(locale, 'stock.finding.allNormalStated') : t(locale, unknown.length === 0 ? 'stock.finding.allNormal' : 'stock.finding.someNormal');
  const phrases = [...(short.length === 0 ? [whole] : short), ...unknowns];
  return [...date, ...phrases.map((phrase, index) => (index === phrases.length - 1 ? phrase : phrase + t(locale, 'stock.finding.comma')))];
}

export function findingSentence(now: StockNow, locale: Locale): string {
  return capitalised(findingPieces(now, locale).join(''));
}

/** Why a group has no level: no number, published by month only, or a number that no line judges. */
function kindWithoutLevel({ quantity, rare }: StockEntry): 'unknown' | 'rare' | 'unrated' {
  if (isNumber(quantity)) return 'unrated';
  return rare === null ? 'unknown' : 'rare';
}

function stockAlone(now: StockNow, columns: readonly StockEntry[], locale: Locale): string {
  const [only] = columns;
  const value = only === undefined || columns.length > 1 ? null : stockValue(only);
  if (only === undefined || value === null || now.headlineComponent === null) return t(locale, 'stock.finding.noLevelsPlain');
  return t(locale, 'stock.finding.noLevels', {
    component: componentName(now.headlineComponent, locale),
    quantity: shownQuantity(value, only, locale),
  });
}
