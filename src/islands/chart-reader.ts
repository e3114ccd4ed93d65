/** Reads a line chart day by day: by pointer, by touch, by arrow keys, with one tab stop. The words come from the figure's own table. */
import { indexAfterKey, indexAt } from './reading.ts';
import type { ReadingScale } from './reading.ts';

class ChartReader extends HTMLElement {
  #index: number | null = null;

  connectedCallback(): void {
    const rows = this.#rows();
    if (rows.length === 0) return;
    this.tabIndex = 0;
    this.setAttribute('role', 'slider');
    this.setAttribute('aria-valuemin', '1');
    this.setAttribute('aria-valuemax', String(rows.length));
    this.#announce(rows.length - 1);
    for (const type of ['pointermove', 'pointerdown', 'pointerleave', 'keydown', 'focus', 'blur']) this.addEventListener(type, this);
  }

  handleEvent(event: Event): void {
    const count = this.#rows().length;
    if (event instanceof KeyboardEvent) {
      const index = indexAfterKey(event.key, this.#index, count);
      if (index === null) return;
      event.preventDefault();
      this.#show(index);
    } else if (event.type === 'focus') this.#show(this.#index ?? count - 1);
    else if (event.type === 'blur' || (event.type === 'pointerleave' && document.activeElement !== this)) this.#hide();
    else if (event instanceof PointerEvent && event.type !== 'pointerleave') this.#point(event);
  }

  /** Rows of the figure's table, earliest first. */
  #rows(): HTMLTableRowElement[] {
    return [...(this.closest('figure')?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [])].reverse();
  }

  /** The cursor of the drawing that is to be seen. */
  #cursor(): SVGPathElement | null {
    return [...this.querySelectorAll<SVGPathElement>('path.chart-cursor')].find((path) => (path.ownerSVGElement?.clientWidth ?? 0) > 0) ?? null;
  }

  #point(event: PointerEvent): void {
    const cursor = this.#cursor();
    const svg = cursor?.ownerSVGElement;
    if (!cursor || !svg) return;
    const box = svg.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
    this.#show(indexAt(x, scaleOf(cursor)));
  }

  #show(index: number): void {
    const cursor = this.#cursor();
    if (cursor === null) return;
    this.#index = index;
    const { first, step } = scaleOf(cursor);
    cursor.setAttribute('d', `M${first + step * index} ${cursor.dataset['top']}V${cursor.dataset['bottom']}`);
    this.#announce(index);
    const output = this.querySelector('[data-reading]');
    if (output !== null) output.textContent = this.getAttribute('aria-valuetext');
  }

  #hide(): void {
    for (const path of this.querySelectorAll('path.chart-cursor')) path.setAttribute('d', '');
    const output = this.querySelector('[data-reading]');
    if (output !== null) output.textContent = '';
  }

  #announce(index: number): void {
    const row = this.#rows()[index];
    const words = [...(row?.cells ?? [])].map((cell) => cell.textContent?.trim() ?? '').filter((cell) => cell !== '');
    this.setAttribute('aria-valuenow', String(index + 1));
    this.setAttribute('aria-valuetext', words.join(' · '));
  }
}

function scaleOf(cursor: SVGPathElement): ReadingScale {
  const { first, step, count } = cursor.dataset;
  return { first: Number(first), step: Number(step), count: Number(count) };
}

customElements.define('chart-reader', ChartReader);
