/** The search of the site: answers while the reader types, keeps query and filters in the address, says how much was found. */
import type { ClauseSearch } from '#src/search/clause-search.ts';
import type { FoundClause } from '#src/search/find-clauses.ts';
import { ClauseLibrary } from './clause-library.ts';
import { filled } from './filled.ts';
import { PageSearch, type FoundPages } from './page-search.ts';
import { buttonOf, clauseItem, documentItem, groupOf, nearestList, pageItem } from './search-results.ts';
import { searchGroups, type SearchSettings } from './search-settings.ts';
import { filterNames, searchOfState, searchStateOf, type SearchState } from './search-state.ts';
import { clausesOf, documentsOf, wantsPages } from './search-filters.ts';

/** So many clauses are listed at first. */
const listedAtFirst = 200;
/** After so long without a key the other pages are searched, and the count is said. */
const pauseMilliseconds = 250;

class SiteSearch extends HTMLElement {
  #settings: SearchSettings = JSON.parse(this.dataset['settings'] ?? '{}') as SearchSettings;
  #library = new ClauseLibrary(`${this.#settings.base}search/`);
  #pages = new PageSearch(this.#settings.base);
  #clauses: ClauseSearch | null = null;
  /** Counts the searches: an answer to an older one is thrown away. */
  #run = 0;
  #pause = 0;
  /** The query has changed since the address got an entry of its own in the history. */
  #isTyping = false;
  #showsAll = false;
  #looksAtAllPages = false;

  connectedCallback(): void {
    this.#fill(searchStateOf(location.search));
    for (const type of ['input', 'change', 'submit', 'keydown', 'click', 'compositionend']) this.addEventListener(type, this);
    addEventListener('popstate', this);
    // The clauses are fetched when the page opens, so that they are there when the network is not.
    if (this.#settings.hasLibrary) void this.#library.start().catch(() => null);
    if (searchOfState(this.#state()) !== '') void this.#search();
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this);
  }

  /** Names of the clauses that a query finds, the best first; of the clauses that are loaded. */
  async find(query: string): Promise<readonly string[]> {
    const search = await this.#library.start();
    return search.find(query).map(({ prepared: { document: { slug }, clause: { id } } }) => `${slug}#${id}`);
  }

  handleEvent(event: Event): void {
    const { target } = event;
    if (event.type === 'popstate') {
      this.#fill(searchStateOf(location.search));
      this.#isTyping = false;
      void this.#search();
    } else if (event.type === 'submit') {
      event.preventDefault();
      this.#keep(false);
      void this.#search();
    } else if (event.type === 'input' && target === this.#field()) {
      // What an input method has not finished is no query yet.
      if (event instanceof InputEvent && event.isComposing) return;
      this.#keep(true);
      void this.#search();
    } else if (event.type === 'compositionend') {
      this.#keep(true);
      void this.#search();
    } else if (event.type === 'change' && target instanceof HTMLSelectElement) {
      this.#keep(false);
      void this.#search();
    } else if (event instanceof KeyboardEvent) this.#onKey(event);
    else if (event.type === 'click' && target instanceof Element) this.#onClick(event, target);
  }

  #onKey(event: KeyboardEvent): void {
    const links = [...this.querySelectorAll<HTMLElement>('[data-results] a')];
    const place = links.findIndex((link) => link === document.activeElement);
    const isInField = event.target === this.#field();
    if (event.isComposing || (!isInField && place === -1)) return;
    if (event.key === 'Escape' && place !== -1) this.#field()?.focus();
    else if (event.key === 'ArrowDown') (links[place + 1] ?? links.at(-1))?.focus();
    else if (event.key === 'ArrowUp' && place !== -1) (links[place - 1] ?? this.#field())?.focus();
    else return;
    event.preventDefault();
  }

  #onClick(event: Event, target: Element): void {
    const nearest = target.closest<HTMLElement>('a[data-query]');
    const action = target.closest<HTMLElement>('[data-action]')?.dataset['action'];
    if (nearest !== null && !(event as MouseEvent).ctrlKey && !(event as MouseEvent).metaKey) {
      event.preventDefault();
      this.#fill({ ...this.#state(), query: nearest.dataset['query'] ?? '' });
      this.#keep(false);
      this.#field()?.focus();
      void this.#search();
    } else if (action === 'more') {
      this.#showsAll = true;
      void this.#search(false, true);
    } else if (action === 'pages') {
      this.#looksAtAllPages = true;
      void this.#search(false, true);
    } else if (action === 'rest') void this.#search(true);
  }

  #field(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('input[name="q"]');
  }

  #fill({ query, filters }: SearchState): void {
    const field = this.#field();
    if (field !== null) field.value = query;
    for (const name of filterNames) {
      const select = this.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
      const value = filters[name] ?? '';
      if (select !== null) select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    const details = this.querySelector('details');
    if (details !== null && Object.keys(filters).length > 0) details.open = true;
  }

  #state(): SearchState {
    const filters = filterNames.map((name) => [name, this.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.value ?? ''] as const).filter(([, value]) => value !== '');
    return { query: this.#field()?.value ?? '', filters: Object.fromEntries(filters) };
  }

