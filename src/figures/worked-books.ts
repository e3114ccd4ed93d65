/** Worked examples about books that have to close: the blood ledger and the funds. */
import { formatDate, formatFen, formatQuantity } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { isMeasured } from '#src/domain/missing.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { categoryWord, wordOf } from './dictionary.ts';
import type { ExampleLine, WorkedExample } from './worked-example.ts';

/** The newest month of the ledger's first series that states every item; null without one. */
export function ledgerExample(portal: Portal, locale: Locale): WorkedExample | null {
  const rows = portal.rows('blood-ledger');
  const complete = rows.filter((row) => itemsOf(row).every(([, value]) => isMeasured(value)));
  const first = complete[0];
  const row = complete.findLast((one) => one.station === first?.station && one.component === first.component && one.unit === first.unit);
  if (row === undefined) return null;
  const station = portal.rows('stations').find((one) => one.station === row.station);
  const place = (locale === 'zh' ? station?.nameZh : station?.nameEn) ?? row.station;
  const component = categoryWord(portal, 'blood-ledger', 'component', row.component, locale);
  return {
    subject: [place, component, formatDate(row.month, locale)].join(locale === 'zh' ? '，' : ', '),
    lines: itemsOf(row).map(([column, value]) => quantityLine(columnTitle(portal, 'blood-ledger', column, locale), value, row.unit)),
  };
}

function itemsOf(row: Rows['blood-ledger']) {
  return [
    ['opening', row.opening],
    ['prepared', row.prepared],
    ['received', row.received],
    ['issued', row.issued],
    ['transferred_out', row.transferredOut],
    ['expired', row.expired],
    ['test_failed', row.testFailed],
    ['other_discards', row.otherDiscards],
    ['closing', row.closing],
  ] as const;
}

function quantityLine(label: string, value: number | string, unit: string): ExampleLine {
  return typeof value === 'number' ? { label, text: formatQuantity(value, unit, 1), value } : { label, text: value };
}

/** The newest period of the first fund whose four sums are all stated; null without one. */
export function fundExample(portal: Portal, locale: Locale): WorkedExample | null {
  const rows = portal.rows('fund-balances').filter((row) => sumsOf(row).every(([, value]) => isMeasured(value)));
  const row = rows.findLast((one) => one.fund === rows[0]?.fund);
  if (row === undefined) return null;
  const fund = portal.rows('funds').find((one) => one.fund === row.fund);
  return {
    subject: [
      (locale === 'zh' ? fund?.nameZh : fund?.nameEn) ?? row.fund,
      t(locale, 'data.table.coverageRange', { from: formatDate(row.periodStart, locale), to: formatDate(row.periodEnd, locale) }),
    ].join(locale === 'zh' ? '，' : ', '),
    lines: sumsOf(row).flatMap(([column, fen]) =>
      isMeasured(fen) ? [{ label: columnTitle(portal, 'fund-balances', column, locale), text: formatFen(fen, locale), value: fen / 100 }] : [],
    ),
  };
}

function sumsOf(row: Rows['fund-balances']) {
  return [
    ['opening_yuan', row.openingFen],
    ['receipts_yuan', row.receiptsFen],
    ['disbursements_yuan', row.disbursementsFen],
    ['closing_yuan', row.closingFen],
  ] as const;
}

function columnTitle(portal: Portal, table: string, column: string, locale: Locale): string {
  const field = portal.package.resources.find(({ name }) => name === table)?.schema.fields.find(({ name }) => name === column);
  return field === undefined ? column : wordOf(field, 'title', locale);
}
