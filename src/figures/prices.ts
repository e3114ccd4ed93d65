/** What blood costs: the tariff in force by component, what the station's money pays for, and who pays. */
import type { Portal } from '#src/datasets/portal.ts';
import { localInstant } from '#src/domain/instant.ts';
import { href } from '#src/i18n/addresses.ts';
import { formatDate, formatFen, formatShare } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { fundAccounts } from '#src/indicators/fund-account.ts';
import type { CategoryAmount, FundAccount, FundPeriod, FundYear } from '#src/indicators/fund-account.ts';
import { tariffLines } from '#src/indicators/tariff-lines.ts';
import type { Tariff, TariffLine } from '#src/indicators/tariff-lines.ts';
import { capitalised, componentName, listOf } from './blood-words.ts';
import { clauseLink } from './clause-link.ts';
import type { Figure, FigureTable } from './figure.ts';
import { fundFlowFigure } from './fund-period.ts';
import type { TableExhibit } from './fund-tables.ts';
import { fundName, labelWord, moneyCell } from './fund-words.ts';
import { sourceWords } from './published-source.ts';
import { ownSource } from './source-line.ts';
import type { StandingWords } from './standing-words.ts';

/** Clauses of the notice of 2019 by eleven departments: that public finance secures the stations, and that blood fees are waived at discharge. */
const financeClause = 'health-notice-2019#c-1-3';
const waiverClause = 'health-notice-2019#c-3-1';

export interface Payer {
  readonly who: string;
  readonly text: string;
  readonly links: readonly { readonly words: string; readonly address: string }[];
}

/** The price of the headline component, else of the first with a tariff in force; the name of the section without one. */
export function pricesHeading(portal: Portal, locale: Locale): string {
  const lines = tariffLines(portal).filter(({ current }) => current !== null);
  const line = lines.find(({ component }) => component === portal.settings.headlineComponent) ?? lines[0];
  if (line === undefined || line.current === null) return t(locale, 'nav.prices');
  return t(locale, 'prices.heading', { component: capitalised(componentName(line.component, locale)), unit: t(locale, `prices.unit.${line.unit}`), price: formatFen(line.current.priceFen, locale) });
}

/** The tariffs in force; null where the table is empty. The finding names the components whose price changed. */
export function priceTable(portal: Portal, locale: Locale): TableExhibit | null {
  const lines = tariffLines(portal);
  if (lines.length === 0) return null;
  const asOf = portal.asOf.slice(0, 10);
  const known = lines.flatMap(({ component, unit, current, before }) => (current === null ? [] : [{ component, unit, current, before }]));
  const changed = known.flatMap(({ component, current, before }) => {
    if (before === null || before.priceFen === current.priceFen) return [];
    const amount = formatFen(Math.abs(current.priceFen - before.priceFen), locale);
    return [t(locale, current.priceFen > before.priceFen ? 'prices.more' : 'prices.less', { component: componentName(component, locale), amount })];
  });
  const params = { count: known.length, changes: listOf(changed, locale) };
  return {
    finding: t(locale, known.length === 0 ? 'prices.noneCurrent' : changed.length > 0 ? 'prices.changed' : 'prices.unchanged', params),
    notes: [t(locale, 'prices.note')],
    table: {
      caption: t(locale, 'prices.caption', { date: formatDate(asOf, locale) }),
      columns: [
        { title: t(locale, 'prices.column.component') },
        { title: t(locale, 'prices.column.unit') },
        { title: t(locale, 'prices.column.price'), numeric: true },
        { title: t(locale, 'prices.column.from') },
        { title: t(locale, 'prices.column.before'), numeric: true },
        { title: t(locale, 'prices.column.document') },
      ],
      rows: lines.map(({ component, unit, current, before }) => [
        capitalised(componentName(component, locale)),
        t(locale, `prices.unit.${unit}`),
        current === null ? t(locale, 'prices.notInForce') : moneyCell(current.priceFen, locale),
        current === null ? '—' : formatDate(current.validFrom, locale),
        moneyCell(before?.priceFen ?? null, locale),
        current?.document ?? '—',
      ]),
    },
    source: tariffSource(portal, lines, asOf, locale),
    asOf,
  };
}

/** Until when the first of the prices in force stands, judged on the reader's clock; null where none has an end. */
export function priceEnd(portal: Portal, locale: Locale): StandingWords | null {
  const ends = tariffLines(portal).flatMap(({ component, current }) => (current?.validUntil == null ? [] : [{ component, validUntil: current.validUntil }]));
  const [first] = ends.toSorted((a, b) => (a.validUntil < b.validUntil ? -1 : 1));
  if (first === undefined) return null;
  const params = { component: componentName(first.component, locale), date: formatDate(first.validUntil, locale) };
  return {
    table: 'tariffs',
    stands: capitalised(t(locale, 'prices.end', params)),
    validUntil: localInstant(first.validUntil, '23:59', portal.settings.timeZone),
    expired: capitalised(t(locale, 'prices.ended', params)),
  };
}

