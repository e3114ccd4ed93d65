/** Every entry of a fund as it is published, by year and category. */
import type { Portal } from '#src/datasets/portal.ts';
import { formatFen, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import type { FundDirection } from '#src/indicators/fund-account.ts';
import type { PublishedEntry } from '#src/indicators/fund-help.ts';
import type { TableCell } from './figure.ts';
import { entriesAnchor, labelWord, moneyCell } from './fund-words.ts';

export interface EntryLine {
  readonly cells: readonly TableCell[];
  readonly date: string;
  readonly amountFen: number;
  /** null: none, or not published. */
  readonly people: number | null;
}

export interface EntryGroup {
  /** Address of the group on its page. */
  readonly id: string;
  readonly direction: FundDirection;
  /** `direction.category`. */
  readonly kind: string;
  /** `支出 · 重病救助`. */
  readonly words: string;
  readonly title: string;
  readonly rows: readonly EntryLine[];
}

/** What a column can be sorted by. */
export type EntrySort = 'date' | 'amount' | 'people';

export interface EntryColumn {
  readonly title: string;
  readonly numeric?: boolean;
  readonly sort?: EntrySort;
}

export interface EntryYear {
  readonly year: number;
  readonly title: string;
  readonly caption: string;
  readonly groups: readonly EntryGroup[];
}

export interface FundEntryList {
  /** Published entries; several that stand in one row count one by one. */
  readonly count: number;
  readonly columns: readonly EntryColumn[];
  /** The latest first; in a year receipts before disbursements, a group for each category, its entries by date. */
  readonly years: readonly EntryYear[];
  /** Every group's direction and category once, receipts first. */
  readonly kinds: readonly { readonly kind: string; readonly words: string }[];
}

/** Columns that no entry of the fund fills are left out. */
export function fundEntryList(portal: Portal, fund: string, entries: readonly PublishedEntry[], locale: Locale): FundEntryList {
  const own = entries.filter((entry) => entry.fund === fund).toSorted((a, b) => (a.date === b.date ? (a.entry < b.entry ? -1 : 1) : a.date < b.date ? -1 : 1));
  const columns: readonly (EntryColumn & { readonly cell: (entry: PublishedEntry) => TableCell; readonly optional?: boolean })[] = [
    { title: t(locale, 'fund.column.date'), sort: 'date', cell: ({ date }) => date },
    { title: t(locale, 'fund.column.amount'), numeric: true, sort: 'amount', cell: ({ amountFen }) => moneyCell(amountFen, locale) },
    { title: t(locale, 'fund.column.people'), numeric: true, sort: 'people', cell: ({ beneficiaries }) => peopleCell(beneficiaries, locale), optional: true },
    { title: t(locale, 'fund.column.programme'), cell: ({ programme }) => (programme === null ? '' : labelWord(portal, 'programme', programme, locale)), optional: true },
    { title: t(locale, 'fund.column.document'), cell: ({ document }) => document ?? '', optional: true },
    { title: t(locale, 'fund.column.note'), cell: (entry) => noteOf(entry, locale), optional: true },
    { title: t(locale, 'fund.column.entry'), cell: ({ entry }) => entry },
  ];
  const shown = columns.filter(({ optional, cell }) => optional !== true || own.some((entry) => cell(entry) !== ''));
  const kindOf = ({ direction, category }: PublishedEntry): string => `${direction}.${category}`;
  const wordsOf = ({ direction, category }: PublishedEntry): string => t(locale, 'fund.entries.kind', { direction: t(locale, `fund.${direction}`), category: labelWord(portal, 'category', category, locale) });
  const receiptsFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
    a.split('.')[0] === b.split('.')[0] ? (a < b ? -1 : 1) : a.startsWith('receipt.') ? -1 : 1;
  const byYear = Map.groupBy(own, ({ date }) => Number(date.slice(0, 4)));
  const years = [...byYear].toSorted(([a], [b]) => b - a).map(([year, ofYear]): EntryYear => ({
    year,
    title: t(locale, 'fund.entries.year', { year, count: formatNumber(countOf(ofYear)) }),
    caption: t(locale, 'fund.entries.caption', { year }),
    groups: [...Map.groupBy(ofYear, kindOf)].toSorted(receiptsFirst).flatMap(([kind, group]): readonly EntryGroup[] => {
      const first = group[0];
      if (first === undefined) return [];
      const sum = formatFen(group.reduce((total, { amountFen }) => total + amountFen, 0), locale);
      return [{
        id: entriesAnchor(year, first.direction, first.category),
        direction: first.direction,
        kind,
        words: wordsOf(first),
        title: t(locale, 'fund.entries.group', { kind: wordsOf(first), count: countOf(group), sum }),
        rows: group.map((entry) => ({
          cells: shown.map(({ cell }) => cell(entry)), date: entry.date, amountFen: entry.amountFen, people: typeof entry.beneficiaries === 'number' ? entry.beneficiaries : null,
        })),
      }];
    }),
  }));
  return {
    count: countOf(own),
    columns: shown.map(({ title, numeric, sort }) => ({ title, ...(numeric === undefined ? {} : { numeric }), ...(sort === undefined ? {} : { sort }) })),
    years,
    kinds: [...new Map(own.map((entry) => [kindOf(entry), wordsOf(entry)]))].toSorted(receiptsFirst).map(([kind, words]) => ({ kind, words })),
  };
}

function countOf(entries: readonly PublishedEntry[]): number {
  return entries.reduce((sum, { entries: count }) => sum + count, 0);
}

function noteOf({ noteZh, noteEn, entries }: PublishedEntry, locale: Locale): string {
  if (entries > 1) return t(locale, 'fund.entries.merged', { count: entries });
  return (locale === 'zh' ? noteZh : (noteEn ?? noteZh)) ?? '';
}

function peopleCell(beneficiaries: PublishedEntry['beneficiaries'], locale: Locale): TableCell {
  if (beneficiaries === 'suppressed') return t(locale, 'fund.suppressed');
  return beneficiaries === null ? '' : { text: formatNumber(beneficiaries), value: beneficiaries };
}
