/** The blood ledger of a component over a month or a year in words: its sentence, its equation, what its picture shows, a row of its table. */
import type { AccountFlowInput, FlowColour } from '#src/charts/account-flow.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { ledgerColumns, ledgerIn, ledgerOut } from '#src/indicators/ledger.ts';
import type { ComponentLedger, LedgerColumn, LedgerPeriod } from '#src/indicators/ledger.ts';
import { capitalised, componentName, stockNumber, stockQuantity, unitWord } from './blood-words.ts';
import type { EquationTerm } from './equation.ts';
import type { FigureTable, TableCell } from './figure.ts';
import { ownSource } from './source-line.ts';

export interface LedgerWords {
  readonly finding: string;
  readonly subtitle: string;
  readonly equation: readonly EquationTerm[];
  readonly flow: AccountFlowInput;
}

const colours: Readonly<Record<LedgerColumn, FlowColour>> = {
  opening: 'context', prepared: 'ink', received: 'series-2', issued: 'ink', transferredOut: 'series-2',
  expired: 'series-3', testFailed: 'series-3', otherDiscards: 'series-3', closing: 'context',
};

/** Red cells, as they stand at the beginning of a sentence. */
export function ledgerName({ component }: ComponentLedger, locale: Locale): string {
  return capitalised(componentName(component, locale));
}

/** `period` null: the component has no ledger then. `when` is the month or year in words, `asOf` the last month of it. */
export function ledgerWords(portal: Portal, ledger: ComponentLedger, period: LedgerPeriod | null, when: string, asOf: string, locale: Locale): LedgerWords {
  const { unit } = ledger;
  const component = ledgerName(ledger, locale);
  const amount = (column: LedgerColumn): number | null => period?.amounts[column] ?? null;
  const quantity = (value: number | null): string => (value === null ? t(locale, 'supply.unknown') : stockQuantity(value, unit, locale));
  const [prepared, received] = [amount('prepared'), amount('received')];
  const params = {
    month: when, component, income: quantity(prepared === null || received === null ? null : prepared + received), issued: quantity(amount('issued')), closing: quantity(amount('closing')),
  };
  const difference = period?.difference ?? null;
  const finding = period === null
    ? t(locale, 'supply.ledger.none', params)
    : difference === null
      ? t(locale, 'supply.ledger.unknown', params)
      : difference === 0
        ? t(locale, 'supply.ledger.closes', params)
        : t(locale, 'supply.ledger.open', { ...params, difference: quantity(difference) });
  const subtitle = t(locale, 'supply.ledger.subtitle', { month: when, component, unit: unitWord(unit, locale) });
  const part = (column: LedgerColumn) => ({ label: t(locale, `supply.column.${column}`), words: quantity(amount(column)), value: amount(column) ?? 0, colour: colours[column] });
  const term = (sign: EquationTerm['sign'], column: LedgerColumn): EquationTerm => {
    const value = amount(column);
    return { sign, what: t(locale, `supply.column.${column}`), text: value === null ? t(locale, 'supply.unknown') : stockNumber(value, unit), value };
  };
  return {
    finding,
    subtitle,
    equation: [
      term('', 'opening'), term('+', 'prepared'), term('+', 'received'), ...ledgerOut.map((column) => term('−', column)),
      // What nothing in the ledger explains stands in the sum, so that no equation says what is not so.
      ...(difference === null || difference === 0 ? [] : [{
        sign: difference > 0 ? ('+' as const) : ('−' as const), what: t(locale, 'supply.column.unexplained'), text: stockNumber(Math.abs(difference), unit), value: Math.abs(difference),
      }]),
      term('=', 'closing'),
    ],
    flow: {
      label: `${finding}${locale === 'zh' ? '。' : '. '}${subtitle}`,
      // With a figure missing, the columns could not be compared: nothing is drawn, and nothing is drawn as zero.
      left: difference === null ? [] : ledgerIn.map(part),
      right: difference === null ? [] : [...ledgerOut.map(part), part('closing')],
      leftTitle: t(locale, 'supply.flow.in'),
      rightTitle: t(locale, 'supply.flow.out'),
      emptyLabel: t(locale, 'supply.unknown'),
      source: ownSource(portal, t(locale, 'supply.table.ledger'), asOf, locale),
    },
  };
}

export function ledgerTableColumns(locale: Locale): FigureTable['columns'] {
  return [
    { title: t(locale, 'supply.column.month') },
    ...ledgerColumns.map((column) => ({ title: t(locale, `supply.column.${column}`), numeric: true })),
    { title: t(locale, 'supply.column.check') },
  ];
}

/** The amounts of a month or year and whether they add up; `name` stands before them. */
export function ledgerRow(name: string, { amounts, difference }: LedgerPeriod, { unit }: ComponentLedger, locale: Locale): readonly TableCell[] {
  const cell = (value: number | null): TableCell => (value === null ? t(locale, 'supply.unknown') : { text: stockNumber(value, unit), value });
  const check: TableCell = difference === null
    ? t(locale, 'supply.unknown')
    : { text: difference === 0 ? t(locale, 'supply.check.closes') : t(locale, 'supply.check.open', { difference: stockNumber(difference, unit) }), value: difference };
  return [name, ...ledgerColumns.map((column) => cell(amounts[column])), check];
}
