/** Every entry of a fund as it is published, by year and category. */
import type { Portal } from '#src/datasets/portal.ts';
import { formatFen, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import type { PublishedEntry } from '#src/indicators/fund-help.ts';
import type { TableCell } from './figure.ts';
import { entriesAnchor, labelWord, moneyCell } from './fund-words.ts';

export interface EntryGroup {
  /** Address of the group on its page. */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly (readonly TableCell[])[];
}

export interface EntryYear {
  readonly year: number;
  readonly title: string;
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly numeric?: boolean }[];
  readonly groups: readonly EntryGroup[];
}

/** The latest year first; in a year receipts before disbursements, a group for each category, its entries by date. Columns that no entry of the fund fills are left out. */
export function entryYears(portal: Portal, fund: string, entries: readonly PublishedEntry[], locale: Locale): readonly EntryYear[] {
  const own = entries.filter((entry) => entry.fund === fund).toSorted((a, b) => (a.date === b.date ? (a.entry < b.entry ? -1 : 1) : a.date < b.date ? -1 : 1));
  const note = ({ noteZh, noteEn }: PublishedEntry): string => (locale === 'zh' ? noteZh : (noteEn ?? noteZh)) ?? '';
  const columns: readonly { readonly title: string; readonly numeric?: boolean; readonly cell: (entry: PublishedEntry) => TableCell; readonly optional?: boolean }[] = [
    { title: t(locale, 'fund.column.date'), cell: ({ date }) => date },
    { title: t(locale, 'fund.column.amount'), numeric: true, cell: ({ amountFen }) => moneyCell(amountFen, locale) },
    { title: t(locale, 'fund.column.people'), numeric: true, cell: ({ beneficiaries }) => peopleCell(beneficiaries, locale), optional: true },
    { title: t(locale, 'fund.column.programme'), cell: ({ programme }) => (programme === null ? '' : labelWord(portal, 'programme', programme, locale)), optional: true },
    { title: t(locale, 'fund.column.document'), cell: ({ document }) => document ?? '', optional: true },
    { title: t(locale, 'fund.column.note'), cell: note, optional: true },
    { title: t(locale, 'fund.column.entry'), cell: ({ entry }) => entry },
  ];
  const shown = columns.filter(({ optional, cell }) => optional !== true || own.some((entry) => cell(entry) !== ''));
  const byYear = Map.groupBy(own, ({ date }) => Number(date.slice(0, 4)));
  return [...byYear].toSorted(([a], [b]) => b - a).map(([year, ofYear]) => {
    const groups = Map.groupBy(ofYear, ({ direction, category }) => `${direction === 'receipt' ? 1 : 2}|${category}`);
    return {
      year,
      title: t(locale, 'fund.entries.year', { year, count: formatNumber(ofYear.length) }),
      caption: t(locale, 'fund.entries.caption', { year }),
      columns: shown,
      groups: [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]): readonly EntryGroup[] => {
        const first = group[0];
        if (first === undefined) return [];
        const { direction, category } = first;
        const sum = formatFen(group.reduce((total, { amountFen }) => total + amountFen, 0), locale);
        return [{
          id: entriesAnchor(year, direction, category),
          title: t(locale, 'fund.entries.group', { direction: t(locale, `fund.${direction}`), category: labelWord(portal, 'category', category, locale), count: group.length, sum }),
          rows: group.map((entry) => shown.map(({ cell }) => cell(entry))),
        }];
      }),
    };
  });
}

function peopleCell(beneficiaries: PublishedEntry['beneficiaries'], locale: Locale): TableCell {
  if (beneficiaries === 'suppressed') return t(locale, 'fund.suppressed');
  return beneficiaries === null ? '' : { text: formatNumber(beneficiaries), value: beneficiaries };
}
