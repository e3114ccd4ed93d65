/** How much blood is free for the reader and the family: worked out here from dates that the reader types; nothing is kept or sent. */
import { isIsoDate } from '#src/domain/calendar.ts';
import { feeWaiver } from '#src/domain/fee-waiver.ts';
import type { GivenBlood, WaiverAnswer } from '#src/domain/fee-waiver.ts';
import { instantInZone } from '#src/domain/instant.ts';
import { waiverLines, waiverSentences } from '#src/i18n/waiver-words.ts';
import type { SayWaiver } from '#src/i18n/waiver-words.ts';
import { readClock } from './clock.ts';
import { changeRows, donationRows } from './donation-rows.ts';
import { filled } from './filled.ts';
import type { WaiverSettings } from './waiver-settings.ts';

class WaiverCalculator extends HTMLElement {
  #settings: WaiverSettings | undefined;

  connectedCallback(): void {
    this.#settings = JSON.parse(this.dataset['settings'] ?? '{}') as WaiverSettings;
    const on = this.querySelector<HTMLInputElement>('input[name="on"]');
    if (on !== null && on.value === '') on.value = this.#today(this.#settings);
    for (const event of ['input', 'click']) this.addEventListener(event, this);
    this.#answer();
  }

  handleEvent(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (event.type === 'click' && button === null) return;
    changeRows(this, button);
    this.#answer();
  }

  #today({ timeZone }: WaiverSettings): string {
    const { now } = readClock(this.getAttribute('clock'), location.search, Date.now());
    return instantInZone(now, timeZone).slice(0, 10);
  }

  /** Rows without a date or an amount are not yet donations. */
  #given(): readonly GivenBlood[] {
    return donationRows(this).flatMap((row): GivenBlood[] => {
      const date = row.querySelector<HTMLInputElement>('input[name="date"]')?.value ?? '';
      const amount = row.querySelector<HTMLInputElement>('input[name="amount"]')?.valueAsNumber ?? Number.NaN;
      const isDoses = row.querySelector('select')?.value === 'doses';
      if (!isIsoDate(date) || !(amount > 0)) return [];
      return [{ date, volumeMl: isDoses ? null : amount, doses: isDoses ? amount : null }];
    });
  }

  #answer(): void {
    const settings = this.#settings;
    const output = this.querySelector('output');
    if (settings === undefined || output === null) return;
    const rule = settings.rules.find((one) => one.rule === this.querySelector<HTMLSelectElement>('select[name="rule"]')?.value) ?? settings.rules[0];
    const typed = this.querySelector<HTMLInputElement>('input[name="on"]')?.value ?? '';
    const on = isIsoDate(typed) ? typed : this.#today(settings);
    if (rule === undefined) return;
    const say: SayWaiver = (key, params = {}) => filled(settings.words[key], Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])));
    const answer = feeWaiver(rule.tiers, this.#given(), on);
    const holds = rule.isInForce && (rule.from === null || rule.from <= on) && (rule.until === null || on <= rule.until);
    const sentences = [...waiverSentences(answer, say), ...(holds ? [] : [filled(settings.notInForce, { status: rule.status })])];
    output.replaceChildren(...sentences.map((sentence, index) => {
      const line = document.createElement(index < 2 && answer.donations > 0 ? 'strong' : 'span');
      line.textContent = sentence;
      return line;
    }));
    this.#showLines(answer, settings, say);
  }

  #showLines(answer: WaiverAnswer, { locale }: WaiverSettings, say: SayWaiver): void {
    const place = this.querySelector<HTMLElement>('[data-lines]');
    const donor = answer.entitled.donor;
    if (place === null) return;
    place.hidden = donor === null || answer.donations === 0;
    place.querySelector('tbody')?.replaceChildren(...(donor === null ? [] : waiverLines(donor.low, locale, say)).map((cells) => {
      const line = document.createElement('tr');
      line.append(...cells.map((cell) => {
        const place = document.createElement('td');
        place.textContent = cell;
        return place;
      }));
      return line;
    }));
  }
}

customElements.define('waiver-calculator', WaiverCalculator);
