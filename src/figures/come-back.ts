/** What "when may I give again" needs in the browser: the rules and the sentences. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { kindWords } from './eligibility.ts';

const kinds = ['whole_blood', 'apheresis_platelets', 'apheresis_plasma'] as const;
const sentences = {
  answer: 'donate.again.answer', nowAnswer: 'donate.again.nowAnswer', never: 'donate.again.never', wait: 'donate.again.wait', yearly: 'donate.again.yearly',
  withoutRule: 'donate.again.withoutRule', young: 'donate.again.age.young', within: 'donate.again.age.within', repeat: 'donate.again.age.repeat', old: 'donate.again.age.old',
  empty: 'donate.again.empty', future: 'donate.again.future', limit: 'donate.again.limit',
} as const;
/** The places in the sentences are filled in the browser, so each is handed on as it is. */
const places = Object.fromEntries(['date', 'wanted', 'given', 'after', 'interval', 'ready', 'kind', 'count', 'age', 'value'].map((name) => [name, `{${name}}`]));

/** The rules in force now and later, and the words, for one language. */
export function comeBackSettings(portal: Portal, locale: Locale) {
  const rules = portal.rows('eligibility').filter(({ status }) => status === 'in_force');
  return {
    locale,
    timeZone: portal.settings.timeZone,
    rules: rules.map(({ rule, subject, donation, after, value, unit, validFrom, validUntil, status }) => ({ rule, subject, donation, after, value, unit, validFrom, validUntil, status })),
    kinds: Object.fromEntries([...kinds.map((kind) => [kind, kindWords(kind, locale)]), ['any', kindWords(null, locale)]]) as Record<string, string>,
    units: Object.fromEntries((['days', 'weeks', 'months'] as const).map((unit) => [unit, t(locale, `donate.unit.${unit}`, places)])),
    words: Object.fromEntries(Object.entries(sentences).map(([name, key]) => [name, t(locale, key, places)])) as Record<keyof typeof sentences, string>,
  };
}

/** Donations that can be chosen: those that some rule speaks of; whole blood where none does. */
export function donationKinds(portal: Portal, locale: Locale): readonly { readonly kind: string; readonly name: string }[] {
  const spokenOf = new Set(portal.rows('eligibility').flatMap(({ donation, after }) => [donation, after]));
  const named = kinds.filter((kind) => spokenOf.has(kind));
  return (named.length === 0 ? kinds.slice(0, 1) : named).map((kind) => ({ kind, name: kindWords(kind, locale) }));
}
