/** A document in words: its status, whom it binds, what it replaced or would change, and how a clause of it is cited. */
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { inLocale, isMessageKey, t } from '#src/i18n/translate.ts';
import { currentLibrary } from '#src/policies/current-library.ts';
import { undated, type FacetName } from '#src/policies/facets.ts';
import type { Clause, Policy } from '#src/policies/policy.ts';

/** `通知：现行有效`. */
export function standingWords({ kind, status }: Policy, locale: Locale): string {
  return t(locale, 'policies.force', { kind: t(locale, `policies.standing.${kind}`), force: t(locale, `policies.binds.${status}`) });
}

/** The regions that a document binds, by name; that it binds nobody, where it does not. */
export function boundWords(policy: Policy, portal: Portal, locale: Locale): string {
  if (policy.binds.length === 0) return t(locale, 'policies.binds.nobody');
  const regions = new Map(portal.rows('regions').map((row) => [row.region, locale === 'zh' ? row.nameZh : row.nameEn]));
  const names = policy.binds.map((region) => regions.get(region) ?? (region === 'china' ? t(locale, 'policies.china') : region)).join(t(locale, 'policies.separator'));
  return policy.status === 'in_force' ? names : t(locale, 'policies.bound.before', { regions: names });
}

export interface Relation {
  readonly words: string;
  readonly policy: Policy;
}

/** What it replaced, what replaced it, what it would change, what would change it. */
export function relationsOf(policy: Policy, locale: Locale): readonly Relation[] {
  const all = currentLibrary().policies.get(locale) ?? [];
  const named = (slugs: readonly string[], key: 'replaces' | 'revises'): readonly Relation[] =>
    slugs.flatMap((slug) => all.filter((other) => other.slug === slug).map((other) => ({ words: t(locale, `policies.relation.${key}`), policy: other })));
  const naming = (key: 'replaces' | 'revises'): readonly Relation[] =>
    all.filter((other) => other[key].includes(policy.slug)).map((other) => ({ words: t(locale, key === 'replaces' ? 'policies.relation.replacedBy' : 'policies.relation.revisedBy', { status: t(locale, `policies.standing.${other.kind}`) }), policy: other }));
  return [...named(policy.replaces, 'replaces'), ...naming('replaces'), ...named(policy.revises, 'revises'), ...naming('revises')];
}

/** `三（一）`, or the title where a part has no number. */
export function clauseName({ number, title }: Pick<Clause, 'number' | 'title'>, locale: Locale): string {
  return number === '' ? (title === '' ? t(locale, 'policies.introduction') : title) : number;
}

/** A clause as a bibliography names it: GB/T 7714 in Chinese, author-date in English; it says that this is a restatement where it is one. */
export function clauseCitation(policy: Policy, clause: Clause, address: string, portal: Portal, locale: Locale): string {
  const { issuers } = policy;
  const authors = locale === 'zh' ? (issuers.length > 3 ? `${issuers.slice(0, 3).join(', ')}, 等` : issuers.join(', ')) : issuers.length > 2 ? `${issuers[0]} et al.` : issuers.join(' and ');
  return t(locale, 'policies.citation', {
    authors,
    title: policy.title,
    number: policy.number === null ? '' : t(locale, 'policies.citation.number', { number: policy.number }),
    clause: clauseName(clause, locale),
    date: policy.date === null ? t(locale, 'policies.undated') : locale === 'zh' ? policy.date : policy.date.slice(0, 4),
    site: `${portal.settings.demonstration === null ? '' : `[${t(locale, 'common.demonstration')}] `}${inLocale(locale, portal.settings.title)}`,
    kind: t(locale, `policies.textKind.${policy.text}`),
    asOf: formatDate(portal.asOf.slice(0, 10), locale),
    address,
  });
}

/** A value of a facet as the reader knows it; places and issuers are words already. */
export function facetLabel(facet: FacetName, value: string, locale: Locale): string {
  switch (facet) {
    case 'status':
      return t(locale, `policies.status.${value as Policy['status']}`);
    case 'kind':
      return t(locale, `policies.standing.${value as Policy['kind']}`);
    case 'level':
      return t(locale, `policies.level.${value as Policy['level']}`);
    case 'topic':
      return topicName(value, locale);
    case 'year':
      return value === undated ? t(locale, 'policies.undated') : value;
    default:
      return value;
  }
}

/** Topics are words of the texts, of which an operator may add some; one without a translation stands as it is written. */
function topicName(topic: string, locale: Locale): string {
  const key = `policies.topic.${topic}`;
  return isMessageKey(key) ? t(locale, key) : topic;
}
