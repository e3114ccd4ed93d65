/** What a level means for patients, for donors of the group and for donors of others: facts, never an appeal, never "stay home". */
import type { Level } from '#src/domain/blood.ts';
import { monthOf, yearOf } from '#src/domain/calendar.ts';
import type { StockEntry, StockNow } from '#src/indicators/stock-now.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { capitalised, groupName, groupsInWords, listOf, stockQuantity } from './blood-words.ts';
import { namesOf, stripEntries, worseLevels } from './stock-finding.ts';
import { wholeUnits } from './stock-value.ts';

/** 400 ml of whole blood give two units of red cells (U = from 200 ml). */
const unitsPerDonation = 2;

/** The next January or August after the month of a date: when stock has tended to be low. `2026-11-21` → `2027-01`. */
export function nextLowMonth(date: string): string {
  const month = monthOf(date).slice(5);
  if (month < '08') return month < '01' ? `${yearOf(date)}-01` : `${yearOf(date)}-08`;
  return `${yearOf(date) + 1}-01`;
}

/** Units that are missing to the normal line: (threshold − days) × mean daily demand, rounded up; null where the entry is not below it in days. */
export function unitsToNormal(entry: StockEntry): number | null {
  const normal = entry.thresholds.find((threshold) => threshold.level === 'normal' && threshold.unit === 'days');
  if (normal === undefined || entry.demand === null || entry.daysOfSupply === null || entry.daysOfSupply >= normal.atOrAbove) return null;
  return wholeUnits((normal.atOrAbove - entry.daysOfSupply) * entry.demand.mean);
}

function isFromWholeBlood(entry: StockEntry): boolean {
  return entry.unit === 'U' && (entry.component === 'red_cells' || entry.component === 'whole_blood');
}

/** `A 型还差 512 U（约 256 人各献 400 毫升）`, for the sentence or the list; null where nothing is missing or people cannot be reckoned. */
function gapWords(entry: StockEntry, name: string, key: 'stock.gap.toNormal' | 'stock.gap.short', locale: Locale): string | null {
  const units = unitsToNormal(entry);
  if (units === null || !isFromWholeBlood(entry)) return null;
  return t(locale, key, { group: groupsInWords([name], locale), units: stockQuantity(units, entry.unit, locale), donations: formatNumber(Math.ceil(units / unitsPerDonation)) });
}

/** The sentences under the strip: what the worst level means for patients, and how much is missing; where all is normal, when to come back. */
export function stripMeaning(now: StockNow, locale: Locale): readonly string[] {
  const { columns } = stripEntries(now);
  if (now.date === null) return [];
  const worst: Level | undefined = worseLevels.find((level) => columns.some((entry) => entry.level === level));
  if (worst === undefined) {
    const isKnown = columns.some((entry) => entry.level === 'normal');
    return isKnown ? [t(locale, 'stock.strip.normal'), t(locale, 'stock.donors.normal', { next: formatDate(nextLowMonth(now.date), locale) })] : [];
  }
  const gaps = columns.flatMap((entry) => gapWords(entry, groupName(entry.group, now.groups, locale), 'stock.gap.short', locale) ?? []);
  return [
    capitalised(t(locale, `stock.strip.${worst}`, { groups: namesOf(columns.filter((entry) => entry.level === worst), now.groups, locale) })),
    ...(gaps.length === 0 ? [] : [t(locale, 'stock.gap.list', { list: listOf(gaps, locale) })]),
  ];
}

export interface GroupMeaning {
  readonly patients: string | null;
  readonly donors: string;
  readonly others: string | null;
}

/** The three sentences of one group's page; without a level nothing is said about patients. */
export function groupMeaning(entry: StockEntry, now: StockNow, locale: Locale): GroupMeaning {
  const next = formatDate(nextLowMonth(entry.date), locale);
  const name = groupName(entry.group, now.groups, locale);
  const { level } = entry;
  if (level === null) return { patients: null, donors: t(locale, 'stock.donors.unknown', { next }), others: null };
  const gap = gapWords(entry, name, 'stock.gap.toNormal', locale);
  const donors = [t(locale, `stock.donors.${level}`, { next }), ...(gap === null ? [] : [capitalised(gap)])];
  return {
    patients: t(locale, `stock.patients.${level}`),
    donors: donors.join(locale === 'zh' ? '' : ' '),
    others: level === 'normal' ? null : othersMeaning(entry, now, name, next, locale),
  };
}

function othersMeaning(entry: StockEntry, now: StockNow, group: string, next: string, locale: Locale): string {
  const others = stripEntries(now).columns.filter((other) => other.group !== entry.group && other.level === 'normal');
  const normal = others.length === 0 ? t(locale, 'stock.others.noneNormal') : t(locale, 'stock.others.someNormal', { groups: namesOf(others, now.groups, locale), next });
  return t(locale, 'stock.others.low', { group: groupsInWords([group], locale), normal });
}
