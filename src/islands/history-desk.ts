/** The history page with a script: the reader chooses, the address keeps it; the finding, the sentence, the drawing and the table follow. Does nothing before the page has come to rest. */
import { flowAt, stockAt } from './desk-data.ts';
import { findingOf } from './desk-facts.ts';
import { fillForm, presetDays, stateOfForm } from './desk-form.ts';
import type { FaultyPart } from './desk-form.ts';
import { numbersOf, sentenceOf } from './desk-numbers.ts';
import type { DeskNumbers } from './desk-numbers.ts';
import { showPanels } from './desk-panels.ts';
import { DeskReader } from './desk-reader.ts';
import { say } from './desk-settings.ts';
import type { DeskSettings } from './desk-settings.ts';
import { chosenOf, isInVain, nearestState, presetSpan, searchOf, stateOf } from './desk-state.ts';
import type { DeskState, View } from './desk-state.ts';
import type { Place, ShownView } from './desk-view.ts';
import { putDrawing } from './trusted-markup.ts';

/** From this width on, two panels stand side by side, and their words are no smaller than 11 px; src/styles/desk.css has the same width for the first drawing. */
const wideFrom = 920;
/** From this width on, the choices stand open. */
const openFrom = 576;

class HistoryDesk extends HTMLElement {
  #settings: DeskSettings | null = null;
  #state: DeskState | null = null;
  #numbers: DeskNumbers | null = null;
  #shown: { readonly view: ShownView; readonly place: Place } | null = null;
  #reader: DeskReader | null = null;
  /** What is to be said before the sentence, and that sentence. */
  #notice = '';
  #sentence: string | undefined;
  /** Another width may want another drawing. */
  readonly #widths = new ResizeObserver(() => void this.#draw(false));
  /** So may larger type. */
  readonly #reading = new MutationObserver(() => void this.#draw(false));

  connectedCallback(): void {
    for (const type of ['change', 'click', 'submit', 'toggle']) this.addEventListener(type, this, type === 'toggle');
    addEventListener('popstate', this);
    this.#openChoices();
    // A link to a view is followed at once; the first view of all waits, for its picture is there already.
    if (location.search !== '') this.#readAddress();
    else
      whenAtRest(() => {
        if (this.#shown === null) this.#readAddress();
      });
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this);
    this.#widths.disconnect();
    this.#reading.disconnect();
  }

