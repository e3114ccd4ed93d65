/** Narrows the list of documents by the facets that the reader chooses; the choice is in the address, the counts follow it. */
import { choiceOf, withChoice } from './address-choice.ts';

class PolicyFacets extends HTMLElement {
  connectedCallback(): void {
    for (const select of this.#selects()) select.value = choiceOf(location.search, select.name, [...select.options].map(({ value }) => value)) ?? '';
    const folded = this.querySelector<HTMLDetailsElement>('[data-facets]');
    // The choices stand open where there is room for them beside the list, and where the address has made one.
    if (folded !== null) folded.open = matchMedia('(min-width: 46em)').matches || this.#selects().some(({ value }) => value !== '');
    this.addEventListener('change', this);
    this.addEventListener('click', this);
    this.#show();
  }

  handleEvent(event: Event): void {
    const { target } = event;
    if (event.type === 'change' && target instanceof HTMLSelectElement) this.#choose([target]);
    if (event.type === 'click' && target instanceof HTMLElement && target.closest('[data-all]') !== null) {
      for (const select of this.#selects()) select.value = '';
      this.#choose(this.#selects());
    }
  }

  #choose(selects: readonly HTMLSelectElement[]): void {
    history.replaceState(history.state, '', selects.reduce((address, { name, value }) => withChoice(address, name, value), location.href));
    this.#show();
  }

  #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }

  #show(): void {
    const selects = this.#selects();
    const items = [...this.querySelectorAll<HTMLElement>('li[data-status]')];
    const has = (item: HTMLElement, name: string, value: string): boolean => value === '' || (item.dataset[name] ?? '').split('|').includes(value);
    const fits = (item: HTMLElement, except?: HTMLSelectElement): boolean => selects.every((select) => select === except || has(item, select.name, select.value));
    for (const select of selects) {
      for (const option of select.options) {
        const count = items.filter((item) => fits(item, select) && has(item, select.name, option.value)).length;
        option.disabled = count === 0 && option.value !== '';
        if (option.dataset['name'] !== undefined) option.textContent = `${option.dataset['name']} (${count})`;
      }
    }
    let shown = 0;
    for (const item of items) {
      item.hidden = !fits(item);
      if (!item.hidden) shown += 1;
    }
    const status = this.querySelector<HTMLElement>('[data-template]');
    if (status !== null) status.textContent = (status.dataset['template'] ?? '').replace('{shown}', String(shown)).replace('{all}', String(items.length));
    for (const button of this.querySelectorAll<HTMLElement>('[data-all]')) button.hidden = selects.every(({ value }) => value === '');
  }
}

customElements.define('policy-facets', PolicyFacets);
