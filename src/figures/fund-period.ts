/** The latest period of a fund as an equation to the fen and as a picture from source to use. */
import { drawAccountFlow, layoutAccountFlow } from '#src/charts/account-flow.ts';
import type { AccountFlowInput } from '#src/charts/account-flow.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate, formatFen } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { amountsBetween } from '#src/indicators/fund-account.ts';
import type { FundAccount, FundPeriod } from '#src/indicators/fund-account.ts';
import { categoryWord } from './dictionary.ts';
import type { EquationTerm } from './equation.ts';
import { drawingWidths } from './figure.ts';
import type { Figure } from './figure.ts';
import { entriesAddress, fundName, labelWord, moneyCell, periodWords } from './fund-words.ts';
import { ownSource } from './source-line.ts';

/** `期初 + 收入 − 支出 = 期末`, each to the fen; the values behind are yuan. */
export function fundEquation(period: FundPeriod, locale: Locale): readonly EquationTerm[] {
  const term = (sign: EquationTerm['sign'], what: 'opening' | 'receipts' | 'disbursements' | 'closing', fen: number): EquationTerm => ({
    sign, what: t(locale, `fund.${what}`), text: formatFen(fen, locale), value: fen / 100,
  });
  return [term('', 'opening', period.openingFen), term('+', 'receipts', period.receiptsFen), term('−', 'disbursements', period.disbursementsFen), term('=', 'closing', period.closingFen)];
}

/** `示例市关爱基金：到 2026年10月31日结余 … 元，账目相符`; the name alone without a stated period. */
export function fundHeading({ fund, periods }: FundAccount, locale: Locale): string {
  const latest = periods.at(-1);
  if (latest === undefined) return fundName(fund, locale);
  const params = { fund: fundName(fund, locale), date: formatDate(latest.periodEnd, locale), closing: formatFen(latest.closingFen, locale), difference: formatFen(latest.differenceFen, locale) };
  return t(locale, latest.differenceFen === 0 ? 'fund.heading' : 'fund.headingOpen', params);
}

/** Whether a period is provisional, final or audited, and by which document. */
export function statusWords(portal: Portal, { status, document }: FundPeriod, locale: Locale): string {
  const word = categoryWord(portal, 'fund-balances', 'status', status, locale);
  return document === null ? t(locale, 'fund.statusOnly', { status: word }) : t(locale, 'fund.statusDocument', { status: word, document });
}

interface FlowOptions {
  /** The latest stated period unless given. */
  readonly period?: FundPeriod;
  /** Another sentence than what was received and spent. */
  readonly finding?: string;
  /** Address of the fund's page where the figure stands on another one. */
  readonly page?: string;
}

/** From source to use in a stated period; null without one. */
export function fundFlowFigure(portal: Portal, account: FundAccount, locale: Locale, options: FlowOptions = {}): Figure | null {
  const latest = options.period ?? account.periods.at(-1);
  if (latest === undefined) return null;
  const amounts = amountsBetween(portal, account.fund.fund, latest.periodStart, latest.periodEnd);
  const period = periodWords(latest, locale);
  const source = ownSource(portal, t(locale, 'fund.table.accounts'), latest.periodEnd, locale);
  const params = { period, receipts: formatFen(latest.receiptsFen, locale), disbursements: formatFen(latest.disbursementsFen, locale) };
  const finding = options.finding ?? t(locale, 'fund.flow.finding', params);
  const subtitle = t(locale, 'fund.flow.subtitle', { period });
  const entriesAt = (direction: 'receipt' | 'disbursement', category: string): string | undefined => {
    const anchor = entriesAddress(portal, account.fund.fund, latest.year, direction, category);
    return anchor === undefined ? undefined : `${options.page ?? ''}${anchor}`;
  };
  const parts = (direction: 'receipt' | 'disbursement', colour: 'ink' | 'series-2') => amounts
    .filter((one) => one.direction === direction)
    .map(({ category, amountFen }) => {
      const [label, words] = [labelWord(portal, 'category', category, locale), formatFen(amountFen, locale)];
      const address = entriesAt(direction, category);
      return { label, words, value: amountFen / 100, colour, ...(address === undefined ? {} : { link: { address, label: t(locale, 'fund.chart.link', { category: label, amount: words }) } }) };
    });
  const input: AccountFlowInput = {
    label: `${finding}${locale === 'zh' ? '。' : '. '}${subtitle}`,
    left: [{ label: t(locale, 'fund.opening'), words: formatFen(latest.openingFen, locale), value: latest.openingFen / 100, colour: 'context' }, ...parts('receipt', 'ink')],
    right: [...parts('disbursement', 'series-2'), { label: t(locale, 'fund.closing'), words: formatFen(latest.closingFen, locale), value: latest.closingFen / 100, colour: 'context' }],
    leftTitle: t(locale, 'fund.flow.from'),
    rightTitle: t(locale, 'fund.flow.to'),
    emptyLabel: t(locale, 'supply.unknown'),
    source,
  };
  return {
    id: 'flow',
    finding,
    subtitle,
    drawing: { narrow: drawAccountFlow(layoutAccountFlow(input, drawingWidths.narrow)), wide: drawAccountFlow(layoutAccountFlow(input, drawingWidths.wideBars)) },
    table: {
      caption: t(locale, 'fund.flow.caption', { period }),
      columns: [{ title: t(locale, 'fund.column.category') }, { title: t(locale, 'fund.column.direction') }, { title: t(locale, 'fund.column.amount'), numeric: true }],
      rows: amounts.map(({ direction, category, amountFen }) => [labelWord(portal, 'category', category, locale), t(locale, `fund.${direction}`), moneyCell(amountFen, locale, entriesAt(direction, category))]),
    },
    source,
    asOf: latest.periodEnd,
  };
}

/** How many accounts there are and whether the latest period of each closes; a provisional one is called so. */
export function fundsHeading(accounts: readonly FundAccount[], locale: Locale): string {
  const stated = accounts.filter(({ periods }) => periods.length > 0);
  const open = stated.filter(({ periods }) => periods.at(-1)?.differenceFen !== 0);
  if (stated.length === 0) return t(locale, 'fund.headingNone', { count: accounts.length });
  const provisional = stated.filter(({ periods }) => periods.at(-1)?.status === 'provisional').length;
  const key = open.length > 0 ? 'fund.headingSome' : provisional === stated.length && provisional > 1 ? 'fund.headingAllProvisional' : provisional > 0 ? 'fund.headingProvisional' : 'fund.headingAll';
  return t(locale, key, { count: stated.length, open: open.length, provisional });
}
