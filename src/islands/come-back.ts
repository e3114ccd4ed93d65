/** "When may I give again": worked out from dates that the donor types, by the rules in force on each day; nothing is kept or sent. */
import { isIsoDate } from '#src/domain/calendar.ts';
import { ageOn, ageVerdict, nextDonation } from '#src/domain/eligibility.ts';
import type { DonationKind, EligibilityRule, Given } from '#src/domain/eligibility.ts';
import { instantInZone } from '#src/domain/instant.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import { readClock } from './clock.ts';
import type { ComeBackSettings } from './come-back-settings.ts';
import { changeRows, donationRows } from './donation-rows.ts';
import { filled } from './filled.ts';

class ComeBack extends HTMLElement {
  #settings: ComeBackSettings | undefined;

  connectedCallback(): void {
    this.#settings = JSON.parse(this.dataset['settings'] ?? '{}') as ComeBackSettings;
    const [row] = donationRows(this);
    for (const event of ['input', 'click']) this.addEventListener(event, this);
    if (row !== undefined) this.#limit(row);
    this.#answer();
  }

  handleEvent(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (event.type === 'click' && button === null) return;
    changeRows(this, button);
    this.#answer();
  }

  /** No later date can be picked than the day of the page's clock. */
  #limit(row: HTMLElement): void {
    row.querySelector('input')?.setAttribute('max', this.#today());
  }

  #today(): string {
    const { now } = readClock(this.getAttribute('clock'), location.search, Date.now());
    return instantInZone(now, this.#settings?.timeZone ?? 'UTC').slice(0, 10);
  }

  #answer(): void {
    const output = this.querySelector('output');
    if (output === null || this.#settings === undefined) return;
    const sentences = this.#sentences(this.#settings);
    output.replaceChildren(...sentences.map((sentence, index) => {
      const line = document.createElement(index === 0 ? 'strong' : 'span');
      line.textContent = sentence;
      return line;
    }));
  }

  #sentences({ locale, rules, kinds, units, words }: ComeBackSettings): readonly string[] {
    const today = this.#today();
    const typed = donationRows(this).flatMap((row): Given[] => {
      const date = row.querySelector('input')?.value ?? '';
      const donation = row.querySelector('select')?.value as DonationKind;
      return isIsoDate(date) ? [{ date, donation }] : [];
    });
    const future = typed.filter(({ date }) => date > today).map(({ date }) => filled(words.future, { date: formatDate(date, locale) }));
    const given = typed.filter(({ date }) => date <= today);
    if (given.length === 0) return [words.empty, ...future];
    const wanted = this.querySelector<HTMLSelectElement>('select[name="wanted"]')?.value as DonationKind;
    const { date, waits, yearly, withoutRule } = nextDonation(given, wanted, rules, today);
    const spoken = (kind: DonationKind | null): string => kinds[kind ?? 'any'] ?? '';
    const interval = ({ value, unit }: EligibilityRule): string => filled(units[unit] ?? '', { value: formatNumber(value, 1) });
    return [
      date === null
        ? filled(words.never, { wanted: spoken(wanted) })
        : filled(date === today ? words.nowAnswer : words.answer, { date: formatDate(date, locale), wanted: spoken(wanted) }),
      ...waits.map(({ given: one, rule, ready }) => filled(words.wait, { given: formatDate(one.date, locale), after: spoken(one.donation), interval: interval(rule), ready: formatDate(ready, locale) })),
      ...(yearly === null ? [] : [filled(words.yearly, { kind: spoken(yearly.donation), count: String(yearly.value) })]),
      ...withoutRule.map((kind) => filled(words.withoutRule, { after: spoken(kind) })),
      ...this.#ageSentence(date, rules, words),
      ...future,
      words.limit,
    ];
  }

  #ageSentence(day: string | null, rules: readonly EligibilityRule[], words: ComeBackSettings['words']): readonly string[] {
    const born = this.querySelector<HTMLInputElement>('input[name="born"]')?.value ?? '';
    if (day === null || !isIsoDate(born) || born > day) return [];
    const verdict = ageVerdict(born, day, rules);
    return verdict === null ? [] : [filled(words[verdict], { age: String(ageOn(born, day)) })];
  }
}

customElements.define('come-back', ComeBack);
