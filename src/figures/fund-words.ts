/** Names of funds, categories and periods, and money in charts, in the reader's language. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { formatDate, formatFen, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { accountCategories } from '#src/indicators/account-categories.ts';
import type { FundDirection, FundPeriod } from '#src/indicators/fund-account.ts';
import type { TableCell } from './figure.ts';

export function fundName(fund: Rows['funds'], locale: Locale): string {
  return locale === 'zh' ? fund.nameZh : (fund.nameEn ?? fund.nameZh);
}

/** The publisher's word for a code, of categories that are published together both words; the code itself where the table of words does not hold it. */
export function labelWord(portal: Portal, kind: 'category' | 'programme', code: string, locale: Locale): string {
  const row = portal.rows('labels').find((one) => one.kind === kind && one.code === code);
  const parts = kind === 'category' && row === undefined ? accountCategories(portal).partsOf(code) : [];
  if (parts.length > 0) return parts.map((part) => labelWord(portal, kind, part, locale)).join(t(locale, 'fund.category.and'));
  return (locale === 'zh' ? row?.zh : row?.en) ?? code;
}

export function periodWords({ periodStart, periodEnd }: FundPeriod, locale: Locale): string {
  if (periodStart.endsWith('-01-01') && periodEnd === `${periodStart.slice(0, 4)}-12-31`) return t(locale, 'fund.year', { year: periodStart.slice(0, 4) });
  return t(locale, 'fund.period', { from: formatDate(periodStart, locale), to: formatDate(periodEnd, locale) });
}

/** Money to the fen with its value in yuan behind it; `null`: nothing stated. */
export function moneyCell(fen: number | null, locale: Locale, address?: string): TableCell {
  if (fen === null) return '—';
  return { text: formatFen(fen, locale), value: fen / 100, ...(address === undefined ? {} : { address }) };
}

/** For axes: Chinese counts money in 万元, English in thousands. */
export function chartMoney(fen: number, locale: Locale): number {
  return locale === 'zh' ? fen / 1_000_000 : fen / 100_000;
}

export function chartMoneyWords(fen: number, locale: Locale): string {
  return formatNumber(chartMoney(fen, locale), locale === 'zh' ? 1 : 0);
}

/** Anchor of the entries of a category in a year on the page of its fund. */
export function entriesAnchor(year: number, direction: FundDirection, category: string): string {
  return `entries-${year}-${direction}-${category.replaceAll('_', '-')}`;
}

/** Where the entries of a category in a year stand on the page of their fund; undefined where there are none. */
export function entriesAddress(portal: Portal, fund: string, year: number, direction: FundDirection, category: string): string | undefined {
  const { ofEntry } = accountCategories(portal);
  const has = portal.rows('fund-entries').some((row) => row.fund === fund && row.direction === direction && row.date.startsWith(`${year}-`) && ofEntry(row) === category);
  return has ? `#${entriesAnchor(year, direction, category)}` : undefined;
}
