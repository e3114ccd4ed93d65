/**
 * Reads a drawing value by value, by pointer, touch and keys, with one tab stop; a drag of the mouse chooses days, Escape ends it without a choice. What is read stands in a live region.
 * While keys move the drawing's own value a screen reader speaks that, so the region is silent then: nothing is said twice.
 */
import type { ShownView } from './desk-view.ts';

/** A shorter drag is a click that slipped. */
const leastBrushed = 3;
const events = ['pointermove', 'pointerdown', 'pointerup', 'pointercancel', 'pointerleave', 'keydown', 'focusin', 'focusout'] as const;
/** How far a key leads along the row. */
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7, Home: -Infinity, End: Infinity };

export class DeskReader {
  readonly #picture: HTMLElement;
  readonly #reading: HTMLElement;
  readonly #brush: (from: string, to: string) => void;
  #view: ShownView | null = null;
  #index: number | null = null;
  /** A drag with the mouse: where it began, and where it leads. */
  #drag: { readonly begun: number; readonly pointer: number; readonly placeAt: (x: number, y: number) => number } | null = null;

  /** `picture` holds the drawing, `reading` the words of the place that is read; `brush` is told the days that a drag has chosen. */
  constructor(picture: HTMLElement, reading: HTMLElement, label: string, brush: (from: string, to: string) => void) {
    [this.#picture, this.#reading, this.#brush] = [picture, reading, brush];
    picture.tabIndex = 0;
    picture.setAttribute('role', 'slider');
    picture.setAttribute('aria-label', label);
    picture.setAttribute('aria-valuemin', '1');
    for (const type of events) picture.addEventListener(type, this);
  }

  /** Reads this drawing from now on, the last place first. */
  take(view: ShownView): void {
    this.#view = view;
    this.#endDrag();
    if (this.#index !== null && this.#index >= view.count) this.#index = null;
    this.#picture.setAttribute('aria-valuemax', String(view.count));
    this.#announce(this.#index ?? view.count - 1);
    if (document.activeElement === this.#picture) this.#read(this.#index ?? view.count - 1);
    else this.#reading.textContent = '';
  }

  handleEvent(event: Event): void {
    const view = this.#view;
    if (view === null) return;
    if (event instanceof KeyboardEvent) this.#key(event, view);
    else if (event.type === 'focusin') this.#read(this.#index ?? view.count - 1);
    else if (event.type === 'focusout') this.#read(null);
    else if (!(event instanceof PointerEvent)) return;
    else if (event.type === 'pointercancel') this.#endDrag();
    // A finger that is lifted leaves, and what it has read stays.
    else if (event.type !== 'pointerleave') this.#point(event, view);
    else if (event.pointerType !== 'touch') this.#leave();
  }

  #key(event: KeyboardEvent, view: ShownView): void {
    if (event.key === 'Escape' && this.#drag !== null) {
      this.#endDrag();
      this.#read(this.#index);
      return;
    }
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#reading.setAttribute('aria-live', 'off');
    const index = this.#index;
    if (index === null) this.#read(view.count - 1);
    else if (view.indexBeside !== undefined && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) this.#read(view.indexBeside(index, event.key === 'ArrowUp' ? -1 : 1) ?? index);
    else this.#read(Math.max(0, Math.min(view.count - 1, index + step)));
  }

  #point(event: PointerEvent, view: ShownView): void {
    const box = this.#picture.querySelector('svg')?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const scale = view.width / box.width;
    const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    if (event.type === 'pointerdown') this.#beginDrag(event, view, x, y);
    const drag = this.#drag?.pointer === event.pointerId ? this.#drag : null;
    const index = drag === null ? view.indexAt(x, y) : drag.placeAt(x, y);
    if (event.type === 'pointerup') this.#endDrag();
    if (index === null) return;
    this.#reading.setAttribute('aria-live', 'polite');
    const days = event.type === 'pointerup' && drag !== null && Math.abs(index - drag.begun) >= leastBrushed ? view.daysBetween(Math.min(drag.begun, index), Math.max(drag.begun, index)) : null;
    if (days === null) this.#read(index);
    else this.#brush(days.from, days.to);
  }

  /** The pointer is followed beyond the drawing, so that a drag may end anywhere. */
  #beginDrag(event: PointerEvent, view: ShownView, x: number, y: number): void {
    this.#endDrag();
    const placeAt = event.pointerType === 'mouse' && event.button === 0 ? view.dragFrom(x, y) : null;
    if (placeAt === null) return;
    this.#drag = { begun: placeAt(x, y), pointer: event.pointerId, placeAt };
    this.#picture.setPointerCapture(event.pointerId);
  }

  #endDrag(): void {
    const drag = this.#drag;
    this.#drag = null;
    if (drag !== null && this.#picture.hasPointerCapture(drag.pointer)) this.#picture.releasePointerCapture(drag.pointer);
  }

  #leave(): void {
    if (this.#drag !== null) return;
    this.#read(document.activeElement === this.#picture ? this.#index : null);
  }

  /** Shows the numbers of a place, and where it is; null: of none. */
  #read(index: number | null): void {
    const view = this.#view;
    if (view === null) return;
    if (index !== null) this.#index = index;
    const from = this.#drag?.begun ?? null;
    const begun = from === null || index === null || view.daysBetween(from, index) === null ? null : from;
    this.#picture.querySelector('path.chart-cursor')?.setAttribute('d', index === null ? '' : view.cursorAt(index, begun));
    this.#reading.textContent = index === null ? '' : view.readingOf(index);
    if (index !== null) this.#announce(index);
  }

  #announce(index: number): void {
    this.#picture.setAttribute('aria-valuenow', String(index + 1));
    this.#picture.setAttribute('aria-valuetext', this.#view?.readingOf(index) ?? '');
  }
}
