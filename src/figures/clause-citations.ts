/** The rows of the data that name a clause: from a clause to the number that it governs. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { wordOf } from './dictionary.ts';

export interface ClauseCitation {
  readonly table: string;
  /** Table and number of rows in words. */
  readonly text: string;
}

/** Clause → table → number of rows, for every table with a clause column. */
const citedClauses = oncePerPortal((portal: Portal): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const cited = new Map<string, Map<string, number>>();
  for (const table of portal.tables) {
    const { fields, rows } = portal.cells(table);
    const position = fields.findIndex(({ name }) => name === 'clause');
    if (position === -1) continue;
    for (const row of rows) {
      const clause = row[position] ?? '';
      if (!clause.includes('#')) continue;
      const tables = cited.get(clause) ?? new Map<string, number>();
      tables.set(table, (tables.get(table) ?? 0) + 1);
      cited.set(clause, tables);
    }
  }
  return cited;
});

/** Tables whose rows cite `clause` (`<policy>#<id>`), in the order of the package; none where nothing does. */
export function clauseCitations(portal: Portal, clause: string, locale: Locale): readonly ClauseCitation[] {
  return [...(citedClauses(portal).get(clause) ?? [])].flatMap(([table, count]) => {
    const resource = portal.package.resources.find(({ name }) => name === table);
    return resource === undefined ? [] : [{ table, text: t(locale, 'common.aside', { words: wordOf(resource, 'title', locale), aside: count }) }];
  });
}
