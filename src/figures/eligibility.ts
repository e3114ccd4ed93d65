/** Who may give blood, how often and how much: the rules in force with their days, those to come, the drafts, and an example of each interval. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { addDays } from '#src/domain/calendar.ts';
import { bindsOn, nextDonation, rulesInForce } from '#src/domain/eligibility.ts';
import type { DatedRule, DonationKind } from '#src/domain/eligibility.ts';
import { localInstant } from '#src/domain/instant.ts';
import { href } from '#src/i18n/addresses.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { capitalised } from './blood-words.ts';
import { clauseLink } from './clause-link.ts';
import type { FigureTable, TableCell } from './figure.ts';
import { sourceNames } from './published-source.ts';
import { ownSource } from './source-line.ts';

type Rule = Rows['eligibility'];

/** When something is shown: instants for the page's clock; `isNow`: on the portal's own day. */
export interface Shown {
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly isNow: boolean;
}

export interface RuleLine {
  readonly shown: Shown;
  readonly subject: string;
  readonly value: string;
  readonly from: string;
  readonly source: TableCell;
}

export interface DatedHeading {
  readonly shown: Shown;
  readonly text: string;
}

/** One line for each rule that was or will be in force, those of one day about the same thing in one (200 and 400 ml: 200 to 400). */
export function ruleLines(portal: Portal, locale: Locale): readonly RuleLine[] {
  const groups = Map.groupBy(rulesInForce(portal.rows('eligibility')), ({ rule, from, until }) => [rule.subject, rule.donation, rule.after, from, until].join('|'));
  return [...groups.values()].flatMap((group): readonly RuleLine[] => {
    const [first] = group;
    if (first === undefined) return [];
    const rules = group.map(({ rule }) => rule);
    return [{
      shown: shownOn(portal, first),
      subject: subjectWords(first.rule, locale),
      value: valueWords(rules, locale),
      from: spanWords(first, locale),
      source: sourceCell(portal, rules, locale),
    }];
  });
}

/** The headings of the page, one for each span in which no rule changes: which ages, which interval. */
export function donateHeadings(portal: Portal, locale: Locale): readonly DatedHeading[] {
  const rules = rulesInForce(portal.rows('eligibility'));
  const today = portal.asOf.slice(0, 10);
  const changes = rules.flatMap(({ from, until }) => [from, ...(until === null ? [] : [addDays(until, 1)])]).filter((day) => day > today);
  const starts = [today, ...[...new Set(changes)].toSorted()];
  return starts.map((day, index) => {
    const next = starts[index + 1];
    return {
      text: headingOn(rules, day, locale),
      shown: { from: index === 0 ? undefined : midnight(portal, day), until: next === undefined ? undefined : midnight(portal, next), isNow: index === 0 },
    };
  });
}

function headingOn(rules: readonly DatedRule<Rule>[], day: string, locale: Locale): string {
  const binding = rules.filter((rule) => bindsOn(rule, day)).map(({ rule }) => rule);
  const valueOf = (subject: Rule['subject']): number | undefined => binding.find((rule) => rule.subject === subject && rule.donation === null)?.value;
  const [min, max, maxRepeat] = [valueOf('age_min'), valueOf('age_max'), valueOf('age_max_repeat')];
  const interval = binding.find(({ subject, donation, after }) => subject === 'interval_days' && donation === 'whole_blood' && after === 'whole_blood');
  const parts = [
    ...(min === undefined ? [] : [max === undefined ? t(locale, 'donate.heading.min', { min }) : t(locale, 'donate.heading.ages', { min, max })]),
    ...(max === undefined || maxRepeat === undefined || maxRepeat <= max ? [] : [t(locale, 'donate.heading.repeat', { max: maxRepeat })]),
    ...(interval === undefined ? [] : [t(locale, 'donate.heading.interval', { interval: amount(interval.value, interval.unit, locale) })]),
  ];
  return parts.length === 0 ? t(locale, 'donate.heading.none') : capitalised(parts.join(locale === 'zh' ? '，' : ', '));
}

/** What is decided and not yet in force, for readers without a script; each goes once it is in force. */
export function comingRules(portal: Portal, locale: Locale): readonly RuleLine[] {
  const today = portal.asOf.slice(0, 10);
  const dated = rulesInForce(portal.rows('eligibility')).filter(({ from }) => from > today);
  return dated.map((one) => ({
    shown: { from: undefined, until: midnight(portal, one.from), isNow: true },
    subject: subjectWords(one.rule, locale),
    value: valueWords([one.rule], locale),
    from: spanWords(one, locale),
    source: sourceCell(portal, [one.rule], locale),
  }));
}

