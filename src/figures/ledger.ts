/** The blood ledger of a component: the latest month as an equation and a picture, the last twelve months as a table. */
import { drawAccountFlow, layoutAccountFlow } from '#src/charts/account-flow.ts';
import type { AccountFlowInput, FlowColour } from '#src/charts/account-flow.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { addMonths, firstDayOfMonth, monthOf } from '#src/domain/calendar.ts';
import { formatDate } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { bloodLedgers, ledgerColumns, ledgerIn, ledgerOut } from '#src/indicators/ledger.ts';
import type { ComponentLedger, LedgerColumn, LedgerMonth } from '#src/indicators/ledger.ts';
import { capitalised, componentName, stockNumber, stockQuantity, unitWord } from './blood-words.ts';
import { drawingWidths } from './figure.ts';
import type { Figure, TableCell } from './figure.ts';
import { inOneLine, ownSource } from './source-line.ts';

export interface EquationTerm {
  readonly sign: '' | '+' | '−' | '÷' | '×' | '=';
  readonly what: string;
  readonly text: string;
  /** null: not stated. */
  readonly value: number | null;
}

export interface LedgerExhibit {
  readonly component: string;
  readonly name: string;
  readonly figure: Figure;
  readonly equation: readonly EquationTerm[];
  readonly notes: readonly string[];
}

const monthsShown = 12;
const colours: Readonly<Record<LedgerColumn, FlowColour>> = {
  opening: 'context', prepared: 'ink', received: 'series-2', issued: 'ink', transferredOut: 'series-2',
  expired: 'series-3', testFailed: 'series-3', otherDiscards: 'series-3', closing: 'context',
};

/** One exhibit for each component with a ledger. */
export function ledgerExhibits(portal: Portal, locale: Locale): readonly LedgerExhibit[] {
  return bloodLedgers(portal).flatMap((ledger) => {
    const latest = ledger.months.at(-1);
    return latest === undefined ? [] : [exhibitOf(portal, ledger, latest, locale)];
  });
}

function exhibitOf(portal: Portal, ledger: ComponentLedger, latest: LedgerMonth, locale: Locale): LedgerExhibit {
  const { component, unit } = ledger;
  const name = capitalised(componentName(component, locale));
  const month = formatDate(latest.month, locale);
  const quantity = (value: number | null): string => (value === null ? t(locale, 'supply.unknown') : stockQuantity(value, unit, locale));
  const income = latest.amounts.prepared === null || latest.amounts.received === null ? null : latest.amounts.prepared + latest.amounts.received;
  const params = { month, component: name, income: quantity(income), issued: quantity(latest.amounts.issued), closing: quantity(latest.amounts.closing) };
  const finding = latest.difference === null
    ? t(locale, 'supply.ledger.unknown', params)
    : latest.difference === 0
      ? t(locale, 'supply.ledger.closes', params)
      : t(locale, 'supply.ledger.open', { ...params, difference: quantity(latest.difference) });
  const subtitle = t(locale, 'supply.ledger.subtitle', { month, component: name, unit: unitWord(unit, locale) });
  const source = ownSource(portal, t(locale, 'supply.table.ledger'), latest.month, locale);
  const part = (column: LedgerColumn) => ({
    label: t(locale, `supply.column.${column}`), words: quantity(latest.amounts[column]), value: latest.amounts[column] ?? 0, colour: colours[column],
  });
  const input: AccountFlowInput = {
    label: `${finding}${locale === 'zh' ? '。' : '. '}${subtitle}`,
    left: ledgerIn.map(part),
    right: [...ledgerOut.map(part), part('closing')],
    leftTitle: t(locale, 'supply.flow.in'),
    rightTitle: t(locale, 'supply.flow.out'),
    emptyLabel: t(locale, 'supply.unknown'),
    source,
  };
  const shown = ledger.months.slice(-monthsShown).toReversed();
  const cell = (value: number | null): TableCell => (value === null ? t(locale, 'supply.unknown') : { text: stockNumber(value, unit), value });
  return {
    component,
    name,
    figure: {
      id: component.replaceAll('_', '-'),
      finding,
      subtitle,
      drawing: { narrow: drawAccountFlow(layoutAccountFlow(input, drawingWidths.narrow)), wide: drawAccountFlow(layoutAccountFlow(input, drawingWidths.wideBars)) },
      table: {
        caption: t(locale, 'supply.ledger.caption', { component: name, unit: unitWord(unit, locale), count: shown.length }),
        columns: [
          { title: t(locale, 'supply.column.month') },
          ...ledgerColumns.map((column) => ({ title: t(locale, `supply.column.${column}`), numeric: true })),
          { title: t(locale, 'supply.column.check') },
        ],
        rows: shown.map((one) => [one.month, ...ledgerColumns.map((column) => cell(one.amounts[column])), checkWords(one, unit, locale)]),
      },
      source,
      asOf: latest.month,
    },
    equation: equationOf(latest, unit, locale),
    notes: ledger.months.flatMap(({ month: at, carried }) => (carried === null || carried === 0 ? [] : [carriedNote(portal, at, carried, unit, locale)])),
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

function equationOf({ amounts }: LedgerMonth, unit: ComponentLedger['unit'], locale: Locale): readonly EquationTerm[] {
  const term = (sign: EquationTerm['sign'], column: LedgerColumn): EquationTerm => {
    const value = amounts[column];
    return { sign, what: t(locale, `supply.column.${column}`), text: value === null ? t(locale, 'supply.unknown') : stockNumber(value, unit), value };
  };
  return [term('', 'opening'), term('+', 'prepared'), term('+', 'received'), ...ledgerOut.map((column) => term('−', column)), term('=', 'closing')];
}

function checkWords({ difference }: LedgerMonth, unit: ComponentLedger['unit'], locale: Locale): TableCell {
  if (difference === null) return t(locale, 'supply.unknown');
  return { text: difference === 0 ? t(locale, 'supply.check.closes') : t(locale, 'supply.check.open', { difference: stockNumber(difference, unit) }), value: difference };
}
