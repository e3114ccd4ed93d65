/** The corrections of published numbers and the releases that made them, as tables. */
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate, formatInstant, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { href } from '#src/i18n/addresses.ts';
import { t } from '#src/i18n/translate.ts';
import type { DatedCorrection, ReleaseLog } from '#src/releases/release-log.ts';
import { correctionsOf } from '#src/releases/release-log.ts';
import type { FigureTable, TableCell } from './figure.ts';

/** So many corrections stand on the page; all are in the file. */
export const listedCorrections = 500;

export function correctionsTitle(log: ReleaseLog, locale: Locale): string {
  if (log.current === null) return t(locale, 'corrections.title.unreleased');
  const count = correctionsOf(log).length;
  return count === 0 ? t(locale, 'corrections.title.none') : t(locale, 'corrections.title.some', { count });
}

/** How many corrections each table has and when the latest was made, most first; null without any. */
export function correctionsByTable(portal: Portal, log: ReleaseLog, locale: Locale): FigureTable | null {
  const groups = Map.groupBy(correctionsOf(log), ({ table }) => table);
  if (groups.size === 0) return null;
  return {
    caption: t(locale, 'corrections.byTable.caption'),
    columns: [{ title: t(locale, 'releases.column.table') }, { title: t(locale, 'corrections.count'), numeric: true }, { title: t(locale, 'corrections.latest') }],
    rows: [...groups]
      .toSorted((a, b) => b[1].length - a[1].length)
      .map(([table, all]) => [tableCell(portal, table, locale), { text: String(all.length), value: all.length }, formatDate(all[0]?.date ?? '', locale)]),
  };
}

/** The corrections, newest first, at most as many as the page lists; null without any. */
export function correctionsList(portal: Portal, log: ReleaseLog, locale: Locale): FigureTable | null {
  const all = correctionsOf(log);
  if (all.length === 0) return null;
  const columns = (['date', 'release', 'table', 'key', 'column', 'old', 'new', 'class', 'reason'] as const).map((name) => ({ title: t(locale, `releases.column.${name}`) }));
  return {
    caption: t(locale, 'corrections.list.caption'),
    columns,
    rows: all.slice(0, listedCorrections).map((one) => [
      formatDate(one.date, locale),
      String(one.release),
      tableCell(portal, one.table, locale),
      one.key.join(' · '),
      columnName(portal, one, locale),
      shownCell(one.old, locale),
      one.column === null ? t(locale, 'releases.none') : shownCell(one.new, locale),
      t(locale, `releases.class.${one.class}`),
      one.reason[locale],
    ]),
  };
}

/** Every release, newest first; null before the first. */
export function releasesList(log: ReleaseLog, locale: Locale): FigureTable | null {
  if (log.releases.length === 0) return null;
  const sum = (numbers: readonly number[]): TableCell => {
    const value = numbers.reduce((total, one) => total + one, 0);
    return { text: formatNumber(value), value };
  };
  return {
    caption: t(locale, 'corrections.releases.caption'),
    columns: [
      { title: t(locale, 'releases.column.release') },
      { title: t(locale, 'corrections.releases.at') },
      { title: t(locale, 'corrections.releases.added'), numeric: true },
      { title: t(locale, 'corrections.releases.late'), numeric: true },
      { title: t(locale, 'corrections.releases.changed'), numeric: true },
      { title: t(locale, 'corrections.releases.note') },
    ],
    rows: log.releases.toReversed().slice(0, listedCorrections).map((one) => [
      releaseName(one, locale),
      formatInstant(one.at, locale),
      sum(one.tables.map(({ added }) => added)),
      sum(one.tables.map(({ late }) => late)),
      sum([one.corrections.length]),
      one.note ?? t(locale, 'releases.none'),
    ]),
  };
}

/** The number of a release; of a rollback also where it led. */
export function releaseName({ release, of }: { readonly release: number; readonly of: number | null }, locale: Locale): string {
  return of === null ? String(release) : t(locale, 'corrections.releases.rollback', { release, of });
}

function tableCell(portal: Portal, table: string, locale: Locale): TableCell {
  const resource = portal.package.resources.find(({ name }) => name === table);
  const text = resource === undefined ? table : locale === 'zh' ? resource.title : resource['title@en'];
  return portal.has(table) ? { text, address: href(`/data/${table}/`, locale) } : text;
}

function columnName(portal: Portal, { table, column }: Pick<DatedCorrection, 'table' | 'column'>, locale: Locale): string {
  if (column === null) return t(locale, 'releases.rowRemoved');
  const field = portal.package.resources.find(({ name }) => name === table)?.schema.fields.find(({ name }) => name === column);
  return field === undefined ? column : locale === 'zh' ? field.title : field['title@en'];
}

function shownCell(cell: string | null, locale: Locale): string {
  return cell === null || cell === '' ? t(locale, 'releases.emptyCell') : cell;
}
