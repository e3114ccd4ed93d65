/** The reader's component and month of the blood ledger: the address keeps the choice, earlier months are fetched by year, sentence, picture, equation and table follow. */
import { drawAccountFlow, layoutAccountFlow } from '#src/charts/account-flow.ts';
import { keepChoice, readChoices } from './address-choice.ts';
import { filled } from './filled.ts';
import type { LedgerPiece, LedgerPieceCell, LedgerPieceMonth } from './ledger-piece.ts';
import { putDrawing } from './trusted-markup.ts';

const names = ['component', 'month'] as const;

class LedgerChoice extends HTMLElement {
  /** The exhibits as the page brings them: the latest month. */
  readonly #latest = new Map<string, Element>();
  readonly #pieces = new Map<string, Promise<LedgerPiece>>();

  connectedCallback(): void {
    for (const exhibit of this.#exhibits()) if (!this.#latest.has(exhibit.id)) this.#latest.set(exhibit.id, exhibit.cloneNode(true) as Element);
    this.addEventListener('change', this);
    addEventListener('popstate', this);
    this.#readAddress();
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this);
  }

  handleEvent(event: Event): void {
    if (event.type === 'popstate') this.#readAddress();
    else if (event.target instanceof HTMLSelectElement) {
      keepChoice(event.target);
      void this.#show();
    }
  }

  #readAddress(): void {
    readChoices(this, names);
    void this.#show();
  }

  #exhibits(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('figure[id]')];
  }

  #select(name: (typeof names)[number]): HTMLSelectElement | null {
    return this.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  }

  async #show(): Promise<void> {
    const component = this.#select('component')?.value ?? '';
    for (const exhibit of this.#exhibits()) exhibit.hidden = component !== '' && exhibit.id !== component.replaceAll('_', '-');
    const jumps = this.querySelector<HTMLElement>('.jumps');
    if (jumps !== null) jumps.hidden = component !== '';
    const month = this.#select('month')?.value ?? '';
    if (month === '') {
      if (this.dataset['month'] !== undefined) for (const exhibit of this.#exhibits()) this.#bringBack(exhibit);
      delete this.dataset['month'];
      return this.#say('');
    }
    if (this.dataset['month'] === month) return;
    const words = this.#select('month')?.selectedOptions[0]?.text ?? month;
    const piece = await this.#piece(month.slice(0, 4)).catch(() => null);
    // Meanwhile the reader may have chosen another.
    if (this.#select('month')?.value !== month) return;
    if (piece === null) return this.#say(filled(this.dataset['failed'] ?? '', { month: words }));
    for (const { component: name, caption, rows, months } of piece.components) {
      const exhibit = this.querySelector<HTMLElement>(`figure[id="${name.replaceAll('_', '-')}"]`);
      const shown = months[month];
      if (exhibit === null || shown === undefined) continue;
      this.#bringBack(exhibit);
      fill(exhibit, month, shown);
      if (rows.length > 0) fillTable(exhibit, caption, rows);
    }
    this.dataset['month'] = month;
    this.#say(filled(this.dataset['shown'] ?? '', { month: words }));
  }

  #piece(year: string): Promise<LedgerPiece> {
    const known = this.#pieces.get(year);
    if (known !== undefined) return known;
    const asked = fetch(`${this.dataset['pieces'] ?? ''}${year}.json`).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json() as Promise<LedgerPiece>;
    });
    this.#pieces.set(year, asked);
    asked.catch(() => this.#pieces.delete(year));
    return asked;
  }

  /** The exhibit as the page brought it; a table that the reader opened stays open. */
  #bringBack(exhibit: HTMLElement): void {
    const latest = this.#latest.get(exhibit.id);
    if (latest === undefined) return;
    const isOpen = exhibit.querySelector('details')?.open ?? false;
    exhibit.replaceChildren(...(latest.cloneNode(true) as Element).childNodes);
    exhibit.dataset['asOf'] = (latest as HTMLElement).dataset['asOf'] ?? '';
    const details = exhibit.querySelector('details');
    if (details !== null) details.open = isOpen;
  }

  #say(words: string): void {
    const status = this.querySelector('[role="status"]');
    if (status !== null) status.textContent = words;
  }
}

function fill(exhibit: HTMLElement, month: string, { finding, subtitle, equation, flow }: LedgerPieceMonth): void {
  exhibit.dataset['asOf'] = month;
  for (const [place, words] of [['h2', finding], ['.figure-subtitle', subtitle]] as const) {
    const element = exhibit.querySelector(place);
    if (element !== null) element.textContent = words;
  }
  for (const [place, width] of [['.figure-narrow', 340], ['.figure-wide', 560]] as const) {
    const element = exhibit.querySelector(place);
    if (element !== null) putDrawing(element, drawAccountFlow(layoutAccountFlow(flow, width)));
  }
  exhibit.querySelector('.equation')?.replaceChildren(...equation.map(({ sign, what, text, value }) => {
    const [term, name, amount] = [document.createElement('div'), document.createElement('dt'), document.createElement('dd')];
    term.classList.toggle('result', sign === '=');
    name.textContent = what;
    if (sign !== '') {
      const mark = document.createElement('span');
      mark.className = 'sign';
      mark.textContent = sign;
      amount.append(mark, ' ');
    }
    amount.append(text);
    if (value !== null) amount.dataset['value'] = String(value);
    term.append(name, amount);
    return term;
  }));
}

function fillTable(exhibit: HTMLElement, caption: string, rows: readonly (readonly LedgerPieceCell[])[]): void {
  const table = exhibit.querySelector('table');
  const body = table?.tBodies[0];
  if (!table || body === undefined) return;
  if (table.caption !== null) table.caption.textContent = caption;
  table.parentElement?.setAttribute('aria-label', caption);
  const numeric = [...(table.tHead?.rows[0]?.cells ?? [])].map(({ className }) => className);
  body.replaceChildren(...rows.map((cells) => {
    const row = document.createElement('tr');
    cells.forEach((cell, index) => {
      const place = document.createElement(index === 0 ? 'th' : 'td');
      if (place instanceof HTMLTableCellElement && index === 0) place.scope = 'row';
      place.className = index === 0 ? '' : (numeric[index] ?? '');
      place.textContent = typeof cell === 'string' ? cell : cell.text;
      if (typeof cell !== 'string' && cell.value !== undefined) place.dataset['value'] = String(cell.value);
      row.append(place);
    });
    return row;
  }));
}

customElements.define('ledger-choice', LedgerChoice);
