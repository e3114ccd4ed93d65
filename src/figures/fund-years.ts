/** A fund over the years: its balance, its receipts and disbursements by category, the last three years side by side. */
import { drawMonthColumns, layoutMonthColumns } from '#src/charts/month-columns.ts';
import type { ColumnColour, MonthColumnsInput } from '#src/charts/month-columns.ts';
import type { MarkLink } from '#src/charts/svg.ts';
import { drawYearLines, layoutYearLines } from '#src/charts/year-lines.ts';
import type { YearLinesInput } from '#src/charts/year-lines.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate, formatFen, formatShare } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { amountOf, largestChange } from '#src/indicators/fund-account.ts';
import type { FundAccount, FundDirection, FundYear } from '#src/indicators/fund-account.ts';
import { statusWords } from './fund-period.ts';
import { drawingWidths } from './figure.ts';
import type { Figure, FigureTable, TableCell } from './figure.ts';
import { chartMoney, chartMoneyWords, entriesAddress, labelWord, moneyCell, periodWords } from './fund-words.ts';
import { ownSource } from './source-line.ts';

const chartHeight = 220;
const colours: readonly ColumnColour[] = ['series-1', 'series-2', 'series-3'];

/** The closing balance of the last stated period of each year; null without a period. */
export function balanceFigure(portal: Portal, { periods }: FundAccount, locale: Locale): Figure | null {
  const [first, latest] = [periods[0], periods.at(-1)];
  if (first === undefined || latest === undefined) return null;
  const highest = periods.reduce((most, one) => (one.closingFen > most.closingFen ? one : most), latest);
  const finding = t(locale, highest === latest ? 'fund.balance.highest' : 'fund.balance.finding', {
    date: formatDate(latest.periodEnd, locale), closing: formatFen(latest.closingFen, locale), highest: formatFen(highest.closingFen, locale), at: formatDate(highest.periodEnd, locale), from: first.year,
  });
  const subtitle = t(locale, 'fund.balance.subtitle');
  const source = ownSource(portal, t(locale, 'fund.table.accounts'), latest.periodEnd, locale);
  const ends = periods.filter((period, index) => periods[index + 1]?.year !== period.year);
  const isPart = ({ periodEnd }: (typeof periods)[number]): boolean => !periodEnd.endsWith('-12-31');
  const input: YearLinesInput = {
    label: `${finding}${locale === 'zh' ? '。' : '. '}${subtitle}`,
    unit: t(locale, 'fund.chart.unit'),
    from: first.year,
    to: latest.year,
    series: [{
      colour: 'series-1',
      label: '',
      points: ends.map((period) => ({ year: period.year, value: chartMoney(period.closingFen, locale), mark: isPart(period) ? 'part' : 'exact', words: chartMoneyWords(period.closingFen, locale) })),
    }],
    targets: [],
    key: ends.some(isPart) ? [{ mark: 'part', label: t(locale, 'fund.chart.part', { date: formatDate(latest.periodEnd, locale) }) }] : [],
    gapLabel: t(locale, 'supply.unknown'),
    emptyLabel: t(locale, 'supply.unknown'),
    source,
  };
  const draw = (width: number): string => drawYearLines(layoutYearLines(input, { width, height: chartHeight }));
  return {
    id: 'balance',
    finding,
    subtitle,
    drawing: { narrow: draw(drawingWidths.narrow), wide: draw(drawingWidths.wideBars) },
    table: {
      caption: t(locale, 'fund.balance.caption'),
      columns: [
        { title: t(locale, 'fund.column.period') },
        ...(['opening', 'receipts', 'disbursements', 'closing'] as const).map((column) => ({ title: t(locale, `fund.${column}`), numeric: true })),
        { title: t(locale, 'fund.column.check') },
        { title: t(locale, 'fund.column.status') },
      ],
      rows: periods.toReversed().map((period) => [
        periodWords(period, locale),
        ...[period.openingFen, period.receiptsFen, period.disbursementsFen, period.closingFen].map((fen) => moneyCell(fen, locale)),
        { text: period.differenceFen === 0 ? t(locale, 'fund.closes') : t(locale, 'fund.open', { difference: formatFen(period.differenceFen, locale) }), value: period.differenceFen / 100 },
        statusWords(portal, period, locale),
      ]),
    },
    source,
    asOf: latest.periodEnd,
  };
}

