/** A button that copies a text which the page also shows, and says whether it could. */

class CopyText extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this);
  }

  handleEvent(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button !== null) void this.#copy(button);
  }

  async #copy(button: HTMLButtonElement): Promise<void> {
    const status = this.querySelector('[role="status"]');
    let done = false;
    try {
      await navigator.clipboard.writeText(button.value);
      done = true;
    } catch {
      // The page may be open without encryption, or the reader may have refused; the text stands beside the button.
    }
    if (status !== null) status.textContent = (done ? this.dataset['done'] : this.dataset['failed']) ?? '';
  }
}

customElements.define('copy-text', CopyText);