  /** Where there is room the style sheet shows the choices; of browsers that cannot do that they are opened. */
  #openChoices(): void {
    const choices = this.querySelector<HTMLDetailsElement>('.desk-choices');
    if (choices !== null && this.clientWidth >= openFrom && !CSS.supports('selector(::details-content)')) choices.open = true;
  }

  handleEvent(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    if (event.type === 'submit') event.preventDefault();
    this.#settle();
    if (event.type === 'popstate') this.#readAddress();
    else if (event.type === 'submit' || event.type === 'change') this.#choose();
    else if (event.type === 'click') this.#press(target?.closest('button') ?? null);
    else if (event.type === 'toggle') void this.#fillTexts();
  }

  /** Reads the settings and the address where nothing has done so yet; the form stays as it is, also where the reader has begun to choose. */
  #settle(): DeskSettings | null {
    if (this.#settings === null) {
      this.#settings = JSON.parse(this.querySelector('[data-settings]')?.textContent ?? 'null') as DeskSettings | null;
      if (this.#settings !== null) this.#state = stateOf(location.search, this.#settings);
    }
    return this.#settings;
  }

  #readAddress(): void {
    const settings = this.#settle();
    const state = settings === null ? null : stateOf(location.search, settings);
    if (settings === null || state === null) return;
    const isVain = isInVain(location.search, state);
    if (isVain) replaceSearch(searchOf(state));
    void this.#show(state, settings, isVain ? say(settings, 'inVain') : '');
  }

  /** Takes over what the form says; a date still being typed changes nothing, and is left to be typed. */
  #choose(): void {
    const [settings, state, form] = [this.#settings, this.#state, this.querySelector('form')];
    if (settings === null || state === null || form === null) return;
    const asked = stateOfForm(form, state, settings);
    if (asked === null) return;
    const notice = asked.problems.map(({ words }) => words).join(settings.locale === 'zh' ? '' : ' ');
    if (notice !== '' && searchOf(asked.state) === searchOf(state)) this.#say(notice, settings);
    else this.#go(asked.state, notice, asked.problems.map(({ part }) => part));
  }

  #press(button: HTMLButtonElement | null): void {
    const [settings, state] = [this.#settings, this.#state];
    const station = settings === null || state === null ? undefined : chosenOf(state, settings)?.station;
    if (button === null || state === null || station === undefined) return;
    const { preset, action } = button.dataset;
    if (preset !== undefined) this.#go({ ...state, ...presetSpan(presetDays(button), station) });
    else if (action !== undefined) void this.#take(action, button);
  }

  #go(asked: DeskState, notice = '', faulty: readonly FaultyPart[] = []): void {
    const settings = this.#settings;
    const state = settings === null ? null : nearestState({ ...asked, groups: asked.groups.join(',') }, settings);
    if (settings === null || state === null) return;
    const address = searchOf(state);
    if (address !== location.search) history.pushState(null, '', address);
    void this.#show(state, settings, notice, faulty);
  }

  /** Fetches the numbers of a state and shows them, unless the reader has chosen something else meanwhile. */
  async #show(state: DeskState, settings: DeskSettings, notice = '', faulty: readonly FaultyPart[] = []): Promise<void> {
    this.#state = state;
    fillForm(this, state, settings, faulty);
    const chosen = chosenOf(state, settings);
    if (chosen === null) return;
    const { piece, flow } = chosen.station;
    // The code of the view belongs to what is fetched for it.
    const asked = Promise.all([stockAt(piece), state.view === 'flow' && flow !== null ? flowAt(flow) : null, drawerOf(state.view)]);
    const pieces = await asked.catch(() => null);
    await nextTask();
    if (this.#state !== state) return;
    if (pieces === null) {
      this.#goBack(settings);
      return;
    }
    const [stock, flows] = pieces;
    this.#numbers = numbersOf(state, chosen, settings, stock, flows);
    this.#notice = notice;
    await this.#draw(true);
  }

  /** What was asked for cannot be had: choices and address say again what the page shows. */
  #goBack(settings: DeskSettings): void {
    const numbers = this.#shown?.view.numbers ?? null;
    const state = numbers?.state ?? nearestState({}, settings);
    [this.#numbers, this.#state] = [numbers, state];
    if (state !== null) fillForm(this, state, settings);
    replaceSearch(numbers === null ? '' : searchOf(numbers.state));
    this.#say(say(settings, 'failed'), settings);
  }

  /** The sentence that says what is shown, after what else there is to say. */
  #say(notice: string, settings: DeskSettings): void {
    const place = this.#place('sentence');
    this.#sentence ??= place.textContent ?? '';
    this.#notice = notice;
    setText(place, notice === '' ? this.#sentence : say(settings, 'noticed', { notice, sentence: this.#sentence }));
  }

  /** Draws for the width of the page: after a choice always, after a change of the width only where another drawing fits. */
  async #draw(isNew: boolean): Promise<void> {
    const [numbers, settings] = [this.#numbers, this.#settings];
    const picture = this.#place('picture');
    const place: Place = picture.clientWidth >= wideFrom && document.documentElement.dataset['reading'] !== 'elder' ? 'wide' : 'narrow';
    if (numbers === null || settings === null || (!isNew && place === this.#shown?.place)) return;
    const view = (await drawerOf(numbers.state.view))(numbers, place);
    if (numbers !== this.#numbers) return;
    this.#shown = { view, place };
    putDrawing(picture, view.drawing);
    picture.dataset['place'] = place;
    this.#reader ??= this.#newReader(picture, settings);
    this.#reader.take(view);
    const { state } = numbers;
    this.#sentence = sentenceOf(numbers);
    this.#say(this.#notice, settings);
    setText(this.#place('finding'), findingOf(numbers) ?? say(settings, 'empty'));
    const whole = this.querySelector<HTMLAnchorElement>('a[data-whole]');
    if (whole !== null) whole.href = settings.page + searchOf(state);
    this.dataset['shown'] = searchOf(state);
    await this.#fillTexts();
  }

  #newReader(picture: HTMLElement, settings: DeskSettings): DeskReader {
    this.#widths.observe(picture);
    this.#reading.observe(document.documentElement, { attributeFilter: ['data-reading'] });
    return new DeskReader(picture, this.#place('reading'), say(settings, 'reading'), (from, to) => {
      if (this.#state !== null) this.#go({ ...this.#state, from, to });
    });
  }

  /** The table, the citations and the code, as far as they are open. */
  async #fillTexts(): Promise<void> {
    const view = this.#shown?.view;
    if (view === undefined || this.querySelector('details[data-text][open]') === null) return;
    const { fillTexts } = await import('./desk-texts.ts');
    fillTexts(this, view);
  }

  async #take(action: string, button: HTMLButtonElement): Promise<void> {
    const settings = this.#settings;
    if (this.#shown === null && settings !== null && this.#state !== null) await this.#show(this.#state, settings);
    const [view, drawing] = [this.#shown?.view, this.#place('picture').querySelector('svg')];
    if (view === undefined || drawing === null || settings === null) return;
    const { addressOf, copyText, embedCode, saveView } = await import('./desk-take.ts');
    const { state } = view.numbers;
    if (action === 'csv' || action === 'svg' || action === 'png') await saveView(action, view, drawing);
    else if (action === 'copy' || action === 'embed') setText(button.nextElementSibling, await copyText(action === 'copy' ? addressOf(state, settings) : embedCode(state, settings), settings));
  }

  #place(name: 'picture' | 'reading' | 'sentence' | 'finding'): HTMLElement {
    const place = this.querySelector<HTMLElement>(`[data-${name}]`);
    if (place === null) throw new Error(`the history page has no place for its ${name}`);
    return place;
  }
}

/** What draws a view; views that are not the first one shown are loaded when they are asked for. */
async function drawerOf(view: View): Promise<(numbers: DeskNumbers, place: Place) => ShownView> {
  if (view === 'years') return (await import('./desk-years.ts')).showYears;
  if (view === 'levels') return (await import('./desk-levels.ts')).showLevels;
  if (view === 'flow') return (await import('./desk-flow.ts')).showFlow;
  return showPanels;
}

/** Corrects what the address asks for, no step for Back. */
function replaceSearch(search: string): void {
  if (search !== location.search) history.replaceState(history.state, '', location.pathname + search + location.hash);
}

/** An unchanged text is not spoken again. */
function setText(place: Element | null, words: string): void {
  if (place !== null && place.textContent !== words) place.textContent = words;
}

/** Runs when the page is loaded and the browser has nothing better to do. */
function whenAtRest(run: () => void): void {
  const wait = (): void => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 1000 });
    else setTimeout(run, 200);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}

/** Lets the browser answer the reader before more work is done. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

customElements.define('history-desk', HistoryDesk);
