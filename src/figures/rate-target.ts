/** A target for the donation rate in words: binding where its document binds here, else a reference that nobody is judged by; and what is missing to it. */
import type { Portal } from '#src/datasets/portal.ts';
import { donationsToTarget } from '#src/domain/donation-rate.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import type { DonationRate, RateTarget } from '#src/indicators/donation-rate.ts';
import { currentLibrary } from '#src/policies/current-library.ts';
import { binds } from '#src/policies/relevance.ts';
import { clauseLink, type ClauseLink } from './clause-link.ts';
import type { TableCell } from './figure.ts';
import { regionName } from './region.ts';

export interface TargetWords {
  readonly sentence: string;
  readonly clause: ClauseLink | null;
}

/** Sentences in which a script fills in year, place and numbers, as the page's own have them. */
export interface NeededTemplates {
  readonly needed: string;
  readonly reached: string;
}

/** What the document is called that names the target without binding here (征求意见稿); null where it binds. */
function referenceKind(portal: Portal, { clause }: RateTarget, locale: Locale): string | null {
  const policy = currentLibrary().policies.get(locale)?.find(({ slug }) => slug === clause.split('#')[0]);
  if (policy === undefined) return t(locale, 'rates.reference.document');
  return binds(policy, portal) ? null : t(locale, `policies.standing.${policy.kind}`);
}

/** Beside the line in the chart. */
export function targetLabel(portal: Portal, target: RateTarget, locale: Locale): string {
  const kind = referenceKind(portal, target, locale);
  const value = formatNumber(target.value, 2);
  return kind === null ? t(locale, 'rates.own.target', { value }) : t(locale, 'rates.own.reference', { value });
}

/** Over the column of the table. */
export function targetTitle(portal: Portal, target: RateTarget, locale: Locale): string {
  const kind = referenceKind(portal, target, locale);
  return kind === null ? t(locale, 'rates.column.target') : t(locale, 'rates.column.reference', { kind });
}

/** Over the row of what is missing to it. */
export function missingTitle(portal: Portal, target: RateTarget, locale: Locale): string {
  const kind = referenceKind(portal, target, locale);
  const value = formatNumber(target.value, 2);
  return kind === null ? t(locale, 'rates.matrix.needed', { value }) : t(locale, 'rates.matrix.neededReference', { value });
}

/** A target with its clause; one that does not bind here is called an example, and nobody is judged by it. */
export function targetWords(portal: Portal, target: RateTarget, locale: Locale): TargetWords {
  const { value, due, clause } = target;
  const binding = referenceKind(portal, target, locale) === null;
  const params = { value: formatNumber(value, 2), due: due === null ? '' : formatDate(due.slice(0, 4), locale), region: regionName(portal, locale) };
  return {
    sentence: t(locale, `rates.target.${due === null ? 'duty' : 'dated'}.${binding ? 'binding' : 'example'}`, params),
    clause: clauseLink(portal, clause, locale),
  };
}

/** What closes the gap, with the sum; or by how many donations the number is passed. */
export function neededWords(portal: Portal, target: RateTarget, { year, population, donations }: DonationRate, place: string, locale: Locale): string {
  const needed = donationsToTarget(target.value, population, donations);
  const wanted = donationsToTarget(target.value, population, 0);
  const sentence = needed === 0 ? 'reached' : 'needed';
  return t(locale, neededKey(portal, target, sentence, locale), {
    year, place, kind: referenceKind(portal, target, locale) ?? '', target: formatNumber(target.value, 2), needed: formatNumber(needed),
    population: formatNumber(population), donations: formatNumber(donations), wanted: formatNumber(wanted), over: formatNumber(donations - wanted),
  });
}

export function neededTemplates(portal: Portal, target: RateTarget, locale: Locale): NeededTemplates {
  const places = Object.fromEntries(['year', 'place', 'target', 'needed', 'population', 'donations', 'wanted', 'over'].map((name) => [name, `{${name}}`]));
  const params = { ...places, kind: referenceKind(portal, target, locale) ?? '' };
  return { needed: t(locale, neededKey(portal, target, 'needed', locale), params), reached: t(locale, neededKey(portal, target, 'reached', locale), params) };
}

function neededKey(portal: Portal, target: RateTarget, sentence: 'needed' | 'reached', locale: Locale) {
  return `rates.${sentence}.${referenceKind(portal, target, locale) === null ? 'target' : 'reference'}` as const;
}

/** The same in a table. */
export function neededCell(target: number, rate: DonationRate | undefined, locale: Locale): TableCell {
  if (rate === undefined) return t(locale, 'supply.unknown');
  const needed = donationsToTarget(target, rate.population, rate.donations);
  return { text: needed === 0 ? t(locale, 'rates.matrix.passed') : formatNumber(needed), value: needed };
}
