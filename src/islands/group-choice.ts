/** The reader's own blood type: chosen once, kept on this device, sent to nobody; the sentence of that group is then shown, and stands above all else when the page is opened again. */
import { chosenGroup, parseBloodType } from './chosen-group.ts';

const key = 'portal-blood-type';

class GroupChoice extends HTMLElement {
  connectedCallback(): void {
    const kept = parseBloodType(readKept());
    if (kept !== null) {
      for (const [name, value] of Object.entries(kept)) {
        const radio = this.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`);
        if (radio !== null) radio.checked = true;
      }
      const answer = this.querySelector('.choice-answer');
      if (answer !== null) document.querySelector('[data-answer-place]')?.append(answer);
    }
    this.addEventListener('change', this);
    this.addEventListener('click', this);
    this.#show();
  }

  handleEvent(event: Event): void {
    // What is chosen now is answered where it is chosen.
    const answer = document.querySelector('[data-answer-place] > .choice-answer');
    if (answer !== null && (event.type === 'change' || (event.target instanceof HTMLElement && event.target.closest('[data-forget]') !== null))) this.append(answer);
    if (event.type === 'change') {
      keep(this.#choice());
      this.#show();
    } else if (event.target instanceof HTMLElement && event.target.closest('[data-forget]') !== null) {
      keep(null);
      for (const radio of this.querySelectorAll('input')) radio.checked = radio.defaultChecked;
      this.#show();
    }
  }

  #choice(): string | null {
    const value = (name: string): string => this.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? '';
    const text = `${value('abo')} ${value('rhd')}`;
    return parseBloodType(text) === null ? null : text;
  }

  #show(): void {
    const panels = [...document.querySelectorAll<HTMLElement>('[data-choice]')];
    const type = parseBloodType(this.#choice());
    const chosen = type === null ? null : chosenGroup(type, panels.map((panel) => panel.dataset['choice'] ?? ''));
    for (const panel of panels) panel.hidden = panel.dataset['choice'] !== chosen;
    for (const note of document.querySelectorAll<HTMLElement>('[data-rhd-unknown]')) note.hidden = type?.rhd !== 'unknown';
    for (const button of this.querySelectorAll<HTMLElement>('[data-forget]')) button.hidden = type === null;
  }
}

function readKept(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(choice: string | null): void {
  try {
    if (choice === null) localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
}

customElements.define('group-choice', GroupChoice);
