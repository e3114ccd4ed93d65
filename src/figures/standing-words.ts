/** How far the tables of a page reach and until when they stand, in words; and what is said once they are out of date. */
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate, formatInstant } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { standsUntil, tableStandings } from '#src/publishing/table-standing.ts';
import { reachColumn } from '#src/releases/table-series.ts';
import { wordOf } from './dictionary.ts';

export interface StandingWords {
  readonly table: string;
  /** `献血人次到2026年10月，有效至2026年12月11日 18:00` */
  readonly stands: string;
  /** null: no times are announced for the table, so it never expires. */
  readonly validUntil: string | null;
  /** What is said once it is out of date; null where it never is. */
  readonly expired: string | null;
}

/** One entry for each of the tables that is there, in the order given. */
export function standingWords(portal: Portal, tables: readonly string[], locale: Locale): readonly StandingWords[] {
  return tables.flatMap((table): readonly StandingWords[] => {
    const standing = tableStandings(portal).get(table);
    const resource = portal.package.resources.find(({ name }) => name === table);
    if (standing === undefined || resource === undefined) return [];
    const validUntil = standsUntil(portal, table);
    const words = { table: wordOf(resource, 'title', locale) };
    // A list without times of its own is what it was when the portal was last published.
    if (standing.until === null) return [{ table, stands: t(locale, 'standing.list', { ...words, until: formatDate(portal.asOf.slice(0, 10), locale) }), validUntil, expired: null }];
    const until = formatDate(standing.until, locale);
    if (validUntil === null) return [{ table, stands: t(locale, reachColumn(resource) === 'valid_from' ? 'standing.from' : 'standing.noEnd', { ...words, until }), validUntil, expired: null }];
    const params = { ...words, until, instant: formatInstant(validUntil, locale) };
    return [{ table, stands: t(locale, 'standing.stands', params), validUntil, expired: t(locale, 'standing.expired', params) }];
  });
}
