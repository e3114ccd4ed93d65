/** What the chooser of the supply page reads for the months of one year: words, numbers and what the picture shows, in one language. */
import type { AccountFlowInput } from '#src/charts/account-flow.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { monthsFrom } from '#src/domain/calendar.ts';
import { formatDate } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { ledgerYears } from '#src/indicators/ledger-year.ts';
import { bloodLedgers } from '#src/indicators/ledger.ts';
import type { EquationTerm } from './equation.ts';
import type { TableCell } from './figure.ts';
import { ledgerMonthsTable, ledgerYearsPresent } from './ledger.ts';
import { ledgerWords } from './ledger-period.ts';

export interface LedgerPiece {
  readonly demonstration: boolean;
  readonly components: readonly {
    readonly component: string;
    readonly caption: string;
    readonly rows: readonly (readonly TableCell[])[];
    readonly months: Readonly<Record<string, { readonly finding: string; readonly subtitle: string; readonly equation: readonly EquationTerm[]; readonly flow: AccountFlowInput }>>;
  }[];
}

/** Every month of any ledger, latest first. */
export function ledgerMonthsPresent(portal: Portal): readonly string[] {
  return [...new Set(bloodLedgers(portal).flatMap(({ months }) => months.map(({ month }) => month)))].toSorted().toReversed();
}

/** Every component has an entry for every month of the year that any ledger holds; one without a ledger then says so. */
export function ledgerPiece(portal: Portal, year: number, locale: Locale): LedgerPiece {
  if (!ledgerYearsPresent(portal).includes(year)) throw new Error(`there is no ledger of ${year}`);
  const present = new Set(ledgerMonthsPresent(portal));
  const months = monthsFrom(`${year}-01`, `${year}-12`).filter((month) => present.has(month));
  return {
    demonstration: portal.settings.demonstration !== null,
    components: bloodLedgers(portal).map((ledger) => {
      const account = ledgerYears(ledger).find((one) => one.year === year);
      const table = account === undefined ? null : ledgerMonthsTable(ledger, account, locale);
      return {
        component: ledger.component,
        caption: table?.caption ?? '',
        rows: table?.rows ?? [],
        months: Object.fromEntries(months.map((month) => [
          month,
          ledgerWords(portal, ledger, ledger.months.find((one) => one.month === month) ?? null, formatDate(month, locale), month, locale),
        ])),
      };
    }),
  };
}