/** One direction by category and year; the three greatest categories have a colour, the others stand together. null without an amount. */
export function categoriesFigure(portal: Portal, { fund, years }: FundAccount, direction: FundDirection, locale: Locale): Figure | null {
  const categories = categoriesOf(years, direction);
  const latest = years.at(-1);
  const whole = years.findLast(({ isWhole }) => isWhole) ?? latest;
  if (whole === undefined || latest === undefined || categories.length === 0) return null;
  const sum = (year: FundYear): number => (direction === 'receipt' ? year.receiptsFen : year.disbursementsFen);
  const largest = whole.amounts.find((one) => one.direction === direction);
  const finding = largest === undefined
    ? t(locale, `fund.${direction}.none`, { year: whole.year })
    : t(locale, `fund.${direction}.finding`, {
        year: whole.year, sum: formatFen(sum(whole), locale), category: labelWord(portal, 'category', largest.category, locale), share: formatShare(largest.amountFen / sum(whole), locale),
      });
  const until = latest.isWhole || latest.until === null ? '' : t(locale, 'fund.until', { year: latest.year, date: formatDate(latest.until, locale) });
  const subtitle = `${t(locale, `fund.${direction}.subtitle`)}${until === '' || locale === 'zh' ? '' : ' '}${until}`;
  const asOf = latest.until ?? String(latest.year);
  const source = ownSource(portal, t(locale, 'fund.table.entries'), asOf, locale);
  const shown = categories.slice(0, colours.length);
  const others = categories.slice(colours.length);
  const valueOf = (year: FundYear, category: string): number => chartMoney(amountOf(year, direction, category) ?? 0, locale);
  const hasNone = years.every((year) => categories.every((category) => entriesAddress(portal, fund.fund, year.year, direction, category) === undefined));
  const linkTo = (year: FundYear, category: string): MarkLink | undefined => {
    const address = entriesAddress(portal, fund.fund, year.year, direction, category);
    const amount = formatFen(amountOf(year, direction, category) ?? 0, locale);
    return address === undefined ? undefined : { address, label: t(locale, 'fund.chart.linkOfYear', { year: year.year, category: labelWord(portal, 'category', category, locale), amount }) };
  };
  const input: MonthColumnsInput = {
    label: `${finding}${locale === 'zh' ? '。' : '. '}${subtitle}`,
    unit: t(locale, 'fund.chart.unit'),
    parts: [
      ...shown.map((category, index) => ({ colour: colours[index] ?? 'context', label: labelWord(portal, 'category', category, locale) })),
      ...(others.length === 0 ? [] : [{ colour: 'context' as const, label: others.length === 1 && others[0] !== undefined ? labelWord(portal, 'category', others[0], locale) : t(locale, 'fund.chart.others', { count: others.length }) }]),
    ],
    columns: years.map((year) => ({
      name: String(year.year),
      values: [...shown.map((category) => valueOf(year, category)), ...(others.length === 0 ? [] : [others.reduce((total, category) => total + valueOf(year, category), 0)])],
      links: [...shown.map((category) => linkTo(year, category)), ...(others.length === 0 || hasNone ? [] : [{ address: `#entries-${year.year}`, label: t(locale, 'fund.chart.linkYear', { year: year.year }) }])],
    })),
    notes: [],
    emptyLabel: t(locale, 'supply.unknown'),
    source,
  };
  const draw = (width: number): string => drawMonthColumns(layoutMonthColumns(input, { width, height: chartHeight - 40 }));
  return {
    id: direction === 'receipt' ? 'receipts' : 'disbursements',
    finding,
    subtitle,
    drawing: { narrow: draw(drawingWidths.narrow), wide: draw(drawingWidths.wideBars) },
    table: {
      caption: t(locale, `fund.${direction}.caption`),
      columns: [
        { title: t(locale, 'fund.column.year') },
        ...categories.map((category) => ({ title: labelWord(portal, 'category', category, locale), numeric: true })),
        { title: t(locale, 'fund.column.sum'), numeric: true },
      ],
      rows: years.toReversed().map((year) => [
        String(year.year),
        ...categories.map((category) => moneyCell(amountOf(year, direction, category), locale, entriesAddress(portal, fund.fund, year.year, direction, category))),
        moneyCell(sum(year), locale),
      ]),
    },
    source,
    asOf,
  };
}

