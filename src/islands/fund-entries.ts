/** The entries of a fund as one table that the reader filters, sorts and pages; every view has an address, and an anchor of the page leads into it. */
import { formatFen, formatNumber } from '#src/i18n/format.ts';
import { entryAddress, entryState, entryView, sortColumns } from './entry-view.ts';
import type { EntryGroupAddress, EntryRow, EntryState } from './entry-view.ts';

class FundEntries extends HTMLElement {
  #rows: readonly { readonly row: EntryRow; readonly element: HTMLTableRowElement; readonly kindWords: string }[] = [];
  #groups: readonly EntryGroupAddress[] = [];
  #state: EntryState | null = null;

  connectedCallback(): void {
    const bodies = [...this.querySelectorAll<HTMLTableSectionElement>('tbody[data-kind]')];
    this.#groups = bodies.map(({ id, dataset }) => ({ id, year: dataset['year'] ?? '', kind: dataset['kind'] ?? '' }));
    this.#rows = bodies.flatMap((body) => [...body.querySelectorAll<HTMLTableRowElement>('tr[data-date]')].map((element) => ({ element, kindWords: body.dataset['words'] ?? '', row: rowOf(element, body) })));
    this.dataset['ready'] = '';
    this.addEventListener('change', this);
    this.addEventListener('input', this);
    this.addEventListener('click', this);
    addEventListener('popstate', this);
    addEventListener('hashchange', this);
    this.#readAddress();
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this);
    removeEventListener('hashchange', this);
  }

  handleEvent(event: Event): void {
    if (event.type === 'popstate' || event.type === 'hashchange') {
      this.#readAddress();
      return;
    }
    const state = this.#state;
    const control = event.target;
    if (state === null || !(control instanceof Element)) return;
    if (event.type === 'change' && control instanceof HTMLSelectElement) this.#go({ ...state, [control.name]: control.value, page: 1 });
    else if (event.type === 'input' && control instanceof HTMLInputElement) this.#go({ ...state, words: control.value, page: 1 }, 'replace');
    else if (event.type === 'click') this.#press(control.closest('button'), state);
  }

  #press(button: HTMLButtonElement | null, state: EntryState): void {
    const { sort, step, all } = button?.dataset ?? {};
    const column = sortColumns.find((one) => one === sort);
    if (column !== undefined) this.#go({ ...state, sort: column, descending: state.sort === column ? !state.descending : column === 'amount' || column === 'date', page: 1 });
    else if (step !== undefined) this.#go({ ...state, page: state.page + Number(step) });
    else if (all !== undefined) this.#go({ ...state, year: '', kind: '', words: '', page: 1 });
  }

  #go(state: EntryState, how: 'push' | 'replace' = 'push'): void {
    const address = `${location.pathname}${entryAddress(state)}`;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(history.state, '', address);
    this.#show(state);
  }

  /** An anchor that leads to entries brings them into view, since what it names is folded into the one table. */
  #readAddress(): void {
    this.#show(entryState(location.search, location.hash, this.#groups));
    if (/^#entries-/.test(location.hash)) this.closest('section')?.scrollIntoView();
  }

  #show(asked: EntryState): void {
    const view = entryView(this.#rows.map(({ row }) => row), asked);
    const state = { ...asked, page: view.page };
    this.#state = state;
    for (const control of this.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input')) {
      const value = control.name === 'year' ? state.year : control.name === 'kind' ? state.kind : state.words;
      if (control.value !== value) control.value = value;
    }
    this.querySelector('tbody[data-shown]')?.replaceChildren(...view.shown.flatMap((index) => this.#line(index)));
    for (const head of this.querySelectorAll<HTMLElement>('th[data-column]')) {
      if (head.dataset['column'] === state.sort) head.setAttribute('aria-sort', state.descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    const locale = this.dataset['locale'] === 'en' ? 'en' : 'zh';
    this.#say('count', { count: formatNumber(view.count), receipts: formatFen(view.receiptsFen, locale), disbursements: formatFen(view.disbursementsFen, locale) });
    this.#say('page', { page: String(view.page), pages: String(view.pages) });
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-step]')) button.disabled = button.dataset['step'] === '1' ? view.page === view.pages : view.page === 1;
    const isFiltered = state.year !== '' || state.kind !== '' || state.words !== '';
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-all]')) button.disabled = !isFiltered;
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-back]')) link.hidden = !state.kind.startsWith(`${link.dataset['back'] ?? ''}.`);
  }

  /** The row as it stands in its year, with the words of its group. */
  #line(index: number): HTMLTableRowElement[] {
    const found = this.#rows[index];
    if (found === undefined) return [];
    const line = found.element.cloneNode(true) as HTMLTableRowElement;
    const kind = document.createElement('td');
    kind.textContent = found.kindWords;
    line.firstElementChild?.after(kind);
    return [line];
  }

  /** Fills the words that the page has for a place. */
  #say(name: 'count' | 'page', values: Readonly<Record<string, string>>): void {
    const place = this.querySelector<HTMLElement>(`[data-say="${name}"]`);
    if (place !== null) place.textContent = (place.dataset['words'] ?? '').replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
  }
}

function rowOf(element: HTMLTableRowElement, body: HTMLTableSectionElement): EntryRow {
  const { date = '', fen = '0', people } = element.dataset;
  return {
    date,
    kind: body.dataset['kind'] ?? '',
    fen: Number(fen),
    people: people === undefined ? null : Number(people),
    text: `${[...element.cells].map((cell) => cell.textContent).join(' ')} ${body.dataset['words'] ?? ''}`.normalize('NFKC').toLowerCase(),
  };
}

customElements.define('fund-entries', FundEntries);
