/** Transfers between regions: who helped whom, when, with what and why; a mutual-aid fee is marked with the clause that speaks of it. */
import { groupSlug } from '#src/domain/blood.ts';
import { isMeasured } from '#src/domain/missing.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { href } from '#src/i18n/addresses.ts';
import { formatDate, formatFen } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { currentLibrary } from '#src/policies/current-library.ts';
import { componentName, groupName, stockQuantity } from './blood-words.ts';
import { clauseLink } from './clause-link.ts';
import type { FigureTable, TableCell } from './figure.ts';
import { ownSource } from './source-line.ts';

/** Says that regions take no mutual-aid fee of one another. */
const feeClause = 'health-notice-2019#c-1-4';

export interface TransferTable {
  readonly finding: string;
  readonly table: FigureTable;
  readonly notes: readonly string[];
  readonly source: string;
  readonly asOf: string;
}

/** Latest first; null without a transfer. */
export function transferTable(portal: Portal, locale: Locale): TransferTable | null {
  const rows = portal.rows('transfers').toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const [last, first] = [rows[0], rows.at(-1)];
  if (last === undefined || first === undefined) return null;
  const own = portal.settings.region;
  const fees = rows.filter(({ mutualAidFeeFen: fee }) => isMeasured(fee) && fee > 0);
  const params = {
    year: first.date.slice(0, 4),
    received: rows.filter(({ toRegion }) => toRegion === own).length,
    given: rows.filter(({ fromRegion }) => fromRegion === own).length,
    fees: fees.length,
  };
  const clause = clauseLink(portal, feeClause, locale);
  return {
    finding: t(locale, fees.length === 0 ? 'supply.transfers.finding' : 'supply.transfers.findingFee', params),
    table: {
      caption: t(locale, 'supply.transfers.caption'),
      columns: (['date', 'from', 'to', 'what', 'quantity', 'purpose', 'price', 'fee'] as const).map((column) => ({
        title: t(locale, `supply.transfers.column.${column}`), numeric: ['quantity', 'price'].includes(column),
      })),
      rows: rows.map((row) => [
        row.date,
        placeName(portal, row.fromRegion, locale),
        placeName(portal, row.toRegion, locale),
        `${componentName(row.component, locale)} ${groupName(groupSlug(row.abo, row.rhd), [], locale)}`,
        { text: stockQuantity(row.quantity, row.unit, locale), value: row.quantity },
        labelWords(portal, 'purpose', row.purpose, locale),
        money(row.priceFen, locale),
        feeCell(row, clause, locale),
      ]),
    },
    notes: [t(locale, 'supply.transfers.settlement'), ...fees.map((row) => feeNote(row, locale))],
    source: ownSource(portal, t(locale, 'supply.table.transfers'), last.date, locale),
    asOf: last.date,
  };
}

/** Name of a region; its id where the regions table does not hold it. */
export function placeName(portal: Portal, region: string, locale: Locale): string {
  const row = portal.rows('regions').find((one) => one.region === region);
  return (locale === 'zh' ? row?.nameZh : (row?.nameEn ?? row?.nameZh)) ?? region;
}

function labelWords(portal: Portal, kind: string, code: string | null, locale: Locale): string {
  if (code === null) return t(locale, 'supply.unknown');
  const label = portal.rows('labels').find((row) => row.kind === kind && row.code === code);
  return (locale === 'zh' ? label?.zh : label?.en) ?? code;
}

function money(fen: Rows['transfers']['priceFen'], locale: Locale): TableCell {
  return isMeasured(fen) ? { text: formatFen(fen, locale), value: fen / 100 } : t(locale, 'supply.unknown');
}

function feeCell({ mutualAidFeeFen: fee }: Rows['transfers'], clause: ReturnType<typeof clauseLink>, locale: Locale): TableCell {
  if (!isMeasured(fee)) return t(locale, 'supply.unknown');
  if (fee === 0) return { text: t(locale, 'supply.transfers.noFee'), value: 0 };
  const amount = formatFen(fee, locale);
  return { text: clause === null ? amount : t(locale, 'supply.transfers.fee', { amount, clause: clause.words }), value: fee / 100, ...(clause === null ? {} : { address: href(clause.path, locale) }) };
}


/** A fee, and whether the clause was already there. */
function feeNote({ date, mutualAidFeeFen: fee }: Rows['transfers'], locale: Locale): string {
  const policy = currentLibrary().policies.get(locale)?.find(({ slug }) => slug === feeClause.split('#')[0]);
  const params = { date: formatDate(date, locale), amount: isMeasured(fee) ? formatFen(fee, locale) : '' };
  if (policy === undefined || policy.date === null) return t(locale, 'supply.transfers.feePlain', params);
  const of = { ...params, title: policy.title, issued: formatDate(policy.date, locale) };
  return t(locale, date < policy.date ? 'supply.transfers.feeBefore' : 'supply.transfers.feeAfter', of);
}