/** The last three whole years; the finding names what changed most in each direction. null where there are fewer than two. */
export function threeYears(portal: Portal, { fund, years }: FundAccount, locale: Locale): { readonly finding: string; readonly table: FigureTable; readonly source: string; readonly asOf: string } | null {
  const shown = years.filter(({ isWhole }) => isWhole).slice(-3);
  const [before, after] = shown.slice(-2);
  if (before === undefined || after === undefined) return null;
  const changes = (['receipt', 'disbursement'] as const).flatMap((direction) => {
    const change = largestChange(before, after, direction);
    if (change === null) return [];
    const more = change.afterFen > change.beforeFen;
    return [t(locale, `fund.three.${direction}.${more ? 'more' : 'less'}`, { category: labelWord(portal, 'category', change.category, locale), amount: formatFen(Math.abs(change.afterFen - change.beforeFen), locale) })];
  });
  const lines = (['receipt', 'disbursement'] as const).flatMap((direction) => categoriesOf(shown, direction).map((category) => ({ direction, category })));
  const asOf = after.until ?? String(after.year);
  const row = (name: string, direction: FundDirection, fen: readonly (number | null)[], addresses: readonly (string | undefined)[]): readonly TableCell[] => {
    const [from, to] = fen.slice(-2);
    return [name, t(locale, `fund.${direction}`), ...fen.map((one, index) => moneyCell(one, locale, addresses[index])), moneyCell((to ?? 0) - (from ?? 0), locale)];
  };
  return {
    finding: changes.length === 0
      ? t(locale, 'fund.three.same', { before: before.year, after: after.year })
      : t(locale, 'fund.three.finding', { before: before.year, after: after.year, changes: changes.join(t(locale, 'supply.semicolon')) }),
    table: {
      caption: t(locale, 'fund.three.caption', { years: shown.length }),
      columns: [
        { title: t(locale, 'fund.column.category') },
        { title: t(locale, 'fund.column.direction') },
        ...shown.map(({ year }) => ({ title: String(year), numeric: true })),
        { title: t(locale, 'fund.column.change', { before: before.year, after: after.year }), numeric: true },
      ],
      rows: [
        ...lines.map(({ direction, category }) =>
          row(labelWord(portal, 'category', category, locale), direction, shown.map((year) => amountOf(year, direction, category)), shown.map(({ year }) => entriesAddress(portal, fund.fund, year, direction, category)))),
        row(t(locale, 'fund.column.sum'), 'receipt', shown.map(({ receiptsFen }) => receiptsFen), []),
        row(t(locale, 'fund.column.sum'), 'disbursement', shown.map(({ disbursementsFen }) => disbursementsFen), []),
      ],
    },
    source: ownSource(portal, t(locale, 'fund.table.entries'), asOf, locale),
    asOf,
  };
}

/** Every category of a direction, the greatest over all these years first. */
function categoriesOf(years: readonly FundYear[], direction: FundDirection): readonly string[] {
  const sums = new Map<string, number>();
  for (const { amounts } of years) {
    for (const one of amounts) if (one.direction === direction) sums.set(one.category, (sums.get(one.category) ?? 0) + one.amountFen);
  }
  return [...sums].toSorted((a, b) => b[1] - a[1]).map(([category]) => category);
}