/** Drafts and proposals beside what is in force about the same thing; null where there are none. */
export function draftTable(portal: Portal, locale: Locale): FigureTable | null {
  const all = portal.rows('eligibility');
  const drafts = all.filter(({ status }) => status !== 'in_force');
  if (drafts.length === 0) return null;
  const today = portal.asOf.slice(0, 10);
  const binding = rulesInForce(all).filter((rule) => bindsOn(rule, today)).map(({ rule }) => rule);
  return {
    caption: t(locale, 'donate.draft.caption'),
    columns: (['donate.rules.subject', 'donate.rules.value', 'donate.draft.now', 'donate.draft.source'] as const).map((key) => ({ title: t(locale, key, { date: formatDate(today, locale) }) })),
    rows: drafts.map((draft) => {
      const now = binding.filter(({ subject, donation, after }) => subject === draft.subject && donation === draft.donation && after === draft.after);
      return [
        subjectWords(draft, locale),
        t(locale, 'common.aside', { words: valueWords([draft], locale), aside: t(locale, `donate.status.${draft.status === 'draft' ? 'draft' : 'proposal'}`) }),
        now.length === 0 ? t(locale, 'donate.draft.noneNow') : valueWords(now, locale),
        sourceCell(portal, [draft], locale),
      ];
    }),
  };
}

/** For each interval in force the first day after a donation on the portal's own day; null where no interval is stated. */
export function intervalExamples(portal: Portal, locale: Locale): FigureTable | null {
  const today = portal.asOf.slice(0, 10);
  const all = portal.rows('eligibility');
  const pairs = rulesInForce(all).filter((rule) => bindsOn(rule, today) && rule.rule.subject === 'interval_days').map(({ rule }) => rule);
  const rows = pairs.flatMap(({ donation, after }): readonly (readonly TableCell[])[] => {
    if (donation === null || after === null) return [];
    const { date } = nextDonation([{ date: today, donation: after }], donation, all, today);
    return date === null ? [] : [[kindWords(after, locale), kindWords(donation, locale), formatDate(date, locale)]];
  });
  if (rows.length === 0) return null;
  return {
    caption: t(locale, 'donate.again.exampleCaption', { date: formatDate(today, locale) }),
    columns: (['donate.again.last', 'donate.again.next', 'donate.again.earliest'] as const).map((key) => ({ title: t(locale, key) })),
    rows,
  };
}

/** Whose rules these are and up to when the table goes. */
export function eligibilitySource(portal: Portal, locale: Locale): string {
  return ownSource(portal, t(locale, 'donate.table'), portal.asOf.slice(0, 10), locale);
}

function midnight(portal: Portal, day: string): string {
  return localInstant(day, '00:00', portal.settings.timeZone);
}

function shownOn(portal: Portal, dated: DatedRule): Shown {
  return { from: midnight(portal, dated.from), until: dated.until === null ? undefined : midnight(portal, addDays(dated.until, 1)), isNow: bindsOn(dated, portal.asOf.slice(0, 10)) };
}

function spanWords({ from, until }: Pick<DatedRule, 'from' | 'until'>, locale: Locale): string {
  return until === null
    ? t(locale, 'donate.rules.since', { from: formatDate(from, locale) })
    : t(locale, 'donate.rules.span', { from: formatDate(from, locale), until: formatDate(until, locale) });
}

/** What a donation is called inside a sentence; null: every one. */
export function kindWords(kind: DonationKind | null, locale: Locale): string {
  return t(locale, `donate.kind.${kind ?? 'any'}`);
}

function subjectWords({ subject, donation, after }: Rule, locale: Locale): string {
  const words = capitalised(t(locale, `donate.subject.${subject}`, { donation: kindWords(donation, locale), after: kindWords(after, locale) }));
  const isNamed = donation === null || ['interval_days', 'per_year', 'volume_ml'].includes(subject);
  return isNamed ? words : t(locale, 'donate.subject.ofDonation', { subject: words, donation: kindWords(donation, locale) });
}

function amount(value: number, unit: Rule['unit'], locale: Locale): string {
  return t(locale, `donate.unit.${unit}`, { value: formatNumber(value, 1) });
}

/** One value, or the least and the greatest of several. */
function valueWords(rules: readonly Rule[], locale: Locale): string {
  const sorted = rules.toSorted((a, b) => a.value - b.value);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first.value === last.value) return amount(first.value, first.unit, locale);
  return t(locale, 'donate.range', { from: first.unit === last.unit ? formatNumber(first.value, 1) : amount(first.value, first.unit, locale), to: amount(last.value, last.unit, locale) });
}

function sourceCell(portal: Portal, rules: readonly Rule[], locale: Locale): TableCell {
  const clause = rules.map((rule) => (rule.clause === null ? null : clauseLink(portal, rule.clause, locale))).find((link) => link !== null);
  if (clause !== undefined) return { text: clause.words, address: href(clause.path, locale) };
  return sourceNames(portal, rules.map(({ source }) => source), locale);
}
