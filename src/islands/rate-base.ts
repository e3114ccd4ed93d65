/** The reader's denominator: shows one population base, year and region of the rates that the page prints, and keeps the choice in the address. */
import { choiceOf, withChoice } from './address-choice.ts';

class RateBase extends HTMLElement {
  connectedCallback(): void {
    for (const control of this.#controls()) {
      const chosen = choiceOf(location.search, control.name, this.#options(control));
      if (control instanceof HTMLSelectElement) control.value = chosen ?? '';
      else control.checked = chosen === null ? control.defaultChecked : control.value === chosen;
    }
    this.addEventListener('change', this);
    this.#show();
  }

  handleEvent(event: Event): void {
    const control = event.target;
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return;
    history.replaceState(history.state, '', withChoice(location.href, control.name, control.value));
    this.#show();
  }

  #controls(): (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[name="base"], select')];
  }

  #options(control: HTMLInputElement | HTMLSelectElement): string[] {
    if (control instanceof HTMLSelectElement) return [...control.options].map(({ value }) => value).filter((value) => value !== '');
    return [...this.querySelectorAll<HTMLInputElement>(`input[name="${control.name}"]`)].map(({ value }) => value);
  }

  #value(name: string): string {
    const select = this.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
    return select?.value ?? this.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? '';
  }

  #show(): void {
    const [base, year, region] = [this.#value('base'), this.#value('year'), this.#value('region')];
    this.dataset['chosen'] = base;
    for (const panel of this.querySelectorAll<HTMLElement>('[data-base]')) panel.hidden = panel.dataset['base'] !== base;
    for (const row of this.querySelectorAll<HTMLElement>('tr[data-year]')) {
      row.hidden = (year !== '' && row.dataset['year'] !== year) || (region !== '' && row.dataset['region'] !== region);
    }
    // A year or a region is looked up in the divisions, which are then open.
    for (const details of this.querySelectorAll<HTMLDetailsElement>('details[data-divisions]')) if (year !== '' || region !== '') details.open = true;
  }
}

customElements.define('rate-base', RateBase);
