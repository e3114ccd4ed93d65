/** Draws the published picture of the strip as a PNG that a long press, or a link, saves. */

class SharePicture extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => this.#toggle());
  }

  #toggle(): void {
    const place = this.querySelector<HTMLElement>('[data-picture]');
    const button = this.querySelector('button');
    if (place === null || button === null) return;
    if (!place.hidden) {
      place.hidden = true;
      button.setAttribute('aria-expanded', 'false');
      return;
    }
    const source = new Image();
    source.addEventListener('load', () => {
      const picture = place.querySelector('img');
      const link = place.querySelector('a');
      const address = drawn(source);
      if (picture === null || link === null || address === null) return;
      picture.src = address;
      link.href = address;
      place.hidden = false;
      button.setAttribute('aria-expanded', 'true');
    });
    source.src = this.getAttribute('src') ?? '';
  }
}

/** The picture at twice its size, for sharp screens; a data address, because WeChat saves nothing else. */
function drawn(source: HTMLImageElement): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = source.naturalWidth * 2;
  canvas.height = source.naturalHeight * 2;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}

customElements.define('share-picture', SharePicture);
