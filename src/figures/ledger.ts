/** The blood ledger of a component: a month or a year as an equation and a picture, its months as a table. */
import { drawAccountFlow, layoutAccountFlow } from '#src/charts/account-flow.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { addMonths, firstDayOfMonth, monthOf } from '#src/domain/calendar.ts';
import { formatDate } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { ledgerYears } from '#src/indicators/ledger-year.ts';
import type { LedgerYear } from '#src/indicators/ledger-year.ts';
import { bloodLedgers } from '#src/indicators/ledger.ts';
import type { ComponentLedger, LedgerMonth } from '#src/indicators/ledger.ts';
import { stockQuantity, unitWord } from './blood-words.ts';
import type { EquationTerm } from './equation.ts';
import { drawingWidths } from './figure.ts';
import type { Figure, FigureTable } from './figure.ts';
import { ledgerName, ledgerRow, ledgerTableColumns, ledgerWords } from './ledger-period.ts';
import type { LedgerWords } from './ledger-period.ts';
import { inOneLine } from './source-line.ts';

export interface LedgerExhibit {
  readonly component: string;
  readonly name: string;
  readonly figure: Figure;
  readonly equation: readonly EquationTerm[];
  readonly notes: readonly string[];
}

const monthsShown = 12;

/** The latest month of each component with a ledger, with the twelve months up to it. */
export function ledgerExhibits(portal: Portal, locale: Locale): readonly LedgerExhibit[] {
  return bloodLedgers(portal).flatMap((ledger) => {
    const latest = ledger.months.at(-1);
    if (latest === undefined) return [];
    const shown = ledger.months.slice(-monthsShown).toReversed();
    const table = {
      caption: t(locale, 'supply.ledger.caption', { component: ledgerName(ledger, locale), unit: unitWord(ledger.unit, locale), count: shown.length }),
      columns: ledgerTableColumns(locale),
      rows: shown.map((month) => ledgerRow(month.month, month, ledger, locale)),
    };
    return [exhibitOf(portal, ledger, ledgerWords(portal, ledger, latest, formatDate(latest.month, locale), latest.month, locale), table, ledger.months, latest.month, locale)];
  });
}

/** The years in which any component has a ledger, latest first. */
export function ledgerYearsPresent(portal: Portal): readonly number[] {
  return [...new Set(bloodLedgers(portal).flatMap((ledger) => ledgerYears(ledger).map(({ year }) => year)))].toSorted((a, b) => b - a);
}

/** A whole year of each component that has a ledger in it: the account of the year, its months and their sum as a table. */
export function ledgerYearExhibits(portal: Portal, year: number, locale: Locale): readonly LedgerExhibit[] {
  return bloodLedgers(portal).flatMap((ledger) => {
    const account = ledgerYears(ledger).find((one) => one.year === year);
    if (account === undefined) return [];
    const months = ledgerMonthsTable(ledger, account, locale);
    const table = { ...months, rows: [...months.rows, ledgerRow(t(locale, 'supply.year.sum'), account, ledger, locale)] };
    return [exhibitOf(portal, ledger, ledgerWords(portal, ledger, account, yearWords(account, locale), account.to, locale), table, account.months, account.to, locale)];
  });
}

/** `2025年`; a year of which the ledger holds only a part says which. */
export function yearWords({ year, from, to }: LedgerYear, locale: Locale): string {
  if (from.endsWith('-01') && to.endsWith('-12')) return formatDate(String(year), locale);
  if (from === to) return formatDate(from, locale);
  return t(locale, 'supply.period', { from: formatDate(from, locale), to: formatDate(to, locale) });
}

/** The months of a year, in order. */
export function ledgerMonthsTable(ledger: ComponentLedger, account: LedgerYear, locale: Locale): FigureTable {
  return {
    caption: t(locale, 'supply.year.caption', { component: ledgerName(ledger, locale), unit: unitWord(ledger.unit, locale), period: yearWords(account, locale) }),
    columns: ledgerTableColumns(locale),
    rows: account.months.map((month) => ledgerRow(month.month, month, ledger, locale)),
  };
}

function exhibitOf(portal: Portal, ledger: ComponentLedger, words: LedgerWords, table: FigureTable, months: readonly LedgerMonth[], asOf: string, locale: Locale): LedgerExhibit {
  const { finding, subtitle, equation, flow } = words;
  return {
    component: ledger.component,
    name: ledgerName(ledger, locale),
    figure: {
      id: ledger.component.replaceAll('_', '-'),
      finding,
      subtitle,
      drawing: { narrow: drawAccountFlow(layoutAccountFlow(flow, drawingWidths.narrow)), wide: drawAccountFlow(layoutAccountFlow(flow, drawingWidths.wideBars)) },
      table,
      source: flow.source,
      asOf,
    },
    equation,
    notes: months.flatMap(({ month, carried }) => (carried === null || carried === 0 ? [] : [carriedNote(portal, month, carried, ledger.unit, locale)])),
  };
}

/** An opening that is not the closing before, with the change of method that the events table names for that month or the one before. */
function carriedNote(portal: Portal, month: string, carried: number, unit: ComponentLedger['unit'], locale: Locale): string {
  const note = t(locale, 'supply.ledger.carried', { month: formatDate(month, locale), difference: `${carried > 0 ? '+' : ''}${stockQuantity(carried, unit, locale)}` });
  const months = [month, monthOf(addMonths(firstDayOfMonth(month), -1))];
  const event = portal.rows('events').find(({ kind, date }) => kind === 'method_break' && months.includes(monthOf(date)));
  if (event === undefined) return note;
  const title = locale === 'zh' ? event.titleZh : (event.titleEn ?? event.titleZh);
  return inOneLine([note, t(locale, 'supply.ledger.event', { date: formatDate(event.date, locale), title })], locale);
}
