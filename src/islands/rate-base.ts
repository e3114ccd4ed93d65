/** The reader's denominator, year and region: shows one population base of those the page prints, works out the division of the chosen year and region from the numbers in the page, keeps the choice in the address. */
import { donationsToTarget, ratePer1000 } from '#src/domain/donation-rate.ts';
import { formatNumber } from '#src/i18n/format.ts';
import { keepChoice, readChoices } from './address-choice.ts';
import { filled } from './filled.ts';

/** As src/figures/rate-bases.ts writes them. */
interface RateWords {
  readonly donations: string;
  readonly ages: string;
  readonly unknown: string;
  readonly perMille: string;
}

const names = ['base', 'year', 'region'] as const;

class RateBase extends HTMLElement {
  #words: RateWords | null = null;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? 'null') as RateWords | null;
    this.addEventListener('change', this);
    addEventListener('popstate', this);
    this.#readAddress();
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this);
  }

  handleEvent(event: Event): void {
    if (event.type === 'popstate') this.#readAddress();
    else if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) {
      keepChoice(event.target);
      this.#show();
    }
  }

  #readAddress(): void {
    readChoices(this, names);
    this.#show();
  }

  #value(name: (typeof names)[number]): string {
    const select = this.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
    return select?.value ?? this.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? '';
  }

  #show(): void {
    const [base, year, region] = [this.#value('base'), this.#value('year'), this.#value('region')];
    this.dataset['chosen'] = base;
    const row = this.querySelector<HTMLTableRowElement>(`tr[data-year="${year || this.dataset['year']}"][data-region="${region || this.dataset['region']}"]`);
    [...this.querySelectorAll<HTMLElement>('[data-base]')].forEach((panel, index) => {
      panel.hidden = panel.dataset['base'] !== base;
      this.#divide(panel, row, index);
      this.#mark(panel, year, region);
    });
    for (const one of this.querySelectorAll<HTMLElement>('tr[data-year]')) {
      one.hidden = (year !== '' && one.dataset['year'] !== year) || (region !== '' && one.dataset['region'] !== region);
    }
    // A year or a region that was asked for is looked up in the numbers, which are then open.
    for (const details of this.querySelectorAll<HTMLDetailsElement>('details[data-numbers]')) if (year !== '' || region !== '') details.open = true;
  }

  /** The division of the row's year and region on the base of the panel, the `index`th. */
  #divide(panel: HTMLElement, row: HTMLTableRowElement | null, index: number): void {
    const words = this.#words;
    const [what, ...others] = panel.querySelectorAll<HTMLElement>('.equation dt');
    const amounts = [...panel.querySelectorAll<HTMLElement>('.equation dd')];
    if (words === null || row === null || what === undefined || others.length === 0) return;
    const [year = '', place = ''] = [...row.cells].map(({ textContent }) => textContent?.trim() ?? '');
    const [donations, population] = [row.cells[2], row.cells[3 + index]].map((cell) => Number(cell?.dataset['value'] ?? NaN));
    if (donations === undefined || population === undefined) return;
    const isKnown = Number.isFinite(donations) && Number.isFinite(population) && population > 0;
    const rate = isKnown ? ratePer1000(donations, population) : NaN;
    what.textContent = filled(words.donations, { year, place });
    const values = [[donations, formatNumberOr(words.unknown, donations)], [population, formatNumberOr(words.unknown, population)], [1000, formatNumber(1000)], [Number(rate.toFixed(4)), isKnown ? `${formatNumber(rate, 1)}${words.perMille}` : words.unknown]] as const;
    amounts.forEach((amount, position) => {
      const [value, text] = values[position] ?? [NaN, ''];
      const sign = amount.querySelector('.sign');
      amount.replaceChildren(...(sign === null ? [] : [sign, ' ']), text);
      if (Number.isFinite(value)) amount.dataset['value'] = String(value);
      else delete amount.dataset['value'];
    });
    for (const sentence of panel.querySelectorAll<HTMLElement>('[data-target]')) {
      const target = Number(sentence.dataset['target']);
      if (!isKnown) {
        sentence.textContent = '';
        continue;
      }
      const needed = donationsToTarget(target, population, donations);
      const wanted = donationsToTarget(target, population, 0);
      sentence.textContent = filled((needed === 0 ? sentence.dataset['reached'] : sentence.dataset['needed']) ?? '', {
        year, place, target: formatNumber(target, 2), needed: formatNumber(needed), population: formatNumber(population), donations: formatNumber(donations), wanted: formatNumber(wanted), over: formatNumber(donations - wanted),
      }) + (panel.dataset['base']?.startsWith('age_') ? words.ages : '');
    }
  }

  /** Marks the chosen year and region in the table of rates. */
  #mark(panel: HTMLElement, year: string, region: string): void {
    const regions = [...(this.querySelector<HTMLSelectElement>('select[name="region"]')?.options ?? [])].map(({ value }) => value);
    const column = regions.indexOf(region);
    for (const row of panel.querySelectorAll('tbody tr')) {
      if (!(row instanceof HTMLTableRowElement)) continue;
      const isYear = row.cells[0]?.textContent?.trim() === year;
      [...row.cells].forEach((cell, index) => cell.classList.toggle('chosen', (year !== '' || region !== '') && (year === '' || isYear) && (region === '' || index === column) && index > 0));
    }
  }
}

function formatNumberOr(unknown: string, value: number): string {
  return Number.isFinite(value) ? formatNumber(value) : unknown;
}

customElements.define('rate-base', RateBase);
