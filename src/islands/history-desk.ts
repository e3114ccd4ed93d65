/** The history page with a script: the reader chooses, the address keeps it, the drawing, the sentence, the reading and the files follow. */
import { addDays, dayNumber } from '#src/domain/calendar.ts';
import { drawPanels, layoutPanels } from '#src/charts/panels.ts';
import type { PanelsLayout } from '#src/charts/panels.ts';
import type { DeskComponent, DeskSettings } from './desk-settings.ts';
import { defaultState, isSpan, presetSpan, searchOf, stateOf } from './desk-state.ts';
import type { DeskState } from './desk-state.ts';
import { csvOf, panelsOf, readingOf, sentenceOf, viewOf } from './desk-view.ts';
import type { DeskView } from './desk-view.ts';
import { filled } from './filled.ts';
import { readPiece } from './history-piece.ts';
import type { Piece, PieceFile } from './history-piece.ts';
import { pngFile, svgFile } from './picture-file.ts';
import { indexAfterKey, indexAt } from './reading.ts';
import { putDrawing } from './trusted-markup.ts';

/** From this width on, two panels stand side by side. */
const wideFrom = 640;
/** A shorter drag is a click that slipped. */
const leastBrushed = 3;

class HistoryDesk extends HTMLElement {
  #settings: DeskSettings | null = null;
  #state: DeskState | null = null;
  #view: DeskView | null = null;
  #layout: PanelsLayout | null = null;
  #index: number | null = null;
  /** Where a drag with the mouse began. */
  #brushed: number | null = null;
  readonly #pieces = new Map<string, Promise<Piece>>();

