/** What stands beside a fund's account as tables: its budget, the help it gave, and the account that another city published. */
import { formatDate, formatFen, formatNumber, formatShare, thinSpace } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { inLocale, t } from '#src/i18n/translate.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { budgetBesideActual } from '#src/indicators/fund-account.ts';
import type { FundAccount } from '#src/indicators/fund-account.ts';
import { helpGiven } from '#src/indicators/fund-help.ts';
import type { PublishedEntry } from '#src/indicators/fund-help.ts';
import { categoryWord } from './dictionary.ts';
import type { FigureTable } from './figure.ts';
import { entriesAddress, labelWord, moneyCell } from './fund-words.ts';
import { sourceRow, sourceWords } from './published-source.ts';
import { ownSource } from './source-line.ts';

/** Years in the table of help given. */
const helpYears = 4;

/** An exhibit without a drawing. */
export interface TableExhibit {
  readonly finding: string;
  readonly notes: readonly string[];
  readonly table: FigureTable;
  readonly source: string;
  readonly asOf: string;
}

/** The latest whole year, each line of the budget beside what was received or spent; the finding names the line furthest from its budget. null without a budget. */
export function budgetTable(portal: Portal, account: FundAccount, locale: Locale): TableExhibit | null {
  const budget = budgetBesideActual(portal, account);
  if (budget === null) return null;
  const { year, lines } = budget;
  const both = lines.flatMap((line) => (line.budgetFen === null || line.actualFen === null ? [] : [{ ...line, differenceFen: line.actualFen - line.budgetFen }]));
  const furthest = both.toSorted((a, b) => Math.abs(b.differenceFen) - Math.abs(a.differenceFen))[0];
  const asOf = year.until ?? String(year.year);
  return {
    finding: furthest === undefined || furthest.differenceFen === 0
      ? t(locale, 'fund.budget.same', { year: year.year })
      : t(locale, furthest.differenceFen > 0 ? 'fund.budget.more' : 'fund.budget.less', {
          year: year.year, category: labelWord(portal, 'category', furthest.category, locale), amount: formatFen(Math.abs(furthest.differenceFen), locale),
        }),
    notes: [t(locale, 'fund.budget.note'), ...(year.isWhole ? [] : [t(locale, 'fund.until', { year: year.year, date: formatDate(asOf, locale) })])],
    table: {
      caption: t(locale, 'fund.budget.caption', { year: year.year }),
      columns: [
        { title: t(locale, 'fund.column.category') },
        { title: t(locale, 'fund.column.direction') },
        { title: t(locale, 'fund.column.budget'), numeric: true },
        { title: t(locale, 'fund.column.actual'), numeric: true },
        { title: t(locale, 'fund.column.share'), numeric: true },
      ],
      rows: lines.map(({ direction, category, budgetFen, actualFen }) => [
        labelWord(portal, 'category', category, locale),
        t(locale, `fund.${direction}`),
        moneyCell(budgetFen, locale),
        moneyCell(actualFen, locale, entriesAddress(portal, account.fund.fund, year.year, direction, category)),
        budgetFen === null || budgetFen === 0 || actualFen === null ? '—' : formatShare(actualFen / budgetFen, locale),
      ]),
    },
    source: ownSource(portal, t(locale, 'fund.table.budgets'), asOf, locale),
    asOf,
  };
}

