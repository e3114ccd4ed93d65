/**
 * Numbers that expire: while a value is valid its level gets its colour (`data-level`); past that, words, colours and verdicts leave
 * the page and what is said then appears. Works on what stands inside the element:
 * `[data-valid-until]` is judged as a whole: its `[data-when="valid"]` parts are taken out, its `[data-when="expired"]` parts shown;
 * `[data-shown-from]`, `[data-shown-until]` are shown between their instants.
 */
import { isShown, isValid, nextChange, readClock } from './clock.ts';

class StockClock extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#judge();
    document.addEventListener('visibilitychange', this);
    window.addEventListener('pageshow', this);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this);
    window.removeEventListener('pageshow', this);
  }

  handleEvent(): void {
    this.#judge();
  }

  #judge(): void {
    clearTimeout(this.#timer);
    const { now, runs } = readClock(this.getAttribute('clock'), location.search, Date.now());
    const instants: string[] = [];
    for (const scope of this.querySelectorAll<HTMLElement>('[data-valid-until]')) {
      const until = scope.dataset['validUntil'] ?? '';
      instants.push(until);
      showValidity(scope, isValid(until, now));
    }
    for (const timed of this.querySelectorAll<HTMLElement>('[data-shown-from], [data-shown-until]')) {
      const { shownFrom, shownUntil } = timed.dataset;
      for (const instant of [shownFrom, shownUntil]) if (instant !== undefined) instants.push(instant);
      timed.hidden = !isShown(shownFrom, shownUntil, now);
    }
    const wait = runs ? nextChange(instants, now) : null;
    if (wait !== null) this.#timer = setTimeout(() => this.#judge(), wait);
    this.setAttribute('data-judged', '');
  }
}

function showValidity(scope: HTMLElement, valid: boolean): void {
  const level = scope.dataset['statedLevel'];
  if (valid && level !== undefined) scope.dataset['level'] = level;
  else delete scope.dataset['level'];
  scope.toggleAttribute('data-expired', !valid);
  if (valid) restore(scope);
  else takeOut(scope);
  for (const part of scope.querySelectorAll('[data-when="expired"]')) {
    if (part.closest('[data-valid-until]') === scope) part.toggleAttribute('hidden', valid);
  }
}

/** What has been taken out of a scope, each with the mark that keeps its place: a clock that is put back brings it again. */
const takenOut = new WeakMap<Element, { readonly part: Element; readonly mark: Comment }[]>();

function takeOut(scope: Element): void {
  const parts = [...scope.querySelectorAll('[data-when="valid"]')].filter((part) => part.closest('[data-valid-until]') === scope);
  const marks = parts.map((part) => {
    const mark = document.createComment('');
    part.replaceWith(mark);
    return { part, mark };
  });
  takenOut.set(scope, [...(takenOut.get(scope) ?? []), ...marks]);
}

function restore(scope: Element): void {
  for (const { part, mark } of takenOut.get(scope) ?? []) mark.replaceWith(part);
  takenOut.delete(scope);
}

customElements.define('stock-clock', StockClock);
