/** Links to the same page in another language take along what its address says: the query and the place on the page mean the same in each. */

/** Before a link is followed, or copied, in whatever way. */
const moments = ['pointerdown', 'focusin', 'click'] as const;

class LanguageLinks extends HTMLElement {
  connectedCallback(): void {
    for (const moment of moments) this.addEventListener(moment, this);
  }

  handleEvent(): void {
    for (const link of this.querySelectorAll('a')) [link.search, link.hash] = [location.search, location.hash];
  }
}

customElements.define('language-links', LanguageLinks);
