/** Opens what is folded around the place that the address names, for browsers that do not do so themselves. */

class OpenTarget extends HTMLElement {
  connectedCallback(): void {
    addEventListener('hashchange', this);
    this.#open();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this);
  }

  handleEvent(): void {
    this.#open();
  }

  #open(): void {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null || !this.contains(target)) return;
    let opened = false;
    for (let folded = target.closest('details'); folded !== null; folded = folded.parentElement?.closest('details') ?? null) {
      opened ||= !folded.open;
      folded.open = true;
    }
    if (opened) target.scrollIntoView();
  }
}

customElements.define('open-target', OpenTarget);
