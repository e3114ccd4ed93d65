/** How far the tables of a page reach and until when they stand, in words; and what is said once they are out of date. */
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate, formatInstant } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { standsUntil, tableStandings } from '#src/publishing/table-standing.ts';
import { wordOf } from './dictionary.ts';

export interface StandingWords {
  readonly table: string;
  /** `献血人次到2026年10月，有效至2026年12月11日 18:00` */
  readonly stands: string;
  readonly validUntil: string;
  readonly expired: string;
}

/** One entry for each of the tables that is there, in the order given; none of those whose end is not announced. */
export function standingWords(portal: Portal, tables: readonly string[], locale: Locale): readonly StandingWords[] {
  return tables.flatMap((table) => {
    const standing = tableStandings(portal).get(table);
    const resource = portal.package.resources.find(({ name }) => name === table);
    const validUntil = standsUntil(portal, table);
    if (standing === undefined || resource === undefined || validUntil === null) return [];
    // A list without times of its own is what it was when the portal was last published.
    const isList = standing.validUntil === null;
    const until = isList ? portal.asOf.slice(0, 10) : standing.until;
    if (until === null) return [];
    const params = { table: wordOf(resource, 'title', locale), until: formatDate(until, locale), instant: formatInstant(validUntil, locale) };
    return [{ table, stands: t(locale, isList ? 'standing.list' : 'standing.stands', params), validUntil, expired: t(locale, 'standing.expired', params) }];
  });
}
