/** A clause as data names it, `<policy slug>#<clause id>`, as words and an address. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { currentLibrary } from '#src/policies/current-library.ts';
import { allClauses } from '#src/policies/policy.ts';
import { hasLibrary } from '#src/policies/relevance.ts';

export interface ClauseLink {
  /** `《…意见》三（一）` */
  readonly words: string;
  /** Without base and language. */
  readonly path: string;
}

/** Title of the document and number of the clause; null where the library does not hold it, and on a portal that does not show the library. */
export function clauseLink(portal: Portal, name: string, locale: Locale): ClauseLink | null {
  if (!hasLibrary(portal)) return null;
  const [slug = '', id = ''] = name.split('#');
  const policy = currentLibrary().policies.get(locale)?.find((one) => one.slug === slug);
  const clause = policy === undefined ? undefined : allClauses(policy.clauses).find((one) => one.id === id);
  if (policy === undefined || clause === undefined) return null;
  return { words: clause.number === '' ? policy.title : t(locale, 'clause.words', { title: policy.title, number: clause.number }), path: `/policies/${slug}/#${id}` };
}
