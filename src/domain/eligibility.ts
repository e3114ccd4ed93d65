/** Who may give blood and when again: which rules are in force on a day, and the first day that all of them allow. */
import { addDays, addMonths, dateParts } from './calendar.ts';
import type { IsoDate } from './calendar.ts';

export type DonationKind = 'whole_blood' | 'apheresis_platelets' | 'apheresis_plasma';

/** A row of the table `eligibility`, as far as arithmetic needs it. */
export interface EligibilityRule {
  readonly rule: string;
  readonly subject: 'age_min' | 'age_max' | 'age_max_repeat' | 'interval_days' | 'per_year' | 'volume_ml' | 'weight_kg';
  /** The donation that the rule is about; null: every one. */
  readonly donation: DonationKind | null;
  /** For intervals the donation before it; null: every one. */
  readonly after: DonationKind | null;
  readonly value: number;
  readonly unit: 'years' | 'days' | 'months' | 'weeks' | 'ml' | 'times' | 'kg';
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
  readonly status: 'in_force' | 'draft' | 'proposal';
}

/** A rule with the days on which it binds, both included; `until` null: no end is known. */
export interface DatedRule<R extends EligibilityRule = EligibilityRule> {
  readonly rule: R;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

export interface Given {
  readonly date: IsoDate;
  readonly donation: DonationKind;
}

/** What one earlier donation asks for. */
export interface Wait<R extends EligibilityRule = EligibilityRule> {
  readonly given: Given;
  readonly rule: R;
  /** The first day on which this rule allows the next donation. */
  readonly ready: IsoDate;
}

export interface NextDonation<R extends EligibilityRule = EligibilityRule> {
  /** The first day, not before the day asked from, on which every rule in force on that day allows the donation; null where none of the next three years does. */
  readonly date: IsoDate | null;
  /** What each kind of earlier donation asks for by the rules of that day, the longest wait first. */
  readonly waits: readonly Wait<R>[];
  /** The yearly limit, where it is what decides. */
  readonly yearly: R | null;
  /** Kinds of earlier donations after which no rule states an interval. */
  readonly withoutRule: readonly DonationKind[];
}

/** Days that are looked at for the next donation: more than the longest interval and the longest yearly limit together. */
const horizonDays = 3 * 366;

/** A rule takes the place of an earlier one about the same thing; two of one day stand beside each other (200 and 400 ml). */
const aboutSame = (one: EligibilityRule, other: EligibilityRule): boolean =>
  one.subject === other.subject && one.donation === other.donation && one.after === other.after;

/** The rules in force with their days: each until its own last day or the day before a later one about the same thing begins. Drafts and proposals bind nobody and are left out. */
export function rulesInForce<R extends EligibilityRule>(rules: readonly R[]): readonly DatedRule<R>[] {
  const binding = rules.filter(({ status }) => status === 'in_force');
  return binding.flatMap((rule): readonly DatedRule<R>[] => {
    const successors = binding.filter((other) => aboutSame(rule, other) && other.validFrom > rule.validFrom).map(({ validFrom }) => addDays(validFrom, -1));
    const ends = rule.validUntil === null ? successors : [...successors, rule.validUntil];
    const until = ends.length === 0 ? null : ends.reduce((first, end) => (end < first ? end : first));
    return until !== null && until < rule.validFrom ? [] : [{ rule, from: rule.validFrom, until }];
  });
}

/** Whether a dated rule binds on a day. */
export function bindsOn({ from, until }: Pick<DatedRule, 'from' | 'until'>, day: IsoDate): boolean {
  return from <= day && (until === null || day <= until);
}

/** The day on which an interval after a donation is over. */
export function readyAfter(given: IsoDate, { value, unit }: Pick<EligibilityRule, 'value' | 'unit'>): IsoDate {
  if (unit === 'months') return addMonths(given, value);
  return addDays(given, unit === 'weeks' ? value * 7 : value);
}

/** Of the rules of one subject that fit a donation, the one that names most of it: one about platelets after whole blood goes before one about every donation. */
function mostSpecific<R extends EligibilityRule>(rules: readonly R[]): R | undefined {
  return rules.toSorted((a, b) => named(b) - named(a))[0];
}

function named({ donation, after }: EligibilityRule): number {
  return (donation === null ? 0 : 2) + (after === null ? 0 : 1);
}

/**
 * When somebody who gave `given` may give `wanted` again, looked for from the day `from` on. Each day is judged by the rules in force on that day,
 * so that a rule of tomorrow does not open today. "Times a year" counts the twelve months before the day. Ages are not looked at.
 */
export function nextDonation<R extends EligibilityRule>(given: readonly Given[], wanted: DonationKind, rules: readonly R[], from: IsoDate): NextDonation<R> {
  const dated = rulesInForce(rules).filter(({ rule }) => rule.donation === null || rule.donation === wanted);
  let yearly: R | null = null;
  for (let offset = 0; offset <= horizonDays; offset += 1) {
    const day = addDays(from, offset);
    const binding = dated.filter((rule) => bindsOn(rule, day)).map(({ rule }) => rule);
    const { waits, withoutRule } = waitsOn(given, binding);
    if (waits.some(({ ready }) => ready > day)) {
      yearly = null;
      continue;
    }
    const limit = mostSpecific(binding.filter(({ subject }) => subject === 'per_year'));
    if (limit !== undefined && timesWithinYear(given, limit.donation, day) >= limit.value) {
      yearly = limit;
      continue;
    }
    return { date: day, waits, yearly, withoutRule };
  }
  return { date: null, waits: [], yearly, withoutRule: [] };
}

/** Of each kind of donation only the latest can decide. */
function waitsOn<R extends EligibilityRule>(given: readonly Given[], binding: readonly R[]): { readonly waits: readonly Wait<R>[]; readonly withoutRule: readonly DonationKind[] } {
  const waits: Wait<R>[] = [];
  const withoutRule: DonationKind[] = [];
  for (const [donation, dates] of Map.groupBy(given, (one) => one.donation)) {
    const latest = dates.reduce((last, one) => (one.date > last.date ? one : last));
    const rule = mostSpecific(binding.filter(({ subject, after }) => subject === 'interval_days' && (after === null || after === donation)));
    if (rule === undefined) withoutRule.push(donation);
    else waits.push({ given: latest, rule, ready: readyAfter(latest.date, rule) });
  }
  return { waits: waits.toSorted((a, b) => (a.ready < b.ready ? 1 : -1)), withoutRule };
}

function timesWithinYear(given: readonly Given[], donation: DonationKind | null, day: IsoDate): number {
  const yearBefore = addMonths(day, -12);
  return given.filter((one) => (donation === null || one.donation === donation) && one.date > yearBefore && one.date <= day).length;
}

/** Whole years from a birthday to a day; somebody born on a 29th of February is a year older on the 1st of March of other years. */
export function ageOn(born: IsoDate, day: IsoDate): number {
  const [birth, now] = [dateParts(born), dateParts(day)];
  const hadBirthday = now.month > birth.month || (now.month === birth.month && now.day >= birth.day);
  return now.year - birth.year - (hadBirthday ? 0 : 1);
}

/** What a donor's age on a day means by the rules in force on it: too young, within the ages, only as a donor who gave before, too old; null where no rule states an age. */
export function ageVerdict(born: IsoDate, day: IsoDate, rules: readonly EligibilityRule[]): 'young' | 'within' | 'repeat' | 'old' | null {
  const binding = rulesInForce(rules).filter((rule) => bindsOn(rule, day)).map(({ rule }) => rule);
  const limit = (subject: EligibilityRule['subject']) => binding.find((rule) => rule.subject === subject)?.value;
  const [min, max, maxRepeat] = [limit('age_min'), limit('age_max'), limit('age_max_repeat')];
  if (min === undefined && max === undefined && maxRepeat === undefined) return null;
  const age = ageOn(born, day);
  if (min !== undefined && age < min) return 'young';
  if (max === undefined || age <= max) return 'within';
  return maxRepeat !== undefined && age <= maxRepeat ? 'repeat' : 'old';
}