/** People helped and money for each, by year and category for the latest years, of `entries` as they are published; the finding names the category with the most money. null where no count of people is published. */
export function helpTable(portal: Portal, { fund, years }: FundAccount, entries: readonly PublishedEntry[], locale: Locale): TableExhibit | null {
  const help = helpGiven(entries, fund.fund, portal.settings.smallCount);
  const wholeYear = years.findLast(({ isWhole }) => isWhole)?.year;
  const newest = help[0];
  if (newest === undefined) return null;
  const ofWholeYear = help.filter(({ year }) => year === wholeYear);
  const most = (ofWholeYear.length > 0 ? ofWholeYear : help).reduce((largest, one) => (one.amountFen > largest.amountFen ? one : largest));
  const shown = help.filter(({ year }) => year > newest.year - helpYears);
  const dates = entries.filter((entry) => entry.fund === fund.fund).map(({ date }) => date);
  const asOf = dates.reduce((last, date) => (date > last ? date : last), '');
  const hasSuppressed = entries.some((entry) => entry.fund === fund.fund && entry.beneficiaries === 'suppressed');
  return {
    finding: t(locale, 'fund.help.finding', {
      year: most.year, category: labelWord(portal, 'category', most.category, locale), people: formatNumber(most.people), each: formatFen(most.eachFen, locale),
    }),
    notes: [t(locale, 'fund.help.note'), ...(hasSuppressed ? [t(locale, 'fund.help.suppressed', { count: portal.settings.smallCount })] : [])],
    table: {
      caption: t(locale, 'fund.help.caption', { from: newest.year - helpYears + 1 }),
      columns: [
        { title: t(locale, 'fund.column.year') },
        { title: t(locale, 'fund.column.category') },
        { title: t(locale, 'fund.column.people'), numeric: true },
        { title: t(locale, 'fund.column.counted'), numeric: true },
        { title: t(locale, 'fund.column.each'), numeric: true },
        ...(hasSuppressed ? [{ title: t(locale, 'fund.column.suppressed'), numeric: true }] : []),
      ],
      rows: shown.map((line) => [
        String(line.year),
        labelWord(portal, 'category', line.category, locale),
        { text: formatNumber(line.people), value: line.people },
        moneyCell(line.amountFen, locale, entriesAddress(portal, fund.fund, line.year, 'disbursement', line.category)),
        moneyCell(line.eachFen, locale),
        ...(hasSuppressed ? [formatNumber(line.suppressed)] : []),
      ]),
    },
    source: ownSource(portal, t(locale, 'fund.table.entries'), asOf, locale),
    asOf,
  };
}

type PublishedFigure = Rows['figures'];
const accountIndicators: readonly PublishedFigure['indicator'][] = ['fund_receipts', 'fund_disbursements', 'fund_balance'];

/** The accounts of funds that others have published, as they state them; null without one. */
export function elsewhereTable(portal: Portal, locale: Locale): TableExhibit | null {
  const rows = portal.rows('figures').filter(({ indicator, status }) => accountIndicators.includes(indicator) && status !== 'superseded')
    .toSorted((a, b) => (a.region === b.region ? accountIndicators.indexOf(a.indicator) - accountIndicators.indexOf(b.indicator) : a.region < b.region ? -1 : 1));
  const first = rows[0];
  if (first === undefined) return null;
  const regionOf = (row: PublishedFigure): string => {
    const region = portal.rows('regions').find((one) => one.region === row.region);
    return (locale === 'zh' ? region?.nameZh : (region?.nameEn ?? region?.nameZh)) ?? row.region;
  };
  const parts = rows.filter(({ region, period }) => region === first.region && period === first.period)
    .map((row) => t(locale, 'fund.elsewhere.part', { indicator: categoryWord(portal, 'figures', 'indicator', row.indicator, locale), amount: statedAmount(row, locale) }));
  const notes = [...new Set(rows.map(({ noteZh, noteEn }) => (locale === 'zh' ? noteZh : (noteEn ?? noteZh))).filter((note) => note !== null))];
  return {
    finding: t(locale, 'fund.elsewhere.finding', { region: regionOf(first), period: formatDate(first.period, locale), parts: parts.join(t(locale, 'fund.elsewhere.comma')) }),
    notes: [t(locale, portal.settings.demonstration === null ? 'fund.elsewhere.note' : 'fund.elsewhere.noteReal', { publisher: inLocale(locale, portal.settings.publisher) }), ...notes],
    table: {
      caption: t(locale, 'fund.elsewhere.caption'),
      columns: [
        { title: t(locale, 'fund.elsewhere.region') },
        { title: t(locale, 'fund.column.period') },
        { title: t(locale, 'fund.elsewhere.what') },
        { title: t(locale, 'fund.column.amount'), numeric: true },
        { title: t(locale, 'fund.elsewhere.qualifier') },
      ],
      rows: rows.map((row) => [
        regionOf(row),
        formatDate(row.period, locale),
        categoryWord(portal, 'figures', 'indicator', row.indicator, locale),
        { text: statedAmount(row, locale), value: row.value },
        categoryWord(portal, 'figures', 'qualifier', row.qualifier, locale),
      ]),
    },
    source: sourceWords(portal, rows.map(({ source }) => source), locale),
    asOf: sourceRow(portal, first.source).date ?? first.period,
  };
}

/** As stated; 万元 in English as thousand yuan, which has the same precision. */
function statedAmount({ value, unit }: PublishedFigure, locale: Locale): string {
  if (unit === '万元' && locale === 'en') return t(locale, 'fund.thousandYuan', { amount: formatNumber(value * 10, 3) });
  return `${formatNumber(value, 4)}${thinSpace}${unit}`;
}