/** Every tariff there was and will be, by component, the latest first. */
export function allPrices(portal: Portal, locale: Locale): FigureTable {
  const until = ({ validUntil }: Tariff): string => (validUntil === null ? t(locale, 'prices.open') : formatDate(validUntil, locale));
  return {
    caption: t(locale, 'prices.all'),
    columns: [
      { title: t(locale, 'prices.column.component') },
      { title: t(locale, 'prices.column.unit') },
      { title: t(locale, 'prices.column.price'), numeric: true },
      { title: t(locale, 'prices.column.from') },
      { title: t(locale, 'prices.column.until') },
      { title: t(locale, 'prices.column.document') },
    ],
    rows: tariffLines(portal).flatMap(({ all }) => all).map((row) => [
      capitalised(componentName(row.component, locale)), t(locale, `prices.unit.${row.unit}`), moneyCell(row.priceFen, locale), formatDate(row.validFrom, locale), until(row), row.document ?? '—',
    ]),
  };
}

function tariffSource(portal: Portal, lines: readonly TariffLine[], asOf: string, locale: Locale): string {
  const sources = lines.flatMap(({ all }) => all).map(({ source }) => source);
  return sources.some((source) => source !== null) ? sourceWords(portal, sources, locale) : ownSource(portal, t(locale, 'prices.table'), asOf, locale);
}

/** The latest whole year of the station's budget from source to use; null where no station publishes one. */
export function costFigure(portal: Portal, locale: Locale): { readonly figure: Figure; readonly account: FundAccount } | null {
  const money = stationYear(portal);
  if (money === null) return null;
  const { account, year, period } = money;
  const parts = (direction: CategoryAmount['direction'], sum: number): string =>
    listOf(year.amounts.filter((one) => one.direction === direction).slice(0, 3)
      .map(({ category, amountFen }) => t(locale, 'prices.part', { category: labelWord(portal, 'category', category, locale), share: formatShare(amountFen / sum, locale) })), locale);
  const finding = t(locale, 'prices.cost.finding', { year: year.year, uses: parts('disbursement', year.disbursementsFen) });
  const figure = fundFlowFigure(portal, account, locale, { period, finding, page: href(`/fund/${account.fund.fund}/`, locale) });
  return figure === null ? null : { figure: { ...figure, id: 'cost' }, account };
}

function stationYear(portal: Portal): { readonly account: FundAccount; readonly year: FundYear; readonly period: FundPeriod } | null {
  for (const account of fundAccounts(portal)) {
    if (account.fund.kind !== 'station_budget') continue;
    const year = account.years.findLast(({ isWhole, receiptsFen, disbursementsFen }) => isWhole && receiptsFen > 0 && disbursementsFen > 0);
    const period = account.periods.find((one) => one.periodStart === `${year?.year}-01-01` && one.periodEnd === `${year?.year}-12-31`);
    if (year !== undefined && period !== undefined) return { account, year, period };
  }
  return null;
}

/** Where the money of the station came from in its latest whole year; without a published budget, that hospitals pay. */
export function payersHeading(portal: Portal, locale: Locale): string {
  const station = stationYear(portal);
  return station === null ? t(locale, 'prices.who.title') : t(locale, 'prices.who.finding', { year: station.year.year, parts: receiptShares(portal, station.year, locale) });
}

function receiptShares(portal: Portal, { amounts, receiptsFen }: FundYear, locale: Locale): string {
  const receipts = amounts.filter(({ direction }) => direction === 'receipt');
  return listOf(receipts.map(({ category, amountFen }) => t(locale, 'prices.part', { category: labelWord(portal, 'category', category, locale), share: formatShare(amountFen / receiptsFen, locale) })), locale);
}

/** Who pays, as far as the tables and the policy library say it. */
export function payers(portal: Portal, locale: Locale): readonly Payer[] {
  const link = (name: string): Payer['links'] => {
    const clause = clauseLink(portal, name, locale);
    return clause === null ? [] : [{ words: clause.words, address: href(clause.path, locale) }];
  };
  const fundLink = ({ fund }: FundAccount): Payer['links'] => [{ words: fundName(fund, locale), address: href(`/fund/${fund.fund}/`, locale) }];
  const found: Payer[] = [{ who: t(locale, 'prices.who.hospital'), text: t(locale, 'prices.who.hospitalText'), links: [] }];
  const station = stationYear(portal);
  const finance = link(financeClause);
  if (station !== null || finance.length > 0) {
    const texts = [
      station === null ? '' : t(locale, 'prices.who.stationText', { year: station.year.year, sum: formatFen(station.year.receiptsFen, locale) }),
      finance.length === 0 ? '' : t(locale, 'prices.who.financeText'),
    ].filter((text) => text !== '');
    found.push({ who: t(locale, 'prices.who.station'), text: texts.join(locale === 'zh' ? '' : ' '), links: [...(station === null ? [] : fundLink(station.account)), ...finance] });
  }
  const waiver = fundAccounts(portal).find(({ fund }) => fund.kind === 'waiver_fund');
  const waived = waiver?.years.findLast(({ isWhole, disbursementsFen }) => isWhole && disbursementsFen > 0);
  const waiverLinks = link(waiverClause);
  if (waived !== undefined || waiverLinks.length > 0) {
    const texts = [
      waiverLinks.length === 0 ? '' : t(locale, 'prices.who.waiverClause'),
      waived === undefined ? '' : t(locale, 'prices.who.waiverText', { year: waived.year, amount: formatFen(waived.disbursementsFen, locale) }),
    ].filter((text) => text !== '');
    found.push({ who: t(locale, 'prices.who.donor'), text: texts.join(locale === 'zh' ? '' : ' '), links: [...(waiver === undefined ? [] : fundLink(waiver)), ...waiverLinks] });
  }
  return found;
}
