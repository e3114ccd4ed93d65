/** Fills the table, the citations and the embed code below the drawing; loaded when the reader opens one of them. */
import { factsOf } from './desk-facts.ts';
import { citationsOf, embedCode } from './desk-take.ts';
import type { ShownView } from './desk-view.ts';

export function fillTexts(root: HTMLElement, { numbers }: ShownView): void {
  const { state, settings } = numbers;
  const citations = citationsOf(state, settings);
  for (const [index, place] of root.querySelectorAll('[data-citation]').entries()) place.textContent = citations[index] ?? '';
  const code = root.querySelector('[data-embed-code]');
  if (code !== null) code.textContent = embedCode(state, settings);
  const table = root.querySelector<HTMLTableElement>('[data-facts]');
  if (table !== null) fillTable(table, numbers);
}

function fillTable(table: HTMLTableElement, numbers: ShownView['numbers']): void {
  const { caption, columns, rows } = factsOf(numbers);
  const captionElement = made('caption', caption);
  const head = made('tr');
  head.append(...columns.map((column) => Object.assign(made('th', column), { scope: 'col' })));
  const body = rows.map((cells) => {
    const row = made('tr');
    row.append(
      ...cells.map(({ text, value, isCorrected = false }, index) => {
        if (index === 0) return Object.assign(made('th', text), { scope: 'row' });
        const cell = made('td', isCorrected ? `${text} [r]` : text);
        if (value !== null) cell.dataset['value'] = String(value);
        return cell;
      }),
    );
    return row;
  });
  const [thead, tbody] = [made('thead'), made('tbody')];
  thead.append(head);
  tbody.append(...body);
  table.replaceChildren(captionElement, thead, tbody);
}

function made<Name extends 'caption' | 'thead' | 'tbody' | 'tr' | 'th' | 'td'>(name: Name, text = ''): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