  connectedCallback(): void {
    this.#settings = JSON.parse(this.dataset['settings'] ?? 'null') as DeskSettings | null;
    for (const type of ['change', 'click', 'submit', 'pointermove', 'pointerdown', 'pointerup', 'pointerleave', 'keydown', 'focusin', 'focusout']) this.addEventListener(type, this);
    addEventListener('popstate', this);
    addEventListener('resize', this);
    this.#readAddress();
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this);
    removeEventListener('resize', this);
  }

  handleEvent(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const isPicture = target?.closest('[data-picture]') != null;
    if (event.type === 'popstate') this.#readAddress();
    else if (event.type === 'resize') this.#draw();
    else if (event.type === 'submit') {
      event.preventDefault();
      this.#choose();
    } else if (event.type === 'change') this.#choose();
    else if (event.type === 'click') this.#press(target?.closest('button') ?? null);
    else if (event instanceof KeyboardEvent && isPicture) this.#key(event);
    else if (event.type === 'focusin' && isPicture) this.#read(this.#index ?? this.#last());
    else if (event.type === 'focusout' && isPicture) this.#read(null);
    else if (event.type === 'pointerleave') this.#leave();
    else if (event instanceof PointerEvent && isPicture) this.#point(event);
  }

  #readAddress(): void {
    const { pathname, search } = location;
    this.#state = this.#settings === null ? null : stateOf(search, this.#settings);
    this.#fillForm();
    void this.#show(pathname + search);
  }

  /** Takes over what the form says; a date still being typed changes nothing. */
  #choose(): void {
    const settings = this.#settings;
    const before = this.#state;
    const form = this.querySelector('form');
    if (settings === null || before === null || form === null) return;
    const data = new FormData(form);
    const component = settings.components.find((one) => one.component === data.get('component')) ?? this.#component();
    if (component === null) return;
    if (component.component !== before.component) {
      const usual = defaultState(component);
      const span = isSpan(before.from, before.to, component) ? { from: before.from, to: before.to } : { from: usual.from, to: usual.to };
      this.#go({ ...usual, ...span, by: before.by, unit: before.unit === 'days' && !component.hasDays ? 'stock' : before.unit });
      return;
    }
    const groups = data.getAll('groups[]').map(String);
    const [from, to] = [String(data.get('from')), String(data.get('to'))];
    if (groups.length === 0) this.#say(settings.words.noGroup);
    else if (!isSpan(from, to, component)) this.#say(filled(settings.words.badSpan, { from: component.from, to: component.to }));
    else this.#go({ component: component.component, groups, from, to, by: data.get('by') === 'day' ? 'day' : 'week', unit: data.get('unit') === 'stock' || !component.hasDays ? 'stock' : 'days' });
  }

  #press(button: HTMLButtonElement | null): void {
    const component = this.#component();
    if (button === null || component === null || this.#state === null) return;
    const { preset, action } = button.dataset;
    if (preset !== undefined) this.#go({ ...this.#state, ...presetSpan(preset === 'all' ? null : Number(preset), component) });
    else if (action === 'csv' || action === 'svg' || action === 'png') void this.#save(action);
    else if (action === 'copy') void this.#copy(button);
  }

  #go(state: DeskState): void {
    const address = searchOf(state);
    this.#state = state;
    if (address !== location.search) history.pushState(null, '', address);
    this.#fillForm();
    void this.#show(location.pathname + address);
  }

  #component(): DeskComponent | null {
    return this.#settings?.components.find((one) => one.component === this.#state?.component) ?? null;
  }

  #fillForm(): void {
    const [state, component] = [this.#state, this.#component()];
    if (state === null || component === null) return;
    for (const set of this.querySelectorAll<HTMLFieldSetElement>('fieldset[data-component]')) {
      set.hidden = set.dataset['component'] !== state.component;
      set.disabled = set.hidden;
    }
    for (const input of this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
      if (input.name === 'groups[]') (input as HTMLInputElement).checked = state.groups.includes(input.value);
      else if (input.name === 'by' || input.name === 'unit') {
        (input as HTMLInputElement).checked = input.value === state[input.name];
        input.disabled = input.value === 'days' && !component.hasDays;
      } else if (input.name === 'from' || input.name === 'to') {
        (input as HTMLInputElement).min = component.from;
        (input as HTMLInputElement).max = component.to;
        input.value = state[input.name];
      } else if (input.name === 'component') input.value = state.component;
    }
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-preset]')) {
      const span = presetSpan(button.dataset['preset'] === 'all' ? null : Number(button.dataset['preset']), component);
      button.setAttribute('aria-pressed', String(span.from === state.from && span.to === state.to));
    }
  }

  async #show(address: string): Promise<void> {
    const [settings, state, component] = [this.#settings, this.#state, this.#component()];
    if (settings === null || state === null || component === null) return;
    try {
      const piece = await this.#piece(component.piece);
      // A later choice may have overtaken this one.
      if (state !== this.#state) return;
      this.#view = viewOf(state, component, piece);
      this.#index = null;
      this.#draw();
      this.#say(sentenceOf(this.#view, settings));
      this.#cite(component, new URL(address, location.href).href);
      this.dataset['shown'] = searchOf(state);
    } catch {
      this.#say(settings.words.failed);
    }
  }

  #piece(address: string): Promise<Piece> {
    const known = this.#pieces.get(address);
    if (known !== undefined) return known;
    const asked = fetch(address).then(async (response) => {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return readPiece((await response.json()) as PieceFile);
    });
    asked.catch(() => this.#pieces.delete(address));
    this.#pieces.set(address, asked);
    return asked;
  }

  #draw(): void {
    const [settings, view] = [this.#settings, this.#view];
    if (settings === null || view === null) return;
    const place = this.#place('picture');
    const size = place.clientWidth >= wideFrom ? { width: 1000, columns: 2, panelHeight: 200 } : { width: 340, columns: 1, panelHeight: 170 };
    this.#layout = layoutPanels(panelsOf(view, settings), size);
    putDrawing(place, drawPanels(this.#layout));
    place.tabIndex = 0;
    place.setAttribute('role', 'slider');
    place.setAttribute('aria-label', settings.words.reading);
    place.setAttribute('aria-valuemin', '1');
    place.setAttribute('aria-valuemax', String(this.#last() + 1));
    this.#announce(this.#index ?? this.#last());
  }

  #last(): number {
    const state = this.#state;
    return state === null ? 0 : dayNumber(state.to) - dayNumber(state.from);
  }

  #key(event: KeyboardEvent): void {
    const index = indexAfterKey(event.key, this.#index, this.#last() + 1);
    if (index === null) return;
    event.preventDefault();
    this.#read(index);
  }

  /** Reads the day under the pointer; a drag of the mouse chooses the days from its beginning to its end. */
  #point(event: PointerEvent): void {
    const index = this.#indexUnder(event);
    if (index === null) return;
    if (event.type === 'pointerdown') this.#brushed = event.pointerType === 'mouse' && event.button === 0 ? index : null;
    const from = this.#brushed;
    if (event.type === 'pointerup') this.#brushed = null;
    if (event.type === 'pointerup' && from !== null && this.#state !== null && Math.abs(index - from) >= leastBrushed) {
      const start = this.#state.from;
      this.#go({ ...this.#state, from: addDays(start, Math.min(from, index)), to: addDays(start, Math.max(from, index)) });
    } else this.#read(index);
  }

  #indexUnder(event: PointerEvent): number | null {
    const svg = this.#place('picture').querySelector('svg');
    if (svg === null || this.#layout === null) return null;
    const box = svg.getBoundingClientRect();
    const scale = this.#layout.width / box.width;
    const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    const plot = this.#layout.panels.map((panel) => panel.plot).find((one) => x >= one.x - 8 && x <= one.x + one.width + 8 && y >= one.y - 20 && y <= one.y + one.height + 20);
    return plot === undefined ? null : indexAt(x, { first: plot.x, step: plot.width / Math.max(1, this.#last()), count: this.#last() + 1 });
  }

  #leave(): void {
    this.#brushed = null;
    this.#read(this.#place('picture').contains(document.activeElement) ? this.#index : null);
  }

  /** Shows the numbers of a day, and where it is; null: of none. */
  #read(index: number | null): void {
    const [settings, view, layout] = [this.#settings, this.#view, this.#layout];
    if (settings === null || view === null || layout === null) return;
    if (index !== null) this.#index = index;
    const cursors = this.querySelectorAll('path.chart-cursor');
    for (const [at, { plot }] of layout.panels.entries()) {
      const xOf = (day: number): number => plot.x + (plot.width * day) / Math.max(1, this.#last());
      const brushed = this.#brushed === null ? '' : `H${xOf(this.#brushed)}V${plot.y}Z`;
      cursors[at]?.setAttribute('d', index === null ? '' : `M${xOf(index)} ${plot.y}V${plot.y + plot.height}${brushed}`);
    }
    this.#place('reading').textContent = index === null ? '' : readingOf(view, index, settings);
    if (index !== null) this.#announce(index);
  }

  #announce(index: number): void {
    const [settings, view] = [this.#settings, this.#view];
    if (settings === null || view === null) return;
    const place = this.#place('picture');
    place.setAttribute('aria-valuenow', String(index + 1));
    place.setAttribute('aria-valuetext', readingOf(view, index, settings));
  }

  /** Hands over the view as a file. */
  async #save(kind: 'csv' | 'svg' | 'png'): Promise<void> {
    const [settings, view] = [this.#settings, this.#view];
    const drawing = this.#place('picture').querySelector('svg');
    if (settings === null || view === null || drawing === null) return;
    const picture = kind === 'csv' ? null : svgFile(drawing, sentenceOf(view, settings));
    const file =
      picture === null
        ? new Blob([csvOf(view, settings)], { type: 'text/csv' })
        : kind === 'svg'
          ? new Blob([picture.text], { type: 'image/svg+xml' })
          : await pngFile(picture);
    if (file === null) return;
    const { component, from, to } = view.state;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${settings.demonstration === '' ? '' : 'demonstration-'}stock-${component}-${from}-${to}.${kind}`;
    link.click();
    // The browser has taken the address over by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  async #copy(button: HTMLButtonElement): Promise<void> {
    const words = this.#settings?.words;
    if (words === undefined) return;
    const said = button.nextElementSibling;
    try {
      await navigator.clipboard.writeText(new URL(this.dataset['shown'] ?? '', location.href).href);
      if (said !== null) said.textContent = words.copied;
    } catch {
      if (said !== null) said.textContent = words.notCopied;
    }
  }

  #cite(component: DeskComponent, address: string): void {
    const state = this.#state;
    if (state === null) return;
    const now = new Date();
    const accessed = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    for (const [index, place] of this.querySelectorAll('[data-citation]').entries()) {
      place.textContent = filled(component.citations[index] ?? '', { from: state.from, to: state.to, accessed, address });
    }
  }

  #say(words: string): void {
    const place = this.#place('sentence');
    if (place.textContent !== words) place.textContent = words;
  }

  #place(name: 'picture' | 'reading' | 'sentence'): HTMLElement {
    const place = this.querySelector<HTMLElement>(`[data-${name}]`);
    if (place === null) throw new Error(`the history page has no place for its ${name}`);
    return place;
  }
}

customElements.define('history-desk', HistoryDesk);
