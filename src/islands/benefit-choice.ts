/** What a region gives for so many donations, so much blood or so many hours, and what the next step gives; the numbers stay in the page. */
import { benefitSteps } from '#src/domain/benefit-steps.ts';
import type { BenefitCondition, BenefitMeasure } from '#src/domain/benefit-steps.ts';
import { instantInZone } from '#src/domain/instant.ts';
import { formatNumber } from '#src/i18n/format.ts';
import { choiceOf, withChoice } from './address-choice.ts';
import { readClock } from './clock.ts';
import { filled } from './filled.ts';

interface Line extends BenefitCondition {
  readonly row: HTMLTableRowElement;
  readonly region: string;
  readonly isInForce: boolean;
  readonly from: string;
  readonly until: string;
}

class BenefitChoice extends HTMLElement {
  #lines: readonly Line[] = [];

  connectedCallback(): void {
    this.#lines = [...this.querySelectorAll<HTMLTableRowElement>('tr[data-benefit]')].map(lineOf);
    const region = this.#region();
    const chosen = choiceOf(location.search, 'region', [...(region?.options ?? [])].map(({ value }) => value));
    if (region !== null && chosen !== null) region.value = chosen;
    this.addEventListener('input', this);
    this.#show();
  }

  handleEvent(event: Event): void {
    if (event.target instanceof HTMLSelectElement) history.replaceState(history.state, '', withChoice(location.href, 'region', event.target.value));
    this.#show();
  }

  #region(): HTMLSelectElement | null {
    return this.querySelector<HTMLSelectElement>('select[name="region"]');
  }

  #number(name: string): number {
    const value = this.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.valueAsNumber ?? 0;
    return value > 0 ? value : 0;
  }

  #show(): void {
    const chain = (this.#region()?.selectedOptions[0]?.dataset['chain'] ?? '').split(' ');
    for (const section of this.querySelectorAll<HTMLElement>('section[data-region]')) section.hidden = !chain.includes(section.dataset['region'] ?? '');
    const { now } = readClock(this.getAttribute('clock'), location.search, Date.now());
    const today = instantInZone(now, this.dataset['zone'] ?? 'UTC').slice(0, 10);
    const here = this.#lines.filter(({ region }) => chain.includes(region));
    const holding = here.filter(({ isInForce, from, until }) => isInForce && from <= today && (until === '' || today <= until));
    const answer = benefitSteps(holding, { donations: this.#number('donations'), volumeMl: this.#number('volume'), hours: this.#number('hours') });
    const words = (name: string): string => this.dataset[name] ?? '';
    const parts: (readonly [title: string, benefits: readonly string[]])[] = [
      [words(answer.now.length === 0 ? 'wordsNothing' : 'wordsNow'), answer.now],
      ...answer.next.map(({ measure, more, benefits }) => [filled((more === 1 ? words(`${nextWords[measure]}One`) : '') || words(nextWords[measure]), { more: formatNumber(more) }), benefits] as const),
      [words('wordsOther'), answer.other],
      [words('wordsPlanned'), here.filter(({ isInForce }) => !isInForce).map(({ benefit }) => benefit)],
    ];
    this.querySelector('[data-answer]')?.replaceChildren(...parts.filter(([, benefits], index) => index === 0 || benefits.length > 0).flatMap(([title, benefits]) => this.#part(title, benefits)));
  }

  #part(title: string, benefits: readonly string[]): readonly HTMLElement[] {
    const heading = document.createElement('h3');
    heading.textContent = title;
    if (benefits.length === 0) return [heading];
    const list = document.createElement('ul');
    list.append(...this.#lines.filter(({ benefit }) => benefits.includes(benefit)).map(({ row }) => {
      const item = document.createElement('li');
      const [what, status, source] = ['what', 'status', 'source'].map((name) => row.querySelector(`[data-cell="${name}"]`));
      const small = document.createElement('span');
      small.className = 'small soft';
      small.append(`${status?.textContent ?? ''} · `, ...(source?.cloneNode(true).childNodes ?? []));
      item.append(what?.textContent ?? '', document.createElement('br'), small);
      return item;
    }));
    return [heading, list];
  }
}

const nextWords: Readonly<Record<BenefitMeasure, string>> = { donations: 'wordsDonations', volumeMl: 'wordsVolume', hours: 'wordsHours' };

function lineOf(row: HTMLTableRowElement): Line {
  const { benefit = '', region = '', donations, volume, hours, from = '', until = '' } = row.dataset;
  const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
  return { row, benefit, region, donations: number(donations), volumeMl: number(volume), hours: number(hours), isInForce: row.dataset['inForce'] !== undefined, from, until };
}

customElements.define('benefit-choice', BenefitChoice);
