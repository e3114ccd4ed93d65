/** The two switches of the masthead: large type (长辈版) and light or dark; kept on the device, applied before paint by src/layouts/display-script.ts. */

type Switch = 'elder' | 'dark';

function stored(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage may be forbidden; the switch then holds for this page.
  }
}

class DisplaySwitches extends HTMLElement {
  #system = matchMedia('(prefers-color-scheme: dark)');
  #render = () => this.#show();

  connectedCallback(): void {
    this.addEventListener('click', this);
    this.#system.addEventListener?.('change', this.#render);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#system.removeEventListener?.('change', this.#render);
  }

  handleEvent(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const name = button?.dataset['switch'];
    if (name === 'elder' || name === 'dark') this.#toggle(name);
  }

  #isOn(name: Switch): boolean {
    const { reading, theme } = document.documentElement.dataset;
    return name === 'elder' ? reading === 'elder' : theme === undefined ? this.#system.matches : theme === 'dark';
  }

  #toggle(name: Switch): void {
    const { dataset } = document.documentElement;
    const on = !this.#isOn(name);
    if (name === 'elder') {
      if (on) dataset['reading'] = 'elder';
      else delete dataset['reading'];
      stored('portal-reading', on ? 'elder' : null);
    } else {
      // A choice that equals the device's own setting is no choice: the page follows the device again.
      const follows = on === this.#system.matches;
      if (follows) delete dataset['theme'];
      else dataset['theme'] = on ? 'dark' : 'light';
      stored('portal-theme', follows ? null : on ? 'dark' : 'light');
    }
    this.#show();
  }

  #show(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-switch]')) {
      button.setAttribute('aria-pressed', String(this.#isOn(button.dataset['switch'] === 'elder' ? 'elder' : 'dark')));
    }
  }
}

customElements.define('display-switches', DisplaySwitches);