  /** Puts the state into the address: a new entry of the history for the first key and for every choice, the same entry for further keys. */
  #keep(isTyping: boolean): void {
    const address = location.pathname + searchOfState(this.#state());
    if (address !== location.pathname + location.search) history[isTyping && this.#isTyping ? 'replaceState' : 'pushState'](null, '', address);
    this.#isTyping = isTyping;
  }

  /** Searches what the form says; `all` loads every pack that can hold it, `again` lists the same answer further. */
  async #search(all = false, again = false): Promise<void> {
    const run = (this.#run += 1);
    clearTimeout(this.#pause);
    if (!again) this.#showsAll = this.#looksAtAllPages = false;
    const state = this.#state();
    const isEmpty = searchOfState(state) === '';
    for (const part of document.querySelectorAll<HTMLElement>('[data-search-index]')) part.hidden = !isEmpty;
    if (isEmpty) {
      this.#show([]);
      this.#say('');
      return;
    }
    let rest = 0;
    let isLoaded = true;
    if (this.#settings.hasLibrary) {
      if (this.#clauses === null) this.#say(this.#settings.words.loading);
      try {
        this.#clauses = await this.#library.start();
        const query = this.#clauses.parse(state.query);
        if (query !== null) rest = await this.#library.ready(this.#clauses, query, all);
      } catch {
        isLoaded = false;
      }
      if (run !== this.#run) return;
    }
    const clauses = this.#clauses === null || !isLoaded ? [] : clausesOf(this.#clauses, state);
    const groups = this.#ownGroups(state, clauses, rest);
    this.#show(groups);
    if (!isLoaded) this.#say(this.#settings.words.failed);
    this.#pause = window.setTimeout(() => void this.#finish(run, state, clauses, groups, isLoaded), again ? 0 : pauseMilliseconds);
  }

  #ownGroups(state: SearchState, clauses: readonly FoundClause[], rest: number): readonly HTMLElement[] {
    const { words } = this.#settings;
    const groups: HTMLElement[] = [];
    if (clauses.length > 0) {
      const listed = this.#showsAll ? clauses : clauses.slice(0, listedAtFirst);
      const group = groupOf('clauses', clauses.length, listed.map((found) => clauseItem(found, this.#settings)), this.#settings);
      if (listed.length < clauses.length) group.append(buttonOf('more', filled(words.more, { count: clauses.length - listed.length })));
      groups.push(group);
    }
    if (rest > 0) groups.push(buttonOf('rest', filled(words.rest, { count: rest })));
    const documents = this.#clauses === null ? [] : documentsOf(this.#clauses, state);
    if (documents.length > 0) groups.push(groupOf('documents', documents.length, documents.map((policy) => documentItem(policy, this.#settings)), this.#settings));
    return groups;
  }

  /** After a pause: the other pages, the count, and other queries where there is nothing. */
  async #finish(run: number, state: SearchState, clauses: readonly FoundClause[], groups: readonly HTMLElement[], isLoaded: boolean): Promise<void> {
    const { words, locale } = this.#settings;
    let { pages, rest }: FoundPages = { pages: [], rest: 0 };
    let failure: string | null = isLoaded ? null : words.failed;
    if (wantsPages(state)) {
      try {
        ({ pages, rest } = await this.#pages.find(state.query, locale, this.#clauses, soundingWords(state.query, clauses), this.#looksAtAllPages));
      } catch {
        failure ??= words.pagesFailed;
      }
      if (run !== this.#run) return;
    }
    const wanted = state.filters.kind;
    const pageGroups = searchGroups.flatMap((name) => {
      const found = pages.filter(({ group }) => group === name && (wanted === undefined || wanted === name));
      return found.length === 0 ? [] : [groupOf(name, found.length, found.map((page) => pageItem(page, this.#settings)), this.#settings)];
    });
    const all = [...groups, ...pageGroups];
    const counts = all.flatMap((group) => group.querySelector('h2')?.textContent ?? []);
    if (counts.length > 0) {
      this.#append(pageGroups);
      if (rest > 0 && pages.length > 0 && !this.#looksAtAllPages) this.#append([buttonOf('pages', filled(words.morePages, { count: rest }))]);
      this.#say([filled(words.counted, { counts: counts.join(words.comma) }), failure ?? ''].join(' ').trim());
    } else if (failure !== null && !isLoaded) this.#say(failure);
    else {
      const sentence = state.query.trim() === '' || Object.keys(state.filters).length > 0 ? words.nothingFiltered : filled(words.nothing, { query: state.query.trim() });
      const nearest = this.#clauses === null ? [] : this.#clauses.nearest(state.query);
      if (nearest.length > 0) this.#append([nearestList(nearest, (query) => `${location.pathname}${searchOfState({ query, filters: {} })}`, this.#settings)]);
      this.#say([sentence, failure ?? ''].join(' ').trim());
    }
  }

  #show(parts: readonly HTMLElement[]): void {
    this.querySelector('[data-results]')?.replaceChildren(...parts);
  }

  #append(parts: readonly HTMLElement[]): void {
    this.querySelector('[data-results]')?.append(...parts);
  }

  #say(sentence: string): void {
    const place = this.querySelector('[role="status"]');
    if (place !== null && place.textContent !== sentence) place.textContent = sentence;
  }
}

/** The Chinese words that a query in Latin letters was found to mean, most frequent first. */
function soundingWords(query: string, clauses: readonly FoundClause[]): readonly string[] {
  if (/\p{Script=Han}/u.test(query)) return [];
  const words = new Map<string, number>();
  for (const { piece, spans } of clauses.slice(0, 10).flatMap(({ pieces }) => pieces)) {
    if (piece.locale !== 'zh') continue;
    for (const [from, to] of spans) {
      const word = piece.raw.slice(from, to);
      if (/^\p{Script=Han}{2,}$/u.test(word)) words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  return [...words].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
}

customElements.define('site-search', SiteSearch);

declare global {
  interface HTMLElementTagNameMap {
    'site-search': SiteSearch;
  }
}
